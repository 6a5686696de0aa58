import { groupBy } from '../../core/group-by.ts'
import { outcomeOf, questionOf } from './forecast-names.ts'
import type { ForecastInput } from './score-input.ts'

/** What items may leave out, and must not say in two ways. */
type Told = 'family' | 'settled_on'

/** Something that items say of their question in two ways: the one at `at` against the `first` one. */
export type Contradiction = { at: number; first: number; field: 'outcome' | Told; detail: string }

type Placed = { item: ForecastInput; at: number }

const outcomesOf = ([first, ...others]: readonly Placed[]): Contradiction[] =>
  others.flatMap(({ item, at }) =>
    first === undefined || outcomeOf(item) === outcomeOf(first.item)
      ? []
      : [{ at, first: first.at, field: 'outcome', detail: `is ${item.outcome}, but ${first.item.outcome}` }],
  )

const toldOf = (of: readonly Placed[], field: Told): Contradiction[] => {
  const [first, ...others] = of.filter(({ item }) => item[field] !== undefined)
  return others.flatMap(({ item, at }) =>
    first === undefined || item[field] === first.item[field]
      ? []
      : [{ at, first: first.at, field, detail: `is "${item[field]}", but "${first.item[field]}"` }],
  )
}

/** A question has one outcome, known from one day on, and one family, whoever forecasts it. In order of the items. */
export const contradictions = (items: readonly ForecastInput[]): Contradiction[] => {
  const placed = items.map((item, at) => ({ item, at }))
  const byQuestion = [...groupBy(placed, ({ item, at }) => questionOf(item, at)).values()]
  return byQuestion
    .flatMap((of) => [...outcomesOf(of), ...toldOf(of, 'family'), ...toldOf(of, 'settled_on')])
    .sort((a, b) => a.at - b.at)
}
