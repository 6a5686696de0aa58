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

/** Why checks say nothing here, by name. */
export type NotApplicable = Partial<Record<Check<unknown>['check'], string>>

/** Phrases of a standard read as the middle of their bands, without those whose band holds another. */
const middleOf = ({ terms, termOf }: Yardstick, openBands: readonly string[]): Lexicon<number> =>
  Object.fromEntries(
    Object.entries(termOf).flatMap(([phrase, term]) => {
      const band = terms[term]
      return band && !openBands.includes(phrase) ? [[phrase, (band.low + band.high) / 2]] : []
    }),
  )

const robustItem = ({ references, ...item }: JudgedItem, { entered }: Entrant, against: string): RobustItem => {
  const { family, said, p, outcome, restated, words, first, final } = item
  const reference = references[against]
  return {
    family,
    said,
    p,
    outcome,
    inCohort: entered,
    ...(restated && { restated }),
    ...(words && { words }),
    ...(first !== undefined && { first }),
    ...(final !== undefined && { final }),
    ...(reference !== undefined && { reference }),
  }
}

const ONCE_ONLY = 'on none of these questions did several forecasts of this author stand before it closed'
/** A candidate takes one review, and what it was read as is what counts. */
const ONE_CODER = 'each statement was reviewed once, by one person, so it has no second reading that could be scored'

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
    reasons?: NotApplicable
  },
): RobustnessBox<Code> => {
  const { against, yardsticks, under, verdictOf, reasons = {} } = options
  const items = entrant.items.map((item) => robustItem(item, entrant, against))
  const inWords = entrant.items.some(({ words }) => words !== undefined)
  const lexicons = inWords
    ? yardsticks.map((yardstick) => {
        const openBands = under.find((one) => one.yardstick === yardstick.id)?.openBands ?? []
        return { id: yardstick.id, reading: middleOf(yardstick, openBands) }
      })
    : []
  const { headline, checks } = robustness(items, { verdictOf, lexicons, coders: [] })
  const restated = items.some(({ first, final }) => first !== undefined || final !== undefined)
  const notApplicable: RobustnessBox<Code>['notApplicable'] = [
    ...(restated
      ? []
      : (['first-forecast', 'final-forecast'] as const).map((check) => ({
          check,
          reason: reasons[check] ?? ONCE_ONLY,
        }))),
    {
      check: 'due-cohorts',
      reason:
        reasons['due-cohorts'] ??
        (entrant.entered
          ? 'everything here is of cohorts that have entered'
          : 'none of these questions is in a cohort that has entered'),
    },
    { check: 'coder', reason: reasons.coder ?? ONE_CODER },
    ...(inWords ? [] : [{ check: 'lexicon' as const, reason: 'all was said in numbers' }]),
  ]
  const silent = new Set(notApplicable.map(({ check }) => check))
  return { headline, checks: checks.filter(({ check }) => !silent.has(check)), notApplicable }
}
