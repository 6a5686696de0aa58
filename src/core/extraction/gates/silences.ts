import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { wordSet } from '../sentences/words.ts'

const silences = wordSet('comment elaborate')
const withheld = wordSet('say disclose reveal discuss specify name speculate confirm')
const askers = wordSet('who what when where whether how why which if more , .')
/** "Would not comment", "would not say who": what is kept back; "would let him know": put off. */
export const isKeptBack = ({ cue, reading }: Claim): boolean => {
  const verb = lemmaAt(reading, cue.verb)
  const next = wordAt(reading, cue.verb + 1)
  if (verb === 'let') return wordAt(reading, cue.verb + 2) === 'know'
  return silences.has(verb) || (cue.polarity === '-' && withheld.has(verb) && askers.has(next))
}
