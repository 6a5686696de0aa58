import { brier } from '../binary/proper-scores.ts'
import { countsOf } from '../counts.ts'
import { randomFrom } from '../numbers/random.ts'
import { groupedByFamily, withOpen } from '../tally.ts'
import { expectedScores } from '../words/expected-score.ts'
import { nestedWorlds } from '../words/nested-worlds.ts'
import { type UnderYardstick, underYardsticks, type Yardstick } from '../words/under-yardsticks.ts'
import {
  type Beta,
  countsUnder,
  type Lexicon,
  ofPositive,
  readingOf,
  type Statements,
  type WordCount,
} from '../words/word-counts.ts'
import { drawMeanings, type WorldBand, worldBand } from '../words/worlds.ts'
import { firstOfEach, type JudgedItem } from './entrant.ts'
import type { Sample } from './evidence.ts'
import type { Standing, Waiting } from './standing.ts'

/** What the words of a board are read by: the lexicon of scores, and standards to set beside it. */
export type Readings = { lexicon: Lexicon<Beta>; yardsticks: readonly Yardstick[] }

/** What of a report hangs on what words mean. */
export type ReadWords = {
  statements: number
  pointBrier: number
  lexiconVariance: number
  expectedBrier: number
  worlds: { brier: WorldBand | null; verdictHolds: number | null }
  nested: WorldBand | null
  yardsticks: UnderYardstick[]
}

/** What was said, numbers and words apart. */
export const statementsOf = (items: readonly Pick<JudgedItem, 'p' | 'outcome' | 'words'>[]): Statements => {
  const words = new Map<string, WordCount>()
  for (const { words: said, outcome } of items) {
    if (!said) continue
    const key = `${said.phrase} ${said.polarity}`
    const so = words.get(key) ?? { ...said, n: 0, hits: 0 }
    words.set(key, { ...so, n: so.n + 1, hits: so.hits + outcome })
  }
  return {
    numbers: countsOf(items.filter((item) => item.words === undefined)),
    words: [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count),
  }
}

type Options<Code> = {
  readings: Readings
  seed: string
  worlds: number
  /** The verdict of the items as they stand, and of a sample as it would read; null where there is none. */
  verdict: { code: Code; ofSample: (sample: Sample) => Code; standing: Pick<Standing, 'items' | 'waiting'> } | null
}

/** A verdict takes far longer than a mean: in so many worlds at most, a share is within ten points of that in all. */
export const VERDICT_WORLDS = 100

/** Families of the same statements are read once in a world; what weighs them knows the same counts by their identity. */
const kindsOf = (families: readonly Statements[]): { unlike: Statements[]; of: number[] } => {
  const unlike: Statements[] = []
  const known = new Map<string, number>()
  const of = families.map((family) => {
    const key = JSON.stringify(family)
    const kind = known.get(key)
    if (kind !== undefined) return kind
    known.set(key, unlike.length)
    return unlike.push(family) - 1
  })
  return { unlike, of }
}

/** The sample of a verdict, as it reads in one world after another: what is open is read as what is settled is. */
const sampledOf = ({ items, waiting }: Pick<Standing, 'items' | 'waiting'>) => {
  const settled = new Map(groupedByFamily(items).map((own) => [own[0]?.family ?? '', statementsOf(own)]))
  const { families, open } = withOpen(settled, waiting)
  const kinds = kindsOf(families)
  const firsts = statementsOf(firstOfEach(items))
  return {
    phrases: [...items, ...waiting].flatMap(({ words }) => (words ? [words.phrase] : [])),
    sampleIn: (meanings: Lexicon<number>): Sample => {
      const read = kinds.unlike.map((family) => countsUnder(family, meanings))
      const said = ({ words, ...one }: Waiting) => ({
        ...one,
        p: words ? ofPositive(words.polarity, readingOf(meanings, words.phrase)) : one.p,
      })
      return {
        families: kinds.of.map((kind) => read[kind] ?? []),
        open: open.map((own) => own.map(said)),
        oneEach: countsUnder(firsts, meanings),
      }
    },
  }
}

/**
 * How far a mean Brier score and a verdict hang on the meaning of words: each phrase is given one meaning a world, drawn from
 * the lexicon's distribution, and everything is scored again. `verdictHolds` is the share of worlds, 0 to 1, with the same
 * verdict, in the first 100 of them; `nested` draws the families anew as well; `yardsticks` reads what standards have words for. Brier 0 best, 1 worst.
 * Null where all was said in numbers. The same for the same seed.
 *
 * Example: "likely", Beta(3, 1), said once and true: point .0625, variance .0375, expected .1.
 */
export const readingWords = <Code>(items: readonly JudgedItem[], options: Options<Code>): ReadWords | null => {
  const { readings, seed, worlds, verdict } = options
  const { lexicon, yardsticks } = readings
  const statements = statementsOf(items)
  const expected = expectedScores(statements, lexicon)
  if (statements.words.length === 0 || expected === null) return null
  const families = groupedByFamily(items).map(statementsOf)
  const judges = verdict && sampledOf(verdict.standing)
  const phrases = [...new Set([...statements.words.map(({ phrase }) => phrase), ...(judges?.phrases ?? [])])]
  const random = randomFrom(`${seed} worlds`)
  let [judged, holding] = [0, 0]
  // World by world: of each only its counts are kept.
  const drawn = Array.from({ length: worlds }, (_, at) => {
    const meanings = drawMeanings(phrases, lexicon, random)
    if (verdict && judges && at < VERDICT_WORLDS) {
      judged++
      holding += Number(verdict.ofSample(judges.sampleIn(meanings)) === verdict.code)
    }
    return countsUnder(statements, meanings)
  })
  return {
    statements: items.filter((item) => item.words !== undefined).length,
    pointBrier: expected.pointBrier,
    lexiconVariance: expected.lexiconVariance,
    expectedBrier: expected.expectedBrier,
    worlds: {
      brier: worldBand(drawn, brier),
      verdictHolds: judged === 0 ? null : holding / judged,
    },
    nested: worldBand(nestedWorlds(families, lexicon, { seed: `${seed} nested`, worlds }), brier),
    yardsticks: underYardsticks(statements, yardsticks),
  }
}
