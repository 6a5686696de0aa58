import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesIn, datesOf, explicitDates, proseOf } from '../../../src/core/extraction/time/explicit-dates.ts'
import { windowOf } from '../../../src/core/extraction/time/window.ts'
import { Day, LAST_DAY, plusDays } from '../../../src/core/time.ts'

const anchor = fc.integer({ min: 0, max: 200 * 365 }).map((days) => plusDays(Day.parse('1950-01-01'), days))

const oneOf = (words: string) => fc.constantFrom(...words.split('|'))
const lead = oneOf(
  'by|before|until|from|in|on|after|within|over the|next|this|the|between|not before|the end of|mid|early|late|into|for|about|',
)
const name = oneOf(
  'March|may|February 29|30 February|Friday|next Friday|winter|spring 2028|2027|the 2030s|Q3|the third quarter|Christmas|Easter|New Year|the week|the year|tomorrow|the 31st|the second Monday of July|the last week of October|next month|the year after next|12 May|3/4|2026-27|the rest of the decade|year-end|the weekend|century',
)
const length = fc
  .tuple(
    fc.integer({ min: 0, max: 999 }),
    oneOf('days|weeks|fortnights|months|quarters|years|decades|centuries|working days'),
  )
  .map(([count, unit]) => `${count} ${unit}`)
const tail = oneOf(
  '|from now|time|or two|to June|and 2031|at the earliest|at the latest|is out|after Easter|ago|of March|or any other',
)
const phrase = fc.tuple(lead, fc.oneof(name, length), tail).map((words) => words.join(' '))

const isDay = (text: string | null): boolean => text === null || Day.safeParse(text).success

describe('whatever the words', () => {
  it('a window is of real days, and ends neither before it starts nor before publication', () => {
    fc.assert(
      fc.property(anchor, fc.array(phrase, { minLength: 1, maxLength: 3 }), (today, phrases) => {
        const { start, end } = windowOf(`It will end ${phrases.join(' ')}.`, today, false)
        expect([start, end]).toSatisfy((days: (string | null)[]) => days.every(isDay))
        if (end !== null) {
          expect(end >= today && end <= LAST_DAY).toBe(true)
          expect((start ?? today) <= end).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('the words stand in the text, in order and apart', () => {
    fc.assert(
      fc.property(anchor, fc.array(phrase, { maxLength: 4 }), (today, phrases) => {
        const text = phrases.join(', ')
        const dates = datesIn(text, today)
        dates.forEach(({ from, to }, i) => {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(dates[i + 1]?.from ?? text.length)
        })
      }),
    )
  })

  it('any text is read without an error', () => {
    fc.assert(
      fc.property(anchor, fc.string({ unit: 'grapheme', maxLength: 300 }), (today, text) => {
        expect(isDay(windowOf(text, today, false).end)).toBe(true)
      }),
    )
  })
})

describe('words that are also names of properties', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('%s', (word) => {
    const text = `by the ${word} of ${word} in 5 ${word} next ${word} ${word} 5 the first ${word} of ${word} 2027 ${word}`
    expect(windowOf(text, Day.parse('2026-02-10'), false).end).toSatisfy(isDay)
  })
})

describe('lengths', () => {
  it.each(['days', 'weeks', 'months', 'quarters', 'years'])('"within n %s" grows with n', (unit) => {
    fc.assert(
      fc.property(anchor, fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 30 }), (today, count, more) => {
        const [sooner, later] = [count, count + more].map(
          (n) => explicitDates(`within ${n === 1 ? 'one' : n} ${unit}`, today)?.end,
        )
        if (sooner && later) expect(sooner < later).toBe(true)
      }),
    )
  })
})

describe('long text', () => {
  /** How often the rules look at a token: the same every time, where seconds are not. */
  const looks = (text: string): { reads: number; tokens: number } => {
    const prose = proseOf(text, Day.parse('2026-02-10'))
    let reads = 0
    const tokens = new Proxy(prose.tokens, {
      get: (target, key) => {
        reads++
        return Reflect.get(target, key)
      },
    })
    datesOf({ ...prose, tokens })
    return { reads, tokens: prose.tokens.length }
  }
  it.each([
    'by the end of next year on Monday 3 May 2027 in ',
    'before the ',
    'two weeks after ',
    'the end of ',
    'within 5 years 4 months 3 weeks 2 days ',
    'about at least nearly ',
    'this year and the next or ',
    'from Monday to ',
    'March ',
    '2027-28 ',
    '1/2/3/4/',
  ])('costs the same for each token of a long run of %j', (unit) => {
    const [once, twice] = [looks(unit.repeat(400)), looks(unit.repeat(800))]
    expect(twice.reads).toBeLessThan(2.1 * once.reads + 1_000)
    expect(twice.reads).toBeLessThan(3_000 * twice.tokens)
  })
})
