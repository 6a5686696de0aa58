import { z } from 'zod'
import { bearings, type Event, type Evidence, evidenceKinds } from '../../core/event.ts'
import { idOf } from '../../core/id.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import { factAtOnce } from '../../core/ledger/fact.ts'
import type { Choice } from '../../core/option.ts'
import { missing, Problem } from '../../core/problem.ts'
import { mustBeOver, STATE_LAG, UNSTATED_LAG } from '../../core/source.ts'
import { Day, dayOf } from '../../core/time.ts'
import { eventsByIds, insertEvidence } from '../../storage/events.ts'
import { optionsOfAll } from '../../storage/options.ts'
import { findSource, readThrough } from '../../storage/sources.ts'
import { action, type Transacting } from '../context.ts'
import { archivedQuote } from './record-event.ts'

export const EvidenceInput = z
  .object({
    kind: z.enum(evidenceKinds),
    bearing: z.enum(bearings).default('none').meta({ description: 'towards the positive event' }),
    optionId: idOf('option').optional().meta({ description: 'categorical questions: the option it bears on' }),
    eventId: idOf('event').optional(),
    sourceId: idOf('source').optional().meta({ description: 'needed for coverage' }),
    commentaryId: idOf('commentary').optional(),
    quote: z.string().min(1).max(1000).optional(),
    url: z.httpUrl().max(2000).optional(),
    readThrough: Day.optional().meta({ description: 'needed for coverage and search statements' }),
    statement: z.string().trim().min(1).max(5000).optional().meta({ description: 'needed for search statements' }),
  })
  .meta({
    id: 'EvidenceInput',
    examples: [
      { kind: 'report', bearing: 'shows', eventId: 'evt_01m80qrsxn6zssv4f1wcbpb0s8' },
      { kind: 'report', bearing: 'shows', url: 'https://example.org/news/bridge-opens' },
      { kind: 'coverage', sourceId: 'src_01m80qrsxn6zssv4f1wcbpb0s8', readThrough: '2026-06-30' },
      { kind: 'search-statement', readThrough: '2026-06-30', statement: 'read the minutes of the council: nothing' },
    ],
  })
export type EvidenceInput = z.infer<typeof EvidenceInput>

const needs = (kind: string, field: string): Problem => {
  const detail = `evidence of kind ${kind} needs ${field}`
  return new Problem('invalid-input', detail, `add ${field}`, [{ field: `evidence.${field}`, detail }])
}

/** Holds that what was read is said and can have been; gives the lag of the source that coverage is of, null for any other. */
const checkReach = async (
  { tx, now }: Transacting,
  { kind, sourceId, readThrough: day, statement }: EvidenceInput,
): Promise<number | null> => {
  if (kind !== 'coverage' && kind !== 'search-statement') {
    if (day === undefined) return null
    const detail = `evidence of kind ${kind} says nothing of how far was read`
    const remedy = 'leave it out, or add evidence of kind coverage or search-statement'
    throw new Problem('invalid-input', detail, remedy, [{ field: 'evidence.readThrough', detail }])
  }
  if (day === undefined) throw needs(kind, 'readThrough')
  mustBeOver(day, dayOf(now), 'evidence.readThrough')
  if (kind === 'search-statement') {
    if (statement === undefined) throw needs(kind, 'statement')
    return null
  }
  if (sourceId === undefined) throw needs(kind, 'sourceId')
  const read = await readThrough(tx, sourceId)
  if (read === null || read < day) {
    const detail = `coverage of this source is recorded through ${read ?? 'no day'}, not ${day}`
    throw new Problem('insufficient-evidence', detail, 'record the coverage when the source has been read so far', [
      { field: 'evidence.readThrough', detail },
    ])
  }
  const lag = (await findSource(tx, sourceId))?.reportingLagDays ?? null
  if (lag !== null) return lag
  throw new Problem('insufficient-evidence', UNSTATED_LAG, STATE_LAG, [
    { field: 'evidence.sourceId', detail: UNSTATED_LAG },
  ])
}

