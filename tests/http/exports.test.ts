import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { ANYONE } from '../../src/actions/context.ts'
import { confirmDispute } from '../../src/actions/disputes/confirm-dispute.ts'
import { fileDispute } from '../../src/actions/disputes/file-dispute.ts'
import { replyToDispute } from '../../src/actions/disputes/reply-to-dispute.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { createApp } from '../../src/http/app.ts'
import { columnsOf } from '../../src/queries/exporting/columns.ts'
import { resourceNames, resources } from '../../src/queries/exporting/resources.ts'
import { changesAfter } from '../../src/queries/following/changes.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { accepted, settleYes } from '../actions/story.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'

const NOW = '2026-06-01T12:00:00.000Z'
type Row = Record<string, unknown>

const exporterIn = ({ database }: World) => {
  const app = createApp(() => ({ ...servicesHere(database), clock: () => instant(NOW) }), draws)
  const ask = (path: string) => app.request(`/v1/exports/${path}`)
  const rows = async (name: string, query = ''): Promise<Row[]> =>
    (await (await ask(`${name}.ndjson${query}`)).text())
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  return { app, ask, rows }
}

/** A question that was forecast in a piece, settled, disputed with a reply, and another one after that. */
const story = async (world: World) => {
  const quote = `It will likely rain, "they" say. ${'Long words of weather follow. '.repeat(20)}`
  const { question, prediction } = await accepted(world, { on: '2026-01-05', end: '2026-03-31', quote })
  const early = (await sealFacts(world.at('2026-01-06'), {})).position
  await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
  const settled = (await sealFacts(world.at('2026-04-03'), {})).position
  return { question, prediction, early, settled }
}

