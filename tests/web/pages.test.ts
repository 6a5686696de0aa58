import { describe, expect, test } from 'vitest'
import { mergeAuthor } from '../../src/actions/predicting/link-authors.ts'
import { closeQuestion } from '../../src/actions/questions/append-resolution.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import { SCORING_RULES } from '../../src/core/scoring/report/report.ts'
import { day, inWorld } from '../support/embedded.ts'
import { askFebruary, loadEnteredCohort, makeAuthor, makeCollection, plain, settleInMarch, siteOf } from './site.ts'

describe('the front page', () => {
  test('of an empty database says what Hindcast is and what to do first', () =>
    inWorld(async (world) => {
      const { status, text } = await siteOf(world).get('/')
      expect(status).toBe(200)
      expect(text).toMatch(/^<!DOCTYPE html><html lang="en">/)
      expect(text).toContain('<meta name="viewport"')
      expect(text).toMatch(/<head>.*<title>Hindcast/s)
      expect(text).toContain('href="#main"')
      expect(plain(text)).toContain('keeps score of published foresight')
      expect(plain(text)).toContain('There is no collection yet')
      expect(text).toContain('href="/docs"')
      expect(text).toContain('href="/openapi.json"')
    }))

  test('names the reason why someone has no rank, and links an empty board to the other', () =>
    inWorld(async (world) => {
      const collection = await makeCollection(world, 'A small frame')
      const ada = await makeAuthor(world, 'Ada Say')
      const first = await askFebruary(world, collection, 'It rains.', [{ author: ada, probability: 0.7 }])
      const second = await askFebruary(world, collection, 'It snows.', [{ author: ada, probability: 0.2 }])
      await settleInMarch(world, first.id, 'yes')
      await settleInMarch(world, second.id, 'no')
      const { text } = await siteOf(world).get('/')
      const words = plain(text)
      expect(words).toContain('every question of A small frame')
      expect(words).toContain('They share one swing.')
      expect(words).toContain('not ranked: a provisional rank needs 30 families; this author has 2')
      expect(words).toContain('withheld: mean Brier needs 10 families; this author has 2')
      expect(words.match(/Nobody here has a verdict on calibration: /g)).toHaveLength(1)
      expect(words).toContain('Their cohort has not entered the scores yet')
      expect(text).toContain('href="/authors/ada-say"')
      expect(words).toContain('This board is empty. See the prospective one of this collection')
      expect(text).toContain(`href="/?collection=${collection.slug}&amp;timing=prospective&amp;voice=own"`)
      expect(text).toContain(`id="${collection.id}-prospective-own"`)
      expect(words).toMatch(/It rains\.\s+happened/)
      expect(words).toMatch(/It snows\.\s+did not happen/)
    }))

  test('shows the boards that its form asks for, and says so where there is no such collection', () =>
    inWorld(async (world) => {
      const one = await makeCollection(world, 'One frame')
      const other = await makeCollection(world, 'Another frame')
      const { get } = siteOf(world)
      const narrow = await get(`/?collection=${one.slug}&timing=retrospective&voice=own`)
      expect(narrow.status).toBe(200)
      expect(narrow.text).toContain(`id="${one.id}-retrospective-own"`)
      for (const absent of [`id="${one.id}-prospective-own"`, `id="${other.id}"`])
        expect(narrow.text).not.toContain(absent)
      expect(narrow.text).toMatch(/<option value="one-frame" selected/)
      const whole = await get('/?timing=tea')
      for (const { id } of [one, other]) expect(whole.text).toContain(`id="${id}-retrospective-own"`)
      const none = await get('/?collection=%3Cb%3Etea')
      expect([none.status, plain(none.text).includes('There is no collection')]).toEqual([404, true])
      expect(none.text).toContain('&lt;b&gt;tea')
      expect((await get('/?collection=%00')).status).toBe(404)
    }))

  test('tells which windows end next, the soonest first, and what was corrected', () =>
    inWorld(async (world) => {
      const collection = await makeCollection(world, 'A small frame')
      const windows = [day('2026-12-31'), day('2026-07-31')]
      for (const [at, windowEnd] of windows.entries())
        await createQuestion(world.at('2026-02-01'), {
          wording: `It rains on ${at}.`,
          windowStart: day('2026-02-01'),
          windowEnd,
        })
      const settled = await askFebruary(world, collection, 'It snows.', [])
      await settleInMarch(world, settled.id, 'yes')
      await resolveQuestion(world.at('2026-03-11'), {
        step: 'reopen',
        questionId: settled.id,
        reason: 'the report was withdrawn',
      })
      const words = plain((await siteOf(world).get('/')).text)
      expect(words).toMatch(
        /Falls due next It rains on 1\. window ends 31 Jul 2026 It rains on 0\. window ends 31 Dec 2026/,
      )
      expect(words).toMatch(/Corrections It snows\. corrected 11 Mar 2026.*the report was withdrawn; 0 score changes/)
    }))

  test('says between what a mean Brier score ends while no cohort has entered', () =>
    inWorld(async (world) => {
      const collection = await makeCollection(world, 'A small frame')
      const ada = await makeAuthor(world, 'Ada Say')
      const asked: string[] = []
      for (let at = 0; at < 11; at++)
        asked.push((await askFebruary(world, collection, `It rains on ${at}.`, [{ author: ada, probability: 0.8 }])).id)
      const [due = '', ...rest] = asked
      for (const id of rest) await settleInMarch(world, id, 'yes')
      await closeQuestion(world.at('2026-03-10'), { questionId: due, asOf: day('2026-03-10') })
      const words = plain((await siteOf(world).get('/')).text)
      // .04 each, and .64 where the last one does not come.
      expect(words).toContain('once all is settled: between 0.04 and 0.09')
    }))

  test('ranks by the difference from the others once the cohort has entered', () =>
    inWorld(async (world) => {
      const { slugs } = await loadEnteredCohort(world)
      const { get } = siteOf(world)
      const words = plain((await get('/')).text)
      expect(words).toContain('Their cohort has entered the scores')
      expect(words).toMatch(/1 Sharp Say person \+0\.150 \(\+0\.150 to \+0\.150\)/)
      expect(words).toMatch(/2 Blunt Say person −0\.150/)
      expect(words).toContain('0.010 (0.010–0.010)')
      expect(words).toContain('on 200 common questions')
      expect(words.match(/the others had said 100.% of theirs by the time of this author’s/g)).toHaveLength(2)
      expect(words).toContain('No score is adjusted for how hard the questions were: this board has not been kept yet')
      expect(words).not.toContain('once all is settled')
      expect(words).not.toContain('provisional')
      expect(words).toContain('Nobody here has a verdict on calibration: this board has not been kept yet')
      expect(words).toMatch(/For comparison, on the questions of this board.* – Always 50.% .*0\.25/s)
      expect(words).toMatch(/Base rate of these questions has seen the outcomes/)

      const page = await get(`/authors/${slugs[0]}`)
      const report = plain(page.text)
      expect(page.text).toContain('<title id="diagram-prospective-own-title">Sharp Say: what was said')
      expect(page.text.match(/<title/g)).toHaveLength(1 + 2 + 2 + 1 + 1)
      expect(page.text).not.toContain('<style')
      expect(report).toMatch(/Reliability of 200 statements from 200 event families\. .* The diagram as SVG/)
      for (const ending of ['svg', 'csv'])
        expect(page.text).toContain(`/v1/authors/sharp-say/calibration.${ending}?timing=prospective&amp;voice=own"`)
      expect(report).toContain('200 settled forecasts in 200 families')
      expect(report).toContain('100 of 200 happened; what was said adds up to 100.0')
      expect(report).toMatch(
        /Miscalibration \(MCB\) .* 0\.010 Insight \(DSC\) .* 0\.250 Difficulty of the questions \(UNC\) .* 0\.250/,
      )
      expect(report).toMatch(/at least two thirds 90 % 100 % \(96–100\) 100 of 100/)
      expect(report).toContain('200 predictions recorded')
      expect(page.text).toContain('title="0.010000 (0.010000–0.010000)"')
    }))
})

