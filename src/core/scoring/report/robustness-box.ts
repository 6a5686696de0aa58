import type { UnderYardstick, Yardstick } from '../words/under-yardsticks.ts'
import type { Lexicon } from '../words/word-counts.ts'
import type { Entrant, JudgedItem } from './entrant.ts'
import { type Check, type Headline, type RobustItem, robustness } from './robustness.ts'

/** The headline computed in other ways, and which ways say nothing here. */
export type RobustnessBox<Code> = {
  headline: Headline<Code>
  checks: Check<Code>[]
  notApplicable: { check: Check<Code>['check']; reason: string }[]
}

/** Phrases of a standard read as the middle of their bands, without those whose band holds another. */
const middleOf = ({ terms, termOf }: Yardstick, openBands: readonly string[]): Lexicon<number> =>
  Object.fromEntries(
    Object.entries(termOf).flatMap(([phrase, term]) => {
      const band = terms[term]
      return band && !openBands.includes(phrase) ? [[phrase, (band.low + band.high) / 2]] : []
    }),
  )

const robustItem = ({ references, ...item }: JudgedItem, { entered }: Entrant, against: string): RobustItem => {
  const { family, said, p, outcome, words } = item
  const reference = references[against]
  return {
    family,
    said,
    p,
    outcome,
    inCohort: entered,
    ...(words && { words }),
    ...(reference !== undefined && { reference }),
  }
}

const FIRST_ONLY =
  'one forecast of each question counts, the first that was scored; earlier and later ones play no part'

/**
 * The robustness box of one author, see `robustness`: sides are of what the board is held against where it stood beside a
 * forecast, else of 50 %. A check that cannot differ here is named with the reason instead of being shown as passed.
 */
export const robustnessBox = <Code>(
  entrant: Entrant,
  options: {
    against: string
    yardsticks: readonly Yardstick[]
    under: readonly UnderYardstick[]
    verdictOf: (items: readonly RobustItem[]) => Code
  },
): RobustnessBox<Code> => {
  const { against, yardsticks, under, verdictOf } = options
  const items = entrant.items.map((item) => robustItem(item, entrant, against))
  const inWords = entrant.items.some(({ words }) => words !== undefined)
  const lexicons = inWords
    ? yardsticks.map((yardstick) => {
        const openBands = under.find((one) => one.yardstick === yardstick.id)?.openBands ?? []
        return { id: yardstick.id, reading: middleOf(yardstick, openBands) }
      })
    : []
  const { headline, checks } = robustness(items, { verdictOf, lexicons, coders: [] })
  const notApplicable: RobustnessBox<Code>['notApplicable'] = [
    { check: 'first-forecast', reason: FIRST_ONLY },
    { check: 'final-forecast', reason: FIRST_ONLY },
    {
      check: 'due-cohorts',
      reason: entrant.entered
        ? 'everything here is of cohorts that have entered'
        : 'none of these questions is in a cohort that has entered',
    },
    { check: 'coder', reason: 'no statement is kept as several coders read it' },
    ...(inWords ? [] : [{ check: 'lexicon' as const, reason: 'all was said in numbers' }]),
  ]
  const silent = new Set(notApplicable.map(({ check }) => check))
  return { headline, checks: checks.filter(({ check }) => !silent.has(check)), notApplicable }
}
