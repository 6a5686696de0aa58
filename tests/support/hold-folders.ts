import { holdFolder } from '../../src/storage/folder-lock.ts'

/** A process that tries to hold each folder at a moment of its own, says which it has, and releases them when its input ends. */
const [startAt = '0', touchMs = '10000', ...folders] = process.argv.slice(2)
const BETWEEN_MS = 4

const releases: (() => void)[] = []
const held = folders.filter((folder, at) => {
  while (Date.now() < Number(startAt) + at * BETWEEN_MS) {
    // As close to the moment as can be: no timer is.
  }
  try {
    releases.push(holdFolder(folder, Number(touchMs)))
    return true
  } catch {
    return false
  }
})
console.log(JSON.stringify(held))
process.stdin.on('end', () => {
  for (const release of releases) release()
})
process.stdin.resume()
