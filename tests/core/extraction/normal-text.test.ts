import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalText, placesOf } from '../../../src/core/extraction/page/normal-text.ts'

describe('the spelling that quotes are compared in', () => {
  it.each([
    ['white space', 'a \t\r\n\u00a0\u2003 b', 'a b'],
    ['soft hyphens and zero-width signs', 'co\u00adop\u200be\u2060rate\ufeff', 'cooperate'],
    ['single quotes', '\u2018a\u2019 \u201ab\u2032 \u02bcc\u00b4 `', "'a' 'b' 'c' '"],
    ['double quotes', '\u201ca\u201d \u201eb\u2033 \u00abc\u00bb', '"a" "b" "c"'],
    ['dashes', 'a\u2014b \u2013 c\u2010d \u2212e -- f', 'a-b - c-d -e - f'],
    ['an ellipsis', 'so\u2026', 'so...'],
    ['letters with marks', 'cafe\u0301 n\u00ad\u0303', 'café ñ'],
    ['signs beyond the basic plane', '😀 a', '😀 a'],
    ['case', 'Roe', 'Roe'],
    ['nothing', '', ''],
  ])('%s', (_, text, spelling) => {
    expect(normalText(text).spelling).toBe(spelling)
  })

  it('is its own spelling, and every unit has its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { spelling, starts, ends } = normalText(text)
        expect(normalText(spelling).spelling).toBe(spelling)
        expect([starts.length, ends.length]).toEqual([spelling.length, spelling.length])
        for (let i = 0; i < spelling.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i] ?? 0)
          expect(ends[i]).toBeLessThanOrEqual(text.length)
          expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0)
        }
      }),
    )
  })
})

describe('places of words', () => {
  const text =
    'The “war” \u2014 it\u2019s\nsaid \u2014 may\u00adbe won\u2019t  end. The war may end; the warden may end it.'
  it.each([
    ['The "war" - it\'s said', ['The “war” \u2014 it\u2019s\nsaid']],
    ['maybe won’t end', ['may\u00adbe won\u2019t  end']],
    [' war ', ['war', 'war']],
    ['may end', ['may end', 'may end']],
    ['ward', []],
    ['the war', []],
    ['THE WAR', []],
    ['', []],
    [' \n', []],
  ])('%j', (words, found) => {
    const places = placesOf(words, normalText(text))
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(found)
  })

  it('counts offsets from where the text was taken', () => {
    expect(placesOf('war', normalText('the war', 100))).toEqual([{ start: 104, end: 107 }])
  })

  it('finds every whole stretch of words, however it is spelt', () => {
    const word = fc.constantFrom('war', 'won’t', 'café', 'cafe\u0301', '“end”', 'co\u00adop', '—', '…', '😀')
    const blank = fc.constantFrom(' ', '\n', '  ', '\u00a0')
    const texts = fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (pairs, a, b) => {
        const from = a % pairs.length
        const to = from + 1 + (b % (pairs.length - from))
        const whole = pairs.map(([w, gap]) => w + gap).join('')
        const start = pairs
          .slice(0, from)
          .map(([w, gap]) => w + gap)
          .join('').length
        const quote = pairs
          .slice(from, to)
          .map(([w]) => w)
          .join(' ')
        const places = placesOf(quote.replaceAll('’', "'"), normalText(whole))
        expect(places.map((place) => place.start)).toContain(start)
      }),
    )
  })
})
