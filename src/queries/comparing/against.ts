import { groupBy } from '../../core/group-by.ts'
import { likenessIn, unlikenesses, type Versions } from '../../core/resolution/likeness.ts'
import { brierLoss } from '../../core/scoring/binary/proper-scores.ts'
import type { Pair } from '../../core/scoring/comparing/paired.ts'
import type { SaidByBoth } from '../../core/scoring/comparing/said-by-both.ts'
import { sum } from '../../core/scoring/numbers/sum.ts'
import {
  type Basis,
  type Beside,
  type CommonQuestion,
  type ItemRow,
  othersBeside,
  statementsBy,
} from '../../storage/board-items.ts'
import type { CountSlice } from '../../storage/counts.ts'
import type { Reader } from '../../storage/database.ts'
import { rewordedVersions } from '../../storage/reworded.ts'
import { probabilityOf } from '../probabilities.ts'
import { filterOf, type ReportQuery } from '../report/report.ts'

/** What two said on a question, settled or not, and the version that the first of them spoke on; both probabilities are of one event. */
export type Met = Omit<SaidByBoth, 'settled'> & { version: string }

/** A pair that is scored, on its question, and the version that the author spoke on; both probabilities are of the event that `outcome` tells of. */
export type QuestionPair = Pair & { question: string; version: string }

/** Those of them that are settled. */
export const scoredPairs = (met: readonly Met[]): QuestionPair[] =>
  met.flatMap(({ question, version, family, first, second, outcome }) =>
    outcome === null ? [] : [{ question, version, family, first, second, outcome }],
  )

/** What an author said on a question beside another's probability of the same event, said by then at `said`, milliseconds. */
export const metOf = (own: ItemRow, second: number, said = 0): Met => ({
  question: own.questionId,
  version: own.versionId,
  family: own.familyId,
  dueMonth: own.dueMonth,
  said: Math.max(Date.parse(own.said), said),
  first: probabilityOf(own.form),
  second,
  outcome: own.hit === null ? null : own.hit ? 1 : 0,
  ...(own.state === 'void' && { void: true }),
})

/** Why two statements on one question are no pair; `decided-apart`: asked the same, and a person settled one of them otherwise. */
export const leftOutReasons = [...unlikenesses, 'decided-apart'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]
export type LeftOut = { reason: LeftOutReason; n: number }[]

type Said = { versionId: string; form: string; hit: boolean | null }
type Turned = { p: number; reason: null } | { p: null; reason: LeftOutReason }

/** The versions of those questions that were worded anew, by id: what tells whether two statements were asked the same. */
export const versionsOn = async (reader: Reader, questionIds: readonly string[]): Promise<Versions> =>
  new Map((await rewordedVersions(reader, [...new Set(questionIds)])).map((version) => [version.id, version]))

/** What another said, turned to the event that one's own version asks for; or why their version does not ask the same. */
export const turned = (theirs: Said, own: Said, versions: Versions): Turned => {
  const like = likenessIn(versions, own.versionId, theirs.versionId)
  if (like !== 'same' && like !== 'opposite') return { p: null, reason: like }
  const areDecided = theirs.hit !== null && own.hit !== null
  if (areDecided && (like === 'same') !== (theirs.hit === own.hit)) return { p: null, reason: 'decided-apart' }
  const p = probabilityOf(theirs.form)
  return { p: like === 'same' ? p : 1 - p, reason: null }
}

/** How often each reason came up, in the order of reasons. `leftOutOf([{ reason: 'other-window', n: 2 }]) = [{ reason: 'other-window', n: 2 }]` */
export const leftOutOf = (found: readonly { reason: LeftOutReason | null; n: number }[]): LeftOut =>
  leftOutReasons.flatMap((reason) => {
    const n = found.reduce((so, one) => so + (one.reason === reason ? one.n : 0), 0)
    return n === 0 ? [] : [{ reason, n }]
  })

