import { z } from 'zod'
import { Author } from '../core/author.ts'
import { Problem } from '../core/problem.ts'
import { type Timing, timings } from '../core/question.ts'
import { setOfCollection, setOfTopic } from '../core/scored-item.ts'
import { HEADLINE, type Voice, voices } from '../core/slice.ts'
import type { BoardInput, Scope } from '../core/snapshot.ts'
import { Collection } from '../core/source.ts'
import type { Instant } from '../core/time.ts'
import { TopicSlug } from '../core/topic.ts'
import { authorsByIds } from '../storage/authors.ts'
import { itemsOfAuthors } from '../storage/board-items.ts'
import type { Reader } from '../storage/database.ts'
import type { SnapshotDetail } from '../storage/snapshots.ts'
import { boardInput } from './board-input.ts'
import { judgedBoardOf } from './judge-board.ts'
import { BoardCohort, boardFigures, ReferenceRow, type StoredBoard, storedBoard } from './stored-board.ts'
import { boardPlace, opponents, StoredVerdict } from './stored-report.ts'

export const LeaderboardRow = z
  .object({
    author: Author.pick({ id: true, name: true, slug: true, kind: true }),
    ...boardPlace,
    tiedWith: z.array(z.string()).meta({ description: 'slugs of authors who cannot be told apart' }),
    entered: z.boolean().meta({ description: 'of cohorts that have entered; else everything due, with bounds' }),
    ...boardFigures,
    verdict: StoredVerdict.nullable().meta({
      description: 'on calibration, about the sample; over all authors of the board at once, so on whole boards alone',
    }),
  })
  .meta({ id: 'LeaderboardRow' })
export type LeaderboardRow = z.infer<typeof LeaderboardRow>

export const Leaderboard = z
  .object({
    collection: Collection,
    timing: z.enum(timings),
    voice: z.enum(voices),
    snapshot: z
      .string()
      .nullable()
      .meta({ description: 'id of the snapshot that this was read from; null = as it stands' }),
    part: z
      .object({
        topic: TopicSlug.nullable(),
        dueFrom: z.string().nullable(),
        dueUntil: z.string().nullable(),
        minFamilies: z.int(),
      })
      .meta({ description: 'what was asked for: of which questions the board is, and which rows are shown' }),
    cohort: BoardCohort,
    against: z.enum(opponents).meta({
      description:
        'what every difference is from: a baseline that stands beside ten forecasts of everybody who could be compared, else the other authors',
    }),
    method: z.enum(['shrunk', 'head-to-head']).meta({
      description:
        'how ranks come about: 20 or more who can be compared are ordered by shrunk differences, fewer head to head',
    }),
    rows: z.array(LeaderboardRow),
    references: z.array(ReferenceRow).meta({ description: 'forecasters that nobody is, for comparison; never ranked' }),
    seeAlso: z.string().nullable().meta({ description: 'the other board, where this one is empty' }),
  })
  .meta({ id: 'Leaderboard' })
export type Leaderboard = z.infer<typeof Leaderboard>

/** A part of a board: questions of a topic, due in months from … until (`YYYY-MM`, both included); rows from so many families on. */
export type BoardPart = {
  topic?: string | undefined
  dueFrom?: string | undefined
  dueUntil?: string | undefined
  minFamilies?: number | undefined
}
export type LeaderboardQuery = { collection: Collection; timing: Timing; voice: Voice; now: Instant } & BoardPart

/** Draws behind the verdicts of a board that is made as it is read; stored ones take more. */
const LIVE_DRAWS = 200

const byIds = async (reader: Reader, ids: readonly string[]) =>
  new Map((await authorsByIds(reader, [...ids])).map((author) => [author.id, author]))

/** Ranked ones first, best first, then by name. */
const byRankThenName = (a: LeaderboardRow, b: LeaderboardRow): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
  (b.shrunk?.value ?? b.difference?.mean ?? -1) - (a.shrunk?.value ?? a.difference?.mean ?? -1) ||
  (a.author.name < b.author.name ? -1 : 1)

const rowsOf = async (reader: Reader, { rows }: StoredBoard): Promise<LeaderboardRow[]> => {
  const authors = await byIds(
    reader,
    rows.map(({ id }) => id),
  )
  return rows
    .flatMap(({ id: authorId, tiedWith, ...row }): LeaderboardRow[] => {
      const found = authors.get(authorId)
      if (!found) return []
      const { id, name, slug, kind } = found
      const tied = tiedWith.map((other) => authors.get(other)?.slug ?? other)
      return [{ author: { id, name, slug, kind }, tiedWith: tied, ...row }]
    })
    .sort(byRankThenName)
}

