import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import Table from 'cli-table3'
import { replay } from '../src/actions/webhooks/replay-deliveries.ts'
import { MINUTE, plusMs } from '../src/core/fetching/pace.ts'
import { randomFrom } from '../src/core/scoring/numbers/random.ts'
import type { Webhook } from '../src/core/webhooks/webhook.ts'
import { deliverWebhooks } from '../src/jobs/deliver-webhooks.ts'
import { startLocalPostgres } from '../src/outside/local-postgres.ts'
import { clock, HOST, hostContext, servicesHere, wayOutHere } from '../src/server.ts'
import type { Database } from '../src/storage/database.ts'
import { migratePostgres } from '../src/storage/migrate-postgres.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { listWebhooks } from '../src/storage/webhooks.ts'
import { factsOf, makeWebhook, readingKey } from '../tests/support/hooks.ts'
import { openPress } from '../tests/support/press.ts'
import { type Receiver, type Reply, receiverAt } from '../tests/support/receiver.ts'
import { fetchingFrom } from '../tests/support/site.ts'

/**
 * Messages to a receiver that fails half the time, by a seeded generator: an error of its own, a redirect, or it hangs up. Each is
 * verified as it comes in, and none may be missing in the end. `npm run bench webhooks -- COUNT WEBHOOKS`. The clock leaps from one
 * retry to the next, so that three days pass in minutes; what was given up by then is replayed, as its owner would.
 */
const [count = 10_000, many = 10] = process.argv.slice(2).map(Number)
const FAILURES: readonly Reply[] = [500, 503, { status: 302, headers: { location: '/elsewhere' } }, null]

/** The real time that goes by, on top of the leaps. */
let leapt = { at: performance.now(), from: clock() }
const ticking = () => plusMs(leapt.from, Math.round(performance.now() - leapt.at))
const leapTo = (from: ReturnType<typeof clock>): void => {
  leapt = { at: performance.now(), from }
}
/** The clock of the receivers goes with that of the sender. */
const watch = {
  get now() {
    return ticking()
  },
}

const all = async (database: Database): Promise<Webhook[]> =>
  (await listWebhooks(database.reader, null, { limit: 200, cursor: null })).items

/** Each sequence that a receiver took, and how often; what it refused is not among them. */
const taken = new Map<Receiver, Map<number, number>>()

const receiverOf = (press: Awaited<ReturnType<typeof openPress>>, at: number): Receiver => {
  const random = randomFrom(`receiver ${at}`)
  const receiver = receiverAt(press, `/hook/${at}`, watch)
  const took = new Map<number, number>()
  taken.set(receiver, took)
  receiver.answer = ({ message }) => {
    if (random() < 0.5) return FAILURES[Math.floor(random() * FAILURES.length)] ?? null
    const sequence = message.sequence ?? 0
    took.set(sequence, (took.get(sequence) ?? 0) + 1)
    return 204
  }
  return receiver
}

const bench = async (databaseUrl: string): Promise<boolean> => {
  const database = openPostgres(databaseUrl, { max: 20 })
  const press = await openPress()
  const services = { ...servicesHere(database, undefined, wayOutHere(fetchingFrom(press.origin))), clock: ticking }
  const context = hostContext(services)
  const owner = { ...context, actor: await readingKey(context) }
  const receivers = Array.from({ length: many }, (_, at) => receiverOf(press, at))
  for (const receiver of receivers) receiver.secret = (await makeWebhook(owner, services, { url: receiver.url })).secret
  const facts = Math.ceil(count / many)
  await (await factsOf(context, 'Gazette'))(hostContext(services), facts)

  const begun = performance.now()
  let runs = 0
  let replayed = 0
  for (;;) {
    await deliverWebhooks(services, HOST, ticking())
    runs += 1
    const hooks = await all(database)
    if (hooks.every(({ counts, sequence }) => counts.pending === 0 && sequence === facts)) {
      const again = await Promise.all(
        hooks.map(({ id }) => replay({ ...owner, now: ticking() }, { id, fromSequence: 1, status: 'dead' })),
      )
      const more = again.reduce((sum, one) => sum + one.replayed, 0)
      replayed += more
      if (more === 0) break
    }
    leapTo(plusMs(ticking(), runs < 30 ? MINUTE : 60 * MINUTE))
  }
  const seconds = (performance.now() - begun) / 1000

  const hooks = await all(database)
  const received = receivers.flatMap((receiver) => receiver.received)
  const sequences = receivers.map((receiver) => taken.get(receiver) ?? new Map<number, number>())
  const missing = sequences.reduce((sum, took) => sum + facts - took.size, 0)
  const twice = sequences.reduce((sum, took) => sum + [...took.values()].filter((times) => times > 1).length, 0)
  const verified = received.filter((one) => one.verified).length
  const attempts = hooks.reduce((sum, { counts }) => sum + counts.attempts, 0)
  const table = new Table({ style: { head: [], border: [] } })
  table.push(
    ['messages', `${facts * many}, to ${many} webhooks`],
    ['attempts', `${attempts} (${received.length} requests came in)`],
    ['taken', `${facts * many - missing}, ${missing} missing, ${twice} twice`],
    ['verified', `${verified} of ${received.length}`],
    ['given up after ten attempts, and replayed', replayed],
    ['runs of the job', runs],
    ['seconds', seconds.toFixed(1)],
    ['attempts a second', (attempts / seconds).toFixed(0)],
  )
  console.log(table.toString())
  await press.close()
  await database.close()
  return missing === 0 && verified === received.length && attempts === received.length
}

const folder = await mkdtemp(join(tmpdir(), 'hindcast-webhooks-'))
const local = await startLocalPostgres({ folder: join(folder, 'server'), throwaway: true })
try {
  await migratePostgres(local.url, resolve('migrations'))
  if (!(await bench(local.url))) process.exitCode = 1
} finally {
  await local.stop()
  await rm(folder, { recursive: true, force: true })
}
