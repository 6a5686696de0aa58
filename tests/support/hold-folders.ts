import { once } from 'node:events'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { holdFolder } from '../../src/storage/folder-lock.ts'

/**
 * A process that tries to hold each folder, says which it has, touches them when a line comes in and releases them when its input
 * ends. `together`: it says that it is ready, is told the moment of the first folder by a line, and is slow at times to rename.
 * `exit`, `throw`: it ends so once it has said what it has.
 */
const [manner = '', touchMs = '10000', ...folders] = process.argv.slice(2)
const BETWEEN_MS = 30
const SLOW_MS = 6

const sleep = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
const { renameSync } = fs
if (manner === 'together') {
  fs.renameSync = (from, to) => {
    sleep(Math.random() * SLOW_MS)
    renameSync(from, to)
  }
  syncBuiltinESMExports()
  console.log('ready')
}
const startAt = manner === 'together' ? Number((await once(process.stdin, 'data'))[0]) : 0

const holds: ReturnType<typeof holdFolder>[] = []
const held = folders.filter((folder, at) => {
  while (Date.now() < startAt + at * BETWEEN_MS) {
    // As close to the moment as can be: no timer is.
  }
  try {
    holds.push(holdFolder(folder, Number(touchMs)))
    return true
  } catch {
    return false
  }
})
console.log(JSON.stringify(held))
if (manner === 'exit') process.exit(3)
if (manner === 'throw') throw new Error('of tests')
process.stdin.on('data', () => {
  for (const { touch } of holds) touch()
})
process.stdin.on('end', () => {
  for (const { release } of holds) release()
})
process.stdin.resume()
