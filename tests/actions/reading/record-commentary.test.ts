import { describe, expect, it } from 'vitest'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'
import { Problem } from '../../../src/core/problem.ts'
import { listAuthors } from '../../../src/storage/authors.ts'
import { candidatesOf } from '../../../src/storage/candidates.ts'
import { collectionsOfCommentary } from '../../../src/storage/collections.ts'
import { listCommentaries, newestText } from '../../../src/storage/commentaries.ts'
import { listSources } from '../../../src/storage/sources.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'
import { accepted, pieceOf, type Said } from '../story.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will rain by March.', end: '2026-03-31' }
const all = { limit: 50, cursor: null }

const countOf = async ({ tx }: World) => ({
  commentaries: (await listCommentaries(tx, { sourceId: null }, all)).items.length,
  authors: (await listAuthors(tx, { kind: null }, all)).items.length,
  sources: (await listSources(tx, all)).items.length,
})

describe('recordCommentary', () => {
  it('keeps the piece, its text apart, its bylines in order, and its candidates', () =>
    inWorld(async (world) => {
      const input = pieceOf({
        ...rain,
        by: ['Ben', 'Ada', 'BEN'],
        piece: { title: 'Weather', url: 'https://example.org/weather', publisher: 'Gazette' },
      })
      const { commentary, created } = await recordCommentary(world.at('2026-01-06'), input)
      expect(created).toBe(true)
      expect(commentary).toMatchObject({
        title: 'Weather',
        publisher: 'Gazette',
        publishedOn: '2026-01-05',
        published: { earliest: '2026-01-05T00:00:00.000Z', latest: '2026-01-05T23:59:59.999Z' },
        contentSha256: await sha256(input.commentary.text),
        recordedAt: '2026-01-06T12:00:00.000Z',
      })
      expect(commentary.bylines.map(({ name }) => name)).toEqual(['Ben', 'Ada'])
      expect(JSON.stringify(commentary)).not.toContain('It will rain')
      expect(await newestText(world.tx, commentary.id)).toEqual({
        version: 1,
        reader: 'text-1',
        text: input.commentary.text,
      })
      const [candidate, ...others] = await candidatesOf(world.tx, commentary.id)
      expect(others).toEqual([])
      expect(candidate).toMatchObject({ ...input.extraction.candidates[0], status: 'pending', predictionId: null })
      expect(input.commentary.text.slice(candidate?.start, candidate?.end)).toBe(rain.quote)
    }))

  it('keeps it once, under whatever title it comes the second time', () =>
    inWorld(async (world) => {
      const first = await recordCommentary(world.at('2026-01-06'), pieceOf(rain))
      const before = await countOf(world)
      const again = pieceOf({ ...rain, piece: { text: pieceOf(rain).commentary.text, title: 'Another' } })
      const second = await recordCommentary(world.at('2026-02-01'), again)
      expect(second).toEqual({ commentary: first.commentary, created: false })
      expect(await countOf(world)).toEqual(before)
      expect(await candidatesOf(world.tx, first.commentary.id)).toHaveLength(1)
    }))

  it('takes bounds around the best estimate', () =>
    inWorld(async (world) => {
      const piece = { publishedEarliest: day('2026-01-01'), publishedLatest: day('2026-01-31') }
      const { commentary } = await recordCommentary(world.at('2026-02-01'), pieceOf({ ...rain, piece }))
      expect(commentary.published).toEqual({
        earliest: '2026-01-01T00:00:00.000Z',
        latest: '2026-01-31T23:59:59.999Z',
      })
    }))

  it.each([
    { field: 'publishedOn', piece: { publishedOn: day('2026-01-07') } },
    { field: 'publishedEarliest', piece: { publishedEarliest: day('2026-01-06') } },
    { field: 'publishedLatest', piece: { publishedLatest: day('2026-01-04') } },
    // Nothing is recorded before it is published.
    { field: 'publishedLatest', piece: { publishedLatest: day('2026-01-07') } },
  ])('refuses $field with $piece on the 6th, and writes nothing', ({ field, piece }) =>
    inWorld(async (world) => {
      const input = pieceOf({ ...rain, piece: { publisher: 'Gazette', ...piece } })
      const refused = recordCommentary(world.at('2026-01-06'), input)
      await expect(refused).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field }] })
      expect(await countOf(world)).toEqual({ commentaries: 0, authors: 0, sources: 0 })
    }),
  )

  it('takes today, to the last minute of the day in UTC', () =>
    inWorld(async (world) => {
      const { created } = await recordCommentary(world.at('2026-01-05T23:59:59.999Z'), pieceOf(rain))
      expect(created).toBe(true)
    }))
})

describe('a collection', () => {
  const papers = { name: 'Papers', rule: 'every op-ed of 2026', readWhole: true, caveat: null }

  it('is joined by id or by slug, also later and twice', () =>
    inWorld(async (world) => {
      const { collection } = await recordCollection(world.at('2026-01-01'), papers)
      const record = (name: string | undefined) =>
        recordCommentary(world.at('2026-01-06'), pieceOf({ ...rain, piece: name ? { collection: name } : {} }))
      const { commentary } = await record(undefined)
      expect(await collectionsOfCommentary(world.tx, commentary.id)).toEqual([])
      await record(collection.id)
      await record('papers')
      expect(await collectionsOfCommentary(world.tx, commentary.id)).toEqual([collection.id])
    }))

  it('that is unknown leaves nothing written', () =>
    inWorld(async (world) => {
      const input = pieceOf({ ...rain, piece: { collection: 'no-such', publisher: 'Gazette' } })
      const refused = recordCommentary(world.at('2026-01-06'), input)
      await expect(refused).rejects.toBeInstanceOf(Problem)
      await expect(refused).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'collection' }] })
      expect(await countOf(world)).toEqual({ commentaries: 0, authors: 0, sources: 0 })
    }))

  // Whether a piece was named for its collection before or after its review must not move a score.
  it('joined after the review counts as if joined before', () =>
    inWorld(async (world) => {
      const { collection } = await recordCollection(world.at('2026-01-01'), papers)
      const { question } = await accepted(world, rain)
      await closeQuestion(world.at('2026-04-01'), { questionId: question.id, asOf: day('2026-04-01') })
      await recordCommentary(world.at('2026-04-02'), pieceOf({ ...rain, piece: { collection: 'papers' } }))
      const [item] = await standingItems(world)
      expect(item?.sets).toEqual(['all', `collection:${collection.id}`])
      await expectExact(world)
    }))
})
