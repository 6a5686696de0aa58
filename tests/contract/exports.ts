import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'

const Exports = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.string(),
      about: z.string(),
      files: z.record(z.string(), z.string()),
      columns: z.array(z.strictObject({ name: z.string(), kind: z.string() })).min(2),
    }),
  ),
  licence: z.strictObject({ data: z.string(), quotes: z.string() }),
})
const types: Readonly<Record<string, RegExp>> = {
  ndjson: /^application\/x-ndjson\b/,
  csv: /^text\/csv\b/,
  parquet: /^application\/vnd\.apache\.parquet$/,
}

/** Exports of whole resources, streamed. */
export const exportContract = (api: Api): void => {
  describe('exports', () => {
    const list = async () => bodyOf(await api.get('/v1/exports'), 200, Exports)
    const author = async () => {
      const made = await api.post('/v1/authors', 'submit', { name: `Ada "${mark()}", elder`, kind: 'person' })
      return bodyOf(made, 201, z.object({ author: Author })).author
    }

    it('give every resource that is listed in every format, and name the position', async () => {
      const { items } = await list()
      expect(items.length).toBeGreaterThan(15)
      for (const { files, columns } of items) {
        expect(Object.keys(files)).toEqual(['ndjson', 'csv', 'parquet'])
        for (const [format, path] of Object.entries(files)) {
          const { status, headers, text } = await api.get(`${path}?as_of=0`)
          expect(status, `${path}: ${text}`).toBe(200)
          expect(headers.get('content-type')).toMatch(types[format] ?? /never/)
          expect(headers.get('hindcast-position')).toBe('0')
          if (format === 'csv') expect(text.split('\r\n')[0]).toBe(columns.map(({ name }) => name).join(','))
          if (format === 'parquet') expect([text.slice(0, 4), text.slice(-4)]).toEqual(['PAR1', 'PAR1'])
        }
      }
    })

    it('give things as they are read elsewhere, those alone that are newer where that is asked for', async () => {
      const [first, second] = [await author(), await author()]
      const of = async (query = '') => {
        const { text } = await api.get(`/v1/exports/authors.ndjson${query}`)
        return text.split('\n').flatMap((line) => (line === '' ? [] : [Author.parse(JSON.parse(line))]))
      }
      expect(await of()).toEqual(expect.arrayContaining([first, second]))
      const newer = await of(`?changed_since=${first.recordedAt}`)
      expect(newer.map(({ id }) => id)).toContain(second.id)
      expect(newer.map(({ id }) => id)).not.toContain(first.id)
      const { text } = await api.get(`/v1/exports/authors.csv?changed_since=${first.recordedAt}`)
      expect(text).toContain(`${second.id},"${second.name.replaceAll('"', '""')}",${second.slug},`)
    })

    it('know no other file, and nothing that is to come', async () => {
      expectProblem(await api.get('/v1/exports/keys.ndjson'), 422, 'invalid-input', ['file'])
      expectProblem(await api.get('/v1/exports/authors.xml'), 422, 'invalid-input', ['file'])
      expectProblem(await api.get('/v1/exports/authors.csv?as_of=999999999999'), 404, 'not-sealed', ['as_of'])
      const since = '/v1/exports/authors.csv?changed_since=2190-01-01T00:00:00.000Z'
      expectProblem(await api.get(since), 404, 'not-sealed', ['changed_since'])
      expectProblem(await api.get('/v1/exports/authors.csv?since=1'), 422, 'invalid-input', ['since'])
    })
  })
}