/** The questions that two authors were both asked, as the first of them was; what they only seem to share is left out. */
export const againstAuthor = (
  common: readonly CommonQuestion[],
  versions: Versions,
): { shared: CommonQuestion[]; met: Met[]; leftOut: LeftOut } => {
  const found = common.map((one) => ({ one, n: 1, ...turned(one.second, one.first, versions) }))
  const kept = found.flatMap(({ one, p }) => (p === null ? [] : [{ one, p }]))
  return {
    shared: kept.map(({ one }) => one),
    met: kept.map(({ one: { first, second }, p }) => metOf(first, p, Date.parse(second.said))),
    leftOut: leftOutOf(found),
  }
}

/** One question of an author beside all others who were asked the same, the author left out. */
export type AgainstCrowd = {
  question: string
  version: string
  family: string
  p: number
  outcome: 0 | 1
  /** How many others there were, and how many of them had spoken by the time the author did. */
  others: number
  before: number
  /** What the others said on average, and what they lost on average: Brier, 0 best, 1 worst. */
  crowd: number
  othersLoss: number
}

/** A mean of probabilities that rounding took out of 0 to 1. */
export const within = (mean: number): number => Math.min(1, Math.max(0, mean))

type Asked = Beside & { p: number }
type Crowded = { item: ItemRow; asked: Asked[]; unlike: { reason: LeftOutReason | null; n: number }[] }

/** The statements of an author, each with what others said who were asked the same. */
const askedTheSame = async (
  reader: Reader,
  slice: CountSlice,
  { authorId, basis }: { authorId: string; basis: Basis },
): Promise<Crowded[]> => {
  const own = await statementsBy(reader, slice, authorId, basis)
  const beside = groupBy(await othersBeside(reader, slice, authorId, basis), ({ questionId }) => questionId)
  const versions = await versionsOn(reader, [...beside.keys()])
  return own.map((item) => {
    const others = (beside.get(item.questionId) ?? []).map((row) => ({ ...row, ...turned(row, item, versions) }))
    return { item, asked: others.flatMap(({ p, ...row }) => (p === null ? [] : [{ ...row, p }])), unlike: others }
  })
}

const countOf = (asked: readonly Asked[]): number => asked.reduce((so, { n }) => so + n, 0)
const meanAsked = (asked: readonly Asked[], of: (p: number) => number): number =>
  sum(asked.map(({ p, n }) => n * of(p))) / countOf(asked)

/** What an author said first on questions beside the mean of what the others did; `said` is when the first of these had spoken too. */
export const firstAgainstCrowd = async (reader: Reader, slice: CountSlice, authorId: string): Promise<Met[]> =>
  (await askedTheSame(reader, slice, { authorId, basis: 'first' })).flatMap(({ item, asked }) => {
    if (asked.length === 0) return []
    const began = Math.min(...asked.map(({ said }) => Date.parse(said)))
    return [metOf(item, within(meanAsked(asked, (p) => p)), began)]
  })

/**
 * The questions on which somebody else is scored too, each with the mean of the others; statements on versions that ask for something
 * else are left out. Read by question, version and form: its cost is that of the author's own questions, not of the board.
 */
export const againstCrowd = async (
  reader: Reader,
  query: ReportQuery,
): Promise<{ rows: AgainstCrowd[]; leftOut: LeftOut }> => {
  const { authorId, ...slice } = filterOf(query)
  const met = await askedTheSame(reader, slice, { authorId, basis: 'scored' })
  const rows = met.flatMap(({ item, asked }) => {
    if (asked.length === 0) return []
    const outcome = item.hit ? (1 as const) : (0 as const)
    const count = countOf(asked)
    const meanOf = (of: (p: number) => number) => meanAsked(asked, of)
    return {
      question: item.questionId,
      version: item.versionId,
      family: item.familyId,
      p: probabilityOf(item.form),
      outcome,
      others: count,
      before: asked.reduce((so, { before }) => so + before, 0),
      crowd: meanOf((p) => p),
      othersLoss: meanOf((p) => brierLoss(p, { n: 1, hits: outcome })),
    }
  })
  return { rows, leftOut: leftOutOf(met.flatMap(({ unlike }) => unlike)) }
}
