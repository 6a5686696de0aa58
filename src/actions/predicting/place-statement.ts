import { MAX_CLAIM } from '../../core/candidate.ts'
import { orient } from '../../core/candidate-corrections.ts'
import type { Match } from '../../core/matching/match.ts'
import type { Polarity } from '../../core/probability.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import type { Resolver } from '../../core/resolution/resolver.ts'
import type { NamedTrigger } from '../../core/resolution/trigger.ts'
import type { Found } from '../../queries/matching/decision.ts'
import type { NearClaim } from '../../queries/matching/near-claims.ts'
import { lockQuestion } from '../../storage/questions.ts'
import type { Transacting } from '../context.ts'
import { questionOfCandidate } from '../questions/create-question.ts'
import { compareWith, findEarlier, type Restating } from './match-candidate.ts'

/** What a reviewer says of the question of a statement; what is left out is for the rule and the words to say. */
export type Framing = {
  questionId?: string | undefined
  wording?: string | undefined
  criteria?: string | undefined
  orientation?: Question['version']['orientation'] | undefined
  familyId?: string | undefined
  newQuestion?: true | undefined
  resolvers?: Resolver[] | undefined
  trigger?: NamedTrigger | undefined
}
const frame = ['wording', 'criteria', 'orientation', 'familyId', 'newQuestion', 'resolvers', 'trigger'] as const

/** A question that stands keeps its wording and frame: what would change it is refused, not ignored. */
const mustOnlyJoin = (review: Framing): void => {
  const fields = frame
    .filter((field) => review[field] !== undefined)
    .map((field) => ({ field, detail: 'the question that is joined has its own' }))
  if (fields.length === 0) return
  throw new Problem('invalid-input', 'a question that stands is joined as it is', 'leave these fields out', fields)
}

/** Where a statement stands, by whose decision, and beside which earlier claim. */
export type Placed = {
  question: Question
  /** What the words are said of there; null where they are the question's own. */
  polarity: Polarity | null
  near: NearClaim | null
  done: Pick<Match, 'did' | 'decidedBy' | 'reason'>
}

/** Words are said of one event. What they say of one option of several is a question of its own, in the same family. */
export const mustBeBinary = ({ kind, id, familyId }: Question): void => {
  if (kind === 'binary') return
  const detail = `${id} is a ${kind} question, and words speak of one event`
  const remedy = `make a question of yes and no in its family, ${familyId}`
  throw new Problem('invalid-input', detail, remedy, [{ field: 'questionId', detail }])
}

const joinNamed = async (scope: Transacting, restating: Restating, questionId: string): Promise<Placed> => {
  const question = await lockQuestion(scope.tx, questionId)
  if (!question) throw missing('question', questionId, 'questionId')
  mustBeBinary(question)
  const near = await compareWith(scope, restating, question)
  const isKin = near !== null && ['same', 'family'].includes(near.compared.verdict)
  const done = { did: 'joined', decidedBy: 'reviewer', reason: 'the reviewer named the question' } as const
  return { question, polarity: isKin ? near.polarity : null, near, done }
}

/** Whether the reviewer leaves it to the rule on which question a statement counts. */
const leavesItToTheRule = (review: Framing): boolean => frame.every((field) => review[field] === undefined)

const deedOf = (review: Framing, found: Found | null): Placed['done'] => {
  const wouldBe = `the rule would have ${found?.did === 'joined' ? 'joined it' : 'kept the family'}`
  if (review.newQuestion) return { did: 'new', decidedBy: 'reviewer', reason: `not the same; ${wouldBe}` }
  if (review.familyId) return { did: 'family', decidedBy: 'reviewer', reason: `the family is given; ${wouldBe}` }
  if (found?.did === 'joined') return { did: 'family', decidedBy: 'reviewer', reason: `a frame of its own; ${wouldBe}` }
  return { did: 'family', decidedBy: 'rule', reason: found?.reason ?? '' }
}

/** What a new question asks: what the reviewer says, else the claim as it was found, which in a text without full stops is all of it. */
const wordingOf = (claim: string, { wording = claim }: Framing): string => {
  if (wording.length <= MAX_CLAIM) return wording
  const detail = `the claim has ${wording.length} characters, and the wording of a question at most ${MAX_CLAIM}`
  throw new Problem('invalid-input', detail, 'send a wording that says it shorter, or split the candidate', [
    { field: 'wording', detail },
  ])
}

/** The question of a statement: the one named, the one that the rule finds said before, or a new one. */
export const placeOf = async (scope: Transacting, restating: Restating, review: Framing): Promise<Placed> => {
  const { candidate, commentary } = restating
  if (review.questionId) {
    mustOnlyJoin(review)
    return joinNamed(scope, restating, review.questionId)
  }
  const found = await findEarlier(scope, restating)
  if (found?.did === 'joined' && leavesItToTheRule(review)) {
    const { near, did, reason } = found
    return { question: near.question, polarity: near.polarity, near, done: { did, decidedBy: 'rule', reason } }
  }
  const { window } = candidate
  const family = review.newQuestion ? undefined : found?.near.question.familyId
  const question = await questionOfCandidate(scope, {
    hedge: candidate.hedge,
    wording: wordingOf(candidate.claim, review),
    criteria: review.criteria,
    orientation: review.orientation ?? orient(candidate).orientation,
    condition: candidate.condition,
    windowStart: window?.start ?? commentary.publishedOn,
    windowEnd: window?.end ?? null,
    windowSource: window?.source ?? 'default',
    familyId: review.familyId ?? family,
    ...(review.resolvers ? { resolvers: review.resolvers } : {}),
    ...(review.trigger ? { trigger: review.trigger } : {}),
  })
  return { question, polarity: null, near: found?.near ?? null, done: deedOf(review, found) }
}
