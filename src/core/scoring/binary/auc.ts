import { type Count, type Counts, pool, total } from '../counts.ts'
import type { Interval } from '../intervals/proportion.ts'
import { normalQuantile } from '../numbers/normal.ts'
import { sum } from '../numbers/sum.ts'

/** `interval` is null with fewer than two hits or two misses. */
export type Auc = { auc: number; interval: Interval | null }

/** Per row: the share of misses that its hits beat, and the share of hits that beat its misses; ties count half. */
const placements = (counts: Counts): { hits: number; misses: number; above: number; below: number }[] => {
  const all = total(counts)
  const misses = all.n - all.hits
  let [missesBelow, hitsBelow] = [0, 0]
  return counts.map((row) => {
    const missed = row.n - row.hits
    const above = (missesBelow + missed / 2) / misses
    const below = (all.hits - hitsBelow - row.hits / 2) / all.hits
    missesBelow += missed
    hitsBelow += row.hits
    return { hits: row.hits, misses: missed, above, below }
  })
}

/**
 * Chance that a random hit was given a higher forecast than a random miss, ties half: Σ_k h_k(M_{<k} + m_k/2)/(H · M),
 * m_k = n_k − h_k. 1 best, .5 for no discrimination, 0 for all the wrong way round. Null when all outcomes are alike.
 * Source: Hanley & McNeil 1982, Radiology 143:29. Example: 0.2 said twice, once true: a tie, 0.5.
 */
export const auc = (counts: Counts): number | null => {
  const { n, hits } = total(counts)
  if (hits === 0 || hits === n) return null
  let below = 0
  let wins = 0
  for (let at = 0; at < counts.length; at++) {
    const row = counts[at] as Count
    const misses = row.n - row.hits
    // Whole and half numbers: exact up to 2⁵³.
    wins += row.hits * (below + misses / 2)
    below += misses
  }
  return wins / hits / (n - hits)
}

/**
 * The AUC with DeLong's interval, AUC ± z√(s²_hits/H + s²_misses/M), cut to 0 to 1, where s² are the sample variances of
 * what share of misses each hit beats and of hits each miss is beaten by. It needs about ten of each to mean anything and
 * takes questions for independent. Null as `auc`. Source: DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837.
 * Example: hits at .6 and .9, misses at .5 and .7: AUC .75, interval 0.057 to 1.
 */
export const aucInterval = (counts: Counts, level = 0.95): Auc | null => {
  const { n, hits } = total(counts)
  const value = auc(counts)
  if (value === null) return null
  const misses = n - hits
  if (hits < 2 || misses < 2) return { auc: value, interval: null }
  const placed = placements(counts)
  const ofHits = sum(placed.map((row) => row.hits * (row.above - value) ** 2)) / (hits - 1) / hits
  const ofMisses = sum(placed.map((row) => row.misses * (row.below - value) ** 2)) / (misses - 1) / misses
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(ofHits + ofMisses)
  return { auc: value, interval: { low: Math.max(0, value - half), high: Math.min(1, value + half), level } }
}

/** What one family adds: its hits and misses, and how far their summed placements lie from the AUC. */
type Placed = { hits: number; misses: number; above: number; below: number }

/** m/(m − 1) over the families that hold any; 0 where there are fewer than two. */
const inflation = (families: readonly Placed[], of: 'hits' | 'misses'): number => {
  const m = families.filter((family) => family[of] > 0).length
  return m < 2 ? 0 : m / (m - 1)
}

const placedByFamily = (families: readonly Counts[], counts: Counts, value: number): Placed[] => {
  const places = new Map(placements(counts).map((place, row) => [counts[row]?.p, place]))
  return families.map((family) => {
    const rows = family.map(({ p, n, hits }) => ({ place: places.get(p), hits, misses: n - hits }))
    return {
      hits: sum(rows.map((row) => row.hits)),
      misses: sum(rows.map((row) => row.misses)),
      above: sum(rows.map((row) => row.hits * ((row.place?.above ?? 0) - value))),
      below: sum(rows.map((row) => row.misses * ((row.place?.below ?? 0) - value))),
    }
  })
}

/**
 * The AUC with an interval that takes the family, not the question, for the independent unit: AUC ± z√V, cut to 0 to 1, where
 * V = m_h/(m_h − 1) ΣA_g²/H² + m_m/(m_m − 1) ΣB_g²/M² + 2 m/(m − 1) ΣA_gB_g/(HM); A_g and B_g sum, over the hits and the misses
 * of family g, placement (see `aucInterval`) less AUC; m_h, m_m and m count the families with hits, with misses, and all.
 *
 * Of one question a family it is DeLong's. `interval` is null where fewer than two families hold a hit or fewer than two a
 * miss, and where V is 0, as when every hit was called likelier than every miss: nothing then tells how far luck moves it.
 * Null when all outcomes are alike. Source: Obuchowski 1997, Biometrics 53:567. Example: families of hits at .6 and .9 and
 * misses at .5 and .7, each said twice in its family: AUC .75, interval 0.057 to 1, as if each had been said once.
 */
export const clusteredAuc = (families: readonly Counts[], level = 0.95): Auc | null => {
  const counts = pool(families.flat())
  const value = auc(counts)
  if (value === null) return null
  const { n, hits } = total(counts)
  const misses = n - hits
  const placed = placedByFamily(families, counts, value).filter((family) => family.hits + family.misses > 0)
  const [ofHits, ofMisses] = [inflation(placed, 'hits'), inflation(placed, 'misses')]
  if (ofHits === 0 || ofMisses === 0) return { auc: value, interval: null }
  const shared = placed.length / (placed.length - 1)
  const variance =
    (ofHits * sum(placed.map(({ above }) => above ** 2))) / hits ** 2 +
    (ofMisses * sum(placed.map(({ below }) => below ** 2))) / misses ** 2 +
    (2 * shared * sum(placed.map(({ above, below }) => above * below))) / (hits * misses)
  // Of hits all above misses, rounding may leave 1e-33.
  if (variance < 1e-15) return { auc: value, interval: null }
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance)
  return { auc: value, interval: { low: Math.max(0, value - half), high: Math.min(1, value + half), level } }
}
