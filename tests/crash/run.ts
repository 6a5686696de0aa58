import { cpus } from 'node:os'
import Table from 'cli-table3'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Result } from './points.ts'
import { crashInRounds } from './rounds.ts'

/** `npm run crash -- --points 200 --database embedded|postgres`: kills a server over and over, and tells what was lost. */
const parsePoints = (text: string): number => {
  const points = Number(text)
  if (!Number.isInteger(points) || points < 1) throw new InvalidArgumentError('give a number of points, 1 or more')
  return points
}

const tableOf = ({ tallies }: Result): string => {
  const head = [
    'phase',
    'points',
    'delay',
    'named point',
    'database',
    'server fell',
    'acknowledged',
    'lost',
    'half written',
    'differences',
  ]
  const table = new Table({ head, style: { head: [], border: [] } })
  const rows = [...tallies].map(([phase, { points, byDelay, byTrap, byDatabase, fell, acknowledged, wrong }]) => ({
    phase,
    figures: [
      points,
      byDelay,
      byTrap,
      byDatabase,
      fell,
      acknowledged,
      ...Object.values(wrong).map(({ length }) => length),
    ],
  }))
  for (const { phase, figures } of rows) table.push([phase, ...figures])
  const sums = rows.reduce((sum, { figures }) => sum.map((one, at) => one + (figures[at] ?? 0)), Array(9).fill(0))
  table.push(['all', ...sums])
  return table.toString()
}

const { points, database, seed } = new Command('crash')
  .option('--points <number>', 'how often to kill', parsePoints, 200)
  .addOption(new Option('--database <kind>', 'on what').choices(['embedded', 'postgres']).default('embedded'))
  .option('--seed <text>', 'draws the points', 'crash')
  .parse()
  .opts<{ points: number; database: 'embedded' | 'postgres'; seed: string }>()

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} of them, Node ${process.version}, seed ${seed}`,
)
const began = Date.now()
const result = await crashInRounds({ points, database, seed, note: (line) => console.log(line) })
console.log(tableOf(result))
console.log(
  `${database}: ${result.facts} facts, ${result.sealed} of them sealed, ${result.received} of ${result.messages} messages received, ${Math.round((Date.now() - began) / 1000)} s`,
)
for (const [phase, { wrong }] of result.tallies)
  for (const [what, found] of Object.entries(wrong))
    for (const one of found.slice(0, 10)) console.log(`${phase}: ${what}: ${one}`)
console.log(`${result.verified.facts} facts were exported and verified, ${result.verified.faults.length} faults`)
for (const fault of result.verified.faults.slice(0, 10)) console.log(`verify: ${fault}`)
const isUnsent = result.received < result.messages
const isUnverified = result.verified.facts < result.sealed || result.verified.faults.length > 0
process.exitCode =
  isUnsent ||
  isUnverified ||
  [...result.tallies.values()].some(({ wrong }) => Object.values(wrong).some(({ length }) => length > 0))
    ? 1
    : 0
