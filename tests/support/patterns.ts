import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

/** A regular expression of src/ and where it stands. */
export type Pattern = { path: string; line: number; source: string; flags: string }
/** A call of the constructor: what it makes, the parser cannot tell. */
export type Construction = { path: string; line: number }

const root = fileURLToPath(new URL('../../', import.meta.url))

type Node = {
  type: string
  start: number
  regex?: { pattern: string; flags: string }
  callee?: { name?: string }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Every node of a syntax tree, outermost first. */
function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) yield value
  for (const child of Object.values(value)) yield* nodesOf(child)
}

/** The literals of a file, and the places where it calls `RegExp`. */
export const patternsIn = (path: string, text: string): { literals: Pattern[]; constructions: Construction[] } => {
  const literals: Pattern[] = []
  const constructions: Construction[] = []
  for (const node of nodesOf(parseAst(text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }))) {
    const line = text.slice(0, node.start).split('\n').length
    if (node.regex) literals.push({ path, line, source: node.regex.pattern, flags: node.regex.flags })
    if (node.callee?.name === 'RegExp') constructions.push({ path, line })
  }
  return { literals, constructions }
}

/** The same of all of src/. */
export const patternsOfSource = () => {
  const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const found = files.sort().map((name) => patternsIn(`src/${name}`, readFileSync(`${root}src/${name}`, 'utf8')))
  return {
    literals: found.flatMap(({ literals }) => literals),
    constructions: found.flatMap(({ constructions }) => constructions),
  }
}

/** What the constructor makes while the modules of src/ load. */
export const patternsMade = (): Pattern[] => {
  const program = fileURLToPath(new URL('./record-patterns.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', program], { cwd: root, encoding: 'utf8' }))
}
