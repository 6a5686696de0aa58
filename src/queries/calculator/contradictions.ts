import { groupBy } from '../../core/group-by.ts'
import { outcomeOf, questionOf } from './forecast-names.ts'
import type { ForecastInput } from './score-input.ts'

/** Something that items say of their question in two ways: the one at `at` against the `first` one. */
export type Contradiction = { at: number; first: number; field: 'outcome' | 'family'; detail: string }

type Placed = { item: ForecastInput; at: number }

const outcomesOf = ([first, ...others]: readonly Placed[]): Contradiction[] =>
  others.flatMap(({ item, at }) =>
    first === undefined || outcomeOf(item) === outcomeOf(first.item)
      ? []
      : [{ at, first: first.at, field: 'outcome', detail: `is ${item.outcome}, but ${first.item.outcome}` }],
  )

const familiesOf = (of: readonly Placed[]): Contradiction[] => {
  const [first, ...others] = of.filter(({ item }) => item.family !== undefined)
  return others.flatMap(({ item: { family }, at }) =>
    first === undefined || family === first.item.family
      ? []
      : [{ at, first: first.at, field: 'family', detail: `is "${family}", but "${first.item.family}"` }],
  )
}

/** A question has one outcome and one family, whoever forecasts it. In order of the items. */
export const contradictions = (items: readonly ForecastInput[]): Contradiction[] => {
  const placed = items.map((item, at) => ({ item, at }))
  const byQuestion = [...groupBy(placed, ({ item, at }) => questionOf(item, at)).values()]
  return byQuestion.flatMap((of) => [...outcomesOf(of), ...familiesOf(of)]).sort((a, b) => a.at - b.at)
}
