import { brierLoss } from '../binary/proper-scores.ts'
import { type FamilySkill, skillByFamily } from '../binary/skill.ts'
import { eventOf, type Rated } from '../comparing/effects.ts'
import { type FamilyMean, familyInterval } from '../intervals/family.ts'
import { sum } from '../numbers/sum.ts'
import { groupedByFamily, sumsByFamily } from '../tally.ts'

/** What always says 50 %; the mean of other forecasters; the base rate of the very outcomes, which has seen them. */
export const HALF = 'half'
export const CROWD = 'others'
export const IN_SAMPLE = 'in-sample-base-rate'

/** One question of a sample with what a reference said of it. */
export type Said = { family: string; outcome: 0 | 1; reference: number }

/** A reference on the questions that it shares with a forecaster; `difference` is above 0 where the forecaster is better. */
export type AuthorReference = {
  reference: string
  inSample: boolean
  n: number
  brier: number
  own: number
  difference: FamilyMean
  /** The same as a ratio, 1 − own/brier; null where the reference was never wrong. */
  skill: Pick<FamilySkill, 'skill' | 'sd' | 'interval'> | null
}

type Asked = Pick<Rated, 'question' | 'outcome'>

/** Per question, how many said something of it and the sum of what they said. */
export type Crowd = ReadonlyMap<string, { n: number; total: number }>

/** Everybody's forecasts by question. Pass authors in one order, for the sums to be the same to the last bit. */
export const crowdOf = (authors: readonly { items: readonly Rated[] }[]): Crowd => {
  const crowd = new Map<string, { n: number; total: number }>()
  for (const item of authors.flatMap(({ items }) => items)) {
    const so = crowd.get(eventOf(item)) ?? { n: 0, total: 0 }
    crowd.set(eventOf(item), { n: so.n + 1, total: so.total + item.p })
  }
  return crowd
}

/** The mean forecast of the others on a question, one's own left out; undefined where there is no other. */
export const othersOn = (crowd: Crowd, item: Asked & { p: number }): number | undefined => {
  const all = crowd.get(eventOf(item))
  if (!all || all.n < 2) return undefined
  // A mean of probabilities, whatever rounding makes of it.
  return Math.min(1, Math.max(0, (all.total - item.p) / (all.n - 1)))
}

/** The mean forecast of all who answered a question, where there are two at least. */
export const crowdOn = (crowd: Crowd, item: Asked): number | undefined => {
  const all = crowd.get(eventOf(item))
  return all && all.n > 1 ? all.total / all.n : undefined
}

const lossOf = (p: number, outcome: 0 | 1): number => brierLoss(p, { n: 1, hits: outcome })
const mean = (values: readonly number[]): number => sum(values) / values.length

/**
 * An author beside everything there is to be held against on the same questions: always 50 %, each recorded baseline, the
 * others with the author left out, and, where no base rate was recorded, that of the very outcomes, which no forecaster could
 * know. Brier 0 best, 1 worst; questions clustered by family. None without items. `others` is what the others said on average of
 * the event that `p` is of; undefined where there is nobody.
 *
 * Example: .8 said of one question that came true, base rate .6: half .25, base-rate .16, own .04, skill 1 − .04/.16 = .75.
 */
export const authorReferences = <Item extends Rated>(
  items: readonly Item[],
  others: (item: Item) => number | undefined,
  recorded: readonly string[],
): AuthorReference[] => {
  if (items.length === 0) return []
  const baseRate = mean(items.map(({ outcome }) => outcome))
  const beside: [reference: string, says: (item: Item) => number | undefined][] = [
    [HALF, () => 0.5],
    ...recorded.map((name): (typeof beside)[number] => [name, ({ references }) => references[name]]),
    [CROWD, others],
    [IN_SAMPLE, () => baseRate],
  ]
  const hasBaseRate = items.some(({ references }) => references['base-rate'] !== undefined)
  return beside.flatMap(([reference, says]): AuthorReference[] => {
    if (reference === IN_SAMPLE && hasBaseRate) return []
    const pairs = items.flatMap((item) => {
      const theirs = says(item)
      if (theirs === undefined) return []
      const [other, own] = [lossOf(theirs, item.outcome), lossOf(item.p, item.outcome)]
      return [{ family: item.family, other, own, loss: other - own }]
    })
    const difference = familyInterval(sumsByFamily(pairs), { range: { low: -1, high: 1 } })
    if (!difference) return []
    const [brier, own] = [mean(pairs.map(({ other }) => other)), mean(pairs.map((pair) => pair.own))]
    const ratio = skillByFamily(
      groupedByFamily(pairs).map((of) => ({
        n: of.length,
        own: sum(of.map((pair) => pair.own)),
        reference: sum(of.map(({ other }) => other)),
      })),
    )
    const skill = ratio && { skill: ratio.skill, sd: ratio.sd, interval: ratio.interval }
    return [{ reference, inSample: reference === IN_SAMPLE, n: pairs.length, brier, own, difference, skill }]
  })
}
