import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastDatesIn } from '../../../../src/core/extraction/time/past-dates.ts'
import { PAST_EXAMPLES_PUBLISHED, pastReadings } from '../../../../src/core/extraction/time/past-readings.ts'
import { pastRules } from '../../../../src/core/extraction/time/past-rules.ts'
import { pastRulesPage } from '../../../../src/core/extraction/time/past-rules-page.ts'
import { type Day, plusDays } from '../../../../src/core/time.ts'

const read = (words: string, today = PAST_EXAMPLES_PUBLISHED) => pastDatesIn(words, today)
const days = (words: string, today?: Day) => read(words, today).map(({ earliest, latest }) => [earliest, latest])

describe('words of time read backwards', () => {
  it.each(pastReadings)('$example.words: $says', ({ source, example: { words, after, earliest, latest } }) => {
    const [date, ...rest] = pastDatesIn(words, PAST_EXAMPLES_PUBLISHED, after ?? null)
    expect(rest).toEqual([])
    expect([date?.earliest, date?.latest]).toEqual([earliest, latest])
    expect(date?.stated).toBe(source === 'stated')
    expect(words.slice(date?.from, date?.to)).toBe(words)
  })

  it.each(pastRules.flatMap(({ words }) => words.split('|')))('reads "%s" by the table of vague phrases', (words) => {
    expect(read(words)).toMatchObject([{ stated: false, from: 0, to: words.length }])
  })

  it('is the page that the documentation shows', () => {
    expect(readFileSync(new URL('../../../../docs/past-dates.md', import.meta.url), 'utf8')).toBe(pastRulesPage())
  })

  it.each<[words: string, earliest: string | null, latest: string]>([
    ['yesterday', '2026-02-10', '2026-02-10'],
    ['the day before yesterday', '2026-02-09', '2026-02-09'],
    ['this morning', '2026-02-11', '2026-02-11'],
    ['on Tuesday night', '2026-02-10', '2026-02-10'],
    ['on Monday of last week', '2026-02-02', '2026-02-02'],
    ['on 4 and 5 February', '2026-02-04', '2026-02-05'],
    ['on 28 February', '2025-02-28', '2025-02-28'],
    ['on the 3rd', '2026-02-03', '2026-02-03'],
    ['on the 27th', '2026-01-27', '2026-01-27'],
    ['in the spring of 2014', '2014-03-01', '2014-05-31'],
    ['last winter', '2024-12-01', '2025-02-28'],
    ['this winter', '2025-12-01', '2026-02-11'],
    ['in Q3 2025', '2025-07-01', '2025-09-30'],
    ['in the first half of 2025', '2025-01-01', '2025-06-30'],
    ['in the 1990s', '1990-01-01', '1999-12-31'],
    ['in May of last year', '2025-05-01', '2025-05-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['over the past decade', '2016-02-11', '2026-02-11'],
    ['a year ago', '2024-08-13', '2025-08-12'],
    ['two days ago', '2026-02-09', '2026-02-09'],
    ['in the week of 12 January', '2026-01-12', '2026-01-18'],
    ['from May to July 2025', '2025-05-01', '2025-07-31'],
    ['until 2022', null, '2022-12-31'],
  ])('%s', (words, earliest, latest) => {
    expect(days(words)).toEqual([[earliest, latest]])
  })

  it.each([
    ['up from 3% a year ago'],
    ['the worst since 2011'],
    ['for the first time since March'],
    ['more than in 2019'],
    ['on Tuesdays'],
    ['on a wet Friday'],
    ['in 2031'],
    ['tomorrow'],
    ['next week'],
    ['two days later'],
    ['it may rain'],
    ['in the second half Roe scored'],
    ['2,014 people'],
  ])('finds no day in "%s"', (words) => {
    expect(days(words)).toEqual([])
  })

  it('tells an adverb from a thing named by its time', () => {
    expect(read('the bill passed on Tuesday').map(({ adverb }) => adverb)).toEqual([true])
    expect(read("Tuesday's vote").map(({ adverb }) => adverb)).toEqual([false])
    expect(read('the 2019 election').map(({ adverb }) => adverb)).toEqual([false])
    expect(read('the vote of 2019').map(({ adverb }) => adverb)).toEqual([false])
  })

  it('never lies after publication, never starts after its end, and is never found twice in one place', () => {
    const words = fc.constantFrom(
      ...'on in since by last this the of and to Tuesday February May 4 12 2014 2025 two weeks month year ago later summer early end quarter third week Christmas yesterday recently , .'.split(
        ' ',
      ),
    )
    const today = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays('1980-01-01' as Day, n))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), today, (list, day) => {
        const text = list.join(' ')
        let end = 0
        for (const date of pastDatesIn(text, day, { start: plusDays(day, -9), end: plusDays(day, -9) })) {
          expect(date.latest <= day).toBe(true)
          expect(date.earliest === null || date.earliest <= date.latest).toBe(true)
          expect(date.from).toBeGreaterThanOrEqual(end)
          end = date.to
        }
      }),
      { numRuns: 400 },
    )
  })
})
