import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Question } from '../../src/core/question.ts'
import { BatchLine } from '../../src/http/batch/answer.ts'
import { type Answer, type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'

const NDJSON = 'application/x-ndjson'
const RecordedAuthor = z.strictObject({ author: Author, created: z.boolean() })

/** The lines of a streamed answer. */
export const linesOf = ({ status, headers, text }: Answer) => {
  expect(status, text).toBe(200)
  expect(headers.get('content-type')).toBe(`${NDJSON}; charset=utf-8`)
  expect(text.endsWith('\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => BatchLine.parse(JSON.parse(line)))
}

/** What each line says in short, `2 recorded`, `3 refused not-found questionId`, and the closing line. */
export const shortly = (answer: Answer) => {
  const lines = linesOf(answer)
  const end = lines.at(-1)
  const items = lines.slice(0, -1).map((line) => {
    if (!('line' in line)) return JSON.stringify(line)
    const { code, fields = [] } = line.problem ?? {}
    return [line.line, line.status, code, ...fields.map(({ field }) => field)]
      .filter((part) => part !== undefined)
      .join(' ')
  })
  return { items, end }
}

/** An author of the key, and questions that take forecasts for longer than any test will run. */
export const askForForecasts = async (api: Api, count = 1) => {
  const name = `Forecaster ${mark()}`
  const { author } = bodyOf(await api.post('/v1/authors', 'submit', { name, kind: 'model' }), 201, RecordedAuthor)
  const questions = await Promise.all(
    Array.from({ length: count }, async () => {
      const wording = `The mill ${mark()} closes.`
      const window = { windowStart: '2024-01-01', windowEnd: '2190-12-31', referenceAt: '2190-06-30T00:00:00.000Z' }
      return bodyOf(await api.post('/v1/questions', 'review', { wording, ...window }), 201, Question).id
    }),
  )
  return { author, questions }
}

export const ndjson = (items: readonly unknown[]): string =>
  items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n')

const nothing = `qst_${'0'.repeat(26)}`

/** Forecasts by the thousand, streamed: each item answered by its line. */
export const batchContract = (api: Api): void => {
  describe('batches of forecasts', () => {
    const send = (body: string, query = '', type = NDJSON, key: Parameters<Api['sendRaw']>[1] = 'submit') =>
      api.sendRaw(`/v1/predictions/batch${query}`, key, body, type)
    const said = async (author: string) =>
      bodyOf(await api.get(`/v1/predictions?author=${author}&limit=200`), 200, pageOf(Prediction)).items

    it('answer each item by its line, keep what is good, and say so when it is sent again', async () => {
      const { author, questions } = await askForForecasts(api, 3)
      const [a, b, c] = questions
      const body = ndjson([
        { author: author.slug, questionId: a, probability: 0.3 },
        '',
        { author: author.id, questionId: b, probability: 0.4, rationale: 'as before' },
        '{"author":',
        { author: author.slug, questionId: nothing, probability: 0.4 },
        { author: author.slug, questionId: c, probability: 1.4 },
        { author: author.slug, questionId: c, probability: 0.4, said: '2020-01-01' },
        { author: `nobody-${mark()}`, questionId: c, probability: 0.4 },
        { author: author.slug, questionId: c, probability: 0.4, rationale: 'half \ud800' },
        { act: 'withdraw', author: author.slug, questionId: c },
        { act: 'reaffirm', author: author.slug, questionId: a },
        { author: author.slug, questionId: a, probability: 0.35 },
        { author: author.slug, questionId: a, probability: 0.35 },
      ])
      const first = shortly(await send(body))
      expect(first).toEqual({
        items: [
          '1 recorded',
          '3 recorded',
          expect.stringMatching(/^4 refused malformed-json/),
          '5 refused not-found questionId',
          '6 refused invalid-input probability',
          '7 refused invalid-input body',
          '8 refused not-found author',
          '9 refused not-text rationale',
          '10 refused illegal-step',
          '11 recorded',
          '12 recorded',
          '13 standing',
        ],
        end: { done: true, through: 13, recorded: 4, standing: 1, refused: 7 },
      })
      expect((await said(author.id)).map(({ act, form }) => `${act} ${form}`).sort()).toEqual([
        'reaffirm micro:300000',
        'state micro:300000',
        'state micro:350000',
        'state micro:400000',
      ])
      const again = ndjson([{ author: author.slug, questionId: b, probability: 0.4 }])
      expect(shortly(await send(again))).toMatchObject({ items: ['1 standing'], end: { standing: 1, recorded: 0 } })
    })

    it('take the words of CSV rows, and refuse those that cannot be read one by one', async () => {
      const { author, questions } = await askForForecasts(api, 4)
      const [a, b, c, d] = questions
      const rows = [
        'questionId,author,probability,rationale',
        `${a},${author.slug},0.3,"said ""so"", twice"`,
        `${b},${author.slug},0.3,"over`,
        'two lines"',
        `${c},${author.slug},0.3,"closed" too early`,
        `${c},${author.slug},0.3,"never closed`,
        `${c},${author.slug},0.3`,
        `${c},${author.slug},much,`,
        '',
        `${c},${author.slug},0.7,`,
        `${d},${author.slug},0.8,"as well`,
      ]
      const answer = shortly(await send(rows.join('\r\n'), '', 'text/csv; charset=utf-8'))
      expect(answer).toEqual({
        items: [
          '2 recorded',
          '3 recorded',
          '5 refused malformed-csv',
          '6 refused malformed-csv',
          '7 refused malformed-csv',
          '8 refused malformed-json probability',
          '10 recorded',
          '11 refused malformed-csv',
        ],
        end: { done: true, through: 11, recorded: 3, standing: 0, refused: 5 },
      })
      expect((await said(author.id)).map(({ quote }) => quote).sort()).toEqual([
        null,
        'over\r\ntwo lines',
        'said "so", twice',
      ])
      const strange = shortly(await send(`questionId,autor\n${a},x\n`, '', 'text/csv'))
      expect(strange).toMatchObject({
        items: [],
        end: { done: false, through: 0, problem: { code: 'invalid-input', fields: [{ field: 'autor' }] } },
      })
    })

    it('go on from a line, and tell of what was refused alone where that is asked for', async () => {
      const { author, questions } = await askForForecasts(api, 3)
      const items = questions.map((questionId) => ({ author: author.slug, questionId, probability: 0.3 }))
      const body = ndjson([...items, { author: author.slug, questionId: nothing, probability: 0.3 }])
      const answer = shortly(await send(body, '?from_line=3&answers=refused'))
      expect(answer).toEqual({
        items: ['4 refused not-found questionId', '{"through":4,"recorded":1,"standing":0,"refused":1}'],
        end: { done: true, through: 4, recorded: 1, standing: 0, refused: 1 },
      })
      expect((await said(author.id)).map(({ questionId }) => questionId)).toEqual([questions[2]])
    })

    it('speak only for authors of the key', async () => {
      const { questions } = await askForForecasts(api)
      const made = await api.post('/v1/authors', 'admin', { name: `Ada ${mark()}`, kind: 'person' })
      const { author } = bodyOf(made, 201, RecordedAuthor)
      const body = ndjson([{ author: author.slug, questionId: questions[0], probability: 0.3 }])
      expect(shortly(await send(body)).items).toEqual(['1 refused forbidden'])
      expect(shortly(await send(body, '', NDJSON, 'admin')).items).toEqual(['1 recorded'])
    })

    it('are refused whole where nothing can be read, and answer a body of nothing', async () => {
      expectProblem(await send('{}', '', 'application/json'), 415, 'unsupported-media-type')
      expectProblem(await send('{}', '?from_line=0'), 422, 'invalid-input', ['from_line'])
      const end = { done: true, through: 0, recorded: 0, standing: 0, refused: 0 }
      expect(shortly(await send(''))).toEqual({ items: [], end })
    })

    it('say the same in parts of any size, through more lines than are recorded at once', async () => {
      const { author, questions } = await askForForecasts(api)
      const items = Array.from({ length: 2101 }, (_, at) => ({
        author: author.slug,
        questionId: at % 700 === 0 ? questions[0] : nothing,
        probability: at / 10_000,
      }))
      const { items: answered, end } = shortly(await send(ndjson(items), '?answers=refused'))
      expect(end).toEqual({ done: true, through: 2101, recorded: 4, standing: 0, refused: 2097 })
      const progress = answered.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line).through)
      expect(progress).toEqual([1000, 2000, 2101])
      expect(await said(author.id)).toHaveLength(4)
    })
  })
}
