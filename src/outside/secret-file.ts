import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAbsent } from './absent.ts'
import { newSecret } from './random.ts'

const readOr = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** The secret of a data folder, made on first use; its owner alone may read the file. The folder must be there. */
export const secretIn = (folder: string): string => {
  const file = join(folder, 'secret')
  const kept = readOr(file)
  if (kept !== null) return kept
  const secret = newSecret()
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
  return secret
}
