import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { PUBLIC_QUOTE_CAP } from '../core/commentary.ts'

/**
 * What is searched, as expressions: the indexes are on them, and a query enters an index by saying the same. Nothing is stored
 * beside the text, so what is taken out of a row is gone from the search as well.
 */

const cap = sql.raw(String(PUBLIC_QUOTE_CAP))
const shown = sql.raw(String(PUBLIC_QUOTE_CAP - 1))

/** As much of a quote as anybody may read. */
const publicPart = (quote: AnyPgColumn): SQL =>
  sql`(case when length(${quote}) <= ${cap} then ${quote} else left(${quote}, ${shown}) end)`

/** English words, those in pointed brackets too, which the parser would take for tags. */
const english = (text: AnyPgColumn | SQL): SQL => sql`to_tsvector('english', translate(${text}, '<', ' '))`

/** A question's wording, and its criteria, which weigh less. */
export const wordsOfVersion = ({ wording, criteria }: { wording: AnyPgColumn; criteria: AnyPgColumn }): SQL =>
  sql`(setweight(${english(publicPart(wording))}, 'A') || setweight(${english(criteria)}, 'B'))`

/** What was said, in the words it was said in. */
export const wordsOfQuote = ({ quote }: { quote: AnyPgColumn }): SQL => english(publicPart(quote))

/** A name as spellings of it meet, and without accents, as in its slug. */
export const wordsOfName = (t: { name: AnyPgColumn; slug: AnyPgColumn; identity: AnyPgColumn }): SQL =>
  sql`to_tsvector('simple', (case when ${t.identity} like 'name:%' then substr(${t.identity}, 6) else ${t.name} end) || ' ' || replace(${t.slug}, '-', ' '))`

const quoted = (word: string): string => `'${word.replaceAll('\\', '').replaceAll("'", "''")}':*`

/** Asks for names that have a word beginning as each of these; they are words, at least one. */
export const prefixQuery = (prefixes: readonly string[]): SQL =>
  sql`to_tsquery('simple', ${prefixes.map(quoted).join(' & ')})`