describe('the page of an author', () => {
  test('names the records that are merged into it, whose pages send on to it', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Ada Say')
      const other = await makeAuthor(world, 'A. Say')
      await askFebruary(world, null, 'It rains.', [{ author: other, probability: 0.7 }])
      await mergeAuthor(world.at('2026-05-01'), { author: other.id, into: ada.id, reason: 'one hand wrote both' })
      const { get } = siteOf(world)
      const words = plain((await get('/authors/ada-say')).text)
      expect(words).toContain('Recorded as A. Say too')
      expect(words).toContain('It rains.')
      expect((await get(`/authors/${other.slug}`)).status).toBe(308)
    }))

  test('stands on its denominator, withholds by rule and lists the predictions', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Ada Say')
      const rationale = `${'long '.repeat(80)}end`
      const rain = await askFebruary(world, null, 'It rains.', [{ author: ada, probability: 0.7, rationale }])
      await askFebruary(world, null, 'It hails.', [{ author: ada, probability: 0.005 }])
      await settleInMarch(world, rain.id, 'yes')
      const { text } = await siteOf(world).get('/authors/ada-say')
      const words = plain(text)
      expect(words.indexOf('2 predictions recorded')).toBeGreaterThan(-1)
      expect(words.indexOf('2 predictions recorded')).toBeLessThan(words.indexOf('Counted:'))
      expect(words).toContain('1 settled forecast in 1 family of events; 0 due and not settled, 0 void')
      expect(words).toContain('1 of 1 happened; what was said adds up to 0.7.')
      expect(words).toMatch(/From 10 families on, of which this author has 1: [^.]*mean Brier/)
      expect(words).toContain('70 % that it happens')
      expect(words).toContain('0.5 % that it happens')
      expect(words).toContain(`Scoring rules ${SCORING_RULES}, lexicon`)
      expect(text).toContain('<time datetime="2026-02-28">')
      expect(text).toContain(`href="/questions/${rain.id}"`)
      expect(text).not.toContain('end</p>')
      expect(words).toContain('…')
    }))

  test('links the question on which a conditional one depends', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Ada Say')
      const rain = await askFebruary(world, null, 'It rains.', [])
      const trigger = { questionId: rain.id, outcome: 'yes' as const, gates: false }
      await askFebruary(world, null, 'It floods.', [{ author: ada, probability: 0.7 }], {
        trigger,
        condition: 'if it rains',
      })
      const { text } = await siteOf(world).get('/authors/ada-say')
      expect(plain(text)).toMatch(/It floods\. .*Asked only if another question settles “yes”\./)
      expect(text).toContain(`href="/questions/${rain.id}">another question`)
    }))

  test('says so when nothing is due yet', () =>
    inWorld(async (world) => {
      await makeAuthor(world, 'Quiet Say')
      const words = plain((await siteOf(world).get('/authors/quiet-say')).text)
      expect(words).toContain('Nothing is due yet.')
      expect(words).toContain('There is no report yet')
      expect(words).toContain('No prediction is recorded yet.')
    }))

  test('lets a forecast whose month is not over wait outside the reports', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Ada Say')
      const rain = await askFebruary(world, null, 'It rains.', [{ author: ada, probability: 0.7 }])
      await settleInMarch(world, rain.id, 'yes')
      const words = plain((await siteOf(world, '2026-02-27').get('/authors/ada-say')).text)
      expect(words).toContain('1 fall due in Feb 2026 or later and wait')
      expect(words).toContain('There is no report yet')
    }))

  test('answers an id with the way to the slug, and a stranger with what to do', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Åsa 東京')
      const { get } = siteOf(world)
      const byId = await get(`/authors/${ada.id}`)
      expect(byId.status).toBe(308)
      const to = byId.headers.get('location') ?? ''
      expect(to).toBe(`/authors/${encodeURIComponent(ada.slug)}`)
      expect((await get(to)).status).toBe(200)
      for (const path of ['/authors/nobody', '/authors/%00', `/authors/${'a'.repeat(400)}`, '/authors/%E0%A4%A']) {
        const missing = await get(path)
        expect([path, missing.status]).toEqual([path, 404])
        expect(missing.headers.get('content-type')).toContain('text/html')
        expect(missing.text).toContain('href="/authors"')
      }
    }))
})
