import type { ImportOutcome } from '../../core/importing/import-item.ts'
import { questionDigest, resolutionEvent } from '../../core/importing/rows.ts'
import type { ItemResult } from '../../core/item-result.ts'
import { Problem } from '../../core/problem.ts'
import type { Instant } from '../../core/time.ts'
import { questionsByDigest, type StandingQuestion } from '../../storage/imports.ts'
import { action, type Context, type Transacting } from '../context.ts'
import { recordEvents } from '../resolving/record-event.ts'
import { recordSource } from '../resolving/record-source.ts'
import { type Decision, resolveTogether } from '../resolving/resolve-together.ts'
import { mustLockImport } from './import-part.ts'

type Outcomes = { importId: string; items: readonly ImportOutcome[] }

const notThere = (question: string): Problem => {
  const detail = `this import has no question ${question}`
  return new Problem('not-found', detail, 'import its forecasts first', [{ field: 'question', detail }])
}

/** Another outcome than the source told before, or than somebody decided here, is for a person to look at. */
const decidedAlready = ({ id, status }: StandingQuestion, outcome: string): Problem =>
  new Problem(
    'illegal-step',
    `question ${id} is ${status}, not ${outcome}`,
    'look at its log; correct it by POST /v1/resolutions',
  )

/** An outcome that is new, of a question that may take it. */
type Fresh = { question: StandingQuestion; item: ImportOutcome }

/** What stands already, or keeps one outcome from being taken; null where it is new. */
const answerTo = (
  { item, question }: { item: ImportOutcome; question: StandingQuestion | undefined },
  now: Instant,
): ItemResult | null => {
  if (!question) return { status: 'refused', problem: notThere(item.question) }
  if ((question.outcome ?? question.status) === item.outcome) return { status: 'standing', id: question.id }
  if (question.status === 'resolved' || question.status === 'void')
    return { status: 'refused', problem: decidedAlready(question, item.outcome) }
  if (item.resolvedAt <= now) return null
  const detail = `it was resolved in the future, ${item.resolvedAt}`
  return { status: 'refused', problem: new Problem('invalid-input', detail, 'check the date') }
}

/** The decisions that new outcomes are, those that say yes or no on the event of their resolution. */
const decisionsOf = async (
  scope: Transacting,
  fresh: readonly Fresh[],
  { id: sourceId, name: source }: { id: string; name: string },
): Promise<Decision[]> => {
  const reason = `as ${source} resolved it`
  const told = fresh.flatMap(({ question: { id, wording, windowEnd }, item: { outcome, ...item } }) => {
    if (outcome === 'void') return []
    const event = resolutionEvent({ ...item, outcome }, { source, wording, windowEnd: windowEnd ?? '' })
    return [{ questionId: id, outcome, event: { ...event, sourceId } }]
  })
  const events = await recordEvents(
    scope,
    told.map(({ event }) => event),
  )
  const settled = told.map(({ questionId, outcome }, at): Decision => {
    const bearing = outcome === 'yes' ? ('shows' as const) : ('excludes' as const)
    const evidence = [{ kind: 'report' as const, bearing, eventId: events[at]?.event.id, sourceId }]
    return { step: 'settle', questionId, outcome, evidence, reason, correct: false }
  })
  const voided = fresh
    .filter(({ item }) => item.outcome === 'void')
    .map(
      ({ question }): Decision => ({
        step: 'void',
        questionId: question.id,
        voidReason: 'ambiguous',
        evidence: [],
        reason,
        correct: false,
      }),
    )
  return [...settled, ...voided]
}

const outcomesOf = action<Outcomes, ItemResult[]>(async (scope, { importId, items }) => {
  const held = await mustLockImport(scope, importId)
  const { source } = await recordSource(scope, { name: held.source, reportingLagDays: null })
  const digestOf = ({ question }: ImportOutcome): string => questionDigest(scope.hash, importId, question)
  const questions = await questionsByDigest(scope.tx, [...new Set(items.map(digestOf))])
  const fresh: Fresh[] = []
  const results = items.map((item): ItemResult => {
    const question = questions.get(digestOf(item))
    const answer = answerTo({ item, question }, scope.now)
    if (answer || !question) return answer ?? { status: 'refused', problem: notThere(item.question) }
    fresh.push({ question, item })
    const decided =
      item.outcome === 'void'
        ? ({ status: 'void', outcome: null } as const)
        : ({ status: 'resolved', outcome: item.outcome } as const)
    questions.set(question.digest, { ...question, ...decided })
    return { status: 'recorded', id: question.id }
  })
  if (fresh.length > 0) await resolveTogether(scope, await decisionsOf(scope, fresh, source))
  return results
})

/**
 * Settles questions of an import as their source resolved them, on the evidence of that resolution, in one transaction; where one is
 * refused, each half by itself, and so down to the one. A question that stands so already is left alone. Throws `not-found` where there
 * is no such import, and where the database fails.
 */
export const importOutcomes = async (context: Context, { importId, items }: Outcomes): Promise<ItemResult[]> => {
  try {
    return await outcomesOf(context, { importId, items })
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-found' || error.code === 'database-unavailable') throw error
    if (items.length === 1) return [{ status: 'refused', problem: error }]
  }
  const half = Math.ceil(items.length / 2)
  return [
    ...(await importOutcomes(context, { importId, items: items.slice(0, half) })),
    ...(await importOutcomes(context, { importId, items: items.slice(half) })),
  ]
}
