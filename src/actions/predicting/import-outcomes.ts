import type { ImportOutcome } from '../../core/importing/import-item.ts'
import { questionDigest, resolutionEvent } from '../../core/importing/rows.ts'
import type { ItemResult } from '../../core/item-result.ts'
import { Problem } from '../../core/problem.ts'
import { questionsByDigest, type StandingQuestion } from '../../storage/imports.ts'
import { action, type Context, type Transacting } from '../context.ts'
import { recordEvent } from '../resolving/record-event.ts'
import { recordSource } from '../resolving/record-source.ts'
import { resolveQuestion } from '../resolving/resolve-question.ts'
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

const decide = async (
  scope: Transacting,
  { id: questionId, wording, windowEnd }: StandingQuestion,
  outcome: ImportOutcome,
  { id: sourceId, name: source }: { id: string; name: string },
): Promise<void> => {
  const reason = `as ${source} resolved it`
  if (outcome.outcome === 'void') {
    await resolveQuestion(scope, {
      step: 'void',
      questionId,
      voidReason: 'ambiguous',
      evidence: [],
      reason,
      correct: false,
    })
    return
  }
  const told = resolutionEvent(
    { ...outcome, outcome: outcome.outcome },
    { source, wording, windowEnd: windowEnd ?? '' },
  )
  const { event } = await recordEvent(scope, { ...told, sourceId })
  const bearing = outcome.outcome === 'yes' ? ('shows' as const) : ('excludes' as const)
  const evidence = [{ kind: 'report' as const, bearing, eventId: event.id, sourceId }]
  await resolveQuestion(scope, {
    step: 'settle',
    questionId,
    outcome: outcome.outcome,
    evidence,
    reason,
    correct: false,
  })
}

const outcomesOf = action<Outcomes, ItemResult[]>(async (scope, { importId, items }) => {
  const held = await mustLockImport(scope, importId)
  const { source } = await recordSource(scope, { name: held.source, reportingLagDays: null })
  const digestOf = ({ question }: ImportOutcome): string => questionDigest(scope.hash, importId, question)
  const questions = await questionsByDigest(scope.tx, [...new Set(items.map(digestOf))])
  const results: ItemResult[] = []
  for (const item of items) {
    const question = questions.get(digestOf(item))
    if (!question) throw notThere(item.question)
    const stands = question.outcome ?? question.status
    if (stands === item.outcome) {
      results.push({ status: 'standing', id: question.id })
      continue
    }
    if (question.status === 'resolved' || question.status === 'void') throw decidedAlready(question, item.outcome)
    if (item.resolvedAt > scope.now)
      throw new Problem('invalid-input', `it was resolved in the future, ${item.resolvedAt}`, 'check the date')
    await decide(scope, question, item, source)
    const decided =
      item.outcome === 'void'
        ? ({ status: 'void', outcome: null } as const)
        : ({ status: 'resolved', outcome: item.outcome } as const)
    questions.set(question.digest, { ...question, ...decided })
    results.push({ status: 'recorded', id: question.id })
  }
  return results
})

/**
 * Settles questions of an import as their source resolved them, on the evidence of that resolution, in one transaction; where one is
 * refused, each by itself. A question that stands so already is left alone. Throws where the database fails.
 */
export const importOutcomes = async (context: Context, { importId, items }: Outcomes): Promise<ItemResult[]> => {
  try {
    return await outcomesOf(context, { importId, items })
  } catch (error) {
    if (!(error instanceof Problem) || items.length < 2) throw error
  }
  const results: ItemResult[] = []
  for (const item of items) {
    try {
      results.push(...(await outcomesOf(context, { importId, items: [item] })))
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code === 'database-unavailable') throw problem
      results.push({ status: 'refused', problem })
    }
  }
  return results
}
