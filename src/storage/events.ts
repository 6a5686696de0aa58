import { and, asc, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm'
import type { Event, Evidence } from '../core/event.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { allOf, type Conditions } from './filters.ts'
import { insertMany, insertMissing } from './insert-many.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { events, evidence } from './tables/resolution.ts'

const columns = {
  id: events.id,
  title: events.title,
  kind: events.kind,
  entities: events.entities,
  happened: { earliest: events.happenedEarliest, latest: events.happenedLatest },
  published: { earliest: events.publishedEarliest, latest: events.publishedLatest },
  sourceId: events.sourceId,
  commentaryId: events.commentaryId,
  quote: events.quote,
  url: events.url,
  archiveSha256: events.archiveSha256,
  recordedAt: events.recordedAt,
}

export type NewEvent = Omit<Event, 'happened' | 'published'> & {
  happenedEarliest: Instant
  happenedLatest: Instant
  publishedEarliest: Instant
  publishedLatest: Instant
  recordedBy: string
  salts: Salts
  digest: string
}

type Told = Pick<NewEvent, 'title' | 'happenedEarliest' | 'happenedLatest'>

/** What an event is known by: its title and time. */
const eventKey = ({ title, happenedEarliest, happenedLatest }: Told): string =>
  [happenedEarliest, happenedLatest, title].join(' ')

/** The events of these titles and times, each standing or new, in their order. */
export const putEvents = async (
  tx: Transaction,
  fresh: readonly NewEvent[],
): Promise<{ event: Event; created: boolean }[]> => {
  await insertMissing(tx, events, fresh)
  const told = fresh.map(({ title, happenedEarliest, happenedLatest }) => ({ title, happenedEarliest, happenedLatest }))
  const rows = await tx
    .select(columns)
    .from(events)
    .where(
      sql`(${events.title}, ${events.happenedEarliest}, ${events.happenedLatest}) in (select title, "happenedEarliest", "happenedLatest"
        from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
          as told(title text, "happenedEarliest" timestamptz, "happenedLatest" timestamptz))`,
    )
  const standing = new Map(
    rows.map((event) => [
      eventKey({ ...event, happenedEarliest: event.happened.earliest, happenedLatest: event.happened.latest }),
      event,
    ]),
  )
  return fresh.map((one) => {
    const event = standing.get(eventKey(one))
    if (!event) throw new Error('an event conflicted with none')
    return { event, created: event.id === one.id }
  })
}

export const findEvent = async (reader: Reader, id: string): Promise<Event | null> => {
  const [event] = await reader.select(columns).from(events).where(eq(events.id, id))
  return event ?? null
}

export const eventsByIds = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Event>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select(columns)
    .from(events)
    .where(inArray(events.id, [...new Set(ids)]))
  return new Map(rows.map((event) => [event.id, event]))
}

export type EventFilter = {
  kind: string | null
  occurredAfter: Instant | null
  occurredBefore: Instant | null
  sourceId?: string | null
  commentaryId?: string | null
  questionId?: string | null
}

const conditions: Conditions<EventFilter> = {
  kind: (kind) => eq(events.kind, kind),
  occurredAfter: (instant) => gte(events.happenedEarliest, instant),
  occurredBefore: (instant) => lt(events.happenedLatest, instant),
  sourceId: (id) => eq(events.sourceId, id),
  commentaryId: (id) => eq(events.commentaryId, id),
  questionId: (id) =>
    sql`exists (select from ${evidence} cited where cited.event_id = ${events.id} and cited.question_id = ${id})`,
}

export const listEvents = async (reader: Reader, filter: EventFilter, page: PageRequest): Promise<Page<Event>> => {
  const rows = await reader
    .select(columns)
    .from(events)
    .where(and(allOf(filter, conditions), afterCursor(page, events.recordedAt, events.id)))
    .orderBy(...newestFirst(events.recordedAt, events.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

export type TimeFilter = { kind: string | null; from: Instant; until: Instant | null }

/** Events of a kind, or of any and of none, that may have happened between two instants, first in time first, after one of them. */
export const eventsInTime = (
  reader: Reader,
  { kind, from, until }: TimeFilter,
  after: Event | null,
  limit: number,
): Promise<Event[]> =>
  reader
    .select(columns)
    .from(events)
    .where(
      and(
        kind === null ? undefined : eq(events.kind, kind),
        gte(events.happenedLatest, from),
        until ? lte(events.happenedEarliest, until) : undefined,
        after
          ? sql`(${events.happenedEarliest}, ${events.id}) > (${after.happened.earliest}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(asc(events.happenedEarliest), asc(events.id))
    .limit(limit)

/** Events whose days overlap with these, the latest first; at most `limit`. */
export const eventsBetween = (
  reader: Reader,
  { earliest, latest }: { earliest: Instant; latest: Instant },
  limit: number,
): Promise<Event[]> =>
  reader
    .select(columns)
    .from(events)
    .where(and(lte(events.happenedEarliest, latest), gte(events.happenedLatest, earliest)))
    .orderBy(desc(events.happenedEarliest), desc(events.id))
    .limit(limit)

export type NewEvidence = Evidence & { recordedBy: string; salts: Salts; digest: string }

export const insertEvidence = async (tx: Transaction, rows: NewEvidence[]): Promise<void> => {
  await insertMany(tx, evidence, rows)
}

const evidenceColumns = {
  id: evidence.id,
  questionId: evidence.questionId,
  kind: evidence.kind,
  bearing: evidence.bearing,
  optionId: evidence.optionId,
  eventId: evidence.eventId,
  sourceId: evidence.sourceId,
  commentaryId: evidence.commentaryId,
  quote: evidence.quote,
  url: evidence.url,
  readThrough: evidence.readThrough,
  reportingLagDays: evidence.reportingLagDays,
  statement: evidence.statement,
  recordedAt: evidence.recordedAt,
}

export const evidenceByIds = async (reader: Reader, ids: string[]): Promise<Evidence[]> =>
  ids.length === 0
    ? []
    : reader.select(evidenceColumns).from(evidence).where(inArray(evidence.id, ids)).orderBy(evidence.id)

/** Everything that was recorded as evidence on a question, in its order. */
export const evidenceOn = (reader: Reader, questionId: string): Promise<Evidence[]> =>
  reader.select(evidenceColumns).from(evidence).where(eq(evidence.questionId, questionId)).orderBy(evidence.id)

export type EvidenceLink = { ownerId: string; evidenceId: string }

/** Each row with the evidence that is linked to it, in the order it was recorded. */
export const withEvidence = async <Row extends { id: string }>(
  reader: Reader,
  rows: Row[],
  links: EvidenceLink[],
): Promise<(Row & { evidence: Evidence[] })[]> => {
  const found = await evidenceByIds(reader, [...new Set(links.map(({ evidenceId }) => evidenceId))])
  return rows.map((row) => {
    const own = new Set(links.filter(({ ownerId }) => ownerId === row.id).map(({ evidenceId }) => evidenceId))
    return { ...row, evidence: found.filter(({ id }) => own.has(id)) }
  })
}
