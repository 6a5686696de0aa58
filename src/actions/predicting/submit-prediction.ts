import type { ItemResult } from '../../core/item-result.ts'
import { factAtOnce } from '../../core/ledger/fact.ts'
import { Problem } from '../../core/problem.ts'
import type { OwnAct } from '../../core/resolution/next-act.ts'
import {
  actOf,
  type Decided,
  decideSubmission,
  type Fresh,
  type Ground,
  type SubmitPrediction,
  submittedRow,
} from '../../core/submission.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { optionsOfAll } from '../../storage/options.ts'
import {
  findPrediction,
  insertPredictions,
  type NewPrediction,
  type StoredPrediction,
} from '../../storage/predictions.ts'
import {
  actsOn,
  holdTaking,
  type OnQuestion,
  onQuestion,
  slipsByIds,
  speakersNamed,
} from '../../storage/submissions.ts'
import { action, type Context, type Transacting } from '../context.ts'

/** What there is for submissions to follow on: the ground to decide on, and what their author did, which grows with each. */
type Standing = { ground: Ground; acts: Map<string, OwnAct[]> }

const named = (inputs: readonly SubmitPrediction[]) => ({
  slips: inputs.flatMap((input) => (input.act === 'mistake' ? [input.corrects] : [])),
  authors: inputs.flatMap((input) => (input.act === 'mistake' ? [] : [input.author])),
  questions: inputs.flatMap((input) => (input.act === 'mistake' ? [] : [input.questionId])),
  distributed: inputs.flatMap((input) => ('distribution' in input && input.distribution ? [input.questionId] : [])),
})
const once = (values: readonly string[]): string[] => [...new Set(values)]

/** Reads what is needed to decide on all of them, and holds who counts for whom and their questions: six statements, however many there are. */
const readGround = async ({ tx }: Transacting, inputs: readonly SubmitPrediction[]): Promise<Standing> => {
  const { slips: slipIds, authors, questions, distributed } = named(inputs)
  await holdLinks(tx)
  const slips = await slipsByIds(tx, once(slipIds))
  const ofSlips = [...slips.values()]
  const speakers = await speakersNamed(tx, once([...authors, ...ofSlips.map(({ authorId }) => authorId)]))
  const taking = await holdTaking(tx, once([...questions, ...ofSlips.map(({ questionId }) => questionId)]))
  const options = await optionsOfAll(tx, once(distributed))
  const pairs = new Map<string, OnQuestion>()
  for (const input of inputs) {
    const slip = input.act === 'mistake' ? slips.get(input.corrects) : undefined
    const authorId = slip?.authorId ?? (input.act === 'mistake' ? undefined : speakers.get(input.author)?.id)
    const questionId = slip?.questionId ?? (input.act === 'mistake' ? undefined : input.questionId)
    if (!authorId || !questionId) continue
    const pair = { questionId, authorId }
    pairs.set(onQuestion(pair), pair)
  }
  const acts = await actsOn(tx, [...pairs.values()])
  const ground: Ground = {
    slip: (id) => slips.get(id),
    speaker: (idOrSlug) => speakers.get(idOrSlug),
    question: (id) => taking.get(id),
    options: (questionId) => options.get(questionId) ?? [],
    acts: (questionId, authorId) => acts.get(onQuestion({ questionId, authorId })) ?? [],
  }
  return { ground, acts }
}

const isFresh = (decided: Decided): decided is Fresh => decided.next.stands === null

/**
 * Records what authors do now on open questions: state forecasts, say them again, take them back, or mark slips. Said is when they
 * are recorded. Each is decided on what stands with those before it, and refused by itself; what is sent twice is said once.
 */
export const submitPredictions = action<readonly SubmitPrediction[], ItemResult[]>(async (scope, inputs) => {
  const { tx, now, newId, actor } = scope
  const { ground, acts } = await readGround(scope, inputs)
  const rows: NewPrediction[] = []
  const submit = (input: SubmitPrediction): ItemResult => {
    const decided = decideSubmission(input, ground, { now, submitter: actor })
    if (!isFresh(decided)) return { status: 'standing', id: decided.next.stands ?? '' }
    const id = newId('prediction')
    const made = { id, quote: input.rationale ?? null, recordedBy: actor.name, recordedAt: now }
    rows.push(factAtOnce('prediction', submittedRow(decided, made), scope))
    const of = onQuestion(decided)
    const before = acts.get(of)
    if (before) before.push(actOf(decided, id, now))
    else acts.set(of, [actOf(decided, id, now)])
    return { status: 'recorded', id }
  }
  const results = inputs.map((input): ItemResult => {
    try {
      return submit(input)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { status: 'refused', problem: error }
    }
  })
  await insertPredictions(tx, rows)
  return results
})

/** `created` is false when what was sent stands already: sending it twice says it once. */
export type Submitted = { prediction: StoredPrediction; created: boolean }

/**
 * Records one. `created` is false when what was sent stands already. Throws `forbidden` for another's author, `illegal-step` where
 * it cannot follow, and what else `decideSubmission` refuses.
 */
export const submitPrediction = action<SubmitPrediction, Submitted>(async (scope, input) => {
  const [submitted] = await submitPredictions(scope, [input])
  if (submitted?.status === 'refused') throw submitted.problem
  const prediction = submitted && (await findPrediction(scope.tx, submitted.id))
  if (!prediction) throw new Error('what was submitted vanished')
  return { prediction, created: submitted.status === 'recorded' }
})

/** Whether a failure is of the database, so that trying its parts one by one would fail as well. */
const isEverybodys = (error: unknown): boolean => !(error instanceof Problem) || error.code === 'database-unavailable'

/**
 * Records several in one transaction. Where somebody else was first in a way that only the database sees, each goes by itself, so that
 * one refused keeps none of the others back. Throws where the database fails: then none of them was answered.
 */
export const submitPart = async (context: Context, inputs: readonly SubmitPrediction[]): Promise<ItemResult[]> => {
  try {
    return await submitPredictions(context, inputs)
  } catch (error) {
    if (isEverybodys(error)) throw error
  }
  const results: ItemResult[] = []
  for (const input of inputs) {
    try {
      results.push(...(await submitPredictions(context, [input])))
    } catch (error) {
      if (!(error instanceof Problem) || isEverybodys(error)) throw error
      results.push({ status: 'refused', problem: error })
    }
  }
  return results
}
