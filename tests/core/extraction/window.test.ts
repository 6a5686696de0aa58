import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explicitDates } from '../../../src/core/extraction/explicit-dates.ts'
import { windowOf } from '../../../src/core/extraction/window.ts'
import { windowRulesPage } from '../../../src/core/extraction/window-rules-page.ts'
import { Day } from '../../../src/core/time.ts'

const today = Day.parse('2026-02-10')

describe('dates that are named', () => {
  it.each([
    ['rates will fall by march', null, '2026-03-31'],
    ['it will end in january', '2027-01-01', '2027-01-31'],
    ['by the end of next year it is over', null, '2027-12-31'],
    ['it will be over this year', null, '2026-12-31'],
    ['prices will fall next year', '2027-01-01', '2027-12-31'],
    ['the offensive will start next spring', '2026-03-01', '2026-05-31'],
    ['it will be done by winter', null, '2027-02-28'],
    ['within two years the firm will fold', null, '2028-02-10'],
    ['over the next decade debt will double', null, '2036-02-10'],
    ['in 18 months', null, '2027-08-10'],
    ['a decade from now', null, '2036-02-10'],
    ['by 2030 half of all cars will be electric', null, '2030-12-31'],
    ['before 2030', null, '2029-12-31'],
    ['growth will slow in 2027', '2027-01-01', '2027-12-31'],
    ['in the second half of 2026', '2026-07-01', '2026-12-31'],
    ['in the third quarter of next year', '2027-07-01', '2027-09-30'],
    ['by mid-2027', null, '2027-08-31'],
    ['by the end of the decade', null, '2029-12-31'],
    ['elections will be held on 12 may 2026', null, '2026-05-12'],
    ['it will be voted on on friday', null, '2026-02-13'],
    ['next month', '2026-03-01', '2026-03-31'],
    ['before christmas', null, '2026-12-24'],
    ['by christmas', null, '2026-12-25'],
    ['the shop will reopen before may', null, '2026-04-30'],
    ['before february', null, '2027-01-31'],
    ['before july 2027', null, '2027-06-30'],
    ['before the end of july', null, '2026-07-31'],
    ['before 12 may 2026', null, '2026-05-11'],
    ['before the summer', null, '2026-05-31'],
    ['before the summer is out', null, '2026-08-31'],
    ['before the year is out', null, '2026-12-31'],
    ['before the week is over', null, '2026-02-15'],
    ['in the second half of the year', '2026-07-01', '2026-12-31'],
    ['in the second quarter', '2026-04-01', '2026-06-30'],
    ['in the first quarter', null, '2026-03-31'],
    ['at christmas', '2026-12-23', '2026-12-26'],
    ['by easter', null, '2026-04-05'],
    ['until midsummer', null, '2026-06-24'],
    ['by the middle of august', null, '2026-08-15'],
    ['in mid-august', '2026-08-11', '2026-08-20'],
    ['by mid-century', null, '2050-12-31'],
    ['the hearing will run into june', '2026-06-01', '2026-06-30'],
  ])('%s', (prose, start, end) => expect(explicitDates(prose, today)).toMatchObject({ start, end }))

  it.each([
    'it opens on a friday evening',
    'the deal of august 2025 will hold',
    'by 2020 it had failed',
    'it will end',
    'the 28-point plan will fail',
  ])('sees none to come in: %s', (prose) => expect(explicitDates(prose, today)).toBeNull())
})

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
    ['At some point he will tire', '2026-02-10', null],
    ['It will never happen', '2026-02-10', null],
    ['a war sometime down the road', '2026-02-10', null],
    ['in the coming weeks', '2026-02-10', '2026-04-10'],
    ['It will be over within weeks', '2026-02-10', '2026-04-10'],
    ['The firm may bid in the new year', '2027-01-01', '2027-03-31'],
    ['The club will win the cup this season', '2026-02-10', '2026-06-30'],
    ['The club will go down next season', '2026-07-01', '2027-06-30'],
  ])('%s', (claim, start, end) => expect(windowOf(claim, today, false)).toMatchObject({ start, end, source: 'rule' }))

  it('keeps the words as the text writes them, over a line break', () => {
    expect(windowOf('It holds for the foreseeable\nfuture.', today, false).text).toBe('foreseeable\nfuture')
  })
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
  it('gives no end to a claim that waits for something', () => {
    expect(windowOf('It will stop only when he tires', today, true)).toMatchObject({ end: null, source: 'rule' })
  })
  it('falls back to the last day of February', () => {
    expect(windowOf('It will end soon', Day.parse('2025-11-30'), false).end).toBe('2026-02-28')
  })
})

describe('docs/window-rules.md', () => {
  it('says what the table says', () => {
    expect(readFileSync(new URL('../../../docs/window-rules.md', import.meta.url), 'utf8')).toBe(windowRulesPage())
  })
})
