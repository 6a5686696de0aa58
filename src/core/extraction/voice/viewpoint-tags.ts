import type { Reading } from '../cues/cue.ts'
import { isTool } from '../cues/instruments.ts'
import { phraseAt, phrasesOf } from '../sentences/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import type { SpeechTag } from './colon-tags.ts'
import { ownerOf } from './sayings.ts'
import { type Cast, isSayer, speakerIn } from './speaker.ts'
import { isBound, viewScope } from './tag-scope.ts'

/** Tags that say from whose point of view: "in Roe's view", "on the bank's numbers", "to hear the dealers tell it". */

const viewNouns = wordSet(`view views opinion judgment judgement eyes estimation reading telling account words mind
  reckoning calculation calculations assessment analysis numbers figures forecasts projections sums maths phrase estimate arithmetic book
  projection forecast lights count admission`)
const contrary = wordSet('contrary due owing thanks close compared relative next')
const viewOpeners = wordSet('in to on by at from')

/** "In Roe's view", "to her mind", "in the words of Roe": whose view it is. */
export const viewAt = (cast: Cast, reading: Reading, i: number): SpeechTag | null => {
  const { words, tokens } = reading
  if (!viewOpeners.has(words[i] ?? '') || contrary.has(words[i - 1] ?? '')) return null
  for (let noun = i + 1; noun < Math.min(words.length, i + 9); noun++) {
    const view = viewNouns.has(words[noun] ?? '') || isTool(words[noun] ?? '')
    if (!view && ['VERB', 'AUX', 'PUNCT', 'ADP'].includes(tokens[noun]?.tag ?? '') && words[noun] !== "'") return null
    if (!view) continue
    // "In numbers by the end of the decade": nobody's.
    if (noun === i + 1 && ['numbers', 'figures'].includes(words[noun] ?? '')) return null
    const speaker = ownerOf(cast, reading, noun, noun + 1)
    const sums = ['arithmetic', 'reckoning', 'calculation', 'calculations', 'maths'].includes(words[noun] ?? '')
    const whole = words[noun + 1] !== 'of' || (words[i + 1] === 'the' && (sums || !isTool(words[noun] ?? '')))
    return speaker && whole ? { speaker, act: 'speech', at: i, past: false, ...viewScope(reading, i) } : null
  }
  return null
}

const hearings = phrasesOf('to hear|to go by|going by|if you ask|if you believe|to believe|if we believe')
/** "To hear Goldman's people tell it", "if you ask the dealers", "to go by the vets": whoever can hold a view. */
export const hearingAt = (cast: Cast, reading: Reading, i: number): SpeechTag | null => {
  const { tokens, words } = reading
  const form = phraseAt(hearings, words, i)
  if (!form || !(i === 0 || isBound(reading, i - 1))) return null
  const from = i + form.length
  let to = from
  while (
    to < tokens.length &&
    !isBound(reading, to) &&
    !['VERB', 'AUX'].includes(tokens[to]?.tag ?? '') &&
    words[to] !== 'who'
  )
    to++
  const speaker = speakerIn(cast, tokens, from, to)
  if (!speaker || !isSayer(cast, speaker, tokens)) return null
  return { speaker, act: 'speech', at: i, past: false, ...viewScope(reading, i) }
}
