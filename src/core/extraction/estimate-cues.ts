import { levelAt } from '../lexicon/numbers.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { wordSet } from './words.ts'

const putting = wordSet('put place set rate estimate reckon assess rank judge peg')
const chances = wordSet('chance chances probability likelihood odds prospect prospects risk possibility')

/** "I put the chance that X passes at two in three", "she puts the odds of X at 60 percent": a chance and its number. */
export const estimateCues = ({ tokens, words }: Reading): Cue[] =>
  tokens.flatMap(({ lemma, tag }, i) => {
    if (tag !== 'VERB' || !putting.has(lemma)) return []
    const noun = words.findIndex((word, k) => k > i && k < i + 5 && chances.has(word))
    if (noun < 0 || !['that', 'of', 'for', 'at'].includes(words[noun + 1] ?? '')) return []
    for (let at = noun + 1; at < Math.min(words.length, noun + 40); at++) {
      if ([';', ':', '.'].includes(words[at] ?? '')) break
      const number = words[at] === 'at' ? levelAt(words, skipHedge(words, at + 1)) : null
      if (!number) continue
      const denied = words.slice(noun, at).some((word) => word === 'not' || word === 'never')
      const cue = cueOf('attitude', i, { ...number, phrase: 'chance' }, number.to - 1)
      return [{ ...cue, phrase: `micro:${number.micro}`, polarity: denied ? '-' : '+' } satisfies Cue]
    }
    return []
  })

const hedges = wordSet('about around roughly only just perhaps maybe nearly over under')
const skipHedge = (words: readonly string[], i: number): number => (hedges.has(words[i] ?? '') ? i + 1 : i)
