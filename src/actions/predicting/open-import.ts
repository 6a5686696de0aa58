import type { OpenImport } from '../../core/importing/import-item.ts'
import { Problem } from '../../core/problem.ts'
import type { Collection } from '../../core/source.ts'
import { type Import, putImport } from '../../storage/imports.ts'
import { action } from '../context.ts'
import { recordCollection } from '../record-collection.ts'
import { recordSource } from '../resolving/record-source.ts'

export type OpenedImport = { import: Import; collection: Collection; created: boolean }

/** What says that an import is of this source: what is read later joins it only then. */
const isSame = (standing: Import, { source, licence }: OpenImport): boolean =>
  standing.source === source && standing.licence === licence

/**
 * The import of this name, with the collection in which what it brings is ranked, apart from everything else: recorded now, or
 * standing already. Throws `already-exists` where that name stands for another source or licence.
 */
export const openImport = action<OpenImport, OpenedImport>(async (scope, given) => {
  const { tx, now, newId } = scope
  const { name, source, licence, note, whole } = given
  const put = await putImport(tx, { id: newId('import'), name, source, licence, note, recordedAt: now })
  if (!isSame(put.import, given)) {
    const detail = `the import ${name} stands with the source ${put.import.source} and the licence ${put.import.licence}`
    throw new Problem('already-exists', detail, 'choose another name', [{ field: 'name', detail }])
  }
  await recordSource(scope, { name: source, reportingLagDays: null })
  const { collection } = await recordCollection(scope, {
    name,
    rule: `What was imported as “${name}” from ${source}.`,
    readWhole: whole,
    caveat: put.import.note,
  })
  return { ...put, collection }
})
