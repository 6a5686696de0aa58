import { describe, expect, it } from 'vitest'
import { type Corrected, correct, correctionsOf } from '../../src/core/candidate-corrections.ts'
import { candidateIn } from '../actions/story.ts'
import { day } from '../support/embedded.ts'

const QUOTE = 'It will likely rain by March.'
const found = candidateIn(QUOTE, { on: '2026-01-05', quote: QUOTE, end: '2026-03-31' })
const quoted = { ...found, attribution: 'quoted' as const, claimant: 'Ben Ode', claimantRole: 'a farmer' }
const march = { start: day('2026-01-05'), end: day('2026-03-15') }

describe('a correction', () => {
  it.each<[string, Corrected, object]>([
    ['another phrase', { phrase: 'unlikely' }, { phrase: 'unlikely', weakHedge: false }],
    ['a weak hedge', { phrase: 'may' }, { phrase: 'may', weakHedge: true }],
    ['a number', { probability: 0.9 }, { phrase: 'micro:900000', weakHedge: false }],
    ['a window', { window: march }, { window: { text: 'by then', ...march, source: 'stated' } }],
    [
      'somebody quoted',
      { attribution: 'quoted', claimant: 'Cyd Vale' },
      { attribution: 'quoted', claimant: 'Cyd Vale', claimantRole: null },
    ],
    ['nothing', {}, {}],
  ])('of %s puts it in the place of what was found', (_, review, read) => {
    expect(correct(found, review)).toEqual({ ...found, ...read })
  })

  it('to the voice of the author names nobody, in their own words', () => {
    const paraphrased = { ...quoted, directness: 'paraphrase' as const }
    expect(correct(paraphrased, { attribution: 'own' })).toMatchObject({
      attribution: 'own',
      claimant: null,
      claimantRole: null,
      directness: 'verbatim',
    })
  })

  it('keeps the role of the one who was found, and takes it from another', () => {
    expect(correct(quoted, { attribution: 'quoted' }).claimantRole).toBe('a farmer')
    expect(correct(quoted, { claimant: 'Cyd Vale' }).claimantRole).toBeNull()
  })

  it.each<[string, typeof found, Corrected, string]>([
    ['a name for the author’s own voice', found, { claimant: 'Cyd Vale' }, 'claimant'],
    ['a name for a group', quoted, { attribution: 'reported', claimant: 'Cyd Vale' }, 'claimant'],
    ['words of nobody', found, { attribution: 'quoted' }, 'claimant'],
    ['a paraphrase of oneself', found, { directness: 'paraphrase' }, 'directness'],
  ])('refuses %s', (_, of, review, field) => {
    expect(() => correct(of, review)).toThrow(
      expect.objectContaining({ code: 'invalid-input', fields: [expect.objectContaining({ field })] }),
    )
  })
})

describe('what is corrected', () => {
  it('is told from what was found to what is recorded, and nothing else', () => {
    expect(correctionsOf(found, { wording: 'Rain falls.', probability: 0.9, polarity: '+', window: march })).toEqual({
      claim: { from: QUOTE, to: 'Rain falls.' },
      phrase: { from: 'likely', to: 'micro:900000' },
      window: { from: found.window, to: { text: 'by then', ...march, source: 'stated' } },
    })
  })

  it('is nothing where the review says what was found', () => {
    const window = { start: day('2026-01-05'), end: day('2026-03-31') }
    const same = { wording: QUOTE, phrase: 'likely', attribution: 'own', orientation: 'as-worded', window } as const
    expect(correctionsOf(found, same)).toBeNull()
  })

  it('is told where a window by rule is called a stated one, or there was none', () => {
    const byRule = { ...found, window: { text: 'soon', ...march, source: 'rule' as const } }
    expect(correctionsOf(byRule, { window: march })?.window?.to).toEqual({ ...byRule.window, source: 'stated' })
    const none = { ...found, window: null }
    expect(correctionsOf(none, { window: march })?.window).toEqual({
      from: null,
      to: { text: '', ...march, source: 'stated' },
    })
  })

  it('of a state that goes on is measured by how it is oriented, which is the opposite of its words', () => {
    const state = { ...found, kind: 'state' as const }
    expect(correctionsOf(state, { orientation: 'opposite', polarity: '-' })).toBeNull()
    expect(correctionsOf(state, { orientation: 'as-worded', polarity: '+' })).toEqual({
      orientation: { from: 'opposite', to: 'as-worded' },
      polarity: { from: '-', to: '+' },
    })
  })
})
