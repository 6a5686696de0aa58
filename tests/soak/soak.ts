import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { groupBy } from '../../src/core/group-by.ts'
import { randomFrom } from '../../src/core/scoring/numbers/random.ts'
import { startLocalPostgres } from '../../src/outside/local-postgres.ts'
import type { Checked } from '../crash/check.ts'
import {
  bundleServer,
  migrationsIn,
  runToEnd,
  type ServerProcess,
  startServer,
  unboundFor,
} from '../crash/server-process.ts'
import { layGround } from '../crash/work.ts'
import { createDatabase } from '../support/postgres.ts'
import { wireTo } from '../support/wire.ts'
import { type Breakable, breaks } from './faults.ts'
import { furnish } from './furnish.ts'
import { actOnce, type Known } from './traffic.ts'
import { type Asked, type Fault, GRACE, quantile, slope, unexplained } from './windows.ts'

export type Options = {
  minutes: number
  /** Minutes after which memory is measured. */
  warmUp: number
  /** Of the capacity. */
  share: number
  /** Seconds from one fault to the next. */
  every: number
  seed: string
  note: (line: string) => void
}

/** Of one act: how often it asked, how long it waited in ms, and how often what it got was wrong. */
type Acts = { act: string; requests: number; median: number; p99: number; excused: number; unexcused: number }

export type Soaked = {
  /** Acts a second that the server takes when clients ask one after the other, and how many it was then asked for. */
  capacity: number
  rate: number
  requests: number
  excused: number
  unexcused: number
  examples: string[]
  acts: Acts[]
  faults: { name: string; times: number; wrong: number }[]
  /** Resident memory of the server in MB, and its slope in MB a minute after the warm-up. */
  memory: { first: number; last: number; most: number; slope: number }
  checked: Checked
}

/**
 * What the server may keep, as on a small machine. The runtime fills what it may before it looks for what could go, and the more it may the
 * longer that takes: with this it is full within the warm-up, and what grows after it is kept for good.
 */
const MEMORY = '--max-old-space-size=176 --max-semi-space-size=16'
/**
 * How many ask one after the other where the capacity is measured, and for how long in ms: for two rounds of the jobs of each minute, after
 * one that has begun, so that what a server does beside its answers, such as telling webhooks, is in it.
 */
const CLIENTS = 8
const CALIBRATION = 120_000
/** More than so many acts under way at once are clients that nobody serves. */
const MOST_UNDER_WAY = 2_000

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Resident memory of a process in MB. */
const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** A receiver of webhooks that takes what it is sent, fails or hangs, as it is told. */
const receive = async (state: Breakable['receiver']) => {
  const hanging = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (state.manner === 'hangs') hanging.add(response)
      else response.writeHead(state.manner === 'takes' ? 204 : 500).end()
    })
    response.on('close', () => hanging.delete(response))
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const response of hanging) response.destroy()
      server.close()
    },
  }
}

