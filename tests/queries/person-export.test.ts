import { describe, expect, test } from 'vitest'
import { factTables } from '../../src/core/ledger/fact-kinds.ts'
import { Person } from '../../src/core/person.ts'
import { type ListName, PersonExport } from '../../src/core/person-export.ts'
import { personExport } from '../../src/queries/person-export.ts'
import { findPerson } from '../../src/storage/people.ts'
import { type Busy, busyPerson, FROM } from '../actions/people/busy-person.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { columnsHolding } from '../support/every-column.ts'
import { somebody } from '../support/people.ts'

const NOW = instant('2026-06-01T12:00:00.000Z')

const exportOf = async (world: World, id: string): Promise<{ text: string; blocks: string[] }> => {
  const person = Person.parse(await findPerson(world.tx, id))
  const blocks: string[] = []
  for await (const block of personExport(world.tx, person, NOW)) blocks.push(block)
  return { text: blocks.join('\n'), blocks }
}

const parsed = (text: string) => {
  const { account, ...rest } = PersonExport.parse(JSON.parse(text))
  return { account, ...rest }
}

/** In which list a row is told whose column holds a name of theirs. */
const lists: Readonly<Record<string, ListName>> = {
  'authors.recorded_by': 'authors',
  'deferred_requests.actor': 'requests',
  'feeds.recorded_by': 'feeds',
  'idempotency_keys.actor': 'answers',
  'keys.owner': 'keys',
  'one_time_links.made_by': 'links',
  'proposals.proposed_by': 'proposals',
  'question_leases.holder': 'work',
  'webhooks.owner': 'webhooks',
}
const factsIn = Object.fromEntries(Object.entries(factTables).map(([kind, table]) => [table, kind]))

/** How many rows each column holds of the names, and how many of those the export tells. */
const counted = async (world: World, { names }: Busy, told: ReturnType<typeof parsed>) => {
  const isNamed = (name: string): boolean => names.includes(name)
  const count = (column: string): number => {
    const [table = ''] = column.split('.')
    const list = lists[column]
    if (list === 'links') return told.links.filter(({ madeBy }) => isNamed(madeBy)).length
    if (list) return told[list].length
    return told.facts.filter(({ kind, by }) => kind === factsIn[table] && isNamed(by)).length
  }
  const found = Object.entries(await columnsHolding(world.tx, ...names)).filter(([column]) => column !== 'keys.id')
  return found.map(([column, kept]) => [column, kept, count(column)] as const)
}

describe('the export of a person', () => {
  test('tells every row that names them or a key of their line, in the shape of the document', () =>
    inWorld(async (world) => {
      const ada = await busyPerson(world)
      const { text } = await exportOf(world, ada.id)
      const told = parsed(text)
      const counts = await counted(world, ada, told)
      for (const [column, kept, rows] of counts) expect(rows, column).toBe(kept)
      const kinds = new Set(told.facts.map(({ kind }) => kind))
      expect(kinds.size).toBeGreaterThan(14)
      expect(counts.length).toBeGreaterThan(20)
      expect(told).toMatchObject({
        exportedAt: NOW,
        account: { id: ada.id, email: ada.email },
        sessions: [FROM],
        contacts: [{ contact: expect.stringContaining(ada.email) }, { contact: expect.stringContaining(ada.email) }],
        imports: [{ name: 'old bets' }],
        keys: ada.keys.map(({ id }) => ({ id })),
      })
      expect(told.links.map(({ kind, email }) => `${kind} ${email}`).sort()).toEqual([
        'invitation null',
        `invitation ${ada.email}`,
        `reset ${ada.email}`,
      ])
      expect(JSON.parse(text)).toEqual(told)
    }))

  test('holds no secret, token, hash or salt', () =>
    inWorld(async (world) => {
      const ada = await busyPerson(world)
      const { text } = await exportOf(world, ada.id)
      for (const secret of ada.secrets) expect(text).not.toContain(secret)
      for (const name of ['sha256"', 'passwordHash', 'token', 'secret"', 'salt']) expect(text).not.toContain(name)
    }))

  test('tells of nobody else, and of somebody who did nothing no more than the account', () =>
    inWorld(async (world) => {
      const ada = await busyPerson(world)
      const bob = await somebody(world, ['read'], 'bob')
      const { text } = await exportOf(world, bob.id)
      for (const name of [ada.email, ...ada.names]) expect(text).not.toContain(name)
      const { account, exportedAt: _, links, ...others } = parsed(text)
      expect([account.id, links.length]).toEqual([bob.id, 1])
      for (const [name, rows] of Object.entries(others)) expect(rows, name).toEqual([])
    }))

  test('is read page by page, each row once', () =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['read'], 'ada')
      const row = (n: number) => `('fed_${String(n).padStart(26, '0')}', 'https://a.example/${n}')`
      const rows = Array.from({ length: 450 }, (_, n) => row(n)).join(', ')
      await world.tx.execute(`insert into feeds (id, url, status, next_poll_at, recorded_by, recorded_at)
        select id, url, 'active', now(), '${ada.actor.name}', now() from (values ${rows}) made(id, url)`)
      const { text, blocks } = await exportOf(world, ada.id)
      const ids = parsed(text).feeds.map(({ id }) => id)
      expect([ids.length, new Set(ids).size]).toEqual([450, 450])
      for (const block of blocks) expect(block.split('\n').length).toBeLessThanOrEqual(200)
    }))
})
