import type { Extraction } from '../../core/candidate.ts'
import { factOf } from '../../core/ledger/fact.ts'
import type { DocumentReading } from '../../core/reading/document.ts'
import { insertReading, insertRun } from '../../storage/readings.ts'
import type { Transacting } from '../context.ts'

/** No database keeps NUL or half a surrogate pair in JSON; what a document or a service says may hold either. */
const storable = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\uFFFD') : part,
  ) as T

type Found = { commentaryId: string; textVersion: number; extraction: Extraction; document: DocumentReading | null }

/** Keeps what was found out while a text was read: how its candidates were found, and what its document told. */
export const keepFindings = async ({ tx, now, newId, newSalt }: Transacting, found: Found): Promise<void> => {
  const { commentaryId, textVersion, extraction, document } = found
  const about = { commentaryId, textVersion, recordedAt: now }
  const { run, extractorVersion, lexiconVersion } = extraction
  const ran = { ...about, id: newId('run'), extractorVersion, lexiconVersion, ...storable(run) }
  await insertRun(tx, await factOf('extraction-run', ran, newSalt))
  if (document === null) return
  const read = { ...about, id: newId('reading'), ...storable(document) }
  await insertReading(tx, await factOf('reading', read, newSalt))
}
