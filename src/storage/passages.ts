import { and, asc, desc, eq, gt, isNotNull, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { PassageSentence } from '../core/evidence/passage.ts'
import type { Day } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { isAccepted } from './reviewed.ts'
import { passages } from './tables/passages.ts'

/** Where a passage stands: in one version of a commentary's plain text, or in the words of a recorded event. */
export type PassageOrigin =
  | { commentaryId: string; textVersion: number; eventId: null }
  | { commentaryId: null; textVersion: null; eventId: string }

export type NewPassage = PassageOrigin & {
  id: string
  start: number
  end: number
  quote: string
  sentences: PassageSentence[]
  names: string
  publishedOn: Day
}

/** Rows of one statement: each has ten parameters, and a statement may have 65,535. */
const AT_ONCE = 1000

export const insertPassages = async (tx: Transaction, rows: readonly NewPassage[]): Promise<void> => {
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const values = rows.slice(i, i + AT_ONCE).map((row) => {
      const keys = [...new Set(row.sentences.flatMap((sentence) => sentence.keys))]
      return {
        ...row,
        keys: sql`array_to_tsvector(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))`,
      }
    })
    await tx.insert(passages).values(values).onConflictDoNothing()
  }
}

/** A key as a query for it. */
export const quoted = (key: string): string => `'${key.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const anyOf = (keys: readonly string[]): SQL => sql`${keys.map(quoted).join(' | ')}::tsquery`

const columns = {
  commentaryId: passages.commentaryId,
  textVersion: passages.textVersion,
  eventId: passages.eventId,
  start: passages.start,
  end: passages.end,
  quote: passages.quote,
  sentences: passages.sentences,
  publishedOn: passages.publishedOn,
}
export type StoredPassage = { [Column in keyof typeof columns]: (typeof passages.$inferSelect)[Column] }

/**
 * What passages are looked up by. `keys`: what each counts where it stands. `finders`: those that a passage must hold one of,
 * by default any. `names`: words that a name of the passage may be spelt like. `after`: published later than this day;
 * `through`: up to this day; `notIn`: a commentary left out; `textsOnly`: without the words of events; `acceptedOnly`: without
 * those of commentaries that no reviewer has accepted anything of.
 */
export type PassageSearch = {
  keys: ReadonlyMap<string, number>
  finders?: readonly string[]
  names: readonly string[]
  after: Day
  through: Day | null
  notIn: readonly string[]
  textsOnly?: boolean
  acceptedOnly?: boolean
}

/** So many passages are weighed, the newest of those that are found: each costs a look at every key. */
const WEIGHED = 5000

const isSought = (reader: Reader, { keys, finders, names, ...search }: PassageSearch): SQL | undefined => {
  const { after, through, notIn, textsOnly, acceptedOnly } = search
  const likeAName = names.map((name) => sql`${name} <% ${passages.names}`)
  return and(
    or(sql`${passages.keys} @@ ${anyOf(finders ?? [...keys.keys()])}`, ...likeAName),
    gt(passages.publishedOn, after),
    through === null ? undefined : lte(passages.publishedOn, through),
    textsOnly ? isNotNull(passages.commentaryId) : undefined,
    notIn.length === 0 ? undefined : or(isNull(passages.commentaryId), notInArray(passages.commentaryId, [...notIn])),
    acceptedOnly ? or(isNull(passages.commentaryId), isAccepted(reader, passages.commentaryId)) : undefined,
  )
}

/**
 * The passages that hold most of what is looked up, best first: found by the index of keys and the trigrams of names, ordered
 * by the sum of what their keys count.
 */
export const likelyPassages = async (
  reader: Reader,
  search: PassageSearch,
  limit: number,
): Promise<StoredPassage[]> => {
  const weights = JSON.stringify([...search.keys].map(([key, weight]) => ({ query: quoted(key), weight })))
  const found = reader
    .select({ id: passages.id, keys: passages.keys, publishedOn: passages.publishedOn })
    .from(passages)
    .where(isSought(reader, search))
    .orderBy(desc(passages.publishedOn), desc(passages.id))
    .limit(WEIGHED)
    .as('found')
  const sum = reader
    .select({ sum: sql<number>`coalesce(sum(asked.weight), 0)`.as('sum') })
    .from(sql`jsonb_to_recordset(${weights}::jsonb) as asked(query text, weight float8)`)
    .where(sql`${found.keys} @@ asked.query::tsquery`)
  const best = reader
    .select({ id: found.id, sum: sql<number>`(${sum})`.as('weight') })
    .from(found)
    .orderBy(desc(sql`weight`), desc(found.publishedOn), asc(found.id))
    .limit(limit)
    .as('best')
  return reader
    .select(columns)
    .from(best)
    .innerJoin(passages, eq(passages.id, best.id))
    .orderBy(desc(best.sum), desc(passages.publishedOn), asc(passages.id))
}

/** The first passages of a commentary or of an event, in the order of the text. */
export const passagesIn = (
  reader: Reader,
  of: { commentaryId: string } | { eventId: string },
  limit: number,
): Promise<StoredPassage[]> =>
  reader
    .select(columns)
    .from(passages)
    .where('eventId' in of ? eq(passages.eventId, of.eventId) : eq(passages.commentaryId, of.commentaryId))
    .orderBy(asc(passages.start))
    .limit(limit)
