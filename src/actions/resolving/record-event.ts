import { z } from 'zod'
import { distinctEntities, EntityName, entityKey } from '../../core/entity.ts'
import { type Event, EventKind, MAX_ENTITIES } from '../../core/event.ts'
import { idOf } from '../../core/id.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { factAtOnce } from '../../core/ledger/fact.ts'
import { Problem } from '../../core/problem.ts'
import { eventSignal } from '../../core/resolution/resolver.ts'
import { type Moment, momentOf, When } from '../../core/time.ts'
import { findCommentary, newestText } from '../../storage/commentaries.ts'
import { putEvents } from '../../storage/events.ts'
import { wakeAttempts } from '../../storage/resolver-attempts.ts'
import { action, type Transacting } from '../context.ts'
import { keepPassages, searchableEvent } from '../reading/keep-passages.ts'

export const RecordEvent = z
  .object({
    title: z.string().trim().min(1, 'say what happened').max(300),
    kind: EventKind.optional().meta({ description: 'what sort of event, a slug: rate-decision' }),
    entities: z
      .array(EntityName)
      .max(MAX_ENTITIES, `an event has at most ${MAX_ENTITIES} entities`)
      .optional()
      .meta({ description: 'who and what it is about; two spellings of a name count as one' }),
    happened: When.meta({ description: 'a day, an instant, or { earliest, latest }' }),
    published: When.optional().meta({
      description: 'when it was reported; left out, the commentary’s date or when it happened',
    }),
    sourceId: idOf('source').optional(),
    commentaryId: idOf('commentary').optional(),
    quote: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'exact words of the commentary, if one is named' }),
    url: z.httpUrl().max(2000).optional(),
  })
  .meta({ id: 'RecordEvent' })
export type RecordEvent = z.infer<typeof RecordEvent>

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** Checks that a quote stands in a commentary, and hashes the text it was read in. */
export const archivedQuote = async (
  { tx }: Transacting,
  commentaryId: string,
  quote: string | undefined,
): Promise<{ archiveSha256: string; published: Moment; sourceId: string | null }> => {
  const commentary = await findCommentary(tx, commentaryId)
  const text = commentary ? await newestText(tx, commentaryId) : null
  if (!commentary) throw refuse('commentaryId', `there is no commentary ${commentaryId}`, 'record the commentary first')
  if (!text) throw refuse('commentaryId', `the text of ${commentaryId} was taken out`, 'cite another source')
  if (quote !== undefined && !text.text.includes(quote)) {
    throw refuse('quote', 'the quote does not stand in the commentary, letter by letter', 'copy it exactly')
  }
  return { archiveSha256: await sha256(text.text), published: commentary.published, sourceId: commentary.sourceId }
}

const reportFields = ['kind', 'entities', 'published', 'sourceId', 'commentaryId', 'quote', 'url'] as const
export const ReportField = z.enum(reportFields)
type ReportField = z.infer<typeof ReportField>

const comparable = (event: Pick<Event, ReportField>, field: ReportField): string =>
  field === 'entities'
    ? event.entities.map(entityKey).sort().join('\n')
    : field === 'published'
      ? `${event.published.earliest}/${event.published.latest}`
      : String(event[field])

type Report = RecordEvent & { archiveSha256?: string }
type Recorded = { event: Event; created: boolean; notTaken: ReportField[] }

/** A report as the row of an event. Throws where its times cannot be, or its quote does not stand where it says. */
const rowOf = async (scope: Transacting, input: Report) => {
  const { now, newId, actor } = scope
  const happened = momentOf(input.happened)
  if (happened.earliest > now) throw refuse('happened', 'it lies in the future', 'record it when it has happened')
  const archive = input.commentaryId ? await archivedQuote(scope, input.commentaryId, input.quote) : null
  const published = input.published ? momentOf(input.published) : (archive?.published ?? happened)
  if (published.earliest > now) throw refuse('published', 'it lies in the future', 'record it when it was reported')
  if (published.latest < happened.earliest) {
    throw refuse('published', 'an event cannot be reported before it happened', 'check both dates')
  }
  return {
    id: newId('event'),
    title: input.title,
    kind: input.kind ?? null,
    entities: distinctEntities(input.entities ?? []),
    happenedEarliest: happened.earliest,
    happenedLatest: happened.latest,
    publishedEarliest: published.earliest,
    publishedLatest: published.latest,
    sourceId: input.sourceId ?? archive?.sourceId ?? null,
    commentaryId: input.commentaryId ?? null,
    quote: input.quote ?? null,
    url: input.url ?? null,
    archiveSha256: archive?.archiveSha256 ?? input.archiveSha256 ?? null,
    recordedBy: actor.name,
    recordedAt: now,
  }
}

/** What of a report the event that stands does not carry. */
const notTakenOf = (input: Report, row: Awaited<ReturnType<typeof rowOf>>, event: Event): ReportField[] => {
  const sent = { ...row, published: { earliest: row.publishedEarliest, latest: row.publishedLatest } }
  return reportFields.filter(
    (field) => input[field] !== undefined && comparable(sent, field) !== comparable(event, field),
  )
}

/**
 * Records that things happened, each once: the same title and time again answers with the event that stands, and with what of
 * this report it does not carry.
 */
export const recordEvents = action<readonly Report[], Recorded[]>(async (scope, inputs) => {
  const { tx, now } = scope
  const rows: Awaited<ReturnType<typeof rowOf>>[] = []
  for (const input of inputs) rows.push(await rowOf(scope, input))
  const put = await putEvents(
    tx,
    rows.map((row) => factAtOnce('event', row, scope)),
  )
  const created = rows.filter((_, at) => put[at]?.created)
  await keepPassages(scope, created.map(searchableEvent))
  for (const kind of new Set(created.flatMap(({ kind }) => kind ?? []))) await wakeAttempts(tx, eventSignal(kind), now)
  return rows.map((row, at) => {
    const one = put[at]
    const input = inputs[at]
    if (!one || !input) throw new Error(`event ${row.id} vanished`)
    return { ...one, notTaken: notTakenOf(input, row, one.event) }
  })
})

/** Records one. */
export const recordEvent = action<Report, Recorded>(async (scope, input) => {
  const [recorded] = await recordEvents(scope, [input])
  if (!recorded) throw new Error('an event vanished')
  return recorded
})
