import { type SQL, sql } from 'drizzle-orm'
import { MARKS, markable, type SearchKind } from '../core/search.ts'
import { canonicalId } from './author-records.ts'
import type { Reader } from './database.ts'
import { afterRank, type Page, type PageRequest, pageByRank } from './keyset.ts'
import { prefixQuery, wordsOfName, wordsOfQuote, wordsOfVersion } from './search-texts.ts'
import { authors } from './tables/people.ts'
import { predictions, questionVersions as versions } from './tables/questions.ts'
import { isTakenBack } from './taken-back.ts'

/** What is searched for: words and phrases as a search engine takes them, and beginnings of the words of names. */
export type Search = { words: string; prefixes: readonly string[] }

const wordQuery = ({ words }: Search): SQL => sql`websearch_to_tsquery('english', ${words})`

/** Whether an index can be asked: stop words alone ask nothing, and what only excludes asks for everything. */
export const asksForWords = async (reader: Reader, words: string): Promise<boolean> => {
  const [row] = await reader
    .select({ tree: sql<string>`querytree(websearch_to_tsquery('english', ${words}))` })
    .from(sql`(select 1) as one`)
  return row !== undefined && row.tree !== '' && row.tree !== 'T'
}

/** Of each kind so many matches are ranked, the newest: the work for a word that stands everywhere has a bound. */
export const MOST_RANKED = 1000

/** Millionths: the cover density of the words, less in longer texts, between 0 and 1. */
const rankOf = (words: SQL, query: SQL): SQL => sql`round(1000000 * ts_rank_cd(${words}, ${query}, 33))::int`

const newest = sql`${versions.version} = (select max(newest.version) from ${versions} newest where newest.question_id = ${versions.questionId})`

/** The ranks are taken of rows that the inner select has cut off already. */
const matchesOf: Readonly<Record<SearchKind, (search: Search) => SQL>> = {
  question: (search) => sql`select 'question' as kind, question_id as id, rank from (
    select ${versions.questionId} as question_id, ${rankOf(wordsOfVersion(versions), wordQuery(search))} as rank
    from ${versions} where ${versions.id} in (
      select ${versions.id} from ${versions} where ${wordsOfVersion(versions)} @@ ${wordQuery(search)} and ${newest}
      order by ${versions.questionId} desc limit ${MOST_RANKED + 1})) found`,
  prediction: (
    search,
  ) => sql`select 'prediction', ${predictions.id}, ${rankOf(wordsOfQuote(predictions), wordQuery(search))}
    from ${predictions} where ${predictions.id} in (
      select ${predictions.id} from ${predictions} where ${wordsOfQuote(predictions)} @@ ${wordQuery(search)} and not ${isTakenBack}
      order by ${predictions.id} desc limit ${MOST_RANKED + 1})`,
  // Who is found by the name of a merged record is found once, as who that counts for.
  author: (
    search,
  ) => sql`select 'author', ${canonicalId}, max(${rankOf(wordsOfName(authors), prefixQuery(search.prefixes))})
    from ${authors} where ${authors.id} in (
      select ${authors.id} from ${authors} where ${wordsOfName(authors)} @@ ${prefixQuery(search.prefixes)}
      order by ${authors.id} desc limit ${MOST_RANKED + 1}) group by ${canonicalId}`,
}

export type Hit = { kind: SearchKind; id: string; rank: number }

/** What matches, best first, and of equals the newest first; `cutOff`: kinds of which more match than are ranked. */
export const searchHits = async (
  reader: Reader,
  search: Search,
  kinds: readonly SearchKind[],
  page: PageRequest,
): Promise<Page<Hit> & { cutOff: SearchKind[] }> => {
  if (kinds.length === 0) return { items: [], next: null, cutOff: [] }
  const all = sql.join(
    kinds.map((kind) => sql`(${matchesOf[kind](search)})`),
    sql` union all `,
  )
  const [id, rank] = [sql`id`, sql`rank`]
  const rows = await reader
    .select({
      kind: sql<SearchKind>`kind`,
      id: sql<string>`id`,
      rank: sql<number>`rank`,
      cutOff: sql<SearchKind[]>`cut_off`,
    })
    .from(
      sql`(with hits(kind, id, rank) as materialized (${all})
        select hits.*, (select coalesce(jsonb_agg(kind order by kind), '[]') from (
          select kind from hits group by kind having count(*) > ${MOST_RANKED}) whole) as cut_off from hits) found`,
    )
    .where(afterRank(page, rank, id))
    .orderBy(sql`rank desc`, sql`id desc`)
    .limit(page.limit + 1)
  const cutOff = rows[0]?.cutOff ?? []
  return {
    ...pageByRank(
      rows.map(({ cutOff: _, ...hit }) => hit),
      page,
    ),
    cutOff,
  }
}

const SELECTORS = `HighlightAll=true, StartSel=${MARKS.open}, StopSel=${MARKS.close}`

/** Texts, made markable, with marks around what matches the words, in their order. */
export const markWords = async (reader: Reader, texts: readonly string[], words: string): Promise<string[]> => {
  if (texts.length === 0) return []
  const given = JSON.stringify(texts.map((text, place) => ({ place, text: markable(text) })))
  const rows = await reader
    .select({
      marked: sql<string>`ts_headline('english', text, websearch_to_tsquery('english', ${words}), ${SELECTORS})`,
    })
    .from(sql`jsonb_to_recordset(${given}::jsonb) as given(place int, text text)`)
    .orderBy(sql`place`)
  return rows.map(({ marked }) => marked)
}