describe('exports', () => {
  it('give everything since the position before the first, authors too', () =>
    inWorld(async (world) => {
      const { rows } = exporterIn(world)
      const { author } = await recordAuthor(world.at('2026-01-02'), { name: 'Ada Example', kind: 'person' })
      expect((await rows('authors', '?changed_since=0')).map(({ id }) => id)).toEqual([author.id])
    }))

  it('hold of each kind what changes tell of it, in their order and their shapes', () =>
    inWorld(async (world) => {
      await story(world)
      const { rows } = exporterIn(world)
      const { items } = await changesAfter(world.database.reader, { after: 0, limit: 1000 })
      const kinds = { predictions: 'prediction', versions: 'version', resolutions: 'resolution', events: 'event' }
      for (const [name, kind] of Object.entries(kinds)) {
        const told = items.filter((item) => item.kind === kind).map(({ data }) => data)
        expect(told.length).toBeGreaterThan(0)
        expect(await rows(name)).toEqual(told)
      }
      for (const name of resourceNames) {
        const fields = columnsOf(resources[name].schema).map((column) => column.name)
        for (const row of await rows(name)) {
          expect(
            Object.keys(row).filter((field) => !fields.includes(field)),
            name,
          ).toEqual([])
          expect(resources[name].schema.safeParse(row).error, name).toBeUndefined()
        }
      }
    }))

  it('hold no quote that is longer than the cap', () =>
    inWorld(async (world) => {
      await story(world)
      const { rows } = exporterIn(world)
      const quotes: string[] = []
      for (const name of ['predictions', 'candidates', 'events', 'evidence'] as const)
        for (const { quote } of await rows(name)) if (typeof quote === 'string') quotes.push(quote)
      expect(quotes.length).toBeGreaterThan(1)
      expect(Math.max(...quotes.map(({ length }) => length))).toBe(300)
    }))

  it('say the same in each format, also where the rows take many pages and groups', () =>
    inWorld(async (world) => {
      await story(world)
      for (let at = 0; at < 620; at++)
        await recordAuthor(world.at('2026-05-01'), { name: `Ada, "${at}"`, kind: at % 2 ? 'person' : 'model' })
      const { ask, rows } = exporterIn(world)
      for (const name of ['authors', 'predictions', 'questions', 'events'] as const) {
        const said = await rows(name)
        const columns = columnsOf(resources[name].schema)
        const cells = (row: Row) =>
          Object.fromEntries(
            columns.map((column) => {
              const value = row[column.name] ?? null
              return [
                column.name,
                value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value),
              ]
            }),
          )
        const csv: Row[] = parse(await (await ask(`${name}.csv`)).text(), { columns: true })
        expect(csv).toEqual(said.map(cells))
        const file = await (await ask(`${name}.parquet`)).arrayBuffer()
        const parquet = await parquetReadObjects({ file })
        const plain = parquet.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([field, value]) => [
              field,
              typeof value === 'bigint' ? Number(value) : (value ?? null),
            ]),
          ),
        )
        expect(plain).toEqual(
          said.map((row) => Object.fromEntries(columns.map(({ name: field }) => [field, row[field] ?? null]))),
        )
      }
      expect(await rows('authors')).toHaveLength(621)
    }))

  it('are of one position, and of what changed after another', () =>
    inWorld(async (world) => {
      const { question, early, settled } = await story(world)
      const { ask, rows } = exporterIn(world)
      expect((await ask('questions.ndjson')).headers.get('hindcast-position')).toBe(String(settled))
      expect(await rows('questions')).toMatchObject([{ id: question.id, status: 'resolved' }])
      expect(await rows('questions', `?as_of=${early}`)).toMatchObject([{ id: question.id, status: 'open' }])
      expect(await rows('resolutions', `?as_of=${early}`)).toEqual([])
      expect(await rows('resolutions', '?as_of=2026-02-01T00:00:00.000Z')).toEqual([])
      expect(await rows('predictions', `?changed_since=${early}`)).toEqual([])
      expect(await rows('questions', `?changed_since=${early}`)).toMatchObject([{ id: question.id }])
      expect(await rows('questions', `?changed_since=${early}&as_of=${early}`)).toEqual([])
      expect(await rows('questions', `?changed_since=${settled}`)).toEqual([])
      expect(await rows('resolutions', '?changed_since=2026-02-01T00:00:00.000Z')).toHaveLength(1)
    }))

  it('tell of a dispute once, by whatever came to it since', () =>
    inWorld(async (world) => {
      const { prediction } = await story(world)
      const { rows } = exporterIn(world)
      const { dispute } = await fileDispute(world.at('2026-04-04', ANYONE), {
        subject: { kind: 'prediction', predictionId: prediction.id },
        role: 'judged-author',
        grounds: 'It was a joke.',
      })
      const filed = (await sealFacts(world.at('2026-04-05'), {})).position
      expect(await rows('disputes')).toEqual([])
      await confirmDispute(world.at('2026-04-06'), { disputeId: dispute.id, how: 'called them' })
      const confirmed = (await sealFacts(world.at('2026-04-07'), {})).position
      expect(await rows('disputes')).toMatchObject([{ id: dispute.id, replies: [] }])
      expect(await rows('disputes', `?changed_since=${filed}`)).toMatchObject([{ id: dispute.id }])
      expect(await rows('disputes', `?as_of=${filed}`)).toEqual([])
      expect(await rows('predictions')).toMatchObject([{ disputes: [{ id: dispute.id }] }])
      expect(await rows('predictions', `?as_of=${filed}`)).toMatchObject([{ disputes: [] }])
      const reply = { disputeId: dispute.id, text: 'It was none.' }
      const { replyId } = await replyToDispute(world.at('2026-04-08', ANYONE), reply)
      await confirmDispute(world.at('2026-04-08'), { disputeId: dispute.id, replyId, how: 'called them' })
      await sealFacts(world.at('2026-04-09'), {})
      expect(await rows('disputes', `?changed_since=${confirmed}`)).toMatchObject([{ id: dispute.id, replies: [{}] }])
    }))
})
