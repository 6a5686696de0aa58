import { groupBy } from '../../core/group-by.ts'
import type { DecidedTimes } from '../../core/resolution/decided-times.ts'
import { pool } from '../../core/scoring/counts.ts'
import type { EvidenceInput } from '../../core/scoring/report/evidence-input.ts'
import { settledSince } from '../../core/scoring/restart.ts'
import { saidFirst } from '../../core/scoring/said-first.ts'
import { tally, withOpen } from '../../core/scoring/tally.ts'
import type { Instant } from '../../core/time.ts'
import { type ItemRow, itemsOfAuthors } from '../../storage/board-items.ts'
import type { CountFilter, CountSlice } from '../../storage/counts.ts'
import type { Reader } from '../../storage/database.ts'
import {
  isDueIn,
  type LaterForm,
  ofAnyMonth,
  overturnable,
  saidLater,
  type WaitingForm,
  waitingForms,
} from '../../storage/evidence-items.ts'
import type { FamilyFormCount } from '../../storage/report-counts.ts'
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

type Waiting = Pick<WaitingForm, 'familyId' | 'form' | 'n' | 'isDue'>
type Later = Waiting & Pick<LaterForm, 'state' | 'hit'>

/** Whether the counts hold it as settled; all else evidence waits for. */
const isCounted = ({ state, isDue }: Later): boolean => state === 'scored' && isDue

/** The families that counts hold with what each of them still waits for, of what was said of it first. */
const evidenceOfCounts = (
  families: readonly FamilyFormCount[],
  waiting: readonly Waiting[],
  later: readonly Later[],
): EvidenceInput => {
  const entered = new Set([...families, ...waiting.filter(({ isDue }) => isDue)].map(({ familyId }) => familyId))
  const left = later.filter(({ familyId }) => entered.has(familyId))
  const taken = (of: readonly Later[]) => groupBy(of, ({ familyId, form }) => `${familyId} ${form}`)
  const [counted, waited] = [taken(left.filter(isCounted)), taken(left.filter((one) => !isCounted(one)))]
  const many = (of: readonly Later[] = []): number => of.reduce((so, { n }) => so + n, 0)
  const first = families.flatMap(({ familyId, form, n, hits }) => {
    const gone = counted.get(`${familyId} ${form}`) ?? []
    const rest = n - many(gone)
    return rest > 0
      ? [{ familyId, p: probabilityOf(form), n: rest, hits: hits - many(gone.filter(({ hit }) => hit)) }]
      : []
  })
  const settled = new Map([...groupBy(first, ({ familyId }) => familyId)].map(([id, rows]) => [id, pool(rows)]))
  const open = [...groupBy(waiting, ({ familyId, form }) => `${familyId} ${form}`)].flatMap(([key, rows]) => {
    const [{ familyId, form } = { familyId: '', form: '' }] = rows
    const n = rows.reduce((so, row) => so + row.n, 0) - many(waited.get(key))
    return n > 0 && entered.has(familyId) ? [{ family: familyId, p: probabilityOf(form), n }] : []
  })
  return { ...withOpen(settled, open), since: null, later: many(left) }
}

/** What stands of items since an outcome was overturned. */
const evidenceOfItems = (
  rows: readonly ItemRow[],
  times: ReadonlyMap<string, DecidedTimes>,
  { slice, since }: { slice: CountSlice; since: Instant },
): EvidenceInput => {
  const inSlice = rows.filter(({ dueMonth, state }) => state !== 'void' && isDueIn(slice, dueMonth))
  const families = new Set(inSlice.map(({ familyId }) => familyId))
  const timed = rows
    .filter(({ familyId, state }) => state !== 'void' && families.has(familyId))
    .map((row) => ({
      family: row.familyId,
      // One of which nobody knows when it was settled was so before anything was overturned.
      settled: row.state === 'scored' ? Date.parse(times.get(row.versionId)?.settledAt ?? '') || 0 : null,
      said: Date.parse(row.said),
      p: probabilityOf(row.form),
      outcome: row.hit ? (1 as const) : (0 as const),
      n: 1,
      counts: row.state === 'scored' && isDueIn(slice, row.dueMonth),
    }))
  const { first, later } = saidFirst(settledSince(timed, Date.parse(since)))
  const sample = tally(
    first.filter(({ counts }) => counts),
    first.filter(({ counts }) => !counts),
  )
  return { families: sample.families, open: sample.open, since, later: later.length }
}

/**
 * What the e-value of each of these authors rests on, in a slice of a set: the families that the counts hold, with what they wait
 * for, less what was said of them later; of an author of whom an outcome was overturned, what was settled since, from the items themselves. Pass each author's own
 * `families` of that slice.
 */
export const evidenceOfAuthors = async (
  reader: Reader,
  slice: CountSlice,
  families: ReadonlyMap<string, readonly FamilyFormCount[]>,
): Promise<Map<string, EvidenceInput>> => {
  const ids = [...families.keys()]
  const waiting = groupBy(await waitingForms(reader, slice, ids), ({ authorId }) => authorId)
  const later = groupBy(await saidLater(reader, slice, ids), ({ authorId }) => authorId)
  const overturned = await overturnedOf(reader, slice, ids)
  const rows = await itemsOfAuthors(reader, ofAnyMonth(slice), [...overturned.keys()])
  const times = await resolvedTimes(reader, [...new Set(rows.map(({ questionId }) => questionId))])
  const items = groupBy(rows, ({ authorId }) => authorId)
  return new Map(
    [...families].map(([id, own]) => {
      const since = overturned.get(id)
      return [
        id,
        since === undefined
          ? evidenceOfCounts(own, waiting.get(id) ?? [], later.get(id) ?? [])
          : evidenceOfItems(items.get(id) ?? [], times, { slice, since }),
      ]
    }),
  )
}

/** The same of one author. */
export const evidenceOfAuthor = async (
  reader: Reader,
  { authorId, ...slice }: CountFilter,
  families: readonly FamilyFormCount[],
): Promise<EvidenceInput> => {
  const found = await evidenceOfAuthors(reader, slice, new Map([[authorId, families]]))
  return found.get(authorId) ?? evidenceOfCounts(families, [], [])
}
