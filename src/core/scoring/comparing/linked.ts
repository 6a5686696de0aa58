import { MINIMUM_COMMON } from './head-to-head.ts'
import { componentsOf } from './two-way.ts'

/** That a forecaster answered a question. */
export type Answer = { forecaster: string; question: string }

/** `rows` of the one group whose members can be set beside each other; `apart`: forecasters of the other groups. */
export type Linked<Row extends Answer> = { rows: Row[]; apart: Set<string> }

const countBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}

/** Questions that two forecasters at least answered, and forecasters of ten such at least: who has fewer goes, until nobody does. */
const commonOf = <Row extends Answer>(rows: readonly Row[]): readonly Row[] => {
  for (let left = rows; ; ) {
    const asked = countBy(left, ({ question }) => question)
    const shared = left.filter(({ question }) => (asked.get(question) ?? 0) > 1)
    const own = countBy(shared, ({ forecaster }) => forecaster)
    const next = shared.filter(({ forecaster }) => (own.get(forecaster) ?? 0) >= MINIMUM_COMMON)
    if (next.length === left.length) return next
    left = next
  }
}

const numbered = (names: readonly string[]): Map<string, number> =>
  new Map([...new Set(names)].map((name, at) => [name, at]))

/** The number of the group of each row. */
const groupsOf = (rows: readonly Answer[]): number[] => {
  const forecasters = numbered(rows.map(({ forecaster }) => forecaster))
  const questions = numbered(rows.map(({ question }) => question))
  const cells = rows.map(({ forecaster, question }) => ({
    row: forecasters.get(forecaster) ?? 0,
    column: questions.get(question) ?? 0,
    value: 0,
  }))
  const groups = componentsOf(cells, forecasters.size, questions.size)
  return cells.map(({ column }) => groups[column] ?? 0)
}

/**
 * What of a table of answers can be levelled by common questions: those that two forecasters at least answered, of forecasters
 * who share ten such at least, taken again until neither changes; of what is left the largest group in which common questions
 * lead from everybody to everybody, by answers (of two alike the one that comes first). Empty where nobody shares ten.
 *
 * Example: a and b answered 1 to 12, c and d 13 to 22: the rows of a and b, and c and d stand apart.
 */
export const linkedOf = <Row extends Answer>(rows: readonly Row[]): Linked<Row> => {
  const common = commonOf(rows)
  const groups = groupsOf(common)
  const sizes = [...countBy(groups, String)].map(([group, size]) => ({ group: Number(group), size }))
  const largest = sizes.reduce((so, one) => (one.size > so.size ? one : so), { group: -1, size: 0 }).group
  return {
    rows: common.filter((_, at) => groups[at] === largest),
    apart: new Set(common.filter((_, at) => groups[at] !== largest).map(({ forecaster }) => forecaster)),
  }
}
