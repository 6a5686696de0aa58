import { crossedSides, sameFigures } from './figures.ts'
import type { Comparison, Difference } from './match.ts'
import type { Reading } from './read-claim.ts'

/** How much of the similarity each difference leaves. */
const leaves: Readonly<Record<Difference, number>> = {
  names: 0.4,
  words: 0.8,
  direction: 0.4,
  roles: 0.4,
  again: 0.6,
  reference: 0.8,
  'too-little': 1,
  figures: 0.6,
  condition: 0.7,
  horizon: 0.8,
}
const OPPOSED = 0.5
const withinFamily: ReadonlySet<Difference> = new Set(['figures', 'condition', 'horizon'])

/** Two claims that nothing parts are one from here on; others are worth a look when so much of them is left. */
const SAME = 0.75
const RELATED = 0.35
/** A claim needs this weight of words and figures of its own to be known again. */
const ENOUGH = 1.5

/** `flipped`: their wordings, bare of likelihood, deny one another ("stop", "not stop"), so that the likelihood turns. */
export type Compared = Comparison & { flipped: boolean }

/**
 * Compares two claims; the order does not matter. `horizonDiffers`: their windows end at different times. "Inflation will
 * exceed 3 percent" and "… 4 percent": similarity 0.6, verdict `family`, differs `figures`.
 */
export const compare = (a: Reading, b: Reading, horizonDiffers: boolean): Compared => {
  const [left, right] = [shortened(a, b), shortened(b, a)]
  const sameWords = a.words === b.words && a.condition?.words === b.condition?.words
  const content = sameWords ? 1 : contentOf(left, right)
  const differs = differencesOf(left, right, horizonDiffers)
  const flipped = isFlipped(left, right)
  const opposed = flipped !== (a.doubted !== b.doubted)
  const alike = content * kept(differs)
  return {
    similarity: sameWords ? 1 : Math.round(alike * (opposed ? OPPOSED : 1) * 1000) / 1000,
    verdict: verdictOf(content, differs),
    opposed,
    differs,
    flipped,
  }
}

const kept = (differs: readonly Difference[]): number =>
  differs.reduce((product, difference) => product * leaves[difference], 1)

const verdictOf = (content: number, differs: readonly Difference[]): Comparison['verdict'] => {
  const kin = differs.every((difference) => withinFamily.has(difference))
  if (content >= SAME && kin) return differs.length === 0 ? 'same' : 'family'
  return content * kept(differs) >= RELATED ? 'related' : 'other'
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

/**
 * Shared weight against what either has alone: the Tversky index made symmetric (Jimenez, Becerra and Gelbukh 2013),
 * s / (s + 0.8 min + 0.2 max), since what only one of them adds is mostly elaboration. 1 for the same terms, 0 where none
 * is shared.
 */
const contentOf = (a: Reading, b: Reading): number => {
  const weightOf = (key: string): number => Math.max(a.terms.get(key) ?? 0, b.terms.get(key) ?? 0)
  const shared = sum([...a.terms.keys()].filter((key) => agree(a, b, key)).map(weightOf))
  const alone = (one: Reading, other: Reading): number =>
    sum([...one.terms].map(([key, weight]) => (agree(one, other, key) ? 0 : weight)))
  const [left, right] = [alone(a, b), alone(b, a)]
  const whole = shared + 0.8 * Math.min(left, right) + 0.2 * Math.max(left, right)
  return whole === 0 ? 0 : shared / whole
}

const agree = (a: Reading, b: Reading, key: string): boolean =>
  b.terms.has(key) && (a.ways.get(key) ?? 0) === (b.ways.get(key) ?? 0)

const differencesOf = (a: Reading, b: Reading, horizonDiffers: boolean): Difference[] => {
  const found: [Difference, boolean][] = [
    ['names', lacks(b, a.names) && lacks(a, b.names)],
    ['words', lacks(b, weighty(a)) && lacks(a, weighty(b))],
    ['direction', [...a.ways].some(([key, way]) => b.ways.has(key) && b.ways.get(key) !== way)],
    ['roles', rolesSwapped(a, b)],
    ['again', a.repeats.join() !== b.repeats.join()],
    ['reference', a.points || b.points],
    ['too-little', Math.min(substance(a), substance(b)) < ENOUGH],
    ['figures', !sameFigures(a.figures, b.figures)],
    ['condition', !sameCondition(a.condition, b.condition)],
    ['horizon', horizonDiffers],
  ]
  return found.filter(([, holds]) => holds).map(([difference]) => difference)
}

const substance = ({ terms, figures }: Reading): number => sum(terms.values()) + figures.length
const weighty = ({ terms }: Reading): string[] => [...terms].filter(([, weight]) => weight === 1).map(([key]) => key)
const lacks = ({ terms }: Reading, keys: readonly string[]): boolean => keys.some((key) => !terms.has(key))

/** "Arsenal will beat Chelsea" is not "Chelsea will beat Arsenal", but is "Chelsea will lose to Arsenal". */
const rolesSwapped = (a: Reading, b: Reading): boolean => {
  const shared = (one: Reading, other: Reading): string[] => one.order.filter((key) => other.order.includes(key))
  const [left, right] = [shared(a, b), shared(b, a)]
  return a.turned === b.turned && left.length > 1 && left[0] !== right[0] && left[0] === right.at(-1)
}

const sameCondition = (a: Reading | null, b: Reading | null): boolean => {
  if (a === null || b === null) return a === b
  return a.words === b.words || verdictOf(contentOf(a, b), differencesOf(a, b, false)) === 'same'
}

/** Whether an odd number of denials lies between two wordings: of the whole, or of words that both rest on. */
const isFlipped = (a: Reading, b: Reading): boolean => {
  const words = [...a.signs].filter(([key, sign]) => b.signs.has(key) && b.signs.get(key) !== sign).length
  return (words + crossedSides(a.figures, b.figures) + Number(a.denied) + Number(b.denied)) % 2 === 1
}

/** A name spelt out, written as the acronym that it has in the other claim: European Central Bank, ECB. */
const shortened = (one: Reading, other: Reading): Reading => {
  const run = one.runs.find((words) => other.terms.has(initialsOf(words)) && !one.terms.has(initialsOf(words)))
  if (!run) return one
  const terms = [...one.terms].filter(([key]) => !run.includes(key))
  return {
    ...one,
    terms: new Map([...terms, [initialsOf(run), 1]]),
    names: [...new Set(one.names.map((name) => (run.includes(name) ? initialsOf(run) : name)))],
  }
}

const initialsOf = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('')
