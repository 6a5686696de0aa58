import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrases } from '../../src/core/lexicon/phrases.ts'
import { Form, formOfPhrase, formOfProbability } from '../../src/core/prediction.ts'
import { MICRO } from '../../src/core/probability.ts'

describe('Form', () => {
  it.each([
    'micro:0',
    'micro:1',
    'micro:300000',
    'micro:999999',
    'micro:1000000',
    'phrase:likely:+',
    'phrase:almost-certain:-',
    'phrase:even-chance:+',
  ])('takes %s', (form) => {
    expect(Form.parse(form)).toBe(form)
  })

  it.each([
    'micro:1000001',
    'micro:9999999',
    'micro:01',
    'micro:-1',
    'micro:0.5',
    'micro:NaN',
    'micro:',
    'phrase:likely',
    'phrase:likely:',
    'phrase:likely:*',
    'phrase:Likely:+',
    'phrase::+',
    'phrase:-likely:+',
    'phrase:almost--certain:+',
    ' micro:1',
    'micro:1\n',
    '',
  ])('refuses %j', (form) => {
    expect(Form.safeParse(form).success).toBe(false)
  })
})

describe('forms', () => {
  it.each([
    ['likely', '+', 'phrase:likely:+'],
    ['likely', '-', 'phrase:likely:-'],
    // A number in the text is turned to the positive event, so that equal chances meet in one form.
    ['micro:300000', '+', 'micro:300000'],
    ['micro:300000', '-', 'micro:700000'],
    ['micro:0', '-', 'micro:1000000'],
    ['micro:1000000', '-', 'micro:0'],
    ['micro:1', '-', 'micro:999999'],
  ] as const)('%s said of %s is %s', (phrase, polarity, form) => {
    expect(formOfPhrase(phrase, polarity)).toBe(form)
  })

  it('turn every stated number about exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MICRO }), (micro) => {
        expect(formOfPhrase(`micro:${micro}`, '-')).toBe(`micro:${MICRO - micro}`)
        expect(formOfPhrase(`micro:${micro}`, '+')).toBe(`micro:${micro}`)
      }),
    )
  })

  it('are forms for every phrase of the lexicon and for every probability', () => {
    for (const phrase of Object.keys(phrases)) {
      expect(Form.parse(formOfPhrase(phrase, '+'))).toBe(`phrase:${phrase}:+`)
      expect(Form.parse(formOfPhrase(phrase, '-'))).toBe(`phrase:${phrase}:-`)
    }
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        expect(Form.safeParse(formOfProbability(p)).success).toBe(true)
      }),
    )
  })
})
