import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'

type Refusal = { status: number; headers?: Record<string, string> }

let close: () => void = () => undefined
afterEach(() => close())

/** A server that refuses the first requests as told and answers the others with an empty page; counts what it was asked. */
const serverThat = async (refusals: Refusal[]): Promise<{ server: string; asked: () => number }> => {
  let asked = 0
  const listening = createServer((_, response) => {
    const refusal = refusals[asked++]
    if (refusal) return void response.writeHead(refusal.status, refusal.headers).end()
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[],"next":null}')
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  close = () => void listening.close()
  return { server: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, asked: () => asked }
}

/** As the server writes it: an HTTP date, so many seconds after the moment that `Date` tells. */
const inSeconds = (seconds: number): Record<string, string> => ({
  date: 'Mon, 30 Nov 2026 06:00:00 GMT',
  'retry-after': new Date(Date.UTC(2026, 10, 30, 6, 0, seconds)).toUTCString(),
})

describe('a client sends again', () => {
  it.each([
    ['too much, until a moment of the server’s clock', [{ status: 429, headers: inSeconds(0) }]],
    ['too much, for so many seconds', [{ status: 429, headers: { 'retry-after': '0' } }]],
    ['not for now, thrice', [503, 503, 503].map((status) => ({ status, headers: inSeconds(0) }))],
    ['the first is still running', [{ status: 409, headers: inSeconds(0) }]],
    ['no word of when', [{ status: 503 }]],
  ])('a read: %s', async (_, refusals) => {
    const { server, asked } = await serverThat(refusals)
    expect(await createClient({ server }).get('/v1/authors')).toEqual({ items: [], next: null })
    expect(asked()).toBe(refusals.length + 1)
  })

  it('what nothing was done for, though it could be done twice', async () => {
    const { server, asked } = await serverThat([{ status: 429, headers: inSeconds(0) }])
    await createClient({ server }).post('/v1/keys', { body: { name: 'nightly', scopes: ['read'] } })
    expect(asked()).toBe(2)
  })
})

describe('a client takes the answer as it is', () => {
  it.each([
    ['at the last time', { retries: 1 }, [503, 503].map((status) => ({ status, headers: inSeconds(0) })), 2],
    ['where it must not be sent again', { retries: 0 }, [{ status: 429, headers: inSeconds(0) }], 1],
    ['where the wait is too long', { longestWaitMs: 59_000 }, [{ status: 429, headers: inSeconds(60) }], 1],
    ['where waiting would not help', {}, [{ status: 409 }], 1],
  ])('%s', async (_, patience, refusals, times) => {
    const { server, asked } = await serverThat(refusals)
    const told = createClient({ server, ...patience }).get('/v1/authors')
    await expect(told).rejects.toMatchObject({ name: 'HindcastProblem', status: refusals[0]?.status })
    expect(asked()).toBe(times)
  })

  it('where a write may have been done', async () => {
    const { server, asked } = await serverThat([{ status: 503, headers: inSeconds(0) }])
    const body = { name: 'nightly', scopes: ['read' as const] }
    await expect(createClient({ server }).post('/v1/keys', { body })).rejects.toMatchObject({ status: 503 })
    expect(asked()).toBe(1)
  })
})
