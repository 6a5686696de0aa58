import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { Instant } from '../../core/time.ts'

/** A kept board by its name. */
export const KeptSnapshot = z
  .object({
    id: idOf('snapshot').meta({ description: 'of a kept board: /v1/snapshots/{id}' }),
    at: Instant.meta({ description: 'the instant as of which that board was read' }),
  })
  .meta({ id: 'KeptSnapshot' })
export type KeptSnapshot = z.infer<typeof KeptSnapshot>

export const keptSnapshot = ({ id, at }: KeptSnapshot): KeptSnapshot => ({ id, at })

/** As of when an answer is: the same two fields in every one that holds figures. */
export const readAt = {
  asOf: Instant.meta({
    description: 'the instant as of which this was read: what was known, and which months were over',
  }),
  snapshot: KeptSnapshot.nullable().meta({ description: 'the kept board that was asked for; null: none was' }),
}
export type ReadAt = { asOf: Instant; snapshot: KeptSnapshot | null }

/** The fields of `readAt` for what was read at an instant, or pinned to a snapshot. */
export const readAtOf = ({ now, snapshot = null }: { now: Instant; snapshot?: KeptSnapshot | null }): ReadAt => ({
  asOf: now,
  snapshot,
})
