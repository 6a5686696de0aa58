import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { recordBaseline } from '../../src/actions/predicting/record-baseline.ts'
import { recordStatement } from '../../src/actions/predicting/record-statement.ts'
import { submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { changeTopics } from '../../src/actions/questions/change-topics.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { baselineKinds } from '../../src/core/baseline.ts'
import { plusMs } from '../../src/core/fetching/pace.ts'
import type { Question } from '../../src/core/question.ts'
import { MISTAKE_MS } from '../../src/core/resolution/next-act.ts'
import type { Collection } from '../../src/core/source.ts'
import type { Instant } from '../../src/core/time.ts'
import { baselinesFor } from '../../src/storage/baselines.ts'
import { day, instant, type World } from '../support/embedded.ts'
import { accepted, nothingFound, pieceOf, type Said } from './story.ts'

/** `pick` chooses among what is legal where it comes; the rest says on what, by whom, and how. */
export type Move = { pick: number; which: number; who: number; flag: boolean; wait: boolean }

/** What a history has come to. */
export type Story = {
  collection: Collection
  /** Questions of yes and no, in the order in which they came. */
  asked: string[]
  /** The question of several options, once there is one. */
  several: string | null
  quoted: Map<string, string>
  said: Said[]
  /** What was accepted, and on which question. */
  accepted: { candidateId: string; questionId: string }[]
  /** Who has judged what was accepted a second time. */
  opinions: { candidateId: string; by: string }[]
  /** Candidates that wait for another review. */
  pending: string[]
  submitted: { id: string; questionId: string; at: Instant }[]
  proposals: string[]
  disputes: string[]
}

/** A move, and where it comes: the questions as they stand then. */
export type Scene = { world: World; story: Story; move: Move; now: Instant; questions: Question[] }
/** What a kind of move would do in a scene; null where it cannot come. */
export type Offer = (scene: Scene) => (() => Promise<unknown>) | null

/** One of some, by number; null of none. */
export const oneOf = <T>(list: readonly T[], which: number): T | null => list[which % list.length] ?? null
/** Offers to do something with one of some, where there are any. */
export const withOne =
  <T>(find: (scene: Scene) => readonly T[], act: (one: T, scene: Scene) => Promise<unknown>): Offer =>
  (scene) => {
    const one = oneOf(find(scene), scene.move.which)
    return one && (() => act(one, scene))
  }

const quotes = ['It will likely rain.', 'It will likely snow.', 'It will likely hail.']
/** The last window ends in the middle of most histories. */
const ends = ['2026-03-31', '2026-03-31', '2026-06-20']
const people = ['Ada', 'Ben']
export const REFERENCE = instant('2026-07-15T00:00:00.000Z')

export const begin = async (world: World): Promise<Story> => {
  const at = world.at('2026-01-01')
  const piece = { name: 'Op-eds', rule: 'all of them', readWhole: true, caveat: null }
  const { collection } = await recordCollection(at, piece)
  await recordAuthor(at, { name: 'Mod', kind: 'model' })
  const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-07-31'), referenceAt: REFERENCE }
  const { question } = await createQuestion(at, { wording: 'It thaws.', ...window, collection: collection.id })
  const none = { accepted: [], opinions: [], pending: [], submitted: [], proposals: [], disputes: [] }
  return { collection, asked: [question.id], several: null, quoted: new Map(), said: [], ...none }
}

const collectionOf = ({ story, move }: Scene) => (move.flag ? { piece: { collection: story.collection.id } } : {})

/** A piece of its own day, with its prediction accepted. */
const speak = async (scene: Scene, said: Pick<Said, 'quote' | 'end' | 'review'>): Promise<Question> => {
  const { world, story, move, now } = scene
  const whole: Said = {
    on: `2026-0${move.who + 1}-${10 + story.said.length}`,
    recorded: now,
    by: [people[move.who] ?? ''],
    ...(move.who === 1 ? { found: { phrase: 'unlikely' } } : {}),
    ...collectionOf(scene),
    ...said,
  }
  const { candidate, question } = await accepted(world, whole)
  if (!story.asked.includes(question.id)) story.asked.push(question.id)
  story.said.push(whole)
  story.accepted.push({ candidateId: candidate.id, questionId: question.id })
  return question
}

/** On the question of its words, standing or new; on a decided one too, where it comes late. */
const say: Offer = (scene) => async () => {
  const { story, move } = scene
  const quote = quotes[move.which % quotes.length] ?? ''
  const questionId = story.quoted.get(quote)
  const review = questionId ? { questionId } : { newQuestion: true as const }
  const question = await speak(scene, { quote, end: ends[move.which % quotes.length] ?? '', review })
  story.quoted.set(quote, question.id)
}

/** Left to the rule: on the question on which its author said the same, or on one of its own. */
const sayAgain: Offer = (scene) => async () => {
  const at = scene.move.which % quotes.length
  await speak(scene, { quote: quotes[at] ?? '', end: ends[at] ?? '', review: {} })
}

const sayIf: Offer = withOne(
  ({ questions }) => questions,
  async ({ id }, scene) => {
    const { which, flag } = scene.move
    const trigger = { questionId: id, outcome: which % 3 ? ('yes' as const) : ('no' as const), gates: flag }
    await speak(scene, {
      quote: 'It will likely flood then.',
      end: '2026-05-31',
      review: { newQuestion: true, trigger },
    })
  },
)

/** A piece in which nothing was found, and what it says recorded by hand: in words, or as a number. */
const state: Offer = withOne(
  ({ questions }) => questions,
  async ({ id }, scene) => {
    const { world, story, move, now } = scene
    const tenths = 1 + move.which
    const quote = move.who ? `There is a ${tenths * 10} percent chance of it.` : 'That will likely fail to come.'
    const said: Said = { on: `2026-03-${10 + story.said.length}`, quote, end: null, by: ['Cyd'] }
    const { commentary: piece } = pieceOf({ ...said, ...collectionOf(scene) })
    const { commentary } = await recordCommentary(world.at(now), { commentary: piece, extraction: nothingFound })
    story.said.push({ ...said, ...collectionOf(scene) })
    const form = move.who ? { probability: tenths / 10 } : { phrase: 'likely' as const }
    const polarity = move.who ? ('+' as const) : ('-' as const)
    const words = { quote, directness: 'verbatim' as const, polarity, ...form, reason: 'it speaks of this' }
    const statement = { questionId: id, ...words }
    return recordStatement(world.at(now), { commentaryId: commentary.id, statement })
  },
)

const collect: Offer = withOne(
  ({ story }) => story.said,
  (said, { world, story, now }) => {
    const { commentary, extraction } = pieceOf(said)
    const collected = { ...commentary, collection: story.collection.id }
    return recordCommentary(world.at(now), { commentary: collected, extraction })
  },
)

/** A question that nobody has spoken on yet, on its own or under another. */
const ask: Offer = (scene) => async () => {
  const { world, story, move, now, questions } = scene
  const named = move.flag ? oneOf(questions, move.which) : null
  const { question } = await createQuestion(world.at(now), {
    wording: `It floods, ${story.asked.length}.`,
    condition: 'if it thaws',
    windowStart: day('2026-01-01'),
    windowEnd: day('2026-07-31'),
    referenceAt: REFERENCE,
    ...(named ? { trigger: { questionId: named.id, outcome: 'yes', gates: move.who === 1 } } : {}),
  })
  story.asked.push(question.id)
}

const takesForecasts =
  (now: Instant) =>
  ({ status, version }: Question): boolean =>
    status === 'open' && version.referenceAt !== null && now <= version.referenceAt

const submit: Offer = withOne(
  ({ questions, now }) => questions.filter(takesForecasts(now)),
  async ({ id: questionId }, { world, story, move, now }) => {
    const expiresAt = move.flag ? { expiresAt: plusMs(now, 86_400_000) } : {}
    const input = { questionId, author: 'mod', probability: (1 + move.which) / 10, ...expiresAt }
    const { prediction } = await submitPrediction(world.at(now), input)
    story.submitted.push({ id: prediction.id, questionId, at: now })
  },
)

const again = (act: 'reaffirm' | 'withdraw'): Offer =>
  withOne(
    ({ story, questions, now }) =>
      story.submitted.filter((one) => questions.some((q) => q.id === one.questionId && takesForecasts(now)(q))),
    ({ questionId }, { world, now }) => submitPrediction(world.at(now), { act, questionId, author: 'mod' }),
  )

const mistake: Offer = withOne(
  ({ story, questions, now }) =>
    story.submitted.filter(
      ({ at, questionId }) =>
        plusMs(at, MISTAKE_MS) >= now && questions.some((q) => q.id === questionId && takesForecasts(now)(q)),
    ),
  ({ id }, { world, now }) => submitPrediction(world.at(now), { act: 'mistake', corrects: id }),
)

const TOPICS = ['rain', 'snow']

/** Of a decided question too: then it says so. */
const sort: Offer = withOne(
  ({ questions }) => questions,
  ({ id, topics }, { world, move, now }) => {
    const topic = TOPICS[move.who] ?? ''
    const change = topics.includes(topic) ? { remove: [topic] } : { add: move.flag ? TOPICS : [topic] }
    return changeTopics(world.at(now), { questionId: id, change: { ...change, reason: 'it is about this' } })
  },
)

const refer: Offer = withOne(
  ({ questions }) =>
    questions.filter(({ kind, status }) => kind === 'binary' && (status === 'open' || status === 'due')),
  async ({ id: questionId, version }, { world, move, now }) => {
    const [last] = (await baselinesFor(world.tx, [questionId])).get(questionId)?.slice(-1) ?? []
    const corrects = move.flag && last?.correctedBy === null ? { corrects: last.id, reason: 'a slip' } : {}
    return recordBaseline(world.at(now), {
      questionId,
      kind: baselineKinds[move.which % baselineKinds.length] ?? 'market',
      probability: (1 + move.which) / 10,
      at: version.windowStart,
      source: 'the table',
      ...corrects,
    })
  },
)

/** What people say, and on what. */
export const saying = {
  say,
  'say-again': sayAgain,
  'say-if': sayIf,
  state,
  collect,
  ask,
  sort,
  refer,
  submit,
  reaffirm: again('reaffirm'),
  withdraw: again('withdraw'),
  mistake,
} as const satisfies Record<string, Offer>
