import fc from 'fast-check'
import { addVersion } from '../../src/actions/add-version.ts'
import { closeQuestion } from '../../src/actions/append-resolution.ts'
import { createQuestion } from '../../src/actions/create-question.ts'
import { recordAuthor } from '../../src/actions/record-author.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { recordCommentary } from '../../src/actions/record-commentary.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { submitPrediction } from '../../src/actions/submit-prediction.ts'
import type { Author } from '../../src/core/author.ts'
import { Problem } from '../../src/core/problem.ts'
import type { Collection } from '../../src/core/source.ts'
import { calibration } from '../../src/queries/calibration.ts'
import { leaderboard } from '../../src/queries/leaderboard.ts'
import { listAuthors } from '../../src/storage/authors.ts'
import type { Reader } from '../../src/storage/database.ts'
import { listEvents } from '../../src/storage/events.ts'
import { listPredictions } from '../../src/storage/predictions.ts'
import { listQuestions } from '../../src/storage/questions.ts'
import { listResolutions } from '../../src/storage/resolutions.ts'
import { questionVersions } from '../../src/storage/tables/questions.ts'
import { familyCounts, scoreCounts } from '../../src/storage/tables/scores.ts'
import { day, instant, type World } from '../support/embedded.ts'
import { excluded } from './disputing.ts'
import { accepted, pieceOf, reopen, type Said, settleNo, settleYes, voidIt } from './story.ts'

const all = { limit: 200, cursor: null }
const everywhere = { status: null, authorId: null, collectionId: null, familyId: null }
const quotes = ['It will likely rain.', 'It will likely snow.', 'It will likely hail.']
const people = ['Ada', 'Ben']
const reasons = ['annulled', 'ambiguous', 'not-applicable'] as const
/** Before Ben speaks, and after. */
const happened = ['2026-01-20', '2026-03-01']

export const kinds = [
  'say',
  'submit',
  'withdraw',
  'collect',
  'version',
  'close',
  'yes',
  'no',
  'void',
  'reopen',
  'exclude',
] as const
export type Move = { kind: (typeof kinds)[number]; which: number; who: number; correct: boolean }

/** A statement comes first: what follows has something to be about. */
export const histories = (maxLength: number): fc.Arbitrary<Move[]> =>
  fc
    .array(
      fc.record<Move>({
        kind: fc.constantFrom(...kinds),
        which: fc.nat({ max: 5 }),
        who: fc.nat({ max: 1 }),
        correct: fc.boolean(),
      }),
      { minLength: 1, maxLength: maxLength - 1 },
    )
    .map((moves) => [{ kind: 'say', which: 0, who: 0, correct: false }, ...moves])

/** What a history has come to: the questions by quote, and the pieces said. */
type Story = { collection: Collection; forecast: string; questions: Map<number, string>; said: Said[] }

const begin = async (world: World): Promise<Story> => {
  const { collection } = await recordCollection(world.at('2026-01-01'), {
    name: 'Op-eds',
    rule: 'all of them',
    readWhole: true,
    caveat: null,
  })
  await recordAuthor(world.at('2026-01-01'), { name: 'Mod', kind: 'model' })
  const { question } = await createQuestion(world.at('2026-01-01'), {
    wording: 'It thaws.',
    windowStart: day('2026-01-01'),
    windowEnd: day('2026-07-31'),
    referenceAt: instant('2026-07-15T00:00:00.000Z'),
    collection: collection.id,
  })
  return { collection, forecast: question.id, questions: new Map(), said: [] }
}

const say = async (world: World, story: Story, { which, who, correct }: Move, now: string): Promise<void> => {
  const at = which % quotes.length
  const questionId = story.questions.get(at)
  const said: Said = {
    on: `2026-0${who + 1}-${String(10 + story.said.length).padStart(2, '0')}`,
    recorded: now,
    quote: quotes[at] ?? '',
    end: at === 2 ? '2026-04-30' : '2026-03-31',
    by: [people[who] ?? ''],
    ...(who === 1 ? { found: { phrase: 'unlikely' } } : {}),
    ...(questionId ? { review: { questionId } } : { review: { newQuestion: true } }),
    ...(correct ? { piece: { collection: story.collection.id } } : {}),
  }
  const { question } = await accepted(world, said)
  story.questions.set(at, question.id)
  story.said.push(said)
}

