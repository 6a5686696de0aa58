import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { Question } from '../../src/core/question.ts'
import { Snippet, searchKinds, type TextRange } from '../../src/core/search.ts'
import { FlaggedPrediction, FlaggedQuestion } from '../../src/queries/flagged-schema.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, predictionOn, recordForecasts } from './steps.ts'

const hit = { rank: z.number().min(0).max(1), snippet: Snippet.strict() }
const Hit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('question'), question: FlaggedQuestion.strict(), ...hit }),
  z.strictObject({ kind: z.literal('prediction'), prediction: FlaggedPrediction.strict(), ...hit }),
  z.strictObject({ kind: z.literal('author'), author: Author.strict(), ...hit }),
])
type Hit = z.infer<typeof Hit>
const Found = z.strictObject({
  items: z.array(Hit),
  next: z.string().nullable(),
  cutOff: z.array(z.enum(searchKinds)),
})

const idOf = (one: Hit): string =>
  one.kind === 'question' ? one.question.id : one.kind === 'prediction' ? one.prediction.id : one.author.id
const marked = ({ text, highlights }: { text: string; highlights: TextRange[] }): string[] =>
  highlights.map(({ start, end }) => text.slice(start, end))

/** Full-text search, with ranges instead of markup. */
export const searchContract = (api: Api): void => {
  const find = async (query: Record<string, string>) =>
    bodyOf(await api.get(`/v1/search?${new URLSearchParams(query)}`), 200, Found)
  const ask = async (wording: string, criteria?: string): Promise<Question> => {
    const body = { wording, windowStart: '2024-01-01', windowEnd: '2024-12-31', ...(criteria ? { criteria } : {}) }
    return bodyOf(await api.post('/v1/questions', 'review', body), 201, Question)
  }

  describe('search', () => {
    it('finds a question and what was said on it by other forms of their words, and says where they stand', async () => {
      const name = mark()
      const subject = `mill ${name}`
      const { candidates } = await recordForecasts(api, [subject])
      expect((await find({ q: `"${subject}"` })).items).toEqual([])
      const { id } = await accept(api, candidates[0]?.id ?? '')
      const { items, next, cutOff } = await find({ q: `mills ${name} closing` })
      expect([items.map(({ kind }) => kind).sort(), next, cutOff]).toEqual([['prediction', 'question'], null, []])
      expect(items.map(idOf).sort()).toEqual([(await predictionOn(api, id)).id, id].sort())
      for (const { snippet } of items) expect(marked(snippet)).toEqual(['mill', name, 'close'])
    })

    it('ranks a wording above criteria, and counts ranges in UTF-16 code units', async () => {
      const word = mark()
      const inCriteria = await ask(`Something else ${mark()}.`, `${'So it is. '.repeat(80)}🏭 <b>&amp; ${word} closes.`)
      const inWording = await ask(`🏭 The ${word} of <Velmark> closes.`)
      const { items } = await find({ q: word, kind: 'question' })
      expect(items.map(idOf)).toEqual([inWording.id, inCriteria.id])
      expect(items.map(({ snippet }) => snippet.field)).toEqual(['wording', 'criteria'])
      for (const { snippet } of items) {
        expect(marked(snippet)).toEqual([word])
        expect([...snippet.text].length).toBeLessThanOrEqual(300)
      }
      const without = await find({ q: `${word} -velmark`, kind: 'question' })
      expect(without.items.map(idOf)).toEqual([inCriteria.id])
    })

    it('finds authors by how their names begin, accents or not', async () => {
      const word = mark()
      const body = { name: `José ${word} O’Brien-Ortiz`, kind: 'person' }
      const { author } = bodyOf(await api.post('/v1/authors', 'submit', body), 201, z.object({ author: Author }))
      for (const q of [`jose ${word.slice(0, -2).toLowerCase()}`, `JOSÉ ${word}`, `ort ${word}`, `o’brien ${word}`]) {
        const { items } = await find({ q, kind: 'author' })
        expect(items.map(idOf), q).toEqual([author.id])
        expect(items[0] && marked(items[0].snippet), q).toContain(word)
      }
      expect((await find({ q: `josefa ${word}`, kind: 'author' })).items).toEqual([])
    })

    it('walks in pages, each thing once, in one order', async () => {
      const word = mark()
      for (const more of ['', ' and the mine', ' and the mine', ' or so'])
        await ask(`The ${word}${more} ${mark()} closes.`)
      const whole = (await find({ q: word })).items
      const walked: Hit[] = []
      let cursor: string | null = null
      do {
        const page: z.infer<typeof Found> = await find({ q: word, limit: '1', ...(cursor ? { cursor } : {}) })
        walked.push(...page.items)
        cursor = page.next
      } while (cursor !== null)
      expect(walked).toEqual(whole)
      expect(whole).toHaveLength(4)
      expect(whole.map(({ rank }) => rank)).toEqual(whole.map(({ rank }) => rank).sort((a, b) => b - a))
    })

    it('shows no more of a quote than anybody may read', async () => {
      const [early, late] = [mark(), mark()]
      const { id } = await ask(`The ${early} closes${' and so on'.repeat(40)} as ${late} says.`)
      const { items } = await find({ q: early })
      expect(items.map(idOf)).toEqual([id])
      expect(items[0]?.snippet.text.length).toBeLessThanOrEqual(300)
      const hidden = await find({ q: late, kind: 'question' })
      // Criteria left out are the wording itself, which are read whole.
      expect(hidden.items.every(({ snippet }) => snippet.field !== 'wording')).toBe(true)
    })

    it('finds by a quote’s first 300 characters what those show, and by no others, however many units they take', async () => {
      // Cut by a character it must be another word, and not one of the same stem.
      const [last, hidden] = [`${mark()}x`, mark()]
      const start = `The mill ${'🏭'.repeat(150)}${' and so on'.repeat(10)}`
      const shown = `${start}${'.'.repeat(299 - [...start, ...last].length)} ${last}`
      const { id } = await ask(shown, 'As the Gazette says.')
      await ask(`${shown} ${hidden}`, 'As the Gazette says.')
      const { items } = await find({ q: last, kind: 'question' })
      expect(items.map(idOf)).toEqual([id])
      expect(items[0] && [items[0].snippet.field, marked(items[0].snippet)]).toEqual(['wording', [last]])
      expect((await find({ q: hidden, kind: 'question' })).items).toEqual([])
    })

    it('says so where it is asked for nothing', async () => {
      for (const q of ['', '  ']) expectProblem(await api.get(`/v1/search?q=${q}`), 422, 'invalid-input', ['q'])
      for (const q of ['the', 'of and the', '-mill', '***']) {
        const query = new URLSearchParams({ q, kind: 'question' })
        expectProblem(await api.get(`/v1/search?${query}`), 422, 'invalid-input', ['q'])
      }
      expectProblem(await api.get('/v1/search'), 422, 'invalid-input', ['q'])
      expectProblem(await api.get('/v1/search?q=mill&kind=tea'), 422, 'invalid-input', ['kind.0'])
      expectProblem(await api.get('/v1/search?q=mill&cursor=tea'), 422, 'invalid-input', ['cursor'])
      expectProblem(await api.get(`/v1/search?q=${'a'.repeat(201)}`), 422, 'invalid-input', ['q'])
    })

    it('takes any characters for words', async () => {
      for (const q of [`'; drop table x`, 'a & | ! <-> b:*', '\\', '"unclosed', `o''brien\\':*`, '(mill', '🏭 mill'])
        expect((await api.get(`/v1/search?${new URLSearchParams({ q })}`)).status, q).toBeLessThan(500)
    })
  })
}
