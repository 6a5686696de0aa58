import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/actions/context.ts'
import { createKey, keepUse } from '../../../src/actions/manage-keys.ts'
import { type Erased, eraseOwnPerson, erasePerson } from '../../../src/actions/people/erase-person.ts'
import { banPerson } from '../../../src/actions/people/manage-people.ts'
import { signIn } from '../../../src/actions/people/sign-in.ts'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'
import { type FactKind, factTables } from '../../../src/core/ledger/fact-kinds.ts'
import type { OpenAccounts } from '../../../src/outside/accounts.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { endAttempt } from '../../../src/storage/deliveries.ts'
import { erasedAmong } from '../../../src/storage/erasures.ts'
import { storedFacts } from '../../../src/storage/facts.ts'
import { findKey, handOf, keyBySecret } from '../../../src/storage/keys.ts'
import { findPerson } from '../../../src/storage/people.ts'
import { sessions } from '../../../src/storage/tables/accounts.ts'
import { instant, inWorld, REVIEWER, type World } from '../../support/embedded.ts'
import { columnsHolding } from '../../support/every-column.ts'
import { factsIn, linesOf } from '../../support/ledger.ts'
import { accounts, PASSWORD, somebody } from '../../support/people.ts'
import { busyPerson, FROM, NAME } from './busy-person.ts'

const WHEN = '2026-06-01'
const NOON = instant('2026-06-01T12:00:00.000Z')

/** Every fact as it is stored, by its id. */
const allFacts = async (world: World): Promise<Map<string, unknown>> => {
  const all = new Map<string, unknown>()
  for (const [kind, table] of Object.entries(factTables)) {
    const answer = await world.tx.execute(sql`select id from ${sql.identifier(table)} order by id`)
    const ids = (answer as unknown as { rows: { id: string }[] }).rows.map(({ id }) => id)
    for (const [id, fact] of await storedFacts(world.tx, kind as FactKind, ids)) all.set(id, fact)
  }
  return all
}

const eraseOwn = (
  world: World,
  who: { id: string; email: string; actor: Actor },
  typed = who.email,
  password = PASSWORD,
) =>
  eraseOwnPerson(world.at(WHEN, who.actor), {
    personId: who.id,
    known: who.email,
    email: typed,
    password,
    accounts,
  })

describe('an account that is erased', () => {
  it('leaves nothing that identifies its person in any column of any table, and every fact as it was', () =>
    inWorld(async (world) => {
      const ada = await busyPerson(world)
      const other = await somebody(world, ['admin'], 'other')
      const hashes = await Promise.all(ada.secrets.map(sha256))
      const identifying = [NAME, FROM.address, FROM.userAgent, ...hashes]
      const before = await columnsHolding(world.tx, ...identifying)
      expect(Object.keys(before)).toEqual(
        expect.arrayContaining([
          'dispute_contacts.contact',
          'idempotency_keys.body',
          'keys.name',
          'keys.sha256',
          'one_time_links.email',
          'people.email',
          'people.name',
          'sessions.address',
          'webhooks.url',
        ]),
      )
      const facts = await allFacts(world)
      const digests = linesOf(await factsIn(world.tx))
      const { erasure, created } = await eraseOwn(world, ada)
      expect([created, erasure.personId, erasure.by]).toEqual([true, ada.id, 'self'])

      expect(await columnsHolding(world.tx, ...identifying)).toEqual({})
      const named = await columnsHolding(world.tx, ...ada.names, ada.id)
      expect(
        Object.keys(named).filter((column) =>
          /^(sessions|credentials|people|one_time_links\.email|webhook|idem)/.test(column),
        ),
      ).toEqual([])
      const after = await allFacts(world)
      expect(after.size).toBe(facts.size + 1)
      for (const [id, fact] of facts) expect(after.get(id), id).toEqual(fact)
      expect(await findPerson(world.tx, other.id)).not.toBeNull()
      const digestsAfter = linesOf(await factsIn(world.tx))
      expect(digestsAfter.filter((line) => !digests.includes(line))).toEqual([
        `erasure ${erasure.id} ${erasure.digest}`,
      ])
      expect(digests.filter((line) => !digestsAfter.includes(line))).toEqual([])
    }))

  it('can do nothing any more, and stays one hand', () =>
    inWorld(async (world) => {
      const ada = await busyPerson(world)
      await somebody(world, ['admin'], 'other')
      await eraseOwn(world, ada)
      const author = { name: 'The Quay Desk', kind: 'organisation' as const }
      for (const actor of [ada.actor, ada.byKey])
        await expect(recordAuthor(world.at(WHEN, actor), author)).rejects.toMatchObject({ code: 'unauthenticated' })
      for (const secret of ada.secrets) expect(await keyBySecret(world.tx, await sha256(secret))).toBeNull()
      await keepUse(world.at(WHEN, ada.byKey), { id: ada.byKey.name })
      expect(await findKey(world.tx, ada.byKey.name)).toMatchObject({ lastUsedAt: null })
      expect(await handOf(world.tx, ada.byKey.name)).toBe(ada.actor.name)
      expect([...(await erasedAmong(world.tx, [...ada.names, 'host']))].sort()).toEqual([...ada.names].sort())
    }))

  it('is nobody’s to sign in to, also where it went while the password was checked', () =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['read'])
      const session = { id: world.newId('session'), token: 'of ada', personId: ada.id, ...FROM, recordedAt: NOON }
      const failing =
        (fail: () => Promise<unknown>): OpenAccounts =>
        async (...asked) => ({
          ...(await accounts(...asked)),
          signIn: async () => {
            await fail()
            throw new Error('this stands for nothing')
          },
        })
      // A session of nobody: as the keeper of accounts makes one when it has found the password right.
      const slow = failing(async () => {
        await erasePerson(world.at(WHEN), ada)
        await world.tx.transaction((tx) =>
          tx.insert(sessions).values({ ...session, lastUsedAt: NOON, expiresAt: instant('2026-06-08T12:00:00.000Z') }),
        )
      })
      const entering = { email: ada.email, password: PASSWORD, from: FROM }
      const signing = (by: OpenAccounts, email = ada.email) =>
        signIn(world.at(WHEN), { ...entering, email, accounts: by })
      // Of no account, as after an erasure: what else fails is not told to be a wrong password.
      const full = failing(() => Promise.reject(new Error('the disk is full')))
      await expect(signing(full, 'nobody@example.org')).rejects.toThrow('the disk is full')
      await expect(signing(slow)).rejects.toMatchObject({ code: 'unauthenticated' })
      await expect(signing(accounts)).rejects.toMatchObject({ code: 'unauthenticated' })
    }))

  it('takes what was being sent to its webhooks with it', () =>
    inWorld(async ({ tx, newId }) => {
      const at = instant('2026-06-01T12:00:00.000Z')
      const attempt = { id: newId('attempt'), at, status: 200, durationMs: 5, error: null, answer: '' }
      const end = { status: 'delivered' as const, at }
      expect(await endAttempt(tx, { id: newId('delivery'), attempt, end })).toBe(false)
    }))

  it('is erased once: again it is the same', () =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['review'])
      const again = (email: string, actor = REVIEWER): Promise<Erased> =>
        erasePerson(world.at(WHEN, actor), { id: ada.id, email })
      const first = await again(ada.email)
      expect([first.created, first.erasure.by]).toEqual([true, 'administrator'])
      expect(await again('any@example.org')).toEqual({ ...first, created: false })
      await expect(again(ada.email, { name: 'key', scopes: ['resolve'] })).rejects.toMatchObject({ code: 'forbidden' })
      expect(await again(ada.email, ada.actor)).toEqual({ ...first, created: false })
      await expect(erasePerson(world.at(WHEN), { id: world.newId('person'), email: ada.email })).rejects.toMatchObject({
        code: 'not-found',
      })
    }))
})

