import { describe, expect, it } from 'vitest'
import { createKey, revokeKey } from '../../src/actions/manage-keys.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { allKeys, keyBySecret } from '../../src/storage/keys.ts'
import { keys } from '../../src/storage/tables/people.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'

const make = (world: World, secretBytes = 'c2VjcmV0', rest: { expiresAt?: string } = {}) =>
  createKey(world.at('2026-01-01'), {
    name: 'reader',
    scopes: ['read', 'review', 'read'],
    expiresAt: rest.expiresAt ? instant(rest.expiresAt) : null,
    secretBytes,
  })

describe('keys', () => {
  it('show their secret once and keep only its hash', () =>
    inWorld(async (world) => {
      const { key, secret } = await make(world, 'VerySecretBytes')
      expect(secret).toBe('hck_VerySecretBytes')
      expect(key).toMatchObject({ prefix: 'hck_VerySecr', scopes: ['read', 'review'], revokedAt: null })
      expect(await keyBySecret(world.tx, await sha256(secret))).toEqual({ key, before: false })
      expect(await keyBySecret(world.tx, await sha256(`${secret}x`))).toBeNull()
      expect(JSON.stringify(await world.tx.select().from(keys))).not.toContain('VerySecretBytes')
    }))

  it('keep when they end', () =>
    inWorld(async (world) => {
      const { key } = await make(world, 'abc', { expiresAt: '2027-01-01T00:00:00.000Z' })
      expect(key.expiresAt).toBe('2027-01-01T00:00:00.000Z')
      expect(await allKeys(world.tx)).toEqual([key])
    }))

  it('are revoked from an instant on, which a second revocation does not move', () =>
    inWorld(async (world) => {
      const { key } = await make(world)
      await revokeKey(world.at('2026-02-01'), { id: key.id })
      await revokeKey(world.at('2026-03-01'), { id: key.id })
      expect(await allKeys(world.tx)).toEqual([{ ...key, revokedAt: '2026-02-01T12:00:00.000Z' }])
    }))

  it('that are not there cannot be revoked', () =>
    inWorld(async (world) => {
      await expect(revokeKey(world.at('2026-02-01'), { id: world.newId('key') })).rejects.toMatchObject({
        code: 'not-found',
      })
    }))
})