const collect = async (world: World, story: Story, { which }: Move, now: string): Promise<void> => {
  const said = story.said[which % story.said.length]
  if (!said) return
  const { commentary, extraction } = pieceOf(said)
  await recordCommentary(world.at(now), { commentary: { ...commentary, collection: story.collection.id }, extraction })
}

const act = async (world: World, story: Story, move: Move, now: string): Promise<unknown> => {
  const { kind, which, correct } = move
  const asked = [...story.questions.values(), story.forecast]
  const given = { question: asked[which % asked.length] ?? '', now, correct }
  if (kind === 'say') return say(world, story, move, now)
  if (kind === 'collect') return collect(world, story, move, now)
  if (kind === 'submit') {
    const input = { questionId: story.forecast, author: 'mod', probability: (1 + which) / 10 }
    return submitPrediction(world.at(now), input)
  }
  if (kind === 'withdraw') {
    return submitPrediction(world.at(now), { act: 'withdraw', questionId: story.forecast, author: 'mod' })
  }
  if (kind === 'version') {
    const version = {
      expectedVersion: 1 + (which % 2),
      windowEnd: day(`2026-04-${10 + which}`),
      criteria: 'Yes if it does, by the new day.',
      reason: 'a later day',
    }
    return addVersion(world.at(now), { questionId: given.question, version })
  }
  if (kind === 'exclude') return excluded(world, { ...given, which })
  if (kind === 'close') return closeQuestion(world.at(now), { questionId: given.question, asOf: day(now.slice(0, 10)) })
  if (kind === 'yes') return settleYes(world, { ...given, on: happened[which % happened.length] ?? '' })
  if (kind === 'no') return settleNo(world, given)
  if (kind === 'void') return voidIt(world, { ...given, why: reasons[which % reasons.length] ?? 'annulled' })
  return reopen(world, given)
}

/** An instant, and whose report is read at it: authors are no facts, and those of later are there too. */
type Moment = { now: string; author: Author | undefined; collection: Collection }

/** Everything that may be read as of a position: all counts as they are kept, and one report and board made of them. */
export const answers = async (reader: Reader, { now, author, collection }: Moment) => {
  const query = { timing: 'retrospective', voice: 'own', collection, now: instant(now) } as const
  const counts = await reader.select().from(scoreCounts)
  const families = await reader.select().from(familyCounts)
  return {
    questions: (await listQuestions(reader, everywhere, all)).items,
    resolved: (await listQuestions(reader, { ...everywhere, status: 'resolved' }, all)).items,
    collected: (await listQuestions(reader, { ...everywhere, collectionId: collection.id }, all)).items,
    versions: await reader.select().from(questionVersions).orderBy(questionVersions.id),
    predictions: (await listPredictions(reader, { authorId: null, questionId: null, commentaryId: null }, all)).items,
    resolutions: (await listResolutions(reader, { questionId: null }, all)).items,
    events: (await listEvents(reader, { kind: null, occurredAfter: null, occurredBefore: null }, all)).items,
    counts: counts.map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
    families: families.map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
    report: author && (await calibration(reader, { ...query, author })),
    board: await leaderboard(reader, query),
  }
}

/** What stood after a move, and the position of that. */
export type Stood = { position: number; moment: Moment; plain: Awaited<ReturnType<typeof answers>> }

/**
 * Runs a history, sealing after each move, and gives what stood after each that was legal. Ids and instants are those of
 * every other run of it.
 */
export const run = async (world: World, history: readonly Move[]): Promise<Stood[]> => {
  const story = await begin(world)
  await sealFacts(world.at('2026-01-01'), {})
  const stood: Stood[] = []
  for (const [at, move] of history.entries()) {
    const now = `2026-06-01T12:00:0${at}.000Z`
    try {
      await act(world, story, move, now)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
    const { position } = await sealFacts(world.at(now), {})
    const [author] = (await listAuthors(world.tx, { kind: 'person' }, all)).items
    const moment = { now, author, collection: story.collection }
    stood.push({ position, moment, plain: await answers(world.tx, moment) })
  }
  return stood
}
