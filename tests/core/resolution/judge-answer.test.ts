import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JudgeAnswer, readJudgement } from '../../../src/core/resolution/judge-answer.ts'
import type { ShownPassage } from '../../../src/core/resolution/judge-prompt.ts'
import { day } from '../../support/embedded.ts'

const passage = (passageId: string, text: string): ShownPassage => ({
  passageId,
  commentaryId: `com_${passageId}`,
  textVersion: 1,
  start: 0,
  end: text.length,
  publishedOn: day('2026-03-12'),
  text,
})
const shown = [
  passage('p1', 'The Orrin bridge opened on Tuesday.\nCars crossed it.'),
  passage('p2', 'Rain fell on it.'),
]
const window = { windowStart: day('2026-03-01'), windowEnd: day('2026-03-31') }

const read = (more: Partial<JudgeAnswer>, today = '2026-03-20', within: { windowEnd: string | null } = window) =>
  readJudgement(
    {
      outcome: 'yes',
      citations: [{ passageId: 'p1', quote: 'The Orrin bridge opened' }],
      reason: 'it says so',
      ...more,
    },
    shown,
    { ...window, windowEnd: within.windowEnd === null ? null : day(within.windowEnd) },
    day(today),
  )

describe('the answer of a model', () => {
  it('stands by what it cites letter by letter, each once, in any order', () => {
    const bridge = { passageId: 'p1', quote: 'The Orrin bridge opened' }
    const cars = { passageId: 'p1', quote: 'Tuesday.\nCars crossed' }
    const found = read({ citations: [cars, bridge, bridge] })
    expect(found).toEqual({
      finds: 'outcome',
      outcome: 'yes',
      cited: [
        { commentaryId: 'com_p1', quote: bridge.quote },
        { commentaryId: 'com_p1', quote: cars.quote },
      ],
      reason: 'model: it says so',
    })
    expect(read({ citations: [bridge, cars] })).toEqual(found)
  })

  it.each<[string, string, string]>([
    ['other letters', 'p1', 'the Orrin bridge opened'],
    ['words put together', 'p1', 'The Orrin bridge on Tuesday'],
    ['another white space', 'p1', 'on Tuesday. Cars'],
    ['another passage', 'p2', 'The Orrin bridge opened'],
    ['no passage', 'p9', 'The Orrin bridge opened'],
    ['too few words', 'p1', 'Orrin bridge'],
    ['too few words and a blank', 'p1', ' Orrin bridge '],
    ['blanks', 'p1', ' '],
    ['nothing', 'p1', ''],
  ])('drops a citation of %s, and is nothing without one', (_, passageId, quote) => {
    const wrong = { passageId, quote }
    expect(read({ citations: [wrong] })).toMatchObject({
      finds: 'nothing',
      reason: '“yes” is not taken: none of 1 citations stands in its passage; model: it says so',
    })
    const right = { passageId: 'p2', quote: 'Rain fell on' }
    expect(read({ citations: [wrong, right] })).toMatchObject({
      cited: [{ commentaryId: 'com_p2', quote: right.quote }],
    })
  })

  it('is nothing where it cites nothing, or is unclear', () => {
    expect(read({ citations: [] })).toMatchObject({
      finds: 'nothing',
      reason: expect.stringMatching(/nothing is cited/),
    })
    expect(read({ outcome: 'unclear' })).toMatchObject({ finds: 'nothing', reason: 'unclear; model: it says so' })
  })

  it('is taken for "no" only when the window is over', () => {
    expect(read({ outcome: 'no' }, '2026-03-31')).toMatchObject({
      finds: 'nothing',
      reason: expect.stringMatching(/open until 2026-03-31/),
    })
    expect(read({ outcome: 'no' }, '2026-05-01', { windowEnd: null })).toMatchObject({
      finds: 'nothing',
      reason: expect.stringMatching(/the window has no end/),
    })
    expect(read({ outcome: 'no' }, '2026-04-01')).toMatchObject({ finds: 'outcome', outcome: 'no' })
  })

  it('gives its reason without blanks around it, and no more than 200 characters of it', () => {
    expect(read({ reason: '  it says so\n' })).toMatchObject({ reason: 'model: it says so' })
    expect(read({ reason: ` ${'r'.repeat(201)}` })).toMatchObject({ reason: `model: ${'r'.repeat(200)}` })
  })

  it('stands by the same words once in each commentary that has them', () => {
    const both = [
      passage('p1', 'Rain fell all day.'),
      { ...passage('p3', 'Rain fell all day.'), commentaryId: 'com_p1' },
      passage('p2', 'Rain fell all day.'),
    ]
    const citations = ['p2', 'p3', 'p1'].map((passageId) => ({ passageId, quote: 'Rain fell all' }))
    expect(readJudgement({ outcome: 'yes', citations, reason: 'wet' }, both, window, day('2026-03-20'))).toMatchObject({
      cited: [{ commentaryId: 'com_p1' }, { commentaryId: 'com_p2' }],
    })
  })

  it('never stands by words that no passage has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ passageId: fc.constantFrom('p1', 'p2', 'p3'), quote: fc.string() })),
        (citations) => {
          const found = read({ citations })
          const cited = found.finds === 'outcome' ? found.cited : []
          return cited.every(({ commentaryId, quote }) =>
            shown.some((one) => one.commentaryId === commentaryId && one.text.includes(quote)),
          )
        },
      ),
    )
  })
})
