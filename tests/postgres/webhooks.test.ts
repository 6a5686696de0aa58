import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Context, Services } from '../../src/actions/context.ts'
import { MINUTE, plusMs } from '../../src/core/fetching/pace.ts'
import { randomFrom } from '../../src/core/scoring/numbers/random.ts'
import { deliverWebhooks } from '../../src/jobs/deliver-webhooks.ts'
import { clock, HOST, hostContext, servicesHere, wayOutHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { listDeliveries } from '../../src/storage/deliveries.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { findWebhook } from '../../src/storage/webhooks.ts'
import { factsOf, makeWebhook, readingKey } from '../support/hooks.ts'
import { freshDatabase } from '../support/postgres.ts'
import { openPress, type Press } from '../support/press.ts'
import { type Received, receiverAt } from '../support/receiver.ts'
import { fetchingFrom } from '../support/site.ts'

let url: string
let database: OpenDatabase
let press: Press
let services: Services
let owned: Context
let record: (now: Context, facts: number) => Promise<void>

/** The clock of a receiver that shows the time. */
const watch = {
  get now() {
    return clock()
  },
}

beforeAll(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  database = openPostgres(url, { max: 20 })
  press = await openPress()
  services = servicesHere(database, undefined, wayOutHere(fetchingFrom(press.origin)))
  const context = hostContext(services)
  owned = { ...context, actor: await readingKey(context) }
  record = await factsOf(context, 'Gazette')
})

afterAll(async () => {
  await press?.close()
  await database?.close()
})

const logOf = async (webhookId: string) => {
  const { items } = await listDeliveries(database.reader, { webhookId, status: null }, { limit: 200, cursor: null })
  return items.reverse()
}
const sequences = (received: readonly Received[]) => received.map(({ message }) => message.sequence)

it('two processes at once send each message once, in order, one at a time a webhook', async () => {
  const hooks = await Promise.all(
    Array.from({ length: 4 }, async (_, at) => {
      const receiver = receiverAt(press, `/two/${at}`, watch)
      const { webhook, secret } = await makeWebhook(owned, services, { url: receiver.url })
      receiver.secret = secret
      return { receiver, webhook }
    }),
  )
  await record(hostContext(services), 40)
  const others = openPostgres(url, { max: 20 })
  try {
    const elsewhere = servicesHere(others, undefined, wayOutHere(fetchingFrom(press.origin)))
    const at = clock()
    await Promise.all([
      deliverWebhooks(services, HOST, at),
      deliverWebhooks(elsewhere, HOST, plusMs(at, -MINUTE)),
      deliverWebhooks(elsewhere, HOST, plusMs(at, -2 * MINUTE)),
    ])
  } finally {
    await others.close()
  }
  for (const { receiver } of hooks) {
    expect(receiver.received.every(({ verified }) => verified)).toBe(true)
    expect(sequences(receiver.received)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  }
})

it('loses nothing to a receiver that fails half the time, whoever sends', async () => {
  const random = randomFrom('whoever')
  // Hours pass between the runs: the receiver's clock goes with that of the senders.
  const time = { now: clock() }
  const receiver = receiverAt(press, '/half', time)
  receiver.answer = () => (random() < 0.5 ? 500 : 200)
  const { webhook, secret } = await makeWebhook(owned, services, { url: receiver.url })
  receiver.secret = secret
  await record(hostContext(services), 60)
  const sender = { ...services, clock: () => time.now }
  for (let run = 0; run < 40; run++) {
    const moments = [time.now, plusMs(time.now, -MINUTE)]
    await Promise.all(moments.map((moment) => deliverWebhooks(sender, HOST, moment)))
    time.now = plusMs(time.now, 180 * MINUTE)
  }
  expect((await logOf(webhook.id)).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 'delivered'))
  expect(receiver.received.every(({ verified }) => verified)).toBe(true)
  expect(new Set(sequences(receiver.received)).size).toBe(60)
  expect((await findWebhook(database.reader, webhook.id, null))?.counts.attempts).toBe(receiver.received.length)
})

it('a process killed between sending and marking has its message sent again, under the same id', async () => {
  const receiver = receiverAt(press, '/killed', watch)
  const { webhook, secret } = await makeWebhook(owned, services, { url: receiver.url })
  receiver.secret = secret
  await record(hostContext(services), 3)
  const program = fileURLToPath(new URL('../support/send-webhooks.ts', import.meta.url))
  const sender: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program, url, press.origin], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(sender, 'exit')
  receiver.answer = ({ message }) => {
    if (message.sequence === 2) sender.kill('SIGKILL')
    return 200
  }
  expect((await ended)[1]).toBe('SIGKILL')
  expect(sequences(receiver.received)).toEqual([1, 2])
  receiver.answer = () => 200
  const at = clock()
  // Its lease holds the others off for as long as it might still be sending.
  await deliverWebhooks(services, HOST, plusMs(at, MINUTE))
  expect(sequences(receiver.received)).toEqual([1, 2])
  await deliverWebhooks({ ...services, clock: () => plusMs(at, 2 * MINUTE) }, HOST, plusMs(at, 2 * MINUTE))
  expect(sequences(receiver.received)).toEqual([1, 2, 2, 3])
  expect(receiver.received[2]?.id).toBe(receiver.received[1]?.id)
  expect((await logOf(webhook.id)).map(({ status, tried }) => [status, tried])).toEqual([
    ['delivered', 1],
    ['delivered', 1],
    ['delivered', 1],
  ])
})
