import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** A program of its own, so that every module is loaded under the recorder: prints what `new RegExp` made while src/ loaded. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const made: { path: string; line: number; source: string; flags: string }[] = []

/** The line of src/ that called the constructor, or null when a package did. */
const callerOf = (stack: string): { path: string; line: number } | null => {
  // Frames: the message, the recorder twice, then whoever called the constructor.
  const [, path = '', line = ''] = /([^\s(]+?):(\d+):\d+\)?$/.exec(stack.split('\n')[3] ?? '') ?? []
  const file = path.replace(/^file:\/\//, '').replace(/\?.*$/, '')
  return file.startsWith(`${root}src/`) ? { path: file.slice(root.length), line: Number(line) } : null
}

const recorded = (pattern: RegExp): RegExp => {
  const caller = callerOf(new Error('made').stack ?? '')
  if (caller) made.push({ ...caller, source: pattern.source, flags: pattern.flags })
  return pattern
}

globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, args: [string, string?]) => recorded(new target(...args)),
  apply: (target, _, args: [string, string?]) => recorded(target(...args)),
})

// The files directly in src/ are programs, and so is the script of pages: they would start.
const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\/.+\.tsx?$/.test(name) && name !== 'web/script/review.ts',
)
for (const file of files) await import(pathToFileURL(`${root}src/${file}`).href)
process.stdout.write(JSON.stringify(made))
