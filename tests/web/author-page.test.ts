import { describe, expect, test } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { closeDueQuestions } from '../../src/jobs/close-due-questions.ts'
import { writeReports } from '../../src/jobs/write-reports.ts'
import { settleYes } from '../actions/story.ts'
import { manyRaces, run } from '../queries/board/races.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'
import { makeAuthor, plain, siteOf } from './site.ts'

const NIGHT = instant('2025-06-01T04:00:00.000Z')
const TODAY = '2025-06-01'

/** Ada says more than comes, in numbers that differ; Ben says half. */
const said = (at: number) => ({ Ada: [0.15, 0.35, 0.65, 0.85][at % 4] ?? 0.5, Ben: 0.5 })

const races = (world: World, count: number) => run(world, manyRaces(count, said))

const keep = async (world: World): Promise<void> => {
  while (!(await sealFacts(world.at('2025-05-30'), {})).done);
  await writeReports(servicesOver(world, [], { now: NIGHT }), REVIEWER, NIGHT)
}

const page = async (world: World, path = '/authors/ada') => {
  const { status, text } = await siteOf(world, TODAY).get(path)
  expect(status).toBe(200)
  return { text, words: plain(text).replaceAll('\u00a0', ' ') }
}

/** The parts of a report, in the order of the page. */
const PARTS = [
  'short',
  'accuracy',
  'claimed',
  'diagram',
  'verdict',
  'discrimination',
  'bar',
  'versus',
  'calls',
] as const
const partsOf = (text: string): string[] =>
  [...text.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id ?? '').filter((id) => PARTS.some((one) => one === id))

/** What no page may tell of too few families. */
const AVERAGE = /Mean Brier score 0|Average penalty|would score 0\.\d\d and/
const CURVE = /claimed \d+ %|class="chart"|Reliability of|Slope|e-value \d/
const PARTS_OF_SCORE = /AUC [01]|\(MCB\)|\(DSC\)|less insight/