describe('nobody is erased', () => {
  it('by themselves without their password, by session or by a key of their line', () =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['admin'])
      await somebody(world, ['admin'], 'other')
      const asked = { name: 'desk', scopes: ['admin' as const], expiresAt: null, secretBytes: newSecret() }
      const { key } = await createKey(world.at('2026-05-01', ada.actor), asked)
      for (const actor of [ada.actor, { name: key.id, scopes: key.scopes }])
        await expect(erasePerson(world.at(WHEN, actor), ada)).rejects.toMatchObject({
          code: 'illegal-step',
          remedy: expect.stringContaining('/v1/people/me/erasures'),
        })
      expect(await findPerson(world.tx, ada.id)).not.toBeNull()
    }))

  it('by a slip: the address is typed again, and the password by whoever erases themselves', () =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['review'])
      const wrong = { code: 'invalid-input' }
      await expect(erasePerson(world.at(WHEN), { id: ada.id, email: 'b@example.org' })).rejects.toMatchObject(wrong)
      await expect(eraseOwn(world, ada, 'b@example.org')).rejects.toMatchObject(wrong)
      await expect(eraseOwn(world, ada, ada.email, 'a wrong horse battery')).rejects.toMatchObject({
        ...wrong,
        fields: [{ field: 'password' }],
      })
      expect(await findPerson(world.tx, ada.id)).not.toBeNull()
    }))

  it('by who is no admin, or was one and is banned', () =>
    inWorld(async (world) => {
      const [ada, eve] = [await somebody(world, ['review']), await somebody(world, ['admin'], 'eve')]
      const byEve = () => erasePerson(world.at(WHEN, eve.actor), { id: ada.id, email: ada.email })
      await banPerson(world.at(WHEN), { id: eve.id, reason: 'left', accounts })
      await expect(byEve()).rejects.toMatchObject({ code: 'forbidden' })
      const asked = { id: eve.id, email: eve.email }
      await expect(erasePerson(world.at(WHEN, ada.actor), asked)).rejects.toMatchObject({ code: 'forbidden' })
    }))

  it('who is the last administrator', () =>
    inWorld(async (world) => {
      const [ada, bob] = [await somebody(world, ['admin']), await somebody(world, ['review', 'admin'], 'bob')]
      const erase = ({ id, email }: typeof ada) => erasePerson(world.at(WHEN), { id, email })
      expect((await erase(ada)).created).toBe(true)
      await expect(erase(bob)).rejects.toMatchObject({
        code: 'illegal-step',
        message: expect.stringContaining('bob is the last'),
      })
      await expect(eraseOwn(world, bob)).rejects.toMatchObject({ code: 'illegal-step' })
      await somebody(world, ['admin'], 'cyd')
      expect((await eraseOwn(world, bob)).created).toBe(true)
    }))
})
