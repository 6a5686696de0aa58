import type { Token } from './token.ts'
import { titles, wordSet } from './words.ts'

/**
 * A run of names, `tokens.slice(from, to)`. The bare name starts at `start`, behind titles; its surname is the last word
 * that is no suffix: "Sir Bob van der Doe Jr." runs from Sir, starts at Bob, and its surname is Doe. `name` is the bare name
 * as written; `full`: it has more than a surname.
 */
export type NameRun = { from: number; to: number; start: number; surname: number; name: string; full: boolean }

const connectors = wordSet('de del della di da dos van von der den bin ibn al el la le')
const suffixes = wordSet('jr jr. sr sr. ii iii iv phd md')
/** Forms of address, which are no offices. */
export const addresses = wordSet(`mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof prof. professor rev rev.
  reverend father sister baron baroness maître madame monsieur herr frau`)

const isName = (token: Token | undefined): boolean => token?.tag === 'PROPN'

/** The longest run of names that starts at token `i` and ends before `limit`, or null when no name starts there. */
const nameRunAt = (text: string, tokens: readonly Token[], i: number, limit: number): NameRun | null => {
  if (!isName(tokens[i])) return null
  let to = i + 1
  while (to < limit) {
    const link = linkLength(tokens, to)
    if (link === null || to + link >= limit) break
    to += link + 1
  }
  return runOf(text, tokens, i, to)
}

/** How many linking words stand before the next name of a run ("de la", "-"), or null when the run is over. */
const linkLength = (tokens: readonly Token[], i: number): number | null => {
  if (isName(tokens[i])) return 0
  if (tokens[i]?.word === '-' && isName(tokens[i + 1])) return 1
  for (let k = i; k < i + 3; k++)
    if (!connectors.has(tokens[k]?.word ?? '')) return k > i && isName(tokens[k]) ? k - i : null
  return null
}

const runOf = (text: string, tokens: readonly Token[], from: number, to: number): NameRun => {
  let start = from
  for (let k = from; k < to - 1; k++)
    if (isTitle(tokens[k]) && (isName(tokens[k + 1]) || connectors.has(tokens[k + 1]?.word ?? ''))) start = k + 1
  let surname = to - 1
  while (surname > start && suffixes.has(tokens[surname]?.word ?? '')) surname--
  const name = text.slice(tokens[start]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ')
  return { from, to, start, surname, name, full: hasGivenName(tokens, start, surname) }
}

/** "Pieter van Aalst", but not "Mr van Aalst". */
const hasGivenName = (tokens: readonly Token[], start: number, surname: number): boolean => {
  const end = surnameStart(tokens, start, surname)
  return tokens.slice(start, end).some(({ word }) => !connectors.has(word))
}

export const isTitle = (token: Token | undefined): boolean =>
  token !== undefined && (titles.has(token.word) || addresses.has(token.word))

/** Every run of names in `tokens.slice(from, to)`, in its order. */
export const nameRuns = (text: string, tokens: readonly Token[], from = 0, to = tokens.length): NameRun[] => {
  const runs: NameRun[] = []
  for (let i = from; i < to; i++) {
    const run = nameRunAt(text, tokens, i, to)
    if (!run) continue
    runs.push(run)
    i = run.to - 1
  }
  return runs
}

/** Where the surname starts, with what hyphens tie to it. */
const surnameStart = (tokens: readonly Token[], start: number, surname: number): number => {
  let from = surname
  while (from > start + 1 && tokens[from - 1]?.word === '-') from -= 2
  return from
}

/** The surname of a run, folded. */
export const surnameOf = (tokens: readonly Token[], { start, surname }: NameRun): string => {
  return fold(
    tokens
      .slice(surnameStart(tokens, start, surname), surname + 1)
      .map(({ word }) => word)
      .join(''),
  )
}

const letters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', ı: 'i', ð: 'd', þ: 'th' }

/** A name without case and accents: "Łuk" → "luk". */
export const fold = (name: string): string => {
  const lower = name.toLowerCase()
  return isAscii(lower) ? lower : unaccented(lower)
}

const isAscii = (word: string): boolean => !/[^\p{ASCII}]/u.test(word)
const unaccented = (lower: string): string =>
  lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæıðþ]/g, (letter) => letters[letter] ?? letter)

const spellings: readonly (readonly [RegExp, string])[] = [
  [/kh|ck|ch|ts|tz|[cq]/g, 'k'],
  [/sch|sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/[iyj]+/g, 'i'],
  [/(.)\1/g, '$1'],
]

/** What different spellings of one transcribed name share: "Zelenskyy", "Zelenskiy" and "Zelensky" → "zelenski". */
export const spelling = (name: string): string =>
  spellings.reduce((folded, [pattern, letter]) => folded.replace(pattern, letter), fold(name))

/** The spelling of a name with its vowels blanked. */
export const outline = (name: string): string => spelling(name).replace(/[aeiou]/g, '*')

const MIN_LETTERS = 6

/**
 * Whether two surnames may be spellings of one name: the same transcription, or as long and apart in one vowel. "Larsen"
 * and "Larson" may, "Martin" and "Marlin" may not.
 */
export const isVariant = (one: string, other: string): boolean => {
  const [a, b] = [spelling(one), spelling(other)]
  if (a === b) return true
  if (outline(one) !== outline(other) || a.length < MIN_LETTERS) return false
  return [...a].filter((letter, i) => letter !== b[i]).length === 1
}
