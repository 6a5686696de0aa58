import { describe, expect, test } from 'vitest'
import { importForecasts } from '../../src/actions/predicting/import-forecasts.ts'
import { submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { addVersion } from '../../src/actions/questions/add-version.ts'
import type { Author } from '../../src/core/author.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { askFebruary, makeAuthor, makeCollection, plain, settleInMarch, siteOf } from './site.ts'

const HOSTILE = '<script>alert("x")</script> & <b onmouseover=alert(1)>'
const BIDI = '\u202egnp.exe \u2067'

/** A question that `count` authors forecast by an import, one each on the first days of February. */
const askedOfMany = async (world: World, count: number): Promise<string> => {
  const authors: Author[] = []
  for (let at = 0; at < count; at++) authors.push(await makeAuthor(world, `Forecaster ${at}`))
  const collection = await makeCollection(world, `Many ${count}`)
  const { questionIds } = await importForecasts(world.at('2026-03-01'), {
    collectionId: collection.id,
    name: `many ${count}`,
    source: 'made for a test',
    licence: 'CC0',
    note: 'none',
    questions: [
      {
        key: 'many',
        family: 'many',
        wording: 'The bridge opens.',
        criteria: 'Yes if it opens.',
        orientation: 'as-worded' as const,
        windowStart: '2026-02-01' as never,
        windowEnd: '2026-02-28' as never,
        criteriaFixedAt: instant('2026-02-01T00:00:00.000Z'),
        forecasts: authors.map((author, at) => ({
          authorId: author.id,
          probability: (at % 100) / 100,
          said: {
            earliest: instant(`2026-02-0${1 + (at % 9)}T00:00:00.000Z`),
            latest: instant(`2026-02-0${1 + (at % 9)}T12:00:00.000Z`),
          },
          key: `said ${at}`,
        })),
      },
    ],
  })
  return questionIds.get('many') ?? ''
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

describe('the page of a question', () => {
  test('with nothing said tells that, and draws no line', () =>
    inWorld(async (world) => {
      const question = await askFebruary(world, null, 'It rains.', [])
      const { status, text } = await siteOf(world).get(`/questions/${question.id}`)
      expect(status).toBe(200)
      expect(plain(text)).toContain('Nobody has said anything on it yet')
      expect(plain(text)).toContain('Nothing has been decided; its log is empty')
      expect(text).not.toContain('id="steps-title"')
      expect(text).toContain('id="timeline-title"')
    }))

  test('draws what one author said as steps, and how it came out', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Ada Say')
      const question = await askFebruary(world, null, 'It rains.', [{ author: ada, probability: 0.7 }])
      await submitPrediction(world.at('2026-02-10'), { questionId: question.id, author: ada.slug, probability: 0.4 })
      await settleInMarch(world, question.id, 'yes')
      const { text } = await siteOf(world).get(`/questions/${question.id}`)
      const words = plain(text)
      const [line = ''] = /<path class="line line-0" d="[^"]+"/.exec(text) ?? []
      // Level, down at the second statement, level to the end.
      expect(line).toMatch(/d="M[\d.]+,([\d.]+)L[\d.]+,\1L[\d.]+,([\d.]+)L[\d.]+,\2/)
      expect(text).not.toContain('class="line line-1"')
      expect(text).toContain('class="outcome"')
      expect(words).toMatch(/Stands happened/)
      expect(words).toMatch(/70.% → 40.%/)
      expect(words).toContain('2 statements of 1 author: the probability that it happens')
      expect(words).toContain('Settled: happened')
      expect(words).toMatch(/A report, which shows the positive event/)
      expect(text).toContain(`href="/disputes/new?subject=${question.id}"`)
      expect(text).toContain(`href="/v1/predictions?question=${question.id}"`)
      expect(text).toContain(`href="/v1/questions/${question.id}"`)
    }))

  test('turns what was said of the opposite, so that one line is of one event', () =>
    inWorld(async (world) => {
      const [ada, bob] = [await makeAuthor(world, 'Ada Say'), await makeAuthor(world, 'Bob Say')]
      const question = await askFebruary(world, null, 'It rains.', [{ author: ada, probability: 0.9 }])
      const before = await findQuestion(world.tx, question.id)
      await addVersion(world.at('2026-02-03'), {
        questionId: question.id,
        version: {
          expectedVersion: before?.version.version ?? 1,
          orientation: 'opposite',
          criteria: 'Yes if no drop falls.',
          reason: 'asked the other way round',
        },
      } as never)
      await submitPrediction(world.at('2026-02-05'), { questionId: question.id, author: bob.slug, probability: 0.2 })
      const words = plain((await siteOf(world).get(`/questions/${question.id}`)).text)
      expect(words).toContain('the probability that it does not happen')
      expect(words).toMatch(/Ada Say 10.%/)
      expect(words).toMatch(/Bob Say 20.%/)
      expect(words).toMatch(/Version 2 .*Why: asked the other way round/)
      expect(words).toMatch(/Counts as positive it happens\s+it does not happen/)
    }))

  test('of forty authors names eight, and tells of the rest by their middle half', () =>
    inWorld(async (world) => {
      const id = await askedOfMany(world, 40)
      const { text } = await siteOf(world).get(`/questions/${id}`)
      expect(count(text, /<path class="line line-\d"/g) - count(text, /class="sample"/g)).toBe(8)
      expect(count(text, /class="spread"/g)).toBe(1)
      expect(plain(text)).toContain('40 statements of 40 authors')
      expect(plain(text)).toContain('the grey line is their median')
    }))

  test('of twenty authors draws each of the twelve others in grey', () =>
    inWorld(async (world) => {
      const id = await askedOfMany(world, 20)
      const { text } = await siteOf(world).get(`/questions/${id}`)
      expect(count(text, /class="spread"/g)).toBe(0)
      const [grey = ''] = /<path class="line-rest" d="[^"]+"/.exec(text) ?? []
      expect(count(grey, /M/g)).toBe(12)
      expect(plain(text)).toContain('grey are the other 12')
    }))

  test('lists at most fifty statements and links the rest', () =>
    inWorld(async (world) => {
      const id = await askedOfMany(world, 60)
      const { text } = await siteOf(world).get(`/questions/${id}`)
      expect(count(text, /href="\/v1\/predictions\/prd_/g)).toBe(50)
      expect(plain(text)).toContain('The newest 50 of 60 statements as a table')
      expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    }))

  test('leaves markup and marks of direction in what others wrote inert', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, `Ada ${HOSTILE} ${BIDI} ${'x'.repeat(200)}`)
      const question = await askFebruary(world, null, `Rain ${HOSTILE}`, [
        { author: ada, probability: 0.7, rationale: `Because ${HOSTILE}` },
      ])
      await settleInMarch(world, question.id, 'no')
      const { text } = await siteOf(world).get(`/questions/${question.id}`)
      expect(text).not.toMatch(/<script|<b | style=/)
      expect(text).toContain('&lt;script&gt;')
      expect(text).toMatch(/<bdi>Ada &lt;script&gt;/)
      expect(text).toMatch(/<h1 [^>]*dir="auto"/)
    }))

  test('that is not there says where to look', () =>
    inWorld(async (world) => {
      const { get } = siteOf(world)
      for (const id of ['nothing', 'qst_00000000000000000000000009', '%3Cscript%3E', 'qst_%00']) {
        const { status, text } = await get(`/questions/${id}`)
        expect(status).toBe(404)
        expect(plain(text)).toContain('There is no such question')
      }
    }))

  test('names what it waits for, and the other way round', () =>
    inWorld(async (world) => {
      const first = await askFebruary(world, null, 'The parliament is dissolved.', [])
      const second = await askFebruary(world, null, 'The minister resigns.', [], {
        trigger: { questionId: first.id, outcome: 'yes', gates: false },
        condition: 'if it is dissolved',
      })
      const { get } = siteOf(world)
      const waiting = (await get(`/questions/${second.id}`)).text
      expect(waiting).toContain(`href="/questions/${first.id}"`)
      expect(plain(waiting)).toContain('The parliament is dissolved. settles “yes”')
      const named = plain((await get(`/questions/${first.id}`)).text)
      expect(named).toMatch(/Waits for this one The minister resigns/)
    }))

  test('lists questions that speak of the same', () =>
    inWorld(async (world) => {
      const first = await askFebruary(world, null, 'Inflation exceeds 3 percent in Ruritania.', [])
      await askFebruary(world, null, 'Inflation exceeds 4 percent in Ruritania.', [])
      await askFebruary(world, null, 'The harbour bridge opens.', [])
      const words = plain((await siteOf(world).get(`/questions/${first.id}`)).text)
      expect(words).toMatch(/Similar questions Inflation exceeds 4 percent in Ruritania/)
      expect(words).not.toContain('The harbour bridge opens')
    }))
})
