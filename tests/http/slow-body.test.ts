import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, inject, it } from 'vitest'
import { MIGRATIONS, servicesHere, startServing, wayOutHere } from '../../src/server.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { fetchingFrom } from '../support/site.ts'

const SIZE = 200_000
const half = 'a'.repeat(SIZE / 2)
const refused = `POST /v1/disputes HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: ${SIZE}\r\n\r\n${half}`
const next = 'GET /healthz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n'

it('hears a slow sender out before it refuses the body, and goes on with the connection', async () => {
  const database = await openEmbedded(null, MIGRATIONS)
  const services = servicesHere(database, undefined, wayOutHere(fetchingFrom(inject('press'))))
  const serving = await startServing(services, 0, '127.0.0.1')
  try {
    const socket = connect(Number(new URL(serving.url).port), '127.0.0.1').setEncoding('utf8')
    const answered = socket.toArray()
    socket.write(refused)
    // Longer than the server gives a connection whose answer is out and whose body is not read.
    await wait(2_500)
    socket.write(half + next)
    const answers = (await answered).join('')
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  } finally {
    await serving.stop()
    await database.close()
  }
})