/** A collection for a board, by its id. */
const collect = async (url: string, key: string): Promise<string> => {
  const rule = 'every piece on the mills of Velmark'
  const response = await fetch(`${url}/v1/collections`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Mills', rule, readWhole: true, caveat: 'Made up.' }),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  })
  const made = await response.json()
  if (!response.ok) throw new Error(`no collection: ${JSON.stringify(made)}`)
  return String(made.id ?? made.collection?.id)
}

/** Seals what waits and has Postgres look at its tables, as it will have done where a server has stood for a night. */
const settleDown = async (server: ServerProcess, postgresUrl: string): Promise<void> => {
  await server.order({ do: 'seal' })
  const sql = postgres(postgresUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

const capacityOf = async (known: Known): Promise<number> => {
  let done = 0
  let isOver = false
  const client = async () => {
    while (!isOver) {
      await actOnce(known, ({ wrong }) => {
        if (wrong !== null) throw new Error(`before any fault: ${wrong}`)
      })
      done += 1
    }
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, client))
  const measured = async () => {
    await pause(CALIBRATION / 2)
    const before = done
    await pause(CALIBRATION)
    isOver = true
    return ((done - before) / CALIBRATION) * 1000
  }
  const [capacity] = await Promise.all([measured(), clients])
  return capacity
}

type Heard = { asked: Asked[]; faults: Fault[]; memory: { x: number; y: number }[] }

/** Asks at a rate, breaks one thing after the other, and looks at the memory each second, until the time is over. */
const endure = async (
  { minutes, every, note }: Options,
  { known, rate, place, server }: { known: Known; rate: number; place: Breakable; server: ServerProcess },
): Promise<Heard> => {
  const heard: Heard = { asked: [], faults: [], memory: [] }
  const began = performance.now()
  const ends = began + minutes * 60_000
  const underWay = new Set<Promise<void>>()
  const ask = async () => {
    for (let at = 0; performance.now() < ends; at++) {
      await pause(Math.max(0, began + (at * 1000) / rate - performance.now()))
      if (underWay.size > MOST_UNDER_WAY) throw new Error('the server does not keep up with what it is asked for')
      const one = actOnce(known, (asked) => heard.asked.push(asked)).finally(() => underWay.delete(one))
      underWay.add(one)
    }
    await Promise.all(underWay)
  }
  const breakThings = async () => {
    const all = Object.entries(breaks)
    for (let at = 0; began + (at + 1) * every * 1000 < ends - every * 1000; at++) {
      await pause(Math.max(0, began + (at + 1) * every * 1000 - performance.now()))
      const [name, act] = all[at % all.length] ?? ['', null]
      const fault: Fault = { name, began: performance.now(), ended: Number.POSITIVE_INFINITY }
      heard.faults.push(fault)
      await act?.(place)
      fault.ended = performance.now()
    }
  }
  const look = async () => {
    for (let second = 0; performance.now() < ends; second++) {
      await pause(Math.max(0, began + second * 1000 - performance.now()))
      const megabytes = residentOf(server.pid)
      heard.memory.push({ x: second / 60, y: megabytes })
      if (second % 60 === 0) {
        const wrong = heard.asked.filter((one) => one.wrong !== null).length
        note(
          `${second / 60} min: ${heard.asked.length} requests, ${wrong} wrong, ${underWay.size} under way, ${megabytes.toFixed(0)} MB`,
        )
      }
    }
  }
  await Promise.race([
    Promise.all([ask(), breakThings(), look()]),
    server.gone.then(() => {
      throw new Error('the server went')
    }),
  ])
  return heard
}

const actsOf = (asked: readonly Asked[], outside: ReadonlySet<Asked>): Acts[] =>
  [...groupBy(asked, ({ act }) => act)].map(([act, all]) => {
    const lasted = all.map(({ began, ended }) => ended - began)
    const wrong = all.filter((one) => one.wrong !== null)
    const unexcused = wrong.filter((one) => outside.has(one)).length
    const times = { median: quantile(lasted, 0.5), p99: quantile(lasted, 0.99) }
    return { act, requests: all.length, ...times, excused: wrong.length - unexcused, unexcused }
  })

const sumUp = ({ asked, faults, memory }: Heard, warmUp: number) => {
  const outside = unexplained(asked, faults)
  const wrong = asked.filter((one) => one.wrong !== null)
  const kinds = [...groupBy(faults, ({ name }) => name)].map(([name, all]) => ({
    name,
    times: all.length,
    wrong: wrong.filter((one) => unexplained([one], all).length === 0).length,
  }))
  const measured = memory.filter(({ x }) => x >= warmUp)
  const sizes = measured.map(({ y }) => y)
  return {
    requests: asked.length,
    excused: wrong.length - outside.length,
    unexcused: outside.length,
    examples: outside.slice(0, 20).map(({ act, wrong }) => `${act}: ${wrong}`),
    acts: actsOf(asked, new Set(outside)),
    faults: kinds,
    memory: {
      first: sizes[0] ?? Number.NaN,
      last: sizes.at(-1) ?? Number.NaN,
      most: Math.max(...sizes),
      slope: slope(measured),
    },
  }
}

/** Runs a server on a real Postgres under a mixed load, breaks something every few seconds, and tells what came of it. */
export const soak = async (options: Options): Promise<Soaked> => {
  const { seed, note } = options
  const folder = mkdtempSync(join(tmpdir(), 'hindcast-soak-'))
  const random = randomFrom(seed)
  const receiver: Breakable['receiver'] = { manner: 'takes' }
  const hook = await receive(receiver)
  const running = await startLocalPostgres({ folder: join(folder, 'postgres') })
  const postgresUrl = await createDatabase(running.url, 'hindcast_soak')
  const wire = await wireTo(postgresUrl)
  const environment = { ...unboundFor(hook.host), DATABASE_URL: wire.url, NODE_OPTIONS: MEMORY }
  let server: ServerProcess | null = null
  try {
    const program = await bundleServer(folder)
    await runToEnd({ program, args: ['migrate'], environment }, null)
    server = await startServer({ program, args: ['serve', '--port', '0'], environment })
    if (!server) throw new Error('the server did not start')
    const { url } = server
    const key = server.key ?? ''
    const { authors, questions, predictions } = await furnish(server, key, random)
    note(`${authors.length} authors, ${questions.length} questions, ${predictions.length} forecasts`)
    await settleDown(server, postgresUrl)
    // Its webhook is told of what comes from now on.
    const scene = await layGround(server, `http://${hook.host}/hook`, [], random)
    const { eventId } = scene
    const recorded: Known['recorded'] = { predictions, commentaries: [], accepted: [], settled: [] }
    const collection = await collect(url, key)
    const lists = { pending: [], open: [], versions: new Map(), cursor: '' }
    const known: Known = { url, key, authors, questions, eventId, collection, ...lists, recorded, random }
    const capacity = await capacityOf(known)
    const rate = capacity * options.share
    note(`capacity ${capacity.toFixed(1)} acts/s`)
    const postmaster = () => Number(readFileSync(join(running.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
    const place: Breakable = { wire, postgresUrl, postmaster, receiver, url: () => url, pause, random }
    const heard = await endure(options, { known, rate, place, server })
    await pause(GRACE)
    await server.order({ do: 'seal' })
    const acknowledged = { ...scene.acknowledged, ...recorded, migrations: migrationsIn(folder) }
    const checked = await server.order<Checked>({ do: 'check', acknowledged })
    if (!checked) throw new Error('the server went while it was looked at')
    return { capacity, rate, checked, ...sumUp(heard, options.warmUp) }
  } finally {
    server?.kill()
    await server?.gone
    await wire.close()
    hook.close()
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
