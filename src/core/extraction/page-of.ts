import type { Reading } from './cues/cue.ts'
import { readPage } from './page/read-page.ts'
import { turnsOf, withTurns } from './page/transcript.ts'
import { asidesOf } from './sentences/asides.ts'
import { readSentences } from './sentences/sentences.ts'
import { type Sentence, type Tagger, wordsOf } from './sentences/token.ts'
import { carriedSpeech } from './voice/carried-speech.ts'
import { quotationsOf } from './voice/quotation.ts'
import { speakersOf } from './voice/quoted-speaker.ts'
import type { Page } from './voice/voice.ts'
import { peopleOf } from './voice/who-is-who.ts'

/** A text as every phase after reads it: its sentences, who is who in it, and who speaks its quotations and turns. */
export const pageOf = (text: string, tagger: Tagger): Page => {
  const blocks = readPage(text)
  const readings = readSentences(text, blocks, tagger).map(readingOf)
  const people = peopleOf(text, readings)
  const turns = turnsOf(text, blocks, people)
  const quotations = withTurns(quotationsOf(text, blocks), turns)
  const cast = { text, people }
  const speakers = speakersOf(cast, readings, quotations, turns)
  return { ...cast, readings, quotations, speakers, carried: carriedSpeech(cast, readings) }
}

const readingOf = ({ tokens, start, end, block }: Sentence): Reading => ({
  tokens,
  words: wordsOf(tokens),
  asides: asidesOf(tokens),
  start,
  end,
  block,
})
