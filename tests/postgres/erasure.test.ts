import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Actor } from '../../src/actions/context.ts'
import { createKey } from '../../src/actions/manage-keys.ts'
import { erasePerson } from '../../src/actions/people/erase-person.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { newSecret } from '../../src/outside/random.ts'
import { hostContext, servicesHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { holdAccount } from '../../src/storage/erasures.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { people } from '../../src/storage/tables/accounts.ts'
import { webhookDeliveries, webhooks } from '../../src/storage/tables/webhooks.ts'
import { instant } from '../support/embedded.ts'
import { freshDatabase, untilWaiting } from '../support/postgres.ts'

let database: OpenDatabase
const host = () => hostContext(servicesHere(database))

beforeAll(async () => {
  database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 12 })
})
afterAll(() => database?.close())

/** Somebody with an account, and a key of theirs. */
const somebody = async (name: string, scopes = 'submit,admin') => {
  const { newId } = host()
  const [id, at, email] = [newId('person'), instant('2026-01-01T00:00:00.000Z'), `${name}@example.org`]
  const row = { id, email, name, scopes, recordedAt: at, updatedAt: at }
  await database.transaction((tx) => tx.insert(people).values(row))
  const actor = { name: `person:${id}`, scopes: ['admin' as const] }
  if (scopes !== 'submit,admin') return { id, email, actor, byKey: actor }
  const asked = { name: 'desk', scopes: ['admin' as const], expiresAt: null, secretBytes: newSecret() }
  const { key } = await createKey({ ...host(), actor }, asked)
  return { id, email, actor, byKey: { name: key.id, scopes: key.scopes } }
}

const authorsOf = async (name: string): Promise<number> => {
  const rows = await database.reader.execute(sql`select count(*)::int as n from authors where recorded_by = ${name}`)
  return (rows as unknown as [{ n: number }])[0].n
}

it('what somebody has begun to write is waited for, and what they begin after is refused', async () => {
  await somebody('warden')
  const ada = await somebody('ada')
  const order: string[] = []
  let erasing: Promise<unknown> = Promise.resolve()
  await database.transaction(async (tx) => {
    expect(await holdAccount(tx, ada.id)).toBe('held')
    erasing = erasePerson(host(), ada).then(() => order.push('erased'))
    await untilWaiting(database.reader, 1)
    // Nobody waits for an erasure: a connection that waits is one that others lack.
    for (const actor of [ada.actor, ada.byKey])
      await expect(
        recordAuthor({ ...host(), actor }, { name: 'The Weir Desk', kind: 'organisation' }),
      ).rejects.toMatchObject({
        code: 'database-unavailable',
      })
    const scope = { ...host(), tx, actor: ada.byKey }
    await recordAuthor(scope, { name: 'The Quay Desk', kind: 'organisation' })
    order.push('written')
  })
  await erasing
  expect([order, await authorsOf(ada.byKey.name)]).toEqual([['written', 'erased'], 1])
  for (const actor of [ada.actor, ada.byKey]) {
    const write = recordAuthor({ ...host(), actor }, { name: 'The Mill Desk', kind: 'organisation' })
    await expect(write).rejects.toMatchObject({ code: 'unauthenticated' })
  }
})

it('in a flood of writes each is whole or refused, and none comes after the erasure', async () => {
  const bea = await somebody('bea')
  const write = (actor: Actor, n: number) =>
    recordAuthor({ ...host(), actor }, { name: `Desk ${n} of ${actor.name}`, kind: 'organisation' }).then(
      () => 'written',
      (error: { code: string }) => error.code,
    )
  const early = Array.from({ length: 12 }, (_, n) => write(n % 2 ? bea.actor : bea.byKey, n))
  const erasing = erasePerson(host(), bea)
  const late = Array.from({ length: 24 }, (_, n) => write(n % 2 ? bea.actor : bea.byKey, 100 + n))
  await erasing
  const kept = (await authorsOf(bea.actor.name)) + (await authorsOf(bea.byKey.name))
  const ends = await Promise.all([...early, ...late])
  expect(ends.filter((end) => !['written', 'unauthenticated', 'database-unavailable'].includes(end))).toEqual([])
  for (const actor of [bea.actor, bea.byKey]) expect(await write(actor, 200)).toBe('unauthenticated')
  expect(ends.filter((end) => end === 'written').length).toBe(kept)
  expect((await authorsOf(bea.actor.name)) + (await authorsOf(bea.byKey.name))).toBe(kept)
})

it('who is no administrator is erased while somebody changes one', async () => {
  const [warden, cyd] = [await somebody('keeper'), await somebody('cyd', 'review')]
  await database.transaction(async (tx) => {
    await tx.execute(sql`select id from people where id = ${warden.id} for update`)
    expect((await erasePerson(host(), cyd)).created).toBe(true)
  })
})

it('what is being sent by a webhook of theirs is kept, and goes with them', async () => {
  const dan = await somebody('dan')
  const at = instant('2026-01-01T00:00:00.000Z')
  const id = host().newId('webhook')
  const hook = {
    id,
    name: 'hook',
    url: 'https://hooks.example/dan',
    kinds: [],
    owner: dan.byKey.name,
    secret: 'sealed',
    position: 0,
  }
  const delivery = {
    id: host().newId('delivery'),
    webhookId: id,
    sequence: 1,
    position: 1,
    kind: 'prediction' as const,
  }
  await database.transaction(async (tx) => {
    await tx.insert(webhooks).values({ ...hook, status: 'active', recordedAt: at })
    await tx.insert(webhookDeliveries).values({ ...delivery, status: 'pending', nextAttemptAt: at, recordedAt: at })
  })
  let erasing: Promise<unknown> = Promise.resolve()
  await database.transaction(async (tx) => {
    await tx.execute(sql`update webhook_deliveries set tried = 1 where id = ${delivery.id}`)
    erasing = erasePerson(host(), dan)
    await untilWaiting(database.reader, 1)
    // As who keeps an attempt: the delivery first, then its webhook. Nothing is held that this waits for.
    await tx.execute(sql`select id from webhooks where id = ${id} for update nowait`)
  })
  expect(await erasing).toMatchObject({ created: true })
})

it('two administrators who erase each other leave one', async () => {
  const everybody = await database.reader.execute(sql`select id, email from people`)
  for (const { id, email } of everybody as unknown as { id: string; email: string }[])
    if (email !== 'warden@example.org') await erasePerson(host(), { id, email })
  const [one, two] = [await somebody('one'), await somebody('two')]
  await database.transaction((tx) =>
    tx.execute(sql`update people set scopes = 'read' where email = 'warden@example.org'`),
  )
  const ends = await Promise.allSettled([
    erasePerson({ ...host(), actor: one.actor }, two),
    erasePerson({ ...host(), actor: two.actor }, one),
  ])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const left = await database.reader.execute(sql`select id from people where scopes like '%admin%'`)
  expect((left as unknown as unknown[]).length).toBe(1)
})
