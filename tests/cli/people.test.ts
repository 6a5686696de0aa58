import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peopleCommand } from '../../src/cli/people.ts'
import type { Person } from '../../src/core/person.ts'
import { PersonExport } from '../../src/core/person-export.ts'
import { FROM_HERE, PASSWORD } from '../contract/signing-in.ts'
import { hostHere } from './in-process.ts'
import type { Ran } from './served.ts'

let here: Awaited<ReturnType<typeof hostHere>>
beforeAll(async () => {
  here = await hostHere(peopleCommand)
})
afterAll(() => here?.close())

const people = (...args: string[]): Promise<Ran> => here.run(...args)
const ada = async (): Promise<Person> => JSON.parse((await people('list', '--json')).stdout)[0]

const post = async (path: string, fields: Record<string, string>): Promise<number> => {
  const body = new URLSearchParams(fields)
  return (await fetch(here.url + path, { method: 'POST', body, headers: FROM_HERE, redirect: 'manual' })).status
}
const pathOf = ({ stdout }: Ran): string => new URL(stdout.trim()).pathname

describe('hindcast people', () => {
  test('invites somebody, who comes in by the link, changes what they may do, and bans them', async () => {
    const email = 'ada@example.org'
    const invited = await people(
      'invite',
      '--email',
      email,
      '--scopes',
      'review,resolve',
      '--site',
      'https://site.example',
    )
    expect(invited).toMatchObject({ code: 0, stdout: expect.stringMatching(/^https:\/\/site\.example\/\S+\n$/) })
    expect(invited.stderr).toContain('It works once')
    expect(await post(pathOf(invited), { name: 'Ada', password: PASSWORD })).toBe(303)
    expect(await post(pathOf(invited), { name: 'Eve', password: PASSWORD })).toBe(404)
    expect(await ada()).toMatchObject({ name: 'Ada', email, scopes: ['review', 'resolve'], banned: false })
    expect((await people('list')).stdout).toContain('review resolve')

    expect((await people('scopes', email, 'review')).stderr).toBe('Ada: review.\n')
    expect((await people('ban', email, '--reason', 'left the desk')).stderr).toBe('Ada may not sign in any more.\n')
    expect(await ada()).toMatchObject({ scopes: ['review'], banned: true, banReason: 'left the desk' })
    expect((await people('unban', email)).code).toBe(0)

    const exported = PersonExport.parse(JSON.parse((await people('export', email)).stdout))
    expect(exported).toMatchObject({ account: { email, name: 'Ada' }, links: [{ kind: 'invitation', madeBy: 'host' }] })

    const reset = await people('reset', email)
    expect(reset.code).toBe(0)
    expect((await people('sign-out', email)).code).toBe(0)
    expect(await post(pathOf(reset), { password: `another ${PASSWORD}` })).toBe(303)
    expect(await post('/sign-in', { email, password: PASSWORD })).toBe(401)
    expect(await post('/sign-in', { email, password: `another ${PASSWORD}` })).toBe(303)

    const { id } = await ada()
    expect(await people('erase', email)).toMatchObject({ code: 0, stderr: expect.stringContaining(`${id} is erased`) })
    expect((await people('list', '--json')).stdout).toBe('[]\n')
    expect((await people('erase', id)).stderr).toContain('was erased on')
    expect((await people('erase', email)).stderr).toContain(`there is no person ${email}`)
  })

  test('says what it cannot read, and whom it does not know', async () => {
    const address = await people('invite', '--email', 'ada', '--scopes', 'review')
    expect(address).toMatchObject({ code: 1, stderr: expect.stringContaining('write a mail address') })
    const hours = await people('invite', '--email', 'ada@example.org', '--scopes', 'review', '--hours', '0')
    expect(hours).toMatchObject({ code: 1, stderr: expect.stringContaining('give whole hours, 1 to') })
    const nobody = await people('ban', 'eve@example.org', '--reason', 'who')
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no person eve@example.org') })
  })
})
