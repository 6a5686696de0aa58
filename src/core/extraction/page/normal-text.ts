import type { Stretch } from '../claims/stretch.ts'

/**
 * A text in the spelling that quotes are compared in, with the way back: unit `i` of `spelling` stands for
 * `text.slice(starts[i], ends[i])` of the text it was made from.
 */
export type NormalText = { spelling: string; starts: readonly number[]; ends: readonly number[] }

/** A run of blanks, or one code point with the marks that combine with it, across a few invisible signs. */
const signs = /[^\S\ufeff]+|[^\p{M}](?:[\u00ad\u200b-\u200f\u2060\ufeff]{0,3}\p{M})*|\p{M}+/gu

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const singleQuotes = /[\u2018-\u201b\u02bc\u2032\u00b4`]/g
const doubleQuotes = /[\u201c-\u201f\u00ab\u00bb\u2033]/g
const dashes = /[\u2010-\u2015\u2212]/g

const spellingOf = (sign: string): string =>
  /^[!-_a-~]$/.test(sign)
    ? sign
    : /^[^\S\ufeff]/.test(sign)
      ? ' '
      : sign
          .replace(invisible, '')
          .normalize('NFC')
          .replace(singleQuotes, "'")
          .replace(doubleQuotes, '"')
          .replace(dashes, '-')
          .replace('\u2026', '...')

/**
 * The spelling that quotes are compared in: Unicode NFC; a run of white space is one blank; soft hyphens, zero-width signs
 * and byte order marks are gone; curly and angle quotation marks and primes are straight; every dash is a hyphen, a run
 * of them one; an ellipsis is three stops. Case stays. `normalText('a\u00ad\u2014 b').spelling === 'a- b'`
 */
export const normalText = (text: string, from = 0): NormalText => {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: sign, index } of text.matchAll(signs)) {
    const end = from + index + sign.length
    for (const unit of spellingOf(sign).split('')) {
      const repeats = (unit === ' ' || unit === '-') && units.at(-1) === unit
      if (repeats) ends[ends.length - 1] = end
      else {
        units.push(unit)
        starts.push(from + index)
        ends.push(end)
      }
    }
  }
  return { spelling: units.join(''), starts, ends }
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** Whether a stretch of a spelling begins or ends inside a word. */
const cutsWord = (spelling: string, from: number, to: number): boolean =>
  (isLetter(spelling[from - 1]) && isLetter(spelling[from])) || (isLetter(spelling[to - 1]) && isLetter(spelling[to]))

/** As many places as are looked for: words that stand everywhere point nowhere. */
const MAX_PLACES = 100

/**
 * Where words stand in a text, letter by letter after both are spelt alike, as whole words, in the order of the text.
 * Offsets are those of the text (plus the `from` it was read with).
 */
export const placesOf = (words: string, { spelling, starts, ends }: NormalText): Stretch[] => {
  const wanted = normalText(words).spelling.trim()
  const places: Stretch[] = []
  if (wanted === '') return places
  for (let at = spelling.indexOf(wanted); at >= 0; at = spelling.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1
    if (cutsWord(spelling, at, last + 1)) continue
    places.push({ start: starts[at] ?? 0, end: ends[last] ?? 0 })
    if (places.length === MAX_PLACES) break
  }
  return places
}
