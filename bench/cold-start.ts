import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { build } from 'esbuild'
import { startLocalPostgres } from '../src/outside/local-postgres.ts'
import { migratePostgres } from '../src/storage/migrate-postgres.ts'
import { bench, figureOf, type Measured, median } from './harness.ts'

/**
 * How long a process of Node takes from its start to its first answer: `hindcast serve` as it is shipped, on a database that is there,
 * against a bare Hono application of one route on the same Node. In turn, so that the machine is the same for both.
 */
const FOLDER = 'dist'
/** The bundle of this program lies elsewhere than its sources. */
const MIGRATIONS = resolve('migrations')
const BARE = `
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
const app = new Hono().get('/readyz', (c) => c.json({ status: 'ok' }))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.error('at http://127.0.0.1:' + port))
`

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(said)))
  })

/** Milliseconds until `/readyz` was answered with 200, by a process that is stopped then. */
const firstAnswer = async (args: readonly string[], environment: Record<string, string> = {}): Promise<number> => {
  const from = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: '', HINDCAST_LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const url = await addressOf(child)
    const answer = await fetch(`${url}/readyz`)
    await answer.text()
    if (!answer.ok) throw new Error(`/readyz answered ${answer.status}`)
    return performance.now() - from
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}

const compared = async (
  id: string,
  rounds: number,
  { serve, bare, on }: { serve: () => Promise<number>; bare: () => Promise<number>; on: string },
): Promise<Measured> => {
  // Once before, so that files are read and migrations applied.
  await serve()
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    theirs.push(await bare())
    ours.push(await serve())
  }
  const ratios = ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN))
  const note = `serve on ${on} until its first answer, ${median(ours).toFixed(0)} ms, against a bare Hono server, ${median(theirs).toFixed(0)} ms`
  return figureOf(id, ratios, { note, target: null })
}

await bench(async (mode) => {
  const rounds = mode === 'full' ? 15 : 5
  // As `npm run build:cli` makes it: beside the migrations, since it looks for them there.
  await build({
    ...{
      entryPoints: ['src/cli.ts'],
      outdir: FOLDER,
      bundle: true,
      splitting: true,
      format: 'esm',
      logLevel: 'warning',
    },
    ...{ platform: 'node', target: 'node20', packages: 'external' },
  })
  const folder = mkdtempSync(join(tmpdir(), 'hindcast-cold-start-'))
  const postgres = await startLocalPostgres({ folder: join(folder, 'postgres'), throwaway: true })
  try {
    await migratePostgres(postgres.url, MIGRATIONS)
    const serve = (...more: string[]) => [`${FOLDER}/cli.js`, 'serve', '--port', '0', ...more]
    const bare = () => firstAnswer(['--input-type=module', '--eval', BARE])
    const data = join(folder, 'data')
    const embedded = () => firstAnswer(serve('--data', data))
    const external = () => firstAnswer(serve(), { DATABASE_URL: postgres.url })
    return [
      await compared('cold-start', rounds, { serve: embedded, bare, on: 'the embedded database' }),
      await compared('cold-start-postgres', rounds, { serve: external, bare, on: 'Postgres' }),
    ]
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
