import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { streamOf } from '../../src/http/byte-stream.ts'
import type { Env } from '../../src/http/env.ts'

it('hands large parts on in small ones, so that a slow and steady reader is heard out', async () => {
  const part = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
  async function* bytes() {
    yield part
    yield new Uint8Array()
    yield part.subarray(0, 10)
  }
  const app = new Hono<Env>()
    .use(async (c, next) => {
      c.set('services', { patienceMs: 300 } as Services)
      c.set('within', (work) => work())
      await next()
    })
    .get('/', (c) => c.body(streamOf(c, bytes())))
  const taken: Uint8Array[] = []
  for await (const slice of (await app.request('/')).body ?? []) {
    taken.push(slice)
    await new Promise((go) => setTimeout(go, 150))
  }
  expect(Math.max(...taken.map(({ byteLength }) => byteLength))).toBe(65_536)
  expect(Buffer.concat(taken).equals(Buffer.concat([part, part.subarray(0, 10)]))).toBe(true)
})
