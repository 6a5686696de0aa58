import { z } from 'zod'
import { AuthorName, nameKey } from '../../core/author.ts'
import { Problem } from '../../core/problem.ts'
import { sourceSignal } from '../../core/resolution/resolver.ts'
import type { Source } from '../../core/source.ts'
import { wakeAttempts } from '../../storage/resolver-attempts.ts'
import { putSource, stateLag } from '../../storage/sources.ts'
import { action } from '../context.ts'

export const RecordSource = z
  .object({ name: AuthorName, reportingLagDays: z.int().min(0).max(3650).nullable().default(null) })
  .meta({ id: 'RecordSource' })
export type RecordSource = z.infer<typeof RecordSource>

/**
 * The source of this name: recorded now, or standing already. A lag may be stated once; another one later throws
 * `already-exists`, because outcomes were settled under the first.
 */
export const recordSource = action<RecordSource, { source: Source; created: boolean }>(
  async ({ tx, now, newId }, { name, reportingLagDays }) => {
    const row = { id: newId('source'), name, identity: nameKey(name), reportingLagDays, recordedAt: now }
    const put = await putSource(tx, row)
    if (reportingLagDays === null || put.source.reportingLagDays === reportingLagDays) return put
    if (put.source.reportingLagDays === null) {
      await stateLag(tx, put.source.id, reportingLagDays)
      await wakeAttempts(tx, sourceSignal(put.source.id), now)
      return { ...put, source: { ...put.source, reportingLagDays } }
    }
    const detail = `${put.source.name} stands with a lag of ${put.source.reportingLagDays} days`
    throw new Problem('already-exists', detail, 'leave reportingLagDays out', [{ field: 'reportingLagDays', detail }])
  },
)