type Shown = Pick<Leaderboard, 'collection' | 'timing' | 'voice' | 'snapshot'>

const leaderboardFrom = async (
  reader: Reader,
  board: StoredBoard,
  { topic = undefined, dueFrom = undefined, dueUntil = undefined, minFamilies = 0 }: BoardPart,
  { collection, timing, voice, snapshot }: Shown,
): Promise<Leaderboard> => {
  const rows = await rowsOf(reader, board)
  const other: Timing = timing === 'prospective' ? 'retrospective' : 'prospective'
  return {
    collection,
    timing,
    voice,
    snapshot,
    part: { topic: topic ?? null, dueFrom: dueFrom ?? null, dueUntil: dueUntil ?? null, minFamilies },
    cohort: board.cohort ?? { entered: false, due: 0, settled: 0, months: [] },
    against: board.against,
    method: board.method,
    rows: rows.filter(({ families }) => families >= minFamilies),
    references: board.references,
    seeAlso: rows.length > 0 ? null : `/v1/leaderboard?collection=${collection.slug}&timing=${other}&voice=${voice}`,
  }
}

const isPart = ({ topic, dueFrom, dueUntil }: BoardPart): boolean =>
  topic !== undefined || dueFrom !== undefined || dueUntil !== undefined

/** Keeps the forecasts that a part is about, and whoever has one. What is void is counted of whole boards alone. */
const partOf = async (
  reader: Reader,
  { months, authors }: Omit<BoardInput, 'seed'>,
  { scope, dueBefore, topic, dueFrom = '', dueUntil = '9999-12' }: BoardPart & { scope: Scope; dueBefore: string },
): Promise<Omit<BoardInput, 'seed'>> => {
  const { timing, voice } = scope
  const slice = { timing, attribution: voice, windowSources: [...HEADLINE.windowSources], dueBefore }
  const onTopic =
    topic === undefined
      ? null
      : new Set(
          (await itemsOfAuthors(reader, { ...slice, set: setOfTopic(topic) }, null)).map(
            ({ authorId, questionId }) => `${authorId} ${questionId}`,
          ),
        )
  const isIn = (id: string) => (item: { question: string; dueMonth: string }) =>
    item.dueMonth >= dueFrom && item.dueMonth <= dueUntil && (onTopic?.has(`${id} ${item.question}`) ?? true)
  const kept = authors.map((author) => ({
    ...author,
    items: author.items.filter(isIn(author.id)),
    pending: author.pending.filter(isIn(author.id)),
  }))
  return { months, authors: kept.filter(({ items, pending }) => items.length + pending.length > 0) }
}

/**
 * The board of one collection as it stands, judged by the rules of stored ones (`judgedBoard`): prospective and retrospective
 * apart, own voice and quoted speakers apart. What is drawn by lot is seeded by the board's name. A part of it, of a topic or of
 * months, is ranked by itself and has no verdicts; `minFamilies` leaves rows out and changes none.
 */
export const leaderboard = async (reader: Reader, query: LeaderboardQuery): Promise<Leaderboard> => {
  const { collection, timing, voice, now } = query
  const scope: Scope = { set: setOfCollection(collection.id), timing, voice }
  const whole = await boardInput(reader, scope, now)
  const input = isPart(query) ? await partOf(reader, whole, { ...query, scope, dueBefore: now.slice(0, 7) }) : whole
  const seed = `${scope.set} ${timing} ${voice}`
  const board = judgedBoardOf({ seed, ...input }, { words: !isPart(query), draws: LIVE_DRAWS })
  return leaderboardFrom(reader, board, query, { collection, timing, voice, snapshot: null })
}

const refused = (detail: string, remedy: string, field = 'snapshot'): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/**
 * The board that a snapshot keeps, to the last digit as it was. Throws `invalid-input` for one of another collection, for one by
 * earlier rules, which held less, and for a part: what is kept is whole.
 */
export const storedLeaderboard = async (
  reader: Reader,
  { id, set, timing, voice, scoringRules, board: kept }: SnapshotDetail,
  collection: Collection,
  part: BoardPart,
): Promise<Leaderboard> => {
  if (set !== setOfCollection(collection.id))
    throw refused(`snapshot ${id} is of ${set}, not of this collection`, 'list the snapshots of the collection')
  if (isPart(part))
    throw refused('a snapshot keeps whole boards', 'leave out topic, due_from and due_until, or leave out snapshot')
  const board = storedBoard(kept)
  if (!board)
    throw refused(`snapshot ${id} was made by ${scoringRules}, whose boards held less`, `read /v1/snapshots/${id}`)
  return leaderboardFrom(reader, board, part, { collection, timing, voice, snapshot: id })
}
