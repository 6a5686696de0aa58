import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { type Timing, timings } from '../../core/question.ts'
import { setOfCollection } from '../../core/scored-item.ts'
import { type Voice, voices } from '../../core/slice.ts'
import type { Scope } from '../../core/snapshot.ts'
import { Collection } from '../../core/source.ts'
import type { Instant } from '../../core/time.ts'
import { TopicSlug } from '../../core/topic.ts'
import { authorsByIds } from '../../storage/authors.ts'
import type { Reader } from '../../storage/database.ts'
import type { SnapshotDetail } from '../../storage/snapshots.ts'
import { Difference } from '../comparing/difference.ts'
import { KeptSnapshot, keptSnapshot, readAt, readAtOf } from '../report/read-at.ts'
import { StoredVerdict } from '../report/stored-report.ts'
import { VERSIONS, Versions } from '../report/versions.ts'
import { boardInput } from './board-input.ts'
import { type BoardPart, checkPart, isPart, partOf, refusedPart } from './board-part.ts'
import { shownDifference, shownPlace } from './board-place.ts'
import { judgedBoardOf } from './judge-board.ts'
import { EARLIER, frozenDifficulties, type KeptBoard, keptBoard } from './kept-board.ts'
import { JudgedBy, judgedBy, type WithVerdicts } from './kept-verdicts.ts'
import {
  BoardCohort,
  boardFigures,
  MissingReferences,
  ReferenceRow,
  type StoredBoard,
  storedBoard,
} from './stored-board.ts'
import { opponents } from './stored-place.ts'
import { wholeBoard } from './whole-board.ts'

export const LeaderboardRow = z
  .object({
    author: Author.pick({ id: true, name: true, slug: true, kind: true }),
    ...shownPlace,
    tiedWith: z.array(z.string()).meta({ description: 'slugs of authors who cannot be told apart' }),
    entered: z.boolean().meta({ description: 'of cohorts that have entered; else everything due, with bounds' }),
    ...boardFigures,
    verdict: StoredVerdict.nullable().meta({
      description:
        'on calibration, about the sample, as the board that `judged` names keeps it; over all authors of the board at once, so on whole boards alone',
    }),
  })
  .meta({ id: 'LeaderboardRow' })
export type LeaderboardRow = z.infer<typeof LeaderboardRow>

const ShownReference = ReferenceRow.extend({ difference: Difference.nullable() }).meta({ id: 'ReferenceRow' })

export const Leaderboard = z
  .object({
    collection: Collection,
    timing: z.enum(timings),
    voice: z.enum(voices),
    ...readAt,
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
    method: z.enum(['shrunk', 'head-to-head']).nullable().meta({
      description:
        'how ranks come about: 20 or more who can be compared are ordered by shrunk differences, fewer head to head; null on a part, where nobody is ranked',
    }),
    rows: z.array(LeaderboardRow),
    references: z
      .array(ShownReference)
      .meta({ description: 'forecasters that nobody is, for comparison; never ranked' }),
    missingReferences: MissingReferences,
    judged: JudgedBy.nullable().meta({
      description: 'the kept board that the verdicts are from: the newest, or the one that was asked for',
    }),
    notJudged: z.string().nullable().meta({ description: 'why there are no verdicts at all; null where judged is' }),
    difficulties: z
      .object({
        snapshot: KeptSnapshot,
        rules: z.string().meta({ description: 'version of the rules by which they were found' }),
        questions: z.int().meta({ description: 'how many questions have one' }),
        list: z.string().meta({ description: 'where each of them stands' }),
      })
      .nullable()
      .meta({
        description:
          'what scores are adjusted by: frozen with the newest kept board, or with the one that was asked for',
      }),
    notAdjusted: z.string().nullable().meta({ description: 'why there is none of these; null where there are' }),
    seeAlso: z.string().nullable().meta({ description: 'the same of the other timing, where this one is empty' }),
    versions: Versions,
  })
  .meta({ id: 'Leaderboard' })
export type Leaderboard = z.infer<typeof Leaderboard>

export type LeaderboardQuery = { collection: Collection; timing: Timing; voice: Voice; now: Instant } & BoardPart

const byIds = async (reader: Reader, ids: readonly string[]) =>
  new Map((await authorsByIds(reader, [...ids])).map((author) => [author.id, author]))

/** Ranked ones first, best first, then by name. */
const byRankThenName = (a: LeaderboardRow, b: LeaderboardRow): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
  (b.shrunk?.value ?? b.difference?.value ?? -1) - (a.shrunk?.value ?? a.difference?.value ?? -1) ||
  (a.author.name < b.author.name ? -1 : 1)

const rowsOf = async (reader: Reader, { rows }: StoredBoard): Promise<LeaderboardRow[]> => {
  const authors = await byIds(
    reader,
    rows.map(({ id }) => id),
  )
  return rows
    .flatMap(({ id: authorId, tiedWith, difference, ...row }): LeaderboardRow[] => {
      const found = authors.get(authorId)
      if (!found) return []
      const { id, name, slug, kind } = found
      const tied = tiedWith.map((other) => authors.get(other)?.slug ?? other)
      const measured = shownDifference(difference)
      return [{ author: { id, name, slug, kind }, tiedWith: tied, difference: measured, ...row }]
    })
    .sort(byRankThenName)
}

type Adjusting = Pick<Leaderboard, 'difficulties' | 'notAdjusted'>
type Shown = Pick<Leaderboard, 'collection' | 'timing' | 'voice' | 'asOf' | 'snapshot' | 'versions'> & Adjusting

