import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Written } from '../core/snapshot-files.ts'

/** Writes a file that is not there yet, to its end and to the disk. Throws where it is. */
export const writeFile = async (path: string, parts: AsyncIterable<Uint8Array>, mode = 0o666): Promise<Written> => {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', mode)
  let bytes = 0
  try {
    for await (const part of parts) {
      hash.update(part)
      bytes += part.byteLength
      await file.writeFile(part)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}
