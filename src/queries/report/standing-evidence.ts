import { groupBy } from '../../core/group-by.ts'
import type { DecidedTimes } from '../../core/resolution/decided-times.ts'
import { pool } from '../../core/scoring/counts.ts'
import type { EvidenceInput } from '../../core/scoring/report/evidence-input.ts'
import { settledSince } from '../../core/scoring/restart.ts'
import { saidFirst } from '../../core/scoring/said-first.ts'
import { tally, withOpen } from '../../core/scoring/tally.ts'
import type { Instant } from '../../core/time.ts'
import { authorQuestion, begunOtherwise, type ItemRow, itemsOfAuthors } from '../../storage/board-items.ts'
import type { CountFilter, CountSlice } from '../../storage/counts.ts'
import type { Reader } from '../../storage/database.ts'
import { type EvidenceForm, evidenceForms, isDueIn, ofAnyMonth, overturnable } from '../../storage/evidence-items.ts'
import { type OpenRow, openFirstsOf } from '../../storage/open-firsts.ts'
import { probabilityOf } from '../probabilities.ts'
import { resolvedTimes } from './resolved-times.ts'

/** When the last of these versions had its outcome overturned; null where none had. */
export const lastOverturned = (versions: readonly string[], times: ReadonlyMap<string, DecidedTimes>): Instant | null =>
  versions.reduce<Instant | null>((so, version) => {
    const at = times.get(version)?.overturnedAt ?? null
    return at !== null && (so === null || at > so) ? at : so
  }, null)

/**
 * When an outcome of what each of these authors said was last overturned, whether its question was settled again, is void or waits
 * since. Of a slice of a set, in whatever month it is due; authors without one are left out.
 */
export const overturnedOf = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[],
): Promise<Map<string, Instant>> => {
  const rows = await overturnable(reader, slice, authorIds)
  const times = await resolvedTimes(reader, [...new Set(rows.map(({ questionId }) => questionId))])
  const found = [...groupBy(rows, ({ authorId }) => authorId)].map(
    ([id, own]) =>
      [
        id,
        lastOverturned(
          own.map(({ versionId }) => versionId),
          times,
        ),
      ] as const,
  )
  return new Map(found.flatMap(([id, at]) => (at === null ? [] : [[id, at] as const])))
}

/** Whether the slice holds it as settled; all else evidence waits for. */
const isSettled = ({ state, isDue }: EvidenceForm): boolean => state === 'scored' && isDue

/** The families of which something is due, with what each of them still waits for, of what was said of it first. */
const evidenceOfForms = (forms: readonly EvidenceForm[]): EvidenceInput => {
  const isEntered = ({ isDue, state }: EvidenceForm): boolean => isDue && (state === 'scored' || state === 'pending')
  const entered = new Set(forms.filter(isEntered).map(({ familyId }) => familyId))
  const own = forms.filter(({ familyId }) => entered.has(familyId))
  const first = own
    .filter(({ isLater }) => !isLater)
    .map((one) => ({ ...one, family: one.familyId, p: probabilityOf(one.form) }))
  const settled = groupBy(first.filter(isSettled), ({ family }) => family)
  const counts = [...settled].map(
    ([id, rows]) => [id, pool(rows.map(({ p, n, hit }) => ({ p, n, hits: hit ? n : 0 })))] as const,
  )
  const waiting = first
    .filter((one) => !isSettled(one))
    .map(({ family, p, n, state }) => ({ family, p, n, ...(state === 'void' && { void: true as const }) }))
  const later = own.reduce((so, { isLater, n }) => so + (isLater ? n : 0), 0)
  return { ...withOpen(new Map(counts), waiting), since: null, later }
}

/** All that somebody said in a slice in any month, and what they said first where that is not what is scored. */
type Said = {
  scored: readonly ItemRow[]
  first: readonly ItemRow[]
  open: readonly OpenRow[]
  begunOtherwise: ReadonlySet<string>
}

/** What stands of items since an outcome was overturned. */
const evidenceOfItems = (
  { scored, first: begun, open, begunOtherwise }: Said,
  times: ReadonlyMap<string, DecidedTimes>,
  { slice, since }: { slice: CountSlice; since: Instant },
): EvidenceInput => {
  const isIn = ({ dueMonth, state }: ItemRow): boolean => state !== 'void' && isDueIn(slice, dueMonth)
  const families = new Set([...scored, ...begun].filter(isIn).map(({ familyId }) => familyId))
  const own = ({ familyId }: { familyId: string }): boolean => families.has(familyId)
  const [restated, kept] = [true, false].map((is) =>
    scored.filter((row) => own(row) && begunOtherwise.has(authorQuestion(row)) === is),
  )
  const waits = open.filter(own).map((row) => ({ ...row, state: 'pending' as const, hit: null }))
  const timed = [...(kept ?? []), ...begun.filter(own), ...waits].map((row) => ({
    family: row.familyId,
    // One of which nobody knows when it was settled was so before anything was overturned.
    settled: row.state === 'scored' ? Date.parse(times.get(row.versionId)?.settledAt ?? '') || 0 : null,
    said: Date.parse(row.said),
    p: probabilityOf(row.form),
    outcome: row.hit ? (1 as const) : (0 as const),
    n: 1,
    ...(row.state === 'void' && { void: true as const }),
    counts: row.state === 'scored' && isDueIn(slice, row.dueMonth),
  }))
  const { first, later } = saidFirst(settledSince(timed, Date.parse(since)))
  const sample = tally(
    first.filter(({ counts }) => counts),
    first.filter(({ counts }) => !counts),
  )
  return { families: sample.families, open: sample.open, since, later: later.length + (restated ?? []).length }
}

/**
 * What the e-value of each of these authors rests on, in a slice of a set: the families of which something is due, with what they wait
 * for, of what was said of each first; of an author of whom an outcome was overturned, what was settled since.
 */
export const evidenceOfAuthors = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[],
): Promise<Map<string, EvidenceInput>> => {
  const forms = groupBy(await evidenceForms(reader, slice, authorIds), ({ authorId }) => authorId)
  const overturned = await overturnedOf(reader, slice, authorIds)
  const ids = [...overturned.keys()]
  const scored = await itemsOfAuthors(reader, ofAnyMonth(slice), ids)
  const first = await itemsOfAuthors(reader, ofAnyMonth(slice), ids, 'first')
  const times = await resolvedTimes(reader, [...new Set([...scored, ...first].map(({ questionId }) => questionId))])
  const open = groupBy(await openFirstsOf(reader, slice, ids), ({ authorId }) => authorId)
  const begun = await begunOtherwise(reader, [...new Set(scored.map(({ questionId }) => questionId))])
  const [byAuthor, firstBy] = [scored, first].map((rows) => groupBy(rows, ({ authorId }) => authorId))
  return new Map(
    authorIds.map((id) => {
      const since = overturned.get(id)
      if (since === undefined) return [id, evidenceOfForms(forms.get(id) ?? [])]
      const own = { scored: byAuthor?.get(id) ?? [], first: firstBy?.get(id) ?? [], open: open.get(id) ?? [] }
      const said = { ...own, begunOtherwise: begun }
      return [id, evidenceOfItems(said, times, { slice, since })]
    }),
  )
}

/** The same of one author. */
export const evidenceOfAuthor = async (reader: Reader, { authorId, ...slice }: CountFilter): Promise<EvidenceInput> => {
  const found = await evidenceOfAuthors(reader, slice, [authorId])
  return found.get(authorId) ?? evidenceOfForms([])
}
