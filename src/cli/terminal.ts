import { readFile } from 'node:fs/promises'
import { Problem } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import { isAbsent } from '../outside/absent.ts'

/** What a command may touch of the world; `cli.ts` hands in the real one. */
export type Terminal = {
  now: () => Instant
  environment: Readonly<Record<string, string | undefined>>
  print: (line: string) => void
  /** Progress and warnings: standard error, so that `--json` output stays clean. */
  note: (line: string) => void
}

/** The bytes of a file, or of standard input for `-`. Throws a `Problem` that names the file when it cannot be read. */
export const readInput = async (path: string): Promise<Uint8Array> => {
  try {
    if (path !== '-') return await readFile(path)
    const chunks: Uint8Array[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
    return Buffer.concat(chunks)
  } catch (error) {
    const why = isAbsent(error) ? 'does not exist' : 'cannot be read'
    throw new Problem('not-found', `${path} ${why}`, 'check the path, or give - to read standard input')
  }
}

/**
 * Text that came from a file, without what a terminal would obey or hide: control characters are spaces, format characters
 * (direction marks, zero width) are left out.
 */
export const harmless = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cf}/gu, '')

/** What JSON would hand on to the terminal as it is: it escapes the control characters of ASCII alone. */
const UNESCAPED = /[\u007f-\u009f\p{Cf}]/gu
const escaped = (text: string): string =>
  text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A value that came from a file as JSON over several lines, which says the same and holds nothing that a terminal would obey or hide. */
export const harmlessJson = (value: unknown): string => JSON.stringify(value, null, 2).replace(UNESCAPED, escaped)

/** A quote in one line of at most `length` characters. */
export const shorten = (quote: string, length: number): string => {
  const line = harmless(quote).replace(/\s+/g, ' ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}
