import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded into a process before anything else: its disk does what the file named by `TEST_DISK` says, from one call to the next.
 * `full`: little room is told of; `filling`: at every second look; `unsized`: neither room nor size is. `write` and `fsync`: these fail for
 * files of the database. Anything else: nothing is changed. On Linux: files are told apart by what `/proc` says of them.
 */
const manner = (): string => fs.readFileSync(process.env['TEST_DISK'] ?? '', 'utf8').trim()
const { statfsSync, writeSync, fsyncSync } = fs
const failure = (code: string): Error => Object.assign(new Error(`${code}: of tests`), { code })
const isOfDatabase = (file: number): boolean => fs.readlinkSync(`/proc/self/fd/${file}`).includes('/postgres/')

let looks = 0

fs.statfsSync = ((path: string) => {
  const told = statfsSync(path)
  const now = manner()
  looks = now === 'filling' ? looks + 1 : 0
  if (now === 'unsized') return { ...told, bavail: 0, blocks: 0 }
  return now === 'full' || (looks > 0 && looks % 2 === 0) ? { ...told, bavail: 0 } : told
}) as typeof statfsSync
fs.writeSync = ((file: number, ...rest: unknown[]) => {
  if (isOfDatabase(file) && manner() === 'write') throw failure('ENOSPC')
  return (writeSync as (...given: unknown[]) => number)(file, ...rest)
}) as typeof writeSync
fs.fsyncSync = (file) => {
  if (manner() === 'fsync') throw failure('EIO')
  fsyncSync(file)
}
syncBuiltinESMExports()
