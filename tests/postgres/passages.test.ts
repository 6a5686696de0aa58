import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { hostContext, servicesHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { passageStatistics } from '../../src/storage/passage-statistics.ts'
import { insertPassages, likelyPassages } from '../../src/storage/passages.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { nothingFound } from '../actions/story.ts'
import { day } from '../support/embedded.ts'
import { freshDatabase } from '../support/postgres.ts'

const PASSAGES = 12_000

let database: OpenDatabase
let url: string
let id: string

beforeAll(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  database = openPostgres(url, { max: 1 })
  const commentary = { text: 'It rained all day long.', publishedOn: day('2026-01-05'), bylines: [], language: 'en' }
  const recorded = await recordCommentary(hostContext(servicesHere(database)), { commentary, extraction: nothingFound })
  id = recorded.commentary.id
  const { newId } = servicesHere(database)
  const rows = Array.from({ length: PASSAGES }, (_, n) => ({
    id: newId('passage'),
    commentaryId: id,
    textVersion: 1,
    eventId: null,
    start: 100 + n * 10,
    end: 105 + n * 10,
    quote: `n${n}${'.'.repeat(600)}`,
    sentences: [
      {
        start: 100 + n * 10,
        end: 105 + n * 10,
        standing: 'told' as const,
        year: null,
        keys: [`k${n % 997}`, `j${n}`, 'all'],
      },
    ],
    names: `name${n} ${n % 500 === 0 ? 'lukashenka' : 'somebody'}`,
    publishedOn: day('2026-01-05'),
  }))
  await database.transaction((tx) => insertPassages(tx, rows))
})

afterAll(() => database?.close())

const explained = async (condition: string): Promise<string> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe('analyze passages')
    const rows = await sql.unsafe(`explain select quote from passages where ${condition}`)
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
  } finally {
    await sql.end()
  }
}

describe('among 12,000 passages', () => {
  it.each([
    ['keys', `keys @@ '''k1'' | ''k2'''::tsquery`, /Bitmap Index Scan on passages_keys_index/],
    ['names', `'lukashenko' <% names`, /Bitmap Index Scan on passages_names_index/],
    [
      'keys or names',
      `keys @@ '''k1'''::tsquery or 'lukashenko' <% names`,
      /BitmapOr[\s\S]*passages_keys_index[\s\S]*passages_names_index/,
    ],
  ])('an index finds them by %s', async (_, condition, plan) => {
    const found = await explained(condition)
    expect(found).toMatch(plan)
    expect(found).not.toContain('Seq Scan')
  })

  it('they are counted and chosen as on the embedded database', async () => {
    const statistics = await passageStatistics(database.reader, ['k1', 'all', 'none'])
    expect(statistics.holding).toEqual(
      new Map([
        ['k1', 13],
        ['all', PASSAGES],
        ['none', 0],
      ]),
    )
    const search = { names: [], after: day('2026-01-01'), through: null, notIn: [] }
    const keys = new Map([
      ['k1', 1],
      ['j1', 2],
    ])
    const found = await likelyPassages(database.reader, { ...search, keys }, 200)
    expect(found).toHaveLength(13)
    expect(found[0]?.quote).toMatch(/^n1\./)
    const alike = await likelyPassages(
      database.reader,
      { ...search, keys: new Map([['none', 1]]), names: ['lukashenko'] },
      200,
    )
    expect(alike).toHaveLength(PASSAGES / 500)
  })
})
