import type { Reader } from '../storage/database.ts'
import { countBeyond, countGaps, type SealedBatch, sealedAfter, sealedSources } from '../storage/sealing-check.ts'

/** Facts that are looked at by one statement. */
const BATCH = 5000

/**
 * Every fact against the ledger: with its digest it is in one leaf, or waits for one. Each statement reads one moment; facts that come
 * meanwhile wait. A line for each kind that is not so.
 */
export const checkSealed = async (
  reader: Reader,
  batch: number = BATCH,
): Promise<{ checked: number; differences: string[] }> => {
  const differences: string[] = []
  let checked = 0
  for (const source of sealedSources) {
    const [named, total]: [string[], { off: number }] = [[], { off: 0 }]
    for (let after: SealedBatch['last'] = null; ; ) {
      const found = await sealedAfter(reader, source, after, batch)
      checked += found.checked
      total.off += found.off
      if (named.length === 0) named.push(...found.named)
      after = found.last
      if (found.checked < batch) break
    }
    if (total.off > 0)
      differences.push(
        `${total.off} of ${source.table} do not stand once in the ledger or wait for it: ${named.join(', ')}`,
      )
    const beyond = await countBeyond(reader, source)
    if (beyond > 0) differences.push(`${beyond} in the ledger or waiting for it are none of ${source.table}`)
  }
  const gaps = await countGaps(reader)
  if (gaps !== 0) differences.push(`${gaps} positions of the ledger have no leaf`)
  return { checked, differences }
}
