import { describe, expect, it } from 'vitest'
import { type RecordCommentary, recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import { findCommentary } from '../../../src/storage/commentaries.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { nothingFound } from '../story.ts'

const SHORT = 'The bridge over the Orrin will probably open by the end of the year.'
const LONG = Array.from(
  { length: 8 },
  (_, n) => `In ${n + 1} wards the bridge over the Orrin will probably open.`,
).join(' ')

const piece = (text: string, more: Partial<RecordCommentary> = {}): RecordCommentary => ({
  text,
  publishedOn: day('2026-02-02'),
  bylines: ['Ada Roe'],
  language: 'en',
  ...more,
})
const record = (world: World, commentary: RecordCommentary) =>
  recordCommentary(world.at('2026-03-01'), { commentary, extraction: nothingFound })

const standing = { publisher: 'Gazette', url: 'https://example.org/a', publishedLatest: day('2026-02-04') }
const nothing: Partial<RecordCommentary> = { bylines: [], publishedOn: day('2026-02-03') }

describe('a long text sent again', () => {
  it.each<[string, Partial<RecordCommentary>]>([
    ['the same details', standing],
    ['nothing but a day within its bounds', nothing],
    ['names in other spelling', { bylines: ['ADA  ROE'], publisher: 'gazette' }],
    ['its address with a tracking parameter', { url: 'http://example.org/a/?utm_source=x' }],
    [
      'bounds that meet',
      { publishedEarliest: day('2026-01-01'), publishedOn: day('2026-01-05'), publishedLatest: day('2026-02-02') },
    ],
  ])('with %s is the same piece', (_, more) =>
    inWorld(async (world) => {
      const { commentary } = await record(world, piece(LONG, standing))
      expect(await record(world, piece(LONG, more))).toEqual({ commentary, created: false })
    }),
  )

  it.each<[field: string, Partial<RecordCommentary>]>([
    ['bylines', { bylines: ['Bob Lund'] }],
    ['bylines', { bylines: ['Ada Roe', 'Bob Lund'] }],
    ['publisher', { publisher: 'Courier' }],
    ['publishedOn', { publishedOn: day('2025-11-02') }],
    ['url', { url: 'https://example.org/b' }],
  ])('with other %s is refused, and told which record stands', (field, more) =>
    inWorld(async (world) => {
      const { commentary } = await record(world, piece(LONG, standing))
      const refused = record(world, piece(LONG, more))
      await expect(refused).rejects.toMatchObject({
        code: 'already-exists',
        message: `the same text is recorded as ${commentary.id}, with other details: ${field}`,
        remedy: expect.stringContaining(`/v1/commentaries/${commentary.id}`),
        fields: [{ field, detail: expect.stringContaining(`${commentary.id} has `) }],
      })
      expect(await findCommentary(world.tx, commentary.id)).toEqual(commentary)
    }),
  )

  it('names every field, and what each says', () =>
    inWorld(async (world) => {
      const { commentary } = await record(world, piece(LONG))
      const bob = { bylines: ['Bob Lund'], publisher: 'Gazette', publishedOn: day('2025-11-02') }
      await expect(record(world, piece(LONG, bob))).rejects.toMatchObject({
        fields: [
          { field: 'bylines', detail: `${commentary.id} has Ada Roe, this says Bob Lund` },
          { field: 'publisher', detail: `${commentary.id} has no publisher, this says Gazette` },
          { field: 'publishedOn', detail: `${commentary.id} has 2026-02-02, this says 2025-11-02` },
        ],
      })
    }))

  it('with a name is refused where the record has none: no name is dropped', () =>
    inWorld(async (world) => {
      await record(world, piece(LONG, { bylines: [] }))
      await expect(record(world, piece(LONG))).rejects.toMatchObject({ fields: [{ field: 'bylines' }] })
    }))
})

describe('a short text sent again', () => {
  it('under other bylines is another commentary, each found again by its own', () =>
    inWorld(async (world) => {
      const ada = await record(world, piece(SHORT))
      const bobs = { bylines: ['Bob Lund'], publisher: 'Gazette', publishedOn: day('2025-11-02') }
      const bob = await record(world, piece(SHORT, bobs))
      const nobody = await record(world, piece('It will rain.', { bylines: [] }))
      const somebody = await record(world, piece('It will rain.'))
      expect([ada, bob, nobody, somebody].map(({ created }) => created)).toEqual([true, true, true, true])
      expect(bob.commentary).toMatchObject({
        publisher: 'Gazette',
        publishedOn: '2025-11-02',
        bylines: [{ name: 'Bob Lund' }],
      })
      expect(await record(world, piece(SHORT, bobs))).toEqual({ ...bob, created: false })
      expect(await record(world, piece(SHORT))).toEqual({ ...ada, created: false })
      expect(await record(world, piece(SHORT, { bylines: [] }))).toEqual({ ...ada, created: false })
    }))

  it('under the same bylines on another day is refused', () =>
    inWorld(async (world) => {
      await record(world, piece(SHORT, { bylines: ['Ada Roe', 'Bob Lund'] }))
      const other = piece(SHORT, { bylines: ['Bob Lund', 'Ada Roe'], publishedOn: day('2026-02-03') })
      await expect(record(world, other)).rejects.toMatchObject({ fields: [{ field: 'publishedOn' }] })
    }))
})
