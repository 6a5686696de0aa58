import { z } from 'zod'
import type { ExtractedCandidate } from './candidate.ts'
import { type Corrections, corrections, orient } from './candidate-corrections.ts'
import { type Candidate, reviewDecisions } from './commentary.ts'
import { idOf } from './id.ts'
import { polarities } from './probability.ts'
import { orientations } from './question.ts'
import { cohensKappa, type RatingTable } from './scoring/comparing/cohens-kappa.ts'
import { wilson } from './scoring/intervals/proportion.ts'
import { Day, Instant } from './time.ts'

export const GiveSecondOpinion = z
  .object({
    decision: z.enum(reviewDecisions),
    reason: z.string().trim().min(1, 'say why').max(2000),
    orientation: z.enum(orientations).optional(),
    polarity: z.enum(polarities).optional().meta({ description: 'of the words, towards the positive event' }),
    phrase: corrections.phrase,
    probability: corrections.probability,
    windowEnd: Day.optional(),
  })
  .refine(({ phrase, probability }) => phrase === undefined || probability === undefined, {
    path: ['probability'],
    message: 'give either the phrase that was used or the number that was said',
  })
  .meta({
    id: 'GiveSecondOpinion',
    description: 'what is left out of an acceptance is as it was found',
    examples: [
      { decision: 'accept', reason: 'a forecast in the voice of its author' },
      { decision: 'reject', reason: 'it tells of the past' },
    ],
  })
export type GiveSecondOpinion = z.infer<typeof GiveSecondOpinion>

/** What another reviewer decided of a candidate without being told of the first decision. */
export const SecondOpinion = z
  .object({
    id: idOf('secondOpinion'),
    candidateId: idOf('candidate'),
    reviewId: idOf('review').meta({ description: 'the decision that it is a second one to' }),
    decision: z.enum(reviewDecisions),
    orientation: z.enum(orientations).nullable(),
    polarity: z.enum(polarities).nullable(),
    phrase: z.string().nullable().meta({ description: "the lexicon's phrase id, or `micro:<millionths>`" }),
    windowEnd: Day.nullable(),
    reason: z.string(),
    disputeId: idOf('dispute').nullable().meta({ description: 'what their disagreement opened; null: they agree' }),
    recordedAt: Instant,
  })
  .meta({ id: 'SecondOpinion', description: 'null where the candidate is rejected' })
export type SecondOpinion = z.infer<typeof SecondOpinion>

type Oriented = Pick<ExtractedCandidate, 'orientation' | 'polarity'>

/** A first decision as far as a second is compared with it. */
export type FirstDecision = {
  decision: (typeof reviewDecisions)[number]
  found: Pick<Candidate, 'kind' | 'polarity' | 'orientation'>
  corrections: Corrections | null
}
export type Second = Pick<SecondOpinion, 'decision' | 'orientation' | 'polarity'>
/** A first decision and a second, and how many pairs are so. */
export type DecisionPair = { first: FirstDecision; second: Second; n: number }

/** What the words are said of: the event as they word it, or its opposite. An opposite of an opposite is the event. */
const isSaidOfWording = ({ orientation, polarity }: Oriented): boolean =>
  (orientation === 'as-worded') === (polarity === '+')

const firstSide = ({ found, corrections: read }: FirstDecision): boolean => {
  const { orientation, polarity } = orient(found)
  return isSaidOfWording({
    orientation: read?.orientation?.to ?? orientation,
    polarity: read?.polarity?.to ?? polarity,
  })
}
const secondSide = ({ orientation, polarity }: Second): boolean =>
  isSaidOfWording({ orientation: orientation ?? 'as-worded', polarity: polarity ?? '+' })

/** In what two decisions differ: whether it is a forecast at all, or what it is a forecast of; null where they agree. */
export const disagreement = (first: FirstDecision, second: Second): 'decision' | 'orientation' | null => {
  if (first.decision !== second.decision) return 'decision'
  if (first.decision === 'reject') return null
  return firstSide(first) === secondSide(second) ? null : 'orientation'
}

/** Below so many pairs κ and its error, which holds for large samples, say more of the few than of the raters. */
export const FEWEST_PAIRS = 30
const interval = z.object({ low: z.number(), high: z.number(), level: z.number() })

export const Agreement = z
  .object({
    n: z.int().meta({ description: 'pairs of a first and a second decision' }),
    agreed: z.int(),
    agreement: z.object({ rate: z.number(), interval }).nullable().meta({ description: '95 %, Wilson; null of none' }),
    prevalence: z
      .object({ first: z.number(), second: z.number() })
      .nullable()
      .meta({ description: 'the share that each accepts, or takes as said of the event as worded' }),
    kappa: z
      .number()
      .nullable()
      .meta({ description: 'Cohen’s κ, −1 to 1: agreement beyond that of chance, higher is better' }),
    interval: interval.nullable().meta({ description: 'of κ, 95 %, large-sample' }),
    withheld: z.string().nullable().meta({ description: 'why there is no κ' }),
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>

export const ReviewAgreement = z
  .object({
    decisions: Agreement.meta({ description: 'on accepting or rejecting' }),
    orientation: Agreement.meta({ description: 'of what both accept: on the event it is said of, or its opposite' }),
    sample: z.string().meta({ description: 'which decisions are judged twice' }),
  })
  .meta({ id: 'ReviewAgreement' })
export type ReviewAgreement = z.infer<typeof ReviewAgreement>

/** `table[i][j]`: pairs of which the first says yes (0) or no (1), and the second. */
const agreementOf = (table: RatingTable): Agreement => {
  const [[yes = 0, yesNo = 0] = [], [noYes = 0, no = 0] = []] = table
  const n = yes + yesNo + noYes + no
  const agreed = yes + no
  const bounds = wilson(agreed, n)
  const shown = n < FEWEST_PAIRS ? null : cohensKappa(table)
  const few = `κ needs ${FEWEST_PAIRS} pairs, of which there are ${n}: with fewer, one of them moves it too far, and its error does not hold`
  return {
    n,
    agreed,
    agreement: bounds && { rate: agreed / n, interval: bounds },
    prevalence: n === 0 ? null : { first: (yes + yesNo) / n, second: (yes + noYes) / n },
    kappa: shown?.kappa ?? null,
    interval: shown?.interval ?? null,
    withheld: shown ? null : n < FEWEST_PAIRS ? few : 'both decided all alike: chance alone would agree as much',
  }
}

type Ratings = { first: boolean; second: boolean; n: number }

const tableOf = (ratings: readonly Ratings[]): RatingTable => {
  const count = (first: boolean, second: boolean): number =>
    ratings.reduce((sum, one) => (one.first === first && one.second === second ? sum + one.n : sum), 0)
  return [
    [count(true, true), count(true, false)],
    [count(false, true), count(false, false)],
  ]
}

const accepts = ({ decision }: { decision: FirstDecision['decision'] }): boolean => decision === 'accept'

/** How reviewers agree who judged the same candidates, the second without knowing of the first. */
export const reviewAgreement = (pairs: readonly DecisionPair[]): Omit<ReviewAgreement, 'sample'> => {
  const both = pairs.filter(({ first, second }) => accepts(first) && accepts(second))
  return {
    decisions: agreementOf(
      tableOf(pairs.map(({ first, second, n }) => ({ first: accepts(first), second: accepts(second), n }))),
    ),
    orientation: agreementOf(
      tableOf(both.map(({ first, second, n }) => ({ first: firstSide(first), second: secondSide(second), n }))),
    ),
  }
}
