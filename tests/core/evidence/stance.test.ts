import { describe, expect, it } from 'vitest'
import { askedOf } from '../../../src/core/evidence/asked.ts'
import { passagesOf } from '../../../src/core/evidence/read-passages.ts'
import type { Judgement } from '../../../src/core/evidence/stance.ts'
import { judge } from '../../../src/core/evidence/stance.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import { latePairs, misread, pairs } from './stance-pairs.ts'

const tagger = await loadTagger()
const judged = (claim: string, text: string): Judgement => {
  const [passage] = passagesOf(text, [], tagger)
  const [sentence] = passage?.sentences ?? []
  if (!sentence) throw new Error('the text has no sentence')
  const beside = new Set(passage?.sentences.flatMap(({ keys }) => keys))
  return judge(askedOf(claim, tagger), { ...sentence, tokens: tagger(text).flat(), beside }, 2024)
}

describe('a stance', () => {
  it.each([
    ['Lund will resign.', 'Lund has resigned.', 'for'],
    ['Lund will resign.', 'Lund did not resign.', 'against'],
    ['Lund will not resign.', 'Lund resigned on Tuesday.', 'against'],
    ['Lund is unlikely to resign.', 'Lund resigned on Tuesday.', 'against'],
    ['Lund will resign.', 'Lund remained in office.', 'against'],
    ['The court will uphold the levy.', 'The court struck down the levy.', 'against'],
    ['The strike will end.', 'The strike continued all winter.', 'against'],
    ['Prices will rise.', 'Prices fell all winter.', 'against'],
    ['The Kremlin will sign the treaty.', 'Moscow signed the treaty.', 'for'],
    ['The two sides reach a deal.', 'No deal was reached.', 'against'],
  ])('on “%s” of “%s” is %s', (claim, text, stance) => {
    expect(judged(claim, text).stance).toBe(stance)
  })

  it.each([
    ['Lund will resign.', 'Lund should resign.', 'should or could'],
    ['Lund will resign.', 'Has Lund resigned?', 'asks'],
    ['Lund will resign.', 'Stroud resigned.', 'does not name lund'],
    ['Lund will resign.', 'Lund spoke of the budget.', 'does not say “resign”'],
    ['Lund will resign.', 'Lund wanted to resign.', 'not told as a fact'],
    ['Lund will resign.', 'Lund resigned in 1998.', 'before the claim'],
    ['The treaty ends the war.', 'Peace talks opened in the capital.', 'does not say'],
    ['Sanctions force Moscow to stop.', 'A police force guards Moscow.', 'does not say'],
  ])('is not taken on “%s” by “%s”: it %s', (claim, text, why) => {
    const { stance, reasons } = judged(claim, text)
    expect(stance).toBe('unclear')
    expect(reasons.at(-1)).toContain(why)
  })

  it.each([...pairs, ...latePairs])('on “%s” of “%s” is %s, as a careful reader sees it', (claim, text, stance) => {
    expect(judged(claim, text)).toMatchObject({ stance })
  })

  it.each(misread)('on “%s” of “%s” should be %s and is %s', (claim, text, _, taken) => {
    expect(judged(claim, text).stance).toBe(taken)
  })

  it('says what a passage speaks of, and as what', () => {
    const { reasons } = judged('The Kremlin continues the negotiations.', 'Moscow went to a summit.')
    expect(reasons[0]).toBe('speaks of moscow (for kremlin), summit (near negotiations)')
  })
})