describe('the page of an author with', () => {
  test('nothing due says so, and shows no figure', () =>
    inWorld(async (world) => {
      await makeAuthor(world, 'Ada')
      const { text, words } = await page(world)
      expect(words).toContain('0 predictions recorded')
      expect(words).toContain('Nothing is due yet.')
      expect(partsOf(text)).toEqual([])
      for (const pattern of [AVERAGE, CURVE, PARTS_OF_SCORE]) expect(words).not.toMatch(pattern)
    }))

  test('7 families lists every call beside its outcome, and hits against expectation alone', () =>
    inWorld(async (world) => {
      await races(world, 7)
      const { text, words } = await page(world)
      expect(partsOf(text)).toEqual(['short', 'accuracy', 'calls'])
      expect(words).toContain('3 of 7 happened; what was said adds up to 3.1')
      expect(words).toMatch(/From 10 families on, of which this author has 7: [^.]*mean Brier/)
      expect(text.match(/The event: /g)).toHaveLength(7)
      for (const pattern of [AVERAGE, CURVE, PARTS_OF_SCORE, /A difference at least as rare/])
        expect(words).not.toMatch(pattern)
    }))

  test('20 families adds the average with its interval and references, and no curve', () =>
    inWorld(async (world) => {
      await races(world, 20)
      const { text, words } = await page(world)
      expect(partsOf(text)).toEqual(['short', 'accuracy', 'calls'])
      expect(words).toMatch(/Mean Brier score 0\.\d\d \(0\.\d\d–0\.\d\d\) early days/)
      expect(words).toMatch(/Average penalty 0\.\d\d \(0\.\d\d–0\.\d\d\) over 20 statements/)
      expect(words).toMatch(/Always 50 % 0\.25/)
      expect(words).toContain('A difference at least as rare has probability')
      expect(words).toMatch(/From 30 families on, of which this author has 20: [^.]*the reliability curve/)
      for (const pattern of [CURVE, PARTS_OF_SCORE]) expect(words).not.toMatch(pattern)
    }))

  test('40 families adds claimed against right, the diagram and the evidence, and takes no score apart', () =>
    inWorld(async (world) => {
      await races(world, 40)
      await keep(world)
      const { text, words } = await page(world)
      expect(partsOf(text)).toEqual(['short', 'accuracy', 'claimed', 'diagram', 'verdict', 'calls'])
      expect(words).toMatch(/claimed 75 % right \d+ %/)
      expect(words).toMatch(/Over-confidence [+−]?\d+ \([+−]?\d+ to [+−]?\d+\) points/)
      expect(words).toContain('Reliability of 40 statements from 40 event families.')
      expect(words).toContain('There is no verdict: a verdict needs questions in a cohort that has entered')
      expect(words).toMatch(/From 100 families on, of which this author has 40: [^.]*miscalibration and discrimination/)
      expect(words).toContain('comparisons with other authors need 100 families; this author has 40')
      for (const pattern of [PARTS_OF_SCORE, /Confidence sequence/]) expect(words).not.toMatch(pattern)
    }))

  test('40 families and what waits says beside the list what that may come to', () =>
    inWorld(async (world) => {
      const all = manyRaces(42, said).map((race, at) => (at < 40 ? race : { ...race, outcome: 'open' as const }))
      await run(world, all)
      await closeDueQuestions(servicesOver(world, [], { now: NIGHT }), REVIEWER, NIGHT)
      const { text, words } = await page(world, '/authors/ada?collection=races')
      expect(words).toMatch(/Once the 2 that are due are settled: right \d+ % to \d+ %/)
      // A list of terms holds terms alone.
      const lists = [...text.matchAll(/<dl[^>]*>(.*?)<\/dl>/gs)].map(([, inside]) => inside ?? '')
      expect(lists.length).toBeGreaterThan(0)
      for (const inside of lists) expect(inside.replaceAll(/<(dt|dd)\b.*?<\/\1>/gs, '')).not.toContain('<p')
    }))

  test('120 families shows every part in its order, from what the night kept', () =>
    inWorld(async (world) => {
      await races(world, 120)
      await keep(world)
      const { text, words } = await page(world)
      expect(partsOf(text)).toEqual([...PARTS])
      expect(text).toMatch(/href="\/v1\/snapshots\/snp_/)
      expect(words).toMatch(/Counts, SHA-256 [0-9a-f]{64}/)
      expect(words).toMatch(/difficulty of the questions .* less insight .* plus miscalibration/s)
      expect(words).toMatch(/Mean of the authors 120 families in common .* to /)
      expect(words).toContain('From 300 families on, of which this author has 120: the binned calibration error.')
      expect(words).not.toMatch(/Calibration error over tenths/)
    }))
})

test('an author whose counts moved since the night is told of as they stand now', () =>
  inWorld(async (world) => {
    const { ids } = await races(world, 40)
    await keep(world)
    const before = await page(world)
    expect(before.text).toMatch(/href="\/v1\/snapshots\/snp_/)
    const moved = { question: ids.get('R-1') ?? '', now: '2025-06-01T08:00:00.000Z', on: '2025-01-20', correct: true }
    await settleYes(world, moved)
    const { words } = await page(world)
    expect(words).toContain('none: made as this page was read')
    expect(words).toContain('15 of 40 happened')
    expect(words).toMatch(/1 correction moved this score, the last 1 Jun 2025/)
  }))

describe('which report', () => {
  test('is that of the address, and no other word is taken', () =>
    inWorld(async (world) => {
      await races(world, 7)
      const { get } = siteOf(world, TODAY)
      const retrospective = plain((await get('/authors/ada?timing=retrospective')).text)
      expect(retrospective).toContain('This page shows one report: retrospective')
      expect(retrospective).toContain('There is no report yet')
      expect(retrospective).toContain('Prospective, own voice, everything')
      expect(plain((await get('/authors/ada?collection=races')).text)).toContain('of the collection Races')
      expect((await get('/authors/ada?timing=tomorrow')).status).toBe(422)
      expect((await get('/authors/ada?collection=nowhere')).status).toBe(404)
    }))
})

describe('the page for the frames of others', () => {
  test('may be framed by anybody, and never shows a figure without how much stands behind it', () =>
    inWorld(async (world) => {
      await races(world, 20)
      const { headers, text } = await siteOf(world, TODAY).get('/embed/authors/ada')
      expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
      expect(headers.get('x-frame-options')).toBeNull()
      const words = plain(text).replaceAll('\u00a0', ' ')
      expect(words).toContain('20 settled forecasts in 20 families of events')
      expect(words).toMatch(/Mean Brier score 0\.\d\d \(0\.\d\d–0\.\d\d\)/)
      expect(words).toContain('No verdict: the reliability curve needs 30 families; this author has 20.')
      expect(words).toContain('No correction has moved this score.')
      expect(text).toContain('href="/authors/ada?timing=prospective&amp;voice=own"')
      expect(text).not.toMatch(/<script| style=/)
    }))

  test('of too few has no average, and of nobody says so', () =>
    inWorld(async (world) => {
      await races(world, 3)
      const { get } = siteOf(world, TODAY)
      expect(plain((await get('/embed/authors/ada')).text)).toContain('No average: mean Brier needs 10 families')
      expect((await get('/embed/authors/nobody')).status).toBe(404)
    }))
})

test('markup, controls and long names are inert and whole', () =>
  inWorld(async (world) => {
    for (const name of ['<script>x</script> & "q"', `\u202eadA ${'long'.repeat(70)}`, '😀 Ada 👩‍👩‍👧']) {
      const { slug } = await makeAuthor(world, name)
      for (const path of [`/authors/${encodeURIComponent(slug)}`, `/embed/authors/${encodeURIComponent(slug)}`]) {
        const { status, text } = await siteOf(world).get(path)
        expect([path, status]).toEqual([path, 200])
        expect(text).not.toContain('<script')
        expect(text).toContain('<h1 dir="auto">')
      }
    }
  }))
