import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { servicesOf } from '../../src/services.ts'
import { createSite } from '../../src/site.ts'
import { putArchive } from '../../src/storage/archives.ts'
import { instant, inWorld } from '../support/embedded.ts'
import { makeKeys } from '../support/keys.ts'
import { outboundOf } from '../support/outbound.ts'

const PAGE = '<script>alert(1)</script>'
const FETCHED = instant('2026-03-10T12:00:00.000Z')

const withArchive = (
  test: (ask: (path: string, scope?: 'review' | 'submit') => Promise<Response>, digest: string) => Promise<void>,
) =>
  inWorld(async (world) => {
    const bytes = new TextEncoder().encode(PAGE)
    const digest = await sha256(bytes)
    const archive = {
      sha256: digest,
      url: 'https://bank.example/rate',
      mediaType: 'text/html',
      bytes,
      fetchedAt: FETCHED,
    }
    await putArchive(world.tx, archive)
    const services = servicesOf(world.database, () => FETCHED, outboundOf())
    const keys = await makeKeys(services)
    const site = createSite(() => services)
    await test(
      async (path, scope) => site.request(path, scope ? { headers: { authorization: `Bearer ${keys[scope]}` } } : {}),
      digest,
    )
  })

describe('an archived copy', () => {
  it('is described to all, without its bytes', () =>
    withArchive(async (ask, digest) => {
      const answer = await ask(`/v1/archives/${digest}`)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({
        ...{ sha256: digest, url: 'https://bank.example/rate', mediaType: 'text/html' },
        ...{ size: PAGE.length, fetchedAt: FETCHED },
      })
    }))

  it('is a file to download for reviewers, never a page', () =>
    withArchive(async (ask, digest) => {
      const answer = await ask(`/v1/archives/${digest}/bytes`, 'review')
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${digest}.bin"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      expect(await answer.text()).toBe(PAGE)
    }))

  it('keeps its bytes from everyone else, and says where there is none', () =>
    withArchive(async (ask, digest) => {
      const status = async (path: string, scope?: 'review' | 'submit') => (await ask(path, scope)).status
      expect(await status(`/v1/archives/${digest}/bytes`)).toBe(401)
      expect(await status(`/v1/archives/${digest}/bytes`, 'submit')).toBe(403)
      expect(await status(`/v1/archives/${'0'.repeat(64)}`)).toBe(404)
      expect(await status(`/v1/archives/${'0'.repeat(64)}/bytes`, 'review')).toBe(404)
      expect(await status('/v1/archives/nothing')).toBe(422)
    }))
})
