import { brierLoss } from '../binary/proper-scores.ts'
import { eventOf, type MeasuredEffect, measure, OTHERS } from '../comparing/effects.ts'
import { familyInterval } from '../intervals/family.ts'
import { sum } from '../numbers/sum.ts'
import { sumsByFamily } from '../tally.ts'
import type { JudgedItem } from './entrant.ts'
import { fewestFamilies } from './minimum.ts'
import { CROWD, crowdOf, crowdOn, HALF, IN_SAMPLE } from './references.ts'
import { waits } from './withhold.ts'

/**
 * A forecaster that nobody is: for comparison, never of any rank. `inSample`: it has seen the outcomes. Where figures are
 * withheld both are null, and `withheld` says why; always 50 % scores .25 whatever comes out, so of it only the difference is.
 */
export type BoardReference = {
  reference: string
  inSample: boolean
  n: number
  families: number
  brier: { mean: number; low: number | null; high: number | null } | null
  difference: MeasuredEffect | null
  withheld: string | null
}

const FEWEST = fewestFamilies('references')

/** Why the figures of a reference are withheld: it has no bounds, so while questions are open outside entered cohorts it waits. */
const whyWithheld = (families: number, open: number): string | null => {
  if (families < FEWEST) return `a mean needs ${FEWEST} families; these are ${families}`
  return open === 0 ? null : `the score of a reference ${waits(open, 'statement')}`
}

/** A question of the board: as said first, with each baseline beside the first forecast that has one, and who answered. */
type Question = { first: JudgedItem; references: Record<string, number>; items: JudgedItem[] }

/** `n` questions on which a reference counts beside none of what was said there, and why: `none-recorded` where there is none. */
export type MissingReference = { reference: string; reason: string; n: number }

const NONE_RECORDED = 'none-recorded'

const lossOf = (p: number, outcome: 0 | 1): number => brierLoss(p, { n: 1, hits: outcome })
const mean = (values: readonly number[]): number => sum(values) / values.length

const questionsOf = (authors: readonly { items: readonly JudgedItem[] }[]): Question[] => {
  const questions = new Map<string, JudgedItem[]>()
  for (const item of authors.flatMap(({ items }) => items)) {
    const key = eventOf(item)
    const so = questions.get(key)
    if (so) so.push(item)
    else questions.set(key, [item])
  }
  return [...questions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, items]) => {
      const bySaid = items.toSorted((a, b) => a.said - b.said)
      const [first] = bySaid
      const references = Object.assign({}, ...bySaid.toReversed().map((item) => item.references))
      return first ? [{ first, references, items: bySaid }] : []
    })
}

/** Where references that may be recorded are missing, by name and reason; of several reasons on a question that of what was said first. */
export const missingReferences = (
  authors: readonly { items: readonly JudgedItem[] }[],
  recorded: readonly string[],
): MissingReference[] => {
  const questions = questionsOf(authors)
  return recorded.flatMap((reference) => {
    const reasons = questions
      .filter(({ references }) => references[reference] === undefined)
      .map(({ items }) => items.flatMap(({ noReferences }) => noReferences?.[reference] ?? [])[0] ?? NONE_RECORDED)
    return [...new Set(reasons)]
      .sort()
      .map((reason) => ({ reference, reason, n: reasons.filter((one) => one === reason).length }))
  })
}

/**
 * The reference forecasters of a board on all of its settled questions: always 50 %, each recorded baseline, the mean of all
 * who answered (two at least), and, where no base rate was recorded, that of the very outcomes. `difference` is held against
 * what the board is: from the authors' mean loss on the question, or from the recorded baseline; above 0 is better.
 *
 * Brier 0 best, 1 worst, intervals by family. None without a question. Example: one question that came true, .8 and .6 said:
 * half .25, others (.3)² = .09, in-sample-base-rate 0; all but the .25 withheld below ten families, and while `open` statements wait
 * outside entered cohorts: "yes" settles at once and "no" waits.
 */
export const boardReferences = (
  authors: readonly { items: readonly JudgedItem[] }[],
  against: string,
  { recorded, open }: { recorded: readonly string[]; open: number },
): BoardReference[] => {
  const questions = questionsOf(authors)
  if (questions.length === 0) return []
  const crowd = crowdOf(authors)
  const baseRate = mean(questions.map(({ first }) => first.outcome))
  const opponentOn = ({ first, references, items }: Question): number | undefined => {
    if (against === OTHERS) return mean(items.map(({ p, outcome }) => lossOf(p, outcome)))
    const said = references[against]
    return said === undefined ? undefined : lossOf(said, first.outcome)
  }
  const row = (reference: string, says: (question: Question) => number | undefined): BoardReference[] => {
    const said = questions.flatMap((question) => {
      const p = says(question)
      if (p === undefined) return []
      const { family, outcome } = question.first
      return [{ family, loss: lossOf(p, outcome), opponent: opponentOn(question) }]
    })
    const brier = familyInterval(sumsByFamily(said))
    if (!brier) return []
    const differences = said.flatMap(({ family, loss, opponent }) =>
      opponent === undefined ? [] : [{ family, loss: opponent - loss }],
    )
    const { low = null, high = null } = brier.interval ?? {}
    const { families } = brier
    const withheld = whyWithheld(families, open)
    const figures =
      withheld === null
        ? { brier: { mean: brier.mean, low, high }, difference: measure(against, differences) }
        : { brier: reference === HALF ? { mean: brier.mean, low, high } : null, difference: null }
    return [{ reference, inSample: reference === IN_SAMPLE, n: said.length, families, ...figures, withheld }]
  }
  const hasBaseRate = questions.some(({ references }) => references['base-rate'] !== undefined)
  return [
    ...row(HALF, () => 0.5),
    ...recorded.flatMap((name) => row(name, ({ references }) => references[name])),
    ...row(CROWD, ({ first }) => crowdOn(crowd, first)),
    ...(hasBaseRate ? [] : row(IN_SAMPLE, () => baseRate)),
  ]
}
