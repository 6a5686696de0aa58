import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { randomFrom } from '../src/core/scoring/numbers/random.ts'
import { startLocalPostgres } from '../src/outside/local-postgres.ts'
import { migratePostgres } from '../src/storage/migrate-postgres.ts'
import { bundleServer, type ServerProcess, type Start, startServer, unboundFor } from '../tests/crash/server-process.ts'
import { type Found, several } from '../tests/crash/several.ts'
import { createDatabase } from '../tests/support/postgres.ts'
import { bench, figureOf, type Mode, median } from './harness.ts'

/**
 * Four processes of the server over one Postgres against one: what they answer of a mixed load in as much time, by turns. Servers, the
 * database and who asks share this machine, so the ratio tells what more processes cost or bring here, not what they bring on machines of
 * their own. Before it four processes do everything there is to do while one of them is killed, and it is looked at what became of it.
 */
const SIZES = {
  short: { rounds: 3, seconds: 2, kills: 1, batch: 200 },
  full: { rounds: 9, seconds: 10, kills: 4, batch: 2000 },
} as const
const [AUTHORS, QUESTIONS, CLIENTS] = [40, 60, 32]

type Ground = { key: string; authors: string[]; questions: string[] }
type Act = (ground: Ground, random: () => number) => { path: string; body?: object }

const pick = (from: readonly string[], random: () => number): string => from[Math.floor(random() * from.length)] ?? ''

/** What is asked, each as often as it stands here. */
const acts: readonly Act[] = [
  ({ questions }, random) => ({ path: `/v1/questions/${pick(questions, random)}` }),
  () => ({ path: '/v1/questions?limit=20' }),
  ({ authors }, random) => ({ path: `/v1/authors/${pick(authors, random)}/calibration` }),
  ({ authors }, random) => ({ path: `/authors/${pick(authors, random)}` }),
  ...Array.from(
    { length: 4 },
    (): Act =>
      ({ authors, questions }, random) => ({
        path: '/v1/predictions',
        body: {
          author: pick(authors, random),
          questionId: pick(questions, random),
          probability: Math.floor(random() * 9999) / 10_000,
        },
      }),
  ),
]

const ask = async (url: string, key: string, { path, body }: ReturnType<Act>): Promise<Record<string, unknown>> => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers }
  const response = await fetch(`${url}${path}`, sent)
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`)
  return path.startsWith('/v1/') ? JSON.parse(text) : {}
}

const layGround = async (server: ServerProcess): Promise<Ground> => {
  const ground: Ground = { key: server.key ?? '', authors: [], questions: [] }
  for (let at = 0; at < AUTHORS; at++) {
    const body = { name: `Forecaster ${at}`, kind: 'model' }
    const { author } = await ask(server.url, ground.key, { path: '/v1/authors', body })
    ground.authors.push((author as { id: string }).id)
  }
  const window = { windowStart: '2024-01-01', windowEnd: '2190-12-31', referenceAt: '2190-06-30T00:00:00.000Z' }
  for (let at = 0; at < QUESTIONS; at++) {
    const body = { wording: `Works number ${at} of Velmark closes.`, ...window }
    ground.questions.push(String((await ask(server.url, ground.key, { path: '/v1/questions', body }))['id']))
  }
  return ground
}

/** Answers a second of servers that clients ask by turns, for so many seconds; one that is refused stops the bench. */
const throughput = async (
  servers: readonly ServerProcess[],
  ground: Ground,
  seconds: number,
  random: () => number,
): Promise<number> => {
  const began = performance.now()
  let answered = 0
  const client = async (at: number): Promise<void> => {
    const { url } = servers[at % servers.length] as ServerProcess
    while (performance.now() - began < seconds * 1000) {
      await ask(url, ground.key, (acts[Math.floor(random() * acts.length)] as Act)(ground, random))
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, at) => client(at)))
  return answered / ((performance.now() - began) / 1000)
}

const faultsOf = ({ checked, different, verified, missing, firstKeys }: Found): number =>
  [checked.lost, checked.halfWritten, checked.differences, different, verified.faults].reduce(
    (sum, { length }) => sum + length,
    missing + Math.abs(firstKeys - 1),
  )

const toldOf = (found: Found): string => {
  const { acknowledged, kills, compared, verified, messages } = found
  const faults = faultsOf(found)
  if (faults > 0) throw new Error(`four processes are not correct: ${JSON.stringify(found)}`)
  return (
    `correct: of ${acknowledged} acknowledged writes none is missing after ${kills} kills, ${compared} reads are answered alike by all ` +
    `four, counts are those of the recomputation, verify finds no fault in ${verified.facts} facts, ${messages} messages came`
  )
}

const measure = async (mode: Mode) => {
  const { rounds, seconds, kills, batch } = SIZES[mode]
  const folder = await mkdtemp(join(tmpdir(), 'hindcast-four-'))
  const local = await startLocalPostgres({ folder: join(folder, 'postgres') })
  const migrated = async (name: string): Promise<string> => {
    const url = await createDatabase(local.url, name)
    await migratePostgres(url, resolve('migrations'))
    return url
  }
  const running: ServerProcess[] = []
  try {
    const work = { rounds: kills + 1, kills, batch, seed: `bench ${mode}` }
    const first = join(folder, 'first')
    const told = toldOf(await several({ databaseUrl: await migrated('first'), folder: first, servers: 4, ...work }))
    const program = await bundleServer(join(folder, 'second'))
    const environment = { DATABASE_URL: await migrated('second'), ...unboundFor('127.0.0.1:1') }
    const start: Start = { program, args: ['serve', '--port', '0', '--data', join(folder, 'data')], environment }
    while (running.length < 4) running.push((await startServer(start)) as ServerProcess)
    const ground = await layGround(running[0] as ServerProcess)
    const random = randomFrom(`bench four ${mode}`)
    await throughput(running, ground, seconds, random)
    const [one, four]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      one.push(await throughput(running.slice(0, 1), ground, seconds, random))
      four.push(await throughput(running, ground, seconds, random))
    }
    const ratios = four.map((rate, at) => rate / (one[at] ?? Number.NaN))
    const note =
      `answers a second of 4 processes (${median(four).toFixed(0)}) against 1 (${median(one).toFixed(0)}), half of them forecasts ` +
      `recorded, all on this machine; ${told}`
    return [figureOf('four-processes', ratios, { note, target: null })]
  } finally {
    for (const { kill } of running) kill()
    await Promise.all(running.map(({ gone }) => gone))
    await local.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await bench(measure)
