import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { windowOf } from '../../../src/core/extraction/time/window.ts'
import { windowReadings } from '../../../src/core/extraction/time/window-readings.ts'
import { WindowRules, windowRules } from '../../../src/core/extraction/time/window-rules.ts'
import { publishedWindowRules, windowRulesPage } from '../../../src/core/extraction/time/window-rules-page.ts'
import { Day } from '../../../src/core/time.ts'

const today = Day.parse('2026-02-10')

describe('vague phrases', () => {
  it.each([
    ['The war will end soon', '2026-02-10', '2026-05-10'],
    ['It will hold, at least for now', '2026-02-10', '2026-05-10'],
    ['In the coming months, a door may open', '2026-02-10', '2026-08-10'],
    ['peace in the near term', '2026-02-10', '2026-08-10'],
    ['not any time soon', '2026-02-10', '2026-08-10'],
    ['not in the foreseeable future', '2026-02-10', '2027-02-10'],
    ['After a few months of talks', '2026-04-10', '2026-08-10'],
    ['several months of talks', '2026-05-10', '2026-09-10'],
    ['is years down the road', '2026-02-10', '2028-02-10'],
    ['Fusion will not pay for years', '2026-02-10', '2028-02-10'],
    ['At some point he will tire', '2026-02-10', null],
    ['It will never happen', '2026-02-10', null],
    ['a war sometime down the road', '2026-02-10', null],
    ['in the coming weeks', '2026-02-10', '2026-04-10'],
    ['a settlement is a matter of weeks', '2026-02-10', '2026-04-10'],
    ['It will be over within weeks', '2026-02-10', '2026-04-10'],
    ['In the days ahead she will resign', '2026-02-10', '2026-02-24'],
    ['The yen will recover over the next few years', '2026-02-10', '2031-02-10'],
    ['The verdict will come any day now', '2026-02-10', '2026-02-17'],
    ['Sooner rather than later the dam will fail', '2026-02-10', '2026-05-10'],
    ['The strike will go on for some time', '2026-02-10', '2027-02-10'],
    ['in our lifetime', '2026-02-10', '2076-02-10'],
    ['within a generation', '2026-02-10', '2051-02-10'],
    ['The firm may bid in the new year', '2027-01-01', '2027-03-31'],
    ['The club will win the cup this season', '2026-02-10', '2026-06-30'],
    ['The club will go down next season', '2026-07-01', '2027-06-30'],
  ])('%s', (claim, start, end) => expect(windowOf(claim, today, false)).toMatchObject({ start, end, source: 'rule' }))

  it('yields to a day that is named, not to a name in passing', () => {
    expect(windowOf('It will fall soon, by May at the latest', today, false)).toMatchObject({
      end: '2026-05-31',
      source: 'stated',
    })
    expect(windowOf('The 2028 budget will be drawn up soon', today, false)).toMatchObject({
      end: '2026-05-10',
      source: 'rule',
    })
  })

  it.each([
    ['It holds for the foreseeable\nfuture.', 'foreseeable\nfuture'],
    ['It ends before  the\n end of June.', 'before  the\n end of June'],
    ['İstanbul will vote by May.', 'by May'],
    ['She’ll go in six weeks’ time.', 'in six weeks’ time'],
  ])('keeps the words as the text writes them: %j', (claim, text) =>
    expect(windowOf(claim, today, false).text).toBe(text),
  )
})

describe('no words of time', () => {
  it('gives twelve months, marked as the default', () => {
    expect(windowOf('The firm will fold', today, false)).toEqual({
      text: '',
      start: today,
      end: '2027-02-10',
      source: 'default',
    })
  })
  it.each([
    ['The court will rule before the election', 'before the election'],
    ['The case will collapse within a fortnight of opening', 'within a fortnight of opening'],
    ['They will be gone by election day', 'by election day'],
    ['It will be law by the time the minister resigns', 'by the time the minister resigns'],
  ])('keeps the default and the words of an occasion: %s', (claim, text) =>
    expect(windowOf(claim, today, false)).toEqual({ text, start: today, end: '2027-02-10', source: 'default' }),
  )
  it('gives no end to a claim that waits for something', () => {
    expect(windowOf('It will stop only when he tires', today, true)).toMatchObject({ end: null, source: 'rule' })
  })
  it('falls back to the last day of February', () => {
    expect(windowOf('It will end soon', Day.parse('2025-11-30'), false).end).toBe('2026-02-28')
  })
})

describe('the published rules', () => {
  it.each(windowReadings)('$example.words: $says', ({ source, example }) => {
    const { start, end } = example
    expect(windowOf(example.words, example.publishedOn, false)).toMatchObject({ start, end, source })
  })
  it('are of the published shape, each rule once', () => {
    expect(WindowRules.parse(publishedWindowRules()).rules).toHaveLength(windowRules.length)
    expect(new Set(windowRules.map(({ id }) => id)).size).toBe(windowRules.length)
  })
  it('stand in docs/window-rules.md', () => {
    expect(readFileSync(new URL('../../../docs/window-rules.md', import.meta.url), 'utf8')).toBe(windowRulesPage())
  })
})
