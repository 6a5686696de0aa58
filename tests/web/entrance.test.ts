import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { invitePerson } from '../../src/actions/people/invite-person.ts'
import { ATTEMPTS } from '../../src/actions/people/sign-in.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { linkPath } from '../../src/core/one-time-link.ts'
import { newSecret } from '../../src/outside/random.ts'
import { createSite } from '../../src/site.ts'
import type { Reader } from '../../src/storage/database.ts'
import { keepAttempts } from '../../src/storage/sign-in-attempts.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { PASSWORD, SIGN_IN } from '../support/people.ts'
import { servicesOver } from '../support/press-services.ts'
import { plain } from './site.ts'

const NOON = '2026-01-05T12:00:00.000Z'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

const siteOver = (world: World, reader: Reader = world.tx) => {
  const services = servicesOver(world, [], { now: NOON })
  const site = createSite(() => ({ ...services, database: { ...services.database, reader }, signIn: SIGN_IN }))
  const send = (path: string, fields: Record<string, string>) =>
    site.request(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: FORM })
  return { site, send }
}

const inviteTo = async (world: World, email: string): Promise<string> => {
  const input = { email, scopes: ['read' as const], expiresInHours: 2, secretBytes: newSecret() }
  return (await invitePerson(world.at(NOON), input)).token
}

/** A database whose reads fail, as a driver says it. */
const failing = (code: string, message: string): Reader => {
  const query = sql`select 1`
  const fail = () => {
    throw Object.assign(new Error(message), { code, query })
  }
  return { select: fail } as unknown as Reader
}

/** What goes to the log until the test ends. */
const logged = () => {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'error').mockImplementation((...said) => {
    lines.push(
      said.map((one) => (one instanceof Error ? `${one.stack} ${JSON.stringify(one)}` : String(one))).join(' '),
    )
  })
  onTestFinished(() => spy.mockRestore())
  return lines
}

describe('what is logged of a page that broke', () => {
  test('holds neither the token of a link nor the values of the query', () =>
    inWorld(async (world) => {
      const token = await inviteTo(world, 'ada@example.org')
      const lines = logged()
      await world.tx.execute(sql`alter table one_time_links rename column used_at to used_then`)
      const { site } = siteOver(world)
      // Each statement that fails ends the transaction of the test, so there is one.
      const answer = await site.request(linkPath('invitation', token))
      expect(answer.status).toBe(500)
      expect(lines).toHaveLength(1)
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({
        ...{ level: 'error', event: 'crash', method: 'GET', path: '/invitations/:token' },
        error: expect.stringMatching(/^query failed: 42703 column "used_at" does not exist\n/),
      })
      expect(lines[0]).toMatch(/one-time-links\.ts:\d+/)
      expect(lines[0]).not.toContain(token)
      expect(lines[0]).not.toContain(await sha256(token))
    }))
})

describe('a page', () => {
  test('says so where the database does not answer', () =>
    inWorld(async (world) => {
      const lines = logged()
      const { site } = siteOver(world, failing('ECONNREFUSED', 'connect 127.0.0.1:5432'))
      for (const path of ['/', linkPath('reset', newSecret()), '/corrections']) {
        const answer = await site.request(path)
        expect([answer.status, plain(await answer.text()).includes('The database does not answer')], path).toEqual([
          503,
          true,
        ])
      }
      expect(lines).toHaveLength(3)
    }))

  test('of an invitation sends who has an account now to sign in, where too many attempts failed before', () =>
    inWorld(async (world) => {
      const email = 'ada@example.org'
      const subject = await sha256(`account:${email}`)
      const tried = Array.from({ length: ATTEMPTS.account }, () => ({
        id: world.newId('signInAttempt'),
        subject,
        recordedAt: instant(NOON),
      }))
      await keepAttempts(world.tx, tried, instant('2026-01-05T11:00:00.000Z'))
      const { site, send } = siteOver(world)
      const path = linkPath('invitation', await inviteTo(world, email))
      const made = await send(path, { name: 'Ada', password: PASSWORD })
      expect([made.status, made.headers.get('location')]).toEqual([303, '/sign-in?after=made'])
      expect(plain(await (await site.request('/sign-in?after=made')).text())).toContain('Your account is made.')
      expect((await site.request(path)).status).toBe(404)
    }))
})
