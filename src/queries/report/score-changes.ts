import { timings } from '../../core/question.ts'
import type { ScoreChange, ScoreStanding } from '../../core/score-change.ts'
import { ALL, type ScoredItem } from '../../core/scored-item.ts'
import { withhold } from '../../core/scoring/report/withhold.ts'
import { voices } from '../../core/slice.ts'
import type { Instant } from '../../core/time.ts'
import type { CountSlice } from '../../storage/counts.ts'
import type { Reader } from '../../storage/database.ts'
import { type FamilyFormCount, type FormCount, type ReportCounts, reportCountsOf } from '../../storage/report-counts.ts'
import { filterOf, type ReportQuery, summaryOf } from './report.ts'

/** The items that stood on a question before something was decided, and those that stand since. */
export type Moved = { was: readonly ScoredItem[]; is: readonly ScoredItem[] }
type Place = Pick<ScoreChange, 'authorId' | 'timing' | 'voice'>
export type Change = Place & Pick<ScoreChange, 'before' | 'after' | 'delta'>

const counts = ({ slice }: ScoredItem, { timing, attribution, weakHedge, windowSources, dueBefore }: CountSlice) =>
  slice.timing === timing &&
  slice.attribution === attribution &&
  slice.weakHedge === weakHedge &&
  windowSources.includes(slice.windowSource) &&
  slice.dueMonth < dueBefore

/** Adds an item to counts, or with the sign −1 takes it out of them. */
const add = (
  { forms, families }: { forms: Map<string, FormCount>; families: Map<string, FamilyFormCount> },
  { form, familyId, state, hit }: ScoredItem,
  sign: 1 | -1,
): void => {
  const of = forms.get(form) ?? { form, pending: 0, void: 0, n: 0, hits: 0 }
  const scored = state === 'scored' ? sign : 0
  const hits = hit ? sign : 0
  forms.set(form, {
    form,
    pending: of.pending + (state === 'pending' ? sign : 0),
    void: of.void + (state === 'void' ? sign : 0),
    n: of.n + scored,
    hits: of.hits + hits,
  })
  const key = `${familyId} ${form}`
  const own = families.get(key) ?? { familyId, form, n: 0, hits: 0 }
  families.set(key, { familyId, form, n: own.n + scored, hits: own.hits + hits })
}

/** The counts as they would be had nothing moved: what stands is taken out, what stood is put back. */
const undone = (now: ReportCounts, moved: Moved): ReportCounts => {
  const forms = new Map(now.forms.map((count) => [count.form, count]))
  const families = new Map(now.families.map((count) => [`${count.familyId} ${count.form}`, count]))
  for (const item of moved.is) add({ forms, families }, item, -1)
  for (const item of moved.was) add({ forms, families }, item, 1)
  return {
    forms: [...forms.values()].sort((a, b) => (a.form < b.form ? -1 : 1)),
    families: [...families].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, count]) => (count.n > 0 ? [count] : [])),
  }
}

const standingOf = (counted: ReportCounts): ScoreStanding => {
  const { n, families, hits, brier, unsettled: pending, brierBounds } = withhold(summaryOf(counted))
  const bounds = brier && brierBounds && { lowest: brierBounds.lowest, highest: brierBounds.highest }
  return { n, families, hits, brier: brier?.mean ?? null, pending, bounds }
}

const changeAt = (place: Place, own: Moved, counted: ReportCounts): Change | null => {
  const [before, after] = [standingOf(undone(counted, own)), standingOf(counted)]
  const same =
    (['n', 'families', 'hits', 'brier'] as const).every((figure) => before[figure] === after[figure]) &&
    (['lowest', 'highest'] as const).every((end) => before.bounds?.[end] === after.bounds?.[end])
  const delta = before.brier === null || after.brier === null ? null : after.brier - before.brier
  return same ? null : { ...place, before, after, delta }
}

const orderOf = ({ authorId, timing, voice }: Place): string => `${authorId} ${timing} ${voice}`

/** Every author of a board on which an item moved, once, in a fixed order. */
const authorsIn = ({ was, is }: Moved): string[] => [...new Set([...was, ...is].map(({ authorId }) => authorId))].sort()

/** What moved on one board. The counts of all its authors are one statement: whoever else would decide waits meanwhile. */
const changesOn = async (
  reader: Reader,
  board: Pick<Place, 'timing' | 'voice'>,
  moved: Moved,
  now: Instant,
): Promise<Change[]> => {
  const { authorId: _, ...filter } = filterOf({ ...board, authorId: '', set: ALL, now } satisfies ReportQuery)
  const here = (item: ScoredItem): boolean => counts(item, filter)
  const on = { was: moved.was.filter(here), is: moved.is.filter(here) }
  const authors = authorsIn(on)
  const counted = await reportCountsOf(reader, authors, filter)
  return authors.flatMap((authorId) => {
    const mine = (item: ScoredItem): boolean => item.authorId === authorId
    const own = { was: on.was.filter(mine), is: on.is.filter(mine) }
    return changeAt({ authorId, ...board }, own, counted.get(authorId) ?? { forms: [], families: [] }) ?? []
  })
}

/**
 * What the items of one question did to the headline score of their authors. The counts are read once, after the fact, and the
 * items undone in them: what others settle at the same moment stands on both sides and is no part of the difference.
 */
export const scoreChanges = async (reader: Reader, moved: Moved, now: Instant): Promise<Change[]> => {
  const changes: Change[] = []
  for (const timing of timings) {
    for (const voice of voices) changes.push(...(await changesOn(reader, { timing, voice }, moved, now)))
  }
  return changes.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}