const checkReport = async (
  scope: Transacting,
  events: ReadonlyMap<string, Event>,
  { kind, eventId, commentaryId, quote, url, sourceId }: EvidenceInput,
) => {
  const event = eventId ? events.get(eventId) : null
  if (eventId && !event) {
    throw missing('event', eventId, 'evidence.eventId')
  }
  if (commentaryId) await archivedQuote(scope, commentaryId, quote)
  const anything = commentaryId ?? url ?? sourceId ?? event?.commentaryId ?? event?.url ?? event?.sourceId ?? undefined
  if ((kind === 'report' || kind === 'figure') && anything === undefined) throw needs(kind, 'sourceId')
}

/** What bears on a categorical question bears on one option of it; on others there is none to bear on. */
const mustBear = (options: readonly Choice[], { bearing, optionId }: EvidenceInput): void => {
  const bears = options.length > 0 && bearing !== 'none'
  if (optionId === undefined ? !bears : options.some(({ id }) => id === optionId)) return
  const detail = optionId === undefined ? 'it bears on no option' : `${optionId} is no option of this question`
  const named = options.map(({ id, label }) => `${id} (${label})`)
  const remedy = options.length === 0 ? 'leave it out: the question has no options' : `give one of ${named.join(', ')}`
  throw new Problem('invalid-input', detail, remedy, [{ field: 'evidence.optionId', detail }])
}

/** Digest of evidence as it was sent, in whatever order. */
export const evidenceDigestOf = (evidence: readonly EvidenceInput[]): Promise<string> =>
  sha256(canonical(evidence.map(canonical).sort()))

/** What is known of all that evidence is added to at once. */
type Ground = { options: ReadonlyMap<string, readonly Choice[]>; events: ReadonlyMap<string, Event> }

/** Checks one piece of evidence, and gives it as it is kept. */
const rowOf = async (
  scope: Transacting,
  { questionId, input, options, events }: Ground & { questionId: string; input: EvidenceInput },
): Promise<Evidence> => {
  mustBear(options.get(questionId) ?? [], input)
  const reportingLagDays = await checkReach(scope, input)
  await checkReport(scope, events, input)
  return {
    id: scope.newId('evidence'),
    questionId,
    kind: input.kind,
    bearing: input.bearing,
    optionId: input.optionId ?? null,
    eventId: input.eventId ?? null,
    sourceId: input.sourceId ?? null,
    commentaryId: input.commentaryId ?? null,
    quote: input.quote ?? null,
    url: input.url ?? null,
    readThrough: input.readThrough ?? null,
    reportingLagDays,
    statement: input.statement ?? null,
    recordedAt: scope.now,
  }
}

type AddEvidence = { questionId: string; evidence: EvidenceInput[] }

/**
 * Appends evidence to questions, and gives it by question: quotes must stand in their commentary, coverage must have been recorded, of a
 * source whose lag is stated: it is kept with the evidence, so that nothing said of the source later changes what was decided.
 */
export const addEvidenceToAll = action<readonly AddEvidence[], Evidence[][]>(async (scope, inputs) => {
  const { tx, actor } = scope
  const options = await optionsOfAll(
    tx,
    inputs.map(({ questionId }) => questionId),
  )
  const events = await eventsByIds(
    tx,
    inputs.flatMap(({ evidence }) => evidence.flatMap(({ eventId }) => eventId ?? [])),
  )
  const added: Evidence[][] = []
  for (const { questionId, evidence } of inputs) {
    const rows: Evidence[] = []
    for (const input of evidence) rows.push(await rowOf(scope, { questionId, input, options, events }))
    added.push(rows)
  }
  await insertEvidence(
    tx,
    added.flat().map((row) => factAtOnce('evidence', { ...row, recordedBy: actor.name }, scope)),
  )
  return added
})

/** Appends evidence to one question. */
export const addEvidence = action<AddEvidence, Evidence[]>(
  async (scope, input) => (await addEvidenceToAll(scope, [input]))[0] ?? [],
)
