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
    expect(read({ outcome: 'no' }, '2026-05-01', { windowEnd: null })).toMatchObject({ finds: 'nothing' })
    expect(read({ outcome: 'no' }, '2026-04-01')).toMatchObject({ finds: 'outcome', outcome: 'no' })
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
