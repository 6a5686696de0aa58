import { describe, expect, it } from 'vitest'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { listAuthors } from '../../src/storage/authors.ts'
import { listCandidates } from '../../src/storage/candidates.ts'
import type { Page } from '../../src/storage/keyset.ts'
import { listQuestions } from '../../src/storage/questions.ts'
import { candidateIn, extractionOf, pieceOf } from '../actions/story.ts'
import { inWorld, type World } from '../support/embedded.ts'

const noFilter = { kind: null }

/** Reads page by page to the end. */
const walk = async <T>(list: (cursor: string | null) => Promise<Page<T>>): Promise<T[][]> => {
  const pages: T[][] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await list(cursor)
    pages.push(page.items)
    cursor = page.next
  } while (cursor !== null && pages.length < 100)
  return pages
}

const walkAuthors = ({ tx }: World, limit: number) => walk((cursor) => listAuthors(tx, noFilter, { limit, cursor }))

const recordMany = async (world: World, count: number, when: (n: number) => string) => {
  for (let n = 0; n < count; n++) await recordAuthor(world.at(when(n)), { name: `Author ${n}`, kind: 'person' })
}

const byStart = { commentaryId: null, status: null, reviewedOnly: false }

describe('a walk through the candidates of a text', () => {
  const text = 'It will rain. It will rain. It will snow. It may hail.'
  const starts = [42, 0, 14, 28]
  const record = (world: World) => {
    const found = starts.map((start) => {
      const quote = text.slice(start, text.indexOf('.', start))
      return { ...candidateIn(text, { on: '2026-01-05', quote, end: null }), start, end: start + quote.length }
    })
    const { commentary } = pieceOf({ on: '2026-01-05', quote: 'It may hail', end: null, piece: { text } })
    return recordCommentary(world.at('2026-01-06'), { commentary, extraction: extractionOf(...found) })
  }

  it.each([1, 2, 3, 4])('sees each once in its order, %i at a time', (limit) =>
    inWorld(async (world) => {
      const { commentary } = await record(world)
      const filter = { ...byStart, commentaryId: commentary.id }
      const pages = await walk((cursor) => listCandidates(world.tx, filter, { limit, cursor }))
      expect(pages.flat().map(({ start }) => start)).toEqual([0, 14, 28, 42])
      expect(pages.length).toBe(Math.ceil(4 / limit))
    }),
  )

  it('refuses a cursor of the list of all, and the other way round', () =>
    inWorld(async (world) => {
      const { commentary } = await record(world)
      const [one, all] = [{ ...byStart, commentaryId: commentary.id }, byStart]
      for (const [from, to] of [
        [one, all],
        [all, one],
      ] as const) {
        const { next } = await listCandidates(world.tx, from, { limit: 1, cursor: null })
        await expect(listCandidates(world.tx, to, { limit: 1, cursor: next })).rejects.toMatchObject({
          code: 'invalid-input',
          fields: [{ field: 'cursor' }],
        })
      }
    }))
})

describe('a walk through the pages', () => {
  it.each([
    { limit: 1, sizes: [1, 1, 1, 1, 1, 1, 1] },
    { limit: 3, sizes: [3, 3, 1] },
    { limit: 7, sizes: [7] },
    { limit: 8, sizes: [7] },
  ])('sees each of 7 rows once, newest first, $limit at a time', ({ limit, sizes }) =>
    inWorld(async (world) => {
      await recordMany(world, 7, (n) => `2026-01-0${n + 1}`)
      const pages = await walkAuthors(world, limit)
      expect(pages.map((page) => page.length)).toEqual(sizes)
      expect(pages.flat().map(({ name }) => name)).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Author ${n}`))
    }),
  )

  it.each([1, 2, 4])('sees rows of the same instant once, %i at a time', (limit) =>
    inWorld(async (world) => {
      await recordMany(world, 9, (n) => (n < 6 ? '2026-01-01T10:00:00.123Z' : '2026-01-01T10:00:00.124Z'))
      const names = (await walkAuthors(world, limit)).flat().map(({ name }) => name)
      expect(names).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `Author ${n}`))
    }),
  )

  it('is not disturbed by what is recorded meanwhile', () =>
    inWorld(async (world) => {
      await recordMany(world, 4, (n) => `2026-01-0${n + 1}`)
      const first = await listAuthors(world.tx, noFilter, { limit: 2, cursor: null })
      await recordAuthor(world.at('2026-02-01'), { name: 'Late', kind: 'person' })
      const second = await listAuthors(world.tx, noFilter, { limit: 2, cursor: first.next })
      expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([3, 2, 1, 0].map((n) => `Author ${n}`))
      expect(second.next).toBeNull()
    }))

  it('says that an empty list has no next page', () =>
    inWorld(async ({ tx }) => {
      expect(await listAuthors(tx, noFilter, { limit: 5, cursor: null })).toEqual({ items: [], next: null })
    }))
})

describe('a cursor', () => {
  const base64url = (text: string) => Buffer.from(text).toString('base64url')
  it.each([
    ['noise', '%%%'],
    ['nothing', ''],
    ['no separator', base64url('2026-01-01T00:00:00.000Z')],
    ['no instant', base64url('yesterday~aut_1')],
    ['no id', base64url('2026-01-01T00:00:00.000Z~')],
    ['SQL for an id', base64url("2026-01-01T00:00:00.000Z~' or 1=1 --")],
    ['an id of capitals', base64url('2026-01-01T00:00:00.000Z~AUT')],
    ['a day that does not exist', base64url('2026-02-30T00:00:00.000Z~aut_1')],
    ['a year that Postgres does not know', base64url('0000-01-01T00:00:00.000Z~aut_1')],
  ])('with %s is refused as a mistake of the reader', (_, cursor) =>
    inWorld(async ({ database }) => {
      const problem = { code: 'invalid-input', fields: [{ field: 'cursor', detail: expect.any(String) }] }
      const read = database.transaction((tx) => listAuthors(tx, noFilter, { limit: 5, cursor }))
      await expect(read).rejects.toMatchObject(problem)
    }),
  )

  it('of one list does no harm in another', () =>
    inWorld(async (world) => {
      await recordMany(world, 3, () => '2026-01-01')
      const { next } = await listAuthors(world.tx, noFilter, { limit: 1, cursor: null })
      expect(next).not.toBeNull()
      const filter = { status: null, authorIds: null, collectionId: null, familyId: null }
      expect(await listQuestions(world.tx, filter, { limit: 5, cursor: next })).toEqual({ items: [], next: null })
    }))

  it('is safe in a URL', () =>
    inWorld(async (world) => {
      await recordMany(world, 2, () => '2026-01-01')
      const { next } = await listAuthors(world.tx, noFilter, { limit: 1, cursor: null })
      expect(next).toMatch(/^[A-Za-z0-9_-]+$/)
    }))
})
