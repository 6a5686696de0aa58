import { expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { draws } from '../../src/site.ts'
import { inWorld } from '../support/embedded.ts'
import { makeKeys } from '../support/keys.ts'
import { withPress } from '../support/press.ts'
import { servicesOver } from '../support/press-services.ts'

test('a page whose host is busy is answered with 503 and the moment to try again', () =>
  withPress({ '/a': { status: 429, headers: { 'retry-after': '600' } } }, (press) =>
    inWorld(async (world) => {
      const services = servicesOver(world, [press], { now: '2026-01-05T12:00:00.000Z' })
      const { submit } = await makeKeys(services)
      const response = await createApp(() => services, draws).request('/v1/commentaries', {
        method: 'POST',
        headers: { authorization: `Bearer ${submit}`, 'content-type': 'application/json' },
        body: JSON.stringify({ url: `${press.origin}/a` }),
      })
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('Mon, 05 Jan 2026 12:10:00 GMT')
      expect(await response.json()).toMatchObject({ code: 'fetch-later', remedy: expect.stringContaining('12:10') })
    }),
  ))
