import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { MIGRATIONS } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { type Api, apiOf, mark } from '../contract/api.ts'
import { accept, proposeAndSettle, recordEvent, recordForecasts } from '../contract/steps.ts'
import { freshDatabase } from '../support/postgres.ts'
import { siteOver } from '../support/site.ts'

const facts: [table: string, column: string][] = [
  ['commentaries', 'title'],
  ['candidate_reviews', 'reason'],
  ['question_versions', 'wording'],
  ['predictions', 'form'],
  ['events', 'title'],
  ['evidence', 'kind'],
  ['resolution_entries', 'reason'],
  ['resolution_evidence', 'evidence_id'],
  ['source_coverage', 'read_through'],
  ['scored_items', 'form'],
]

/** Leaves at least one row in every table of facts: a trigger on rows says nothing about an empty table. */
const recordOneOfEach = async (api: Api): Promise<void> => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
  const question = await accept(api, candidates[0]?.id ?? '')
  await proposeAndSettle(api, question.id, await recordEvent(api))
  const source = await api.post('/v1/sources', 'submit', { name: `The ${mark()} Gazette` })
  const { id } = JSON.parse(source.text).source
  const coverage = await api.post(`/v1/sources/${id}/coverage`, 'resolve', { readThrough: '2025-01-31' })
  expect(coverage.status, coverage.text).toBe(201)
}

const databases: [string, () => Promise<OpenDatabase>][] = [
  ['embedded Postgres', () => openEmbedded(null, MIGRATIONS)],
  ['real Postgres', async () => openPostgres(await freshDatabase(inject('postgresUrl')))],
]

describe.each(databases)('facts in %s', (_, open) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
    const subject = await siteOver(database, inject('press'))
    await recordOneOfEach(apiOf(() => subject))
  })

  afterAll(() => database?.close())

  const run = (statement: string) => database.transaction((tx) => tx.execute(sql.raw(statement)))

  it.each(facts)('%s are neither changed, deleted nor emptied', async (table, column) => {
    const refused = { code: 'fact-is-append-only' }
    await expect(run(`update ${table} set ${column} = ${column}`)).rejects.toMatchObject(refused)
    await expect(run(`delete from ${table}`)).rejects.toMatchObject(refused)
    await expect(run(`truncate ${table} cascade`)).rejects.toMatchObject(refused)
  })

  it('may be appended to, and what is no fact may change', async () => {
    await expect(run('update questions set status = status')).resolves.toBeDefined()
  })
})
