import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import Table from 'cli-table3'
import { build } from 'esbuild'
import { predictionBookCsv } from './predictionbook.ts'

/**
 * `hindcast import` of a made-up PredictionBook CSV into an embedded database, as a process of its own: begun and killed in the middle,
 * run to its end, and once more. The last must find everything standing, and all three together must record each row once.
 */
const ROWS = Number(process.argv[2] ?? 50_000)
const KILLED_AFTER_MS = Number(process.argv[3] ?? 20_000)
const folder = mkdtempSync(join(tmpdir(), 'hindcast-bench-import-'))
const file = join(folder, 'predictionbook.csv')

type Counts = { recorded: number; standing: number; refused: number }
type Run = { seconds: number; megabytes: number; forecasts: Counts; outcomes: Counts } | null

/** The most memory that a process held so far, in megabytes; 0 once it is gone. */
const peakOf = ({ pid }: ChildProcess): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Runs the import; null where it was killed. */
const run = async (killAfterMs: number | null): Promise<Run> => {
  const began = performance.now()
  const given = ['import', file, '--preset', 'predictionbook', '--yes', '--json', '--data', join(folder, 'data')]
  const child = spawn(process.execPath, ['dist/cli.js', ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
  let [out, megabytes] = ['', 0]
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  const watching = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child))
  }, 200)
  const killing = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watching)
  if (killing) clearTimeout(killing)
  if (out === '') return null
  return { ...JSON.parse(out), seconds: (performance.now() - began) / 1000, megabytes }
}

const common = { bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' } as const
await build({ entryPoints: ['src/cli.ts'], splitting: true, outdir: 'dist', ...common, logLevel: 'warning' })
writeFileSync(file, `${[...predictionBookCsv(ROWS)].join('\n')}\n`)
try {
  const table = new Table({
    head: ['run', 'seconds', 'rows a second', 'peak MB', 'recorded', 'stood', 'refused', 'settled', 'stood'],
    style: { head: [], border: [] },
  })
  const runs = [
    [`killed after ${KILLED_AFTER_MS / 1000} s`, KILLED_AFTER_MS],
    ['again, to its end', null],
    ['once more', null],
  ] as const
  for (const [name, killAfter] of runs) {
    const done = await run(killAfter)
    if (done === null) table.push([name, '', '', '', '', '', '', '', ''])
    else {
      const { seconds, megabytes, forecasts, outcomes } = done
      const speed = [seconds.toFixed(1), Math.round(ROWS / seconds), Math.round(megabytes)]
      const counts = [forecasts.recorded, forecasts.standing, forecasts.refused, outcomes.recorded, outcomes.standing]
      table.push([name, ...speed, ...counts])
    }
  }
  console.log(`${ROWS} rows\n${table.toString()}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
