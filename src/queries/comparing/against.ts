import { groupBy } from '../../core/group-by.ts'
import { likenessIn, type Unlikeness, unlikenesses, type Versions } from '../../core/resolution/likeness.ts'
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

/**
 * A pair that is scored, on its question, and the version that the author spoke on; both probabilities are of the event that `outcome`
 * tells of.
 */
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

type Asked = { p: number; reason: null; areApart: boolean } | { p: null; reason: Unlikeness; areApart: false }

/** What another said, turned to the event that one's own version asks for; `areApart`: a person settled one of the two otherwise. */
const asked = (theirs: Said, own: Said, versions: Versions): Asked => {
  const like = likenessIn(versions, own.versionId, theirs.versionId)
  if (like !== 'same' && like !== 'opposite') return { p: null, reason: like, areApart: false }
  const areDecided = theirs.hit !== null && own.hit !== null
  const p = probabilityOf(theirs.form)
  return {
    p: like === 'same' ? p : 1 - p,
    reason: null,
    areApart: areDecided && (like === 'same') !== (theirs.hit === own.hit),
  }
}

/** The same where it is scored; or why their version does not ask the same. */
export const turned = (theirs: Said, own: Said, versions: Versions): Turned => {
  const { p, reason, areApart } = asked(theirs, own, versions)
  if (p === null) return { p, reason }
  return areApart ? { p: null, reason: 'decided-apart' } : { p, reason: null }
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

/**
 * What two authors said first, of one event. What was decided apart for them is void, since to leave it out would hang on how it came
 * out.
 */
export const firstAgainstAuthor = (common: readonly CommonQuestion[], versions: Versions): Met[] =>
  common.flatMap(({ first, second }) => {
    const { p, areApart } = asked(second, first, versions)
    if (p === null) return []
    const met = metOf(first, p, Date.parse(second.said))
    return [areApart ? { ...met, outcome: null, void: true as const } : met]
  })

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

/** The statements of an author with what all others said on the same questions, and the versions of these. */
const besideOthers = async (
  reader: Reader,
  slice: CountSlice,
  { authorId, basis }: { authorId: string; basis: Basis },
): Promise<{ item: ItemRow; others: Beside[]; versions: Versions }[]> => {
  const own = await statementsBy(reader, slice, authorId, basis)
  const beside = groupBy(await othersBeside(reader, slice, authorId, basis), ({ questionId }) => questionId)
  const versions = await versionsOn(reader, [...beside.keys()])
  return own.map((item) => ({ item, others: beside.get(item.questionId) ?? [], versions }))
}

type Counted = { p: number; n: number }
const countOf = (those: readonly Counted[]): number => those.reduce((so, { n }) => so + n, 0)
const meanOf = (those: readonly Counted[], of: (p: number) => number): number =>
  sum(those.map(({ p, n }) => n * of(p))) / countOf(those)

/**
 * What an author said first on questions beside the mean of what the others had by then, or, where nobody had, of those who were the first
 * to: who speaks later does so only where nothing has come yet, and knows it.
 */
export const firstAgainstCrowd = async (reader: Reader, slice: CountSlice, authorId: string): Promise<Met[]> =>
  (await besideOthers(reader, slice, { authorId, basis: 'first' })).flatMap(({ item, others, versions }) => {
    const those = others.flatMap((row) => {
      const { p } = asked(row, item, versions)
      return p === null ? [] : [{ p, n: row.n, said: Date.parse(row.said) }]
    })
    if (those.length === 0) return []
    const began = Math.min(...those.map(({ said }) => said))
    const until = Math.max(began, Date.parse(item.said))
    const heard = those.filter(({ said }) => said <= until)
    return [metOf(item, within(meanOf(heard, (p) => p)), began)]
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
  const met = (await besideOthers(reader, slice, { authorId, basis: 'scored' })).map(({ item, others, versions }) => ({
    item,
    others: others.map((row) => ({ ...row, ...turned(row, item, versions) })),
  }))
  const rows = met.flatMap(({ item, others }) => {
    const those = others.flatMap(({ p, n, before }) => (p === null ? [] : [{ p, n, before }]))
    if (those.length === 0) return []
    const outcome = item.hit ? (1 as const) : (0 as const)
    return {
      question: item.questionId,
      version: item.versionId,
      family: item.familyId,
      p: probabilityOf(item.form),
      outcome,
      others: countOf(those),
      before: those.reduce((so, { before }) => so + before, 0),
      crowd: meanOf(those, (p) => p),
      othersLoss: meanOf(those, (p) => brierLoss(p, { n: 1, hits: outcome })),
    }
  })
  return { rows, leftOut: leftOutOf(met.flatMap(({ others }) => others)) }
}
