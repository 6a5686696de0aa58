import { bodyNames, countryNames } from './entity-names.ts'

/** Names that are common words in small letters: only a word tagged as a name is one. */
const commonWords: ReadonlySet<string> = new Set(
  'turkey china chad jordan polish pole poles fed us who au un guinea mali beehive westminster emirates lao thai dane kiwi kiwis finn scot turk georgia'.split(
    ' ',
  ),
)

type Row = { key: string; isCountry: boolean; words: readonly string[] }
const rowsOf = (table: string, isCountry: boolean): Row[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.split(/[\s,]+/).filter(Boolean)
      return { key: words[0] ?? '', isCountry, words }
    })
const rows: readonly Row[] = [...rowsOf(countryNames, true), ...rowsOf(bodyNames, false)]

/** Spelt words of a name, in lower case → whom it names; the longest name is tried first. */
const keys: ReadonlyMap<string, Row> = new Map(
  rows.flatMap((row) => row.words.map((word): [string, Row] => [word.replaceAll('_', ' '), row])),
)
const LONGEST = Math.max(...[...keys.keys()].map((name) => name.split(' ').length))

export type Alias = { key: string; isCountry: boolean; length: number }

/**
 * The country or body named by the words at `i`, and by how many of them: `aliasAt(['the', 'white', 'house'], 1, …)` is
 * `{ key: 'united_states', isCountry: true, length: 2 }`. `isName` tells whether a word stands as a name, for those that are common words
 * as well. Null where none is named.
 */
export const aliasAt = (words: readonly string[], i: number, isName: (i: number) => boolean): Alias | null => {
  for (let length = Math.min(LONGEST, words.length - i); length > 0; length--) {
    const name = words.slice(i, i + length).join(' ')
    const row = keys.get(name)
    if (row && (!commonWords.has(name) || isName(i))) return { key: row.key, isCountry: row.isCountry, length }
  }
  return null
}

/** Every way to name what has this key: `russia` has "russian" and "kremlin". */
export const aliasesOf = (key: string): string[] =>
  rows.filter((row) => row.key === key).flatMap(({ words }) => words.map((word) => word.replaceAll('_', ' ')))
