import fc from 'fast-check'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import type { Author } from '../../src/core/author.ts'
import { plusMs } from '../../src/core/fetching/pace.ts'
import { Problem } from '../../src/core/problem.ts'
import type { Collection } from '../../src/core/source.ts'
import type { Instant } from '../../src/core/time.ts'
import { leaderboard } from '../../src/queries/board/leaderboard.ts'
import { calibration } from '../../src/queries/report/calibration.ts'
import { agreementOfReviewers } from '../../src/queries/second-reading.ts'
import { listAuthors } from '../../src/storage/authors.ts'
import type { Reader } from '../../src/storage/database.ts'
import { listEvents } from '../../src/storage/events.ts'
import { listPredictions } from '../../src/storage/predictions.ts'
import { listQuestions, questionsByIds } from '../../src/storage/questions.ts'
import { listResolutions } from '../../src/storage/resolutions.ts'
import { listTopics } from '../../src/storage/topics.ts'
import { instant, type World } from '../support/embedded.ts'
import { type Snapshot, tablesNow } from '../support/snapshot.ts'
import { deciding } from './disputes/deciding-moves.ts'
import { disputing } from './disputes/disputing-moves.ts'
import { begin, type Move, type Scene, saying } from './moves.ts'
import { linking } from './predicting/linking-moves.ts'
import { reviewing } from './predicting/reviewing-moves.ts'

export const kinds = { ...saying, ...deciding, ...disputing, ...linking, ...reviewing }
export type Kind = keyof typeof kinds

/** A statement comes first: what follows has something to be about. */
export const histories = (maxLength: number): fc.Arbitrary<Move[]> =>
  fc
    .array(
      fc.record<Move>({
        pick: fc.nat({ max: 10_000 }),
        which: fc.nat({ max: 5 }),
        who: fc.nat({ max: 1 }),
        flag: fc.boolean(),
        wait: fc.boolean(),
      }),
      { minLength: 3, maxLength: maxLength - 1, size: 'max' },
    )
    .map((moves) => [{ pick: 0, which: 0, who: 0, flag: false, wait: false }, ...moves])

const all = { limit: 200, cursor: null }
const everywhere = { status: null, authorIds: null, collectionId: null, familyId: null }

/** An instant, and whose report is read at it: authors are no facts, and those of later are there too. */
export type Moment = { now: Instant; author: Author | undefined; collection: Collection }

/** What people read: lists, and one report and board. */
export const answers = async (reader: Reader, { now, author, collection }: Moment) => {
  const query = { timing: 'retrospective', voice: 'own', collection, now } as const
  return {
    questions: (await listQuestions(reader, everywhere, all)).items,
    resolved: (await listQuestions(reader, { ...everywhere, status: 'resolved' }, all)).items,
    collected: (await listQuestions(reader, { ...everywhere, collectionId: collection.id }, all)).items,
    predictions: (await listPredictions(reader, { authorIds: null, questionId: null, commentaryId: null }, all)).items,
    resolutions: (await listResolutions(reader, { questionId: null }, all)).items,
    events: (await listEvents(reader, { kind: null, occurredAfter: null, occurredBefore: null }, all)).items,
    sorted: (await listQuestions(reader, { ...everywhere, topic: 'rain' }, all)).items,
    topics: (await listTopics(reader, all)).items,
    agreement: await agreementOfReviewers(reader),
    report: author && (await calibration(reader, { ...query, author })),
    board: await leaderboard(reader, query),
  }
}

/** What stood after a move, and the position of that. `answers` where they were asked for. */
export type Stood = {
  kind: Kind
  refused: string | null
  position: number
  moment: Moment
  tables: Snapshot
  answers: Awaited<ReturnType<typeof answers>> | null
}

/** What needs something before it, and what others need, comes seldom: where it can, it is as likely as several others. */
const seldom: ReadonlySet<string> = new Set<Kind>([
  'submit',
  'mistake',
  'reaffirm',
  'withdraw',
  'bind',
  'older',
  'close-version',
  'decide',
  'hear',
  'several',
  'merge',
  'split',
  'take-back',
  'review-again',
  'part',
  'judge-again',
])

/** The kind of a move: one of those that are legal where it comes. */
const offered = (scene: Scene) => {
  const offers = Object.entries(kinds).flatMap(([kind, offer]) => {
    const act = offer(scene)
    return act ? Array<{ kind: Kind; act: typeof act }>(seldom.has(kind) ? 4 : 1).fill({ kind: kind as Kind, act }) : []
  })
  const chosen = offers[scene.move.pick % offers.length]
  if (!chosen) throw new Error('nothing can be done')
  return chosen
}

/** Does the chosen thing; what refused it, if something did. */
const attempt = async (act: () => Promise<unknown>): Promise<string | null> => {
  try {
    await act()
    return null
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

/** Moves follow at once, or after some days: windows and reference times pass. */
const [AT_ONCE, LATER] = [1_000, 12 * 86_400_000]

type Running = { askAt?: number; after?: (world: World) => Promise<void> }

/**
 * Runs a history, sealing after each move, and gives what stood after each. Ids and instants are those of every other run of
 * it. `askAt` is the move after which `answers` are read, `after` what is to hold after each.
 */
export const run = async (world: World, history: readonly Move[], { askAt, after }: Running = {}): Promise<Stood[]> => {
  const story = await begin(world)
  await sealFacts(world.at('2026-01-01'), {})
  const stood: Stood[] = []
  let now = instant('2026-06-01T12:00:00.000Z')
  for (const [at, move] of history.entries()) {
    now = plusMs(now, move.wait ? LATER : AT_ONCE)
    const found = await questionsByIds(world.tx, story.asked)
    const questions = story.asked.flatMap((id) => found.find((one) => one.id === id) ?? [])
    const { kind, act } = offered({ world, story, move, now, questions })
    const refused = await attempt(act)
    const { position } = await sealFacts(world.at(now), {})
    const [author] = at === askAt ? (await listAuthors(world.tx, { kind: 'person' }, all)).items : []
    const moment = { now, author, collection: story.collection }
    const answered = at === askAt ? await answers(world.tx, moment) : null
    stood.push({ kind, refused, position, moment, tables: await tablesNow(world.tx), answers: answered })
    await after?.(world)
  }
  return stood
}
