import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Actor } from '../../src/actions/context.ts'
import { createKey } from '../../src/actions/manage-keys.ts'
import { erasePerson } from '../../src/actions/people/erase-person.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { newSecret } from '../../src/outside/random.ts'
import { hostContext, servicesHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { holdWriter } from '../../src/storage/erasures.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { people } from '../../src/storage/tables/accounts.ts'
import { instant } from '../support/embedded.ts'
import { freshDatabase, untilWaiting } from '../support/postgres.ts'

let database: OpenDatabase
const host = () => hostContext(servicesHere(database))

beforeAll(async () => {
  database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 12 })
})
afterAll(() => database?.close())

/** Somebody with an account, and a key of theirs. */
const somebody = async (name: string) => {
  const { newId } = host()
  const [id, at, email] = [newId('person'), instant('2026-01-01T00:00:00.000Z'), `${name}@example.org`]
  const row = { id, email, name, scopes: 'submit,admin', recordedAt: at, updatedAt: at }
  await database.transaction((tx) => tx.insert(people).values(row))
  const actor = { name: `person:${id}`, scopes: ['admin' as const] }
  const asked = { name: 'desk', scopes: ['admin' as const], expiresAt: null, secretBytes: newSecret() }
  const { key } = await createKey({ ...host(), actor }, asked)
  return { id, email, actor, byKey: { name: key.id, scopes: key.scopes, ofLine: true } }
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
    expect(await holdWriter(tx, ada.byKey.name)).toBe(true)
    erasing = erasePerson(host(), ada).then(() => order.push('erased'))
    await untilWaiting(database.reader, 1)
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
  expect(new Set(ends)).toEqual(new Set(['written', 'unauthenticated']))
  expect(ends.filter((end) => end === 'written').length).toBe(kept)
  expect((await authorsOf(bea.actor.name)) + (await authorsOf(bea.byKey.name))).toBe(kept)
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