/** By which board's difficulties scores are adjusted. */
const adjustedBy = (snapshot: KeptSnapshot, { difficulty }: StoredBoard): Adjusting => ({
  difficulties: difficulty && {
    snapshot: keptSnapshot(snapshot),
    ...difficulty,
    list: `/v1/snapshots/${snapshot.id}/difficulties`,
  },
  notAdjusted: difficulty ? null : `snapshot ${snapshot.id} ${EARLIER}`,
})

const hrefOf = (
  { collection, timing, voice }: Pick<Shown, 'collection' | 'timing' | 'voice'>,
  { topic, dueFrom, dueUntil, minFamilies }: BoardPart,
): string => {
  const part = { topic, due_from: dueFrom, due_until: dueUntil, min_families: minFamilies }
  const given = Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/v1/leaderboard?${new URLSearchParams([['collection', collection.slug], ['timing', timing], ['voice', voice], ...given])}`
}

const leaderboardFrom = async (
  reader: Reader,
  { board, judged, notJudged }: WithVerdicts,
  part: BoardPart,
  { collection, timing, voice, asOf, snapshot, versions, difficulties, notAdjusted }: Shown,
): Promise<Leaderboard> => {
  const { topic, dueFrom, dueUntil, minFamilies = 0 } = part
  const rows = await rowsOf(reader, board)
  const other: Timing = timing === 'prospective' ? 'retrospective' : 'prospective'
  return {
    collection,
    timing,
    voice,
    asOf,
    snapshot,
    part: { topic: topic ?? null, dueFrom: dueFrom ?? null, dueUntil: dueUntil ?? null, minFamilies },
    cohort: board.cohort ?? { entered: false, due: 0, settled: 0, months: [] },
    against: board.against,
    method: board.method,
    rows: rows.filter(({ families }) => families >= minFamilies),
    references: board.references.map((row) => ({ ...row, difference: shownDifference(row.difference) })),
    missingReferences: board.missingReferences,
    judged,
    notJudged,
    difficulties,
    notAdjusted,
    seeAlso: rows.length > 0 ? null : hrefOf({ collection, timing: other, voice }, part),
    versions,
  }
}

const NO_PARTS = 'a verdict is given on whole boards: parts could be cut until one shows'

/** The questions of a topic or of months alone. */
const partBoard = async (
  reader: Reader,
  { scope, seed, now }: { scope: Scope; seed: string; now: Instant },
  part: BoardPart,
  kept: KeptBoard,
): Promise<WithVerdicts> => {
  const whole = await boardInput(reader, scope, now)
  const input = await partOf(reader, whole, { ...part, scope, dueBefore: now.slice(0, 7) })
  const adjusting = await frozenDifficulties(reader, kept)
  return { board: judgedBoardOf({ seed, ...input }, { part: true, adjusting }), judged: null, notJudged: NO_PARTS }
}

/**
 * The board of one collection as it stands, judged by the rules of stored ones (`judgedBoard`): prospective and retrospective
 * apart, own voice and quoted speakers apart. What is drawn by lot is that of the newest
 * kept board where that is of the same, else seeded by the board's name; verdicts and the
 * difficulties that scores are adjusted by are those of the newest kept board. A part of it,
 * of a topic or of months, has differences with their intervals and neither ranks nor verdicts; `minFamilies` leaves rows out and changes none. Throws `invalid-input` for months the wrong way round, `not-found` for a
 * topic that no question ever had.
 */
export const leaderboard = async (reader: Reader, query: LeaderboardQuery): Promise<Leaderboard> => {
  const { collection, timing, voice, now } = query
  await checkPart(reader, query)
  const scope: Scope = { set: setOfCollection(collection.id), timing, voice }
  const kept = await keptBoard(reader, scope, now)
  const asked = { scope, seed: `${scope.set} ${timing} ${voice}`, now }
  const judged = isPart(query) ? await partBoard(reader, asked, query, kept) : await wholeBoard(reader, asked, kept)
  const by = kept.snapshot ? adjustedBy(kept.snapshot, kept.board) : { difficulties: null, notAdjusted: kept.none }
  const shown = { collection, timing, voice, ...readAtOf({ now }), versions: VERSIONS, ...by }
  return leaderboardFrom(reader, judged, query, shown)
}

/**
 * The board that a snapshot keeps, to the last digit as it was. Throws `invalid-input` for one of another collection, for one by
 * earlier rules, which held less, and for a part: what is kept is whole.
 */
export const storedLeaderboard = async (
  reader: Reader,
  detail: SnapshotDetail,
  collection: Collection,
  part: BoardPart,
): Promise<Leaderboard> => {
  const { id, set, timing, voice, scoringRules, board: kept } = detail
  if (set !== setOfCollection(collection.id))
    throw refusedPart(`snapshot ${id} is of ${set}, not of this collection`, 'list the snapshots of the collection')
  if (isPart(part))
    throw refusedPart('a snapshot keeps whole boards', 'leave out topic, due_from and due_until, or leave out snapshot')
  const board = storedBoard(kept)
  if (!board)
    throw refusedPart(`snapshot ${id} was made by ${scoringRules}, whose boards held less`, `read /v1/snapshots/${id}`)
  const judged = judgedBy(detail)
  const { versions } = judged
  const pin = { asOf: detail.at, snapshot: keptSnapshot(detail), versions }
  const shown = { collection, timing, voice, ...pin, ...adjustedBy(detail, board) }
  return leaderboardFrom(reader, { board, judged, notJudged: null }, part, shown)
}
