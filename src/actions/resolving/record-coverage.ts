import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { missing } from '../../core/problem.ts'
import { sourceSignal } from '../../core/resolution/resolver.ts'
import { mustBeOver } from '../../core/source.ts'
import { Day, dayOf } from '../../core/time.ts'
import { wakeAttempts } from '../../storage/resolver-attempts.ts'
import { findSource, putCoverage } from '../../storage/sources.ts'
import { action } from '../context.ts'

export const RecordCoverage = z
  .object({ sourceId: idOf('source'), readThrough: Day })
  .meta({ id: 'RecordCoverage', description: 'the source was read whole through this day' })
export type RecordCoverage = z.infer<typeof RecordCoverage>

/** Records that a source was read through a day. True when that was not known before. Refuses days that are not over. */
export const recordCoverage = action<RecordCoverage, boolean>(async ({ tx, now, newId, newSalt }, input) => {
  if (!(await findSource(tx, input.sourceId))) {
    throw missing('source', input.sourceId, 'sourceId')
  }
  mustBeOver(input.readThrough, dayOf(now), 'readThrough')
  const row = { id: newId('coverage'), ...input, recordedAt: now }
  const isNews = await putCoverage(tx, await factOf('coverage', row, newSalt))
  if (isNews) await wakeAttempts(tx, sourceSignal(input.sourceId), now)
  return isNews
})
