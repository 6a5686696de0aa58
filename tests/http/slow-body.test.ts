import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, inject, it } from 'vitest'
import { createKey } from '../../src/actions/manage-keys.ts'
import { LEAST } from '../../src/http/patience.ts'
import { newSecret } from '../../src/outside/random.ts'
import { hostContext, MIGRATIONS, servicesHere, startServing, wayOutHere } from '../../src/server.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { fetchingFrom } from '../support/site.ts'

const SIZE = 200_000
const half = 'a'.repeat(SIZE / 2)
const refused = `POST /v1/disputes HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: ${SIZE}\r\n\r\n${half}`
const next = 'GET /healthz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n'

/** A server on a port of its own, and an empty database. */
const serving = async (
  patienceMs: number | null,
  test: (port: number, services: ReturnType<typeof servicesHere>) => Promise<void>,
): Promise<void> => {
  const database = await openEmbedded(null, MIGRATIONS)
  const services = servicesHere(database, undefined, wayOutHere(fetchingFrom(inject('press'))))
  const patient = patienceMs === null ? services : { ...services, patienceMs }
  const { url, stop } = await startServing(patient, 0, '127.0.0.1')
  try {
    await test(Number(new URL(url).port), services)
  } finally {
    await stop()
    await database.close()
  }
}

/** A connection that sends so much at once, then so much time and again until either side ends it; what was answered. */
const drip = async (port: number, first: string, more: string, everyMs: number, forMs = 20_000): Promise<string> => {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  // A server that ends it may do so while something is on its way.
  socket.on('error', () => undefined)
  let answered = ''
  socket.on('data', (text) => {
    answered += text
  })
  socket.write(first)
  const dripping = setInterval(() => socket.write(more), everyMs)
  const ending = setTimeout(() => socket.destroy(), forMs)
  await new Promise((closed) => socket.once('close', closed))
  clearInterval(dripping)
  clearTimeout(ending)
  return answered
}

it('hears a slow sender out before it refuses the body, and goes on with the connection', () =>
  serving(null, async (port) => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8')
    const answered = socket.toArray()
    socket.write(refused)
    // Longer than the server gives a connection whose answer is out and whose body is not read.
    await wait(2_500)
    socket.write(half + next)
    const answers = (await answered).join('')
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  }))

it('answers others while a hundred connections drip, and ends each of those', () =>
  serving(2_000, async (port) => {
    const head =
      'POST /v1/disputes HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n{'
    const dripping = Array.from({ length: 100 }, () => drip(port, head, ' ', 100))
    await wait(500)
    expect((await fetch(`http://127.0.0.1:${port}/v1/window-rules`)).status).toBe(200)
    const statuses = (await Promise.all(dripping)).map((answer) => answer.slice(0, 12))
    expect(new Set(statuses)).toEqual(new Set(['HTTP/1.1 408', 'HTTP/1.1 503']))
  }))

it(
  'ends a batch that drips, and keeps nothing of what was not whole',
  () =>
    serving(700, async (port, services) => {
      const input = { name: 'one', scopes: ['submit' as const], expiresAt: null, secretBytes: newSecret() }
      const { secret } = await createKey(hostContext(services), input)
      const head = `POST /v1/predictions/batch HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${secret}\r\n`
      const type = 'Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n'
      const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
      const slow = await drip(port, `${head}${type}${chunk('{}\n{"ques')}`, chunk(' '), 100)
      expect(slow).toContain('HTTP/1.1 200')
      expect(slow).toContain(
        '{"done":false,"through":0,"recorded":0,"standing":0,"refused":0,"problem":{"code":"body-too-slow"',
      )
      // As often, with enough each time: it goes on as long as it comes.
      const lasting = await drip(port, `${head}${type}`, chunk(' '.repeat(LEAST)), 100, 2_500)
      expect(lasting).toContain('HTTP/1.1 200')
      expect(lasting).not.toContain('done')
    }),
  30_000,
)
