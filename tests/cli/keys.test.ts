import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keysCommand } from '../../src/cli/keys.ts'
import type { ApiKey } from '../../src/core/key.ts'
import { hostHere } from './in-process.ts'
import type { Ran } from './served.ts'

let here: Awaited<ReturnType<typeof hostHere>>
beforeAll(async () => {
  here = await hostHere(keysCommand)
})
afterAll(() => here?.close())

const keys = (...args: string[]): Promise<Ran> => here.run(...args)
const listed = async (): Promise<ApiKey[]> => JSON.parse((await keys('list', '--json')).stdout)

describe('hindcast keys', () => {
  test('makes, lists, rotates and revokes', async () => {
    const made = await keys(
      'create',
      '--name',
      'desk',
      '--scopes',
      'review, resolve',
      '--expires',
      '2099-12-31',
      '--bot',
    )
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^hck_[\w-]{43}\n$/) })
    const [key] = await listed()
    expect(key).toMatchObject({ name: 'desk', scopes: ['review', 'resolve'], bot: true, revokedAt: null })
    expect(key?.expiresAt).toBe('2099-12-31T23:59:59.999Z')
    expect(made.stdout.startsWith(key?.prefix ?? '?'), 'the beginning of the secret tells one key from another').toBe(
      true,
    )
    expect(made.stderr).toContain(`Key ${key?.id} (review, resolve); it is not shown again.`)

    const table = await keys('list')
    expect(table.stdout).toContain(key?.id)
    expect(table.stdout, 'a list never holds a secret').not.toContain(made.stdout.trim())

    const rotated = JSON.parse((await keys('rotate', key?.id ?? '', '--overlap', '2', '--json')).stdout)
    expect(rotated).toMatchObject({
      id: key?.id,
      secret: expect.stringMatching(/^hck_/),
      previousUntil: expect.any(String),
    })
    expect(rotated.secret).not.toBe(made.stdout.trim())

    expect((await keys('revoke', key?.id ?? '')).stderr).toBe(`Key ${key?.id} is revoked.\n`)
    expect((await listed())[0]?.revokedAt).toEqual(expect.any(String))
  })

  test('says what it cannot read', async () => {
    const scope = await keys('create', '--name', 'desk', '--scopes', 'review,write')
    expect(scope).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('write is no scope; choose from'),
    })
    const day = await keys('create', '--name', 'desk', '--scopes', 'review', '--expires', 'soon')
    expect(day).toMatchObject({ code: 1, stderr: expect.stringContaining('give a day as 2027-01-31') })
    const hours = await keys('rotate', `key_${'0'.repeat(26)}`, '--overlap', 'long')
    expect(hours).toMatchObject({ code: 1, stderr: expect.stringContaining('give whole hours') })
    const nobody = await keys('revoke', `key_${'0'.repeat(26)}`)
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no key key_') })
  })
})
