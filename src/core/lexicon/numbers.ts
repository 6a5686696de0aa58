import { toMicro } from '../probability.ts'
import { wordTable } from './word-table.ts'

/** A number of likelihood found in words: `micro` in millionths, `words.slice(from, to)` its words. */
export type NumberMatch = { micro: number; from: number; to: number }

/** Cardinal numbers as words. */
export const cardinals = wordTable<number>({
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
})
const chanceNouns = new Set([
  'chance',
  'chances',
  'probability',
  'likelihood',
  'odds',
  'risk',
  'possibility',
  'likely',
  'certain',
  'sure',
  'prospect',
])
const chanceAdjectives = new Set(['likely', 'certain', 'sure'])
const percentWords = new Set(['percent', '%', 'pct', 'per'])

const numberOf = (word: string | undefined): number | null => {
  if (word === undefined) return null
  if (/^\d{1,3}(?:\.\d{1,4})?$/.test(word)) return Number(word)
  return cardinals[word] ?? null
}

const micro = (p: number): number => toMicro(Math.min(1, Math.max(0, p)))

/** "30 percent chance", "a 30 % probability", "70 percent likely": the noun may follow within three words. */
const percentAt = (words: readonly string[], i: number): NumberMatch | null => {
  const value = numberOf(words[i])
  if (value === null || value > 100 || !percentWords.has(words[i + 1] ?? '')) return null
  const afterPercent = words[i + 1] === 'per' && words[i + 2] === 'cent' ? i + 3 : i + 2
  for (let j = afterPercent; j < afterPercent + 3; j++)
    if (chanceNouns.has(words[j] ?? '')) return { micro: micro(value / 100), from: i, to: j + 1 }
  const before = words.slice(Math.max(0, i - 4), i)
  // "Likely to rise above 8 percent" tells a figure: before it only a noun makes it a chance.
  const isChance = before.some((word) => chanceNouns.has(word) && !chanceAdjectives.has(word))
  return isChance ? { micro: micro(value / 100), from: i, to: afterPercent } : null
}

/** "one in five", "a two-in-three chance". */
const ratioAt = (words: readonly string[], i: number): NumberMatch | null => {
  const dashed = words[i + 1] === '-'
  const at = (k: number) => words[i + (dashed ? 2 * k : k)]
  const [hits, link, all] = [numberOf(at(0)), at(1), numberOf(at(2))]
  if (hits === null || all === null || all === 0 || hits > all) return null
  const to = i + (dashed ? 5 : 3)
  const near = [...words.slice(Math.max(0, i - 5), i), ...words.slice(to, to + 2)]
  if ((link !== 'in' && link !== 'out') || !near.some((word) => chanceNouns.has(word))) return null
  return { micro: micro(hits / all), from: i, to }
}

/** "two chances in three", "one chance out of ten". */
const chancesAt = (words: readonly string[], i: number): NumberMatch | null => {
  if (words[i + 1] !== 'chance' && words[i + 1] !== 'chances') return null
  const out = words[i + 2] === 'out' && words[i + 3] === 'of'
  if (words[i + 2] !== 'in' && !out) return null
  const last = i + (out ? 4 : 3)
  return share(numberOf(words[i]), numberOf(words[last]), i, last + 1)
}

const share = (hits: number | null, all: number | null, from: number, to: number): NumberMatch | null =>
  hits === null || all === null || all === 0 || hits > all ? null : { micro: micro(hits / all), from, to }

const parts = wordTable<number>({
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
})

/**
 * A number after "put the chance at", where no word of likelihood need stand by it: "60 percent", "two in three", "two out
 * of three", "two thirds", "fifty-fifty". `levelAt(['two', 'in', 'three'], 0)?.micro === 666667`
 */
export const levelAt = (words: readonly string[], i: number): NumberMatch | null => {
  const value = numberOf(words[i] === 'a' ? 'one' : words[i])
  if (value !== null && value <= 100 && percentWords.has(words[i + 1] ?? ''))
    return { micro: micro(value / 100), from: i, to: words[i + 1] === 'per' ? i + 3 : i + 2 }
  if (words[i + 1] === 'in') return share(value, numberOf(words[i + 2]), i, i + 3)
  if (words[i + 1] === 'out' && words[i + 2] === 'of') return share(value, numberOf(words[i + 3]), i, i + 4)
  const part = words[i + 1] === '-' ? i + 2 : i + 1
  return share(value, parts[words[part] ?? ''] ?? null, i, part + 1) ?? shareAt(words, i)
}

/** "60-40", "fifty-fifty": two parts of a hundred, the first for. */
const shareAt = (words: readonly string[], i: number): NumberMatch | null => {
  const joined = /^(\d{1,2})[-/](\d{1,2})$/.exec(words[i] ?? '')
  const [first, second, to] = joined
    ? [Number(joined[1]), Number(joined[2]), i + 1]
    : [numberOf(words[i]), ['-', '–', '/'].includes(words[i + 1] ?? '') ? numberOf(words[i + 2]) : null, i + 3]
  return first !== null && second !== null && first + second === 100 ? { micro: micro(first / 100), from: i, to } : null
}

/**
 * A stated probability that starts at word `from`, or null. A bare percentage is a figure, not a likelihood, unless a word
 * of likelihood stands by it. `numberAt(['a', '30', 'percent', 'chance'], 1)?.micro === 300000`
 */
export const numberAt = (words: readonly string[], from: number): NumberMatch | null => {
  if (!opensNumber(words[from] ?? '')) return null
  return percentAt(words, from) ?? chancesAt(words, from) ?? ratioAt(words, from) ?? shareAt(words, from)
}

/** A figure or a number word; asked of every word of a text, so without a pattern. */
const opensNumber = (word: string): boolean => (word < ':' ? word >= '0' : cardinalWords.has(word))
const cardinalWords: ReadonlySet<string> = new Set(Object.keys(cardinals))
