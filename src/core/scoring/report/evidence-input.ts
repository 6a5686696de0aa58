import type { Instant } from '../../time.ts'
import { familyEValue, type Open } from '../binary/e-value.ts'
import type { Counts } from '../counts.ts'
import type { Unsettled } from './bounds.ts'
import { type Unbounded, unbounded } from './unbounded.ts'

/**
 * What an e-value rests on: families with what each still waits for, see `familyEValue`; since when, where an outcome was
 * overturned and evidence started again, see `settledSince`; `later`: how many statements are left out, see `saidFirst`.
 */
export type EvidenceInput = {
  families: readonly Counts[]
  open: readonly (readonly Open[])[]
  since: Instant | null
  later: number
}

/** Each of what is unsettled as a family of its own. */
export const apart = (families: readonly Counts[], unsettled: readonly Unsettled[]): EvidenceInput => ({
  families,
  open: [...families.map(() => []), ...unsettled.flatMap(({ p, n }) => Array.from({ length: n }, () => [{ p, n: 1 }]))],
  since: null,
  later: 0,
})

/** `since`, only where an outcome was overturned: evidence started again there; `later`, only where statements are left out. */
export type EvidenceFigure = { e: Unbounded; log: Unbounded; since?: Instant | undefined; later?: number | undefined }

/** The e-value as a report holds it. */
export const evidenceFigure = ({ families, open, since, later }: EvidenceInput): EvidenceFigure => {
  const { e, log } = familyEValue(families, open)
  return { e: unbounded(e), log: unbounded(log), ...(since !== null && { since }), ...(later > 0 && { later }) }
}
