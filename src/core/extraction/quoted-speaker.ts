import { clauseAt } from './clause.ts'
import type { Reading } from './cue.ts'
import type { Quotation } from './quotation.ts'
import { type Speaker, speakerIn } from './speaker.ts'
import { speechVerbs } from './words.ts'

/** Quotation → who speaks it, when the text around says so. */
export type Speakers = ReadonlyMap<Quotation, Speaker>

/**
 * Who speaks each quotation: the subject of the verb of saying after it, else of the one before it, else whoever spoke the
 * quotation before it in the same paragraph. One pass over sentences and quotations, both in the order of the text.
 */
export const speakersOf = (text: string, readings: readonly Reading[], quotations: readonly Quotation[]): Speakers => {
  const speakers = new Map<Quotation, Speaker>()
  let previous: Quotation | null = null
  let r = 0
  for (const quotation of quotations) {
    while (r < readings.length && (readings[r]?.end ?? 0) < quotation.start) r++
    const opening = readings[r]
    const closing = readings.slice(r, r + MAX_SENTENCES).find((reading) => reading.end >= quotation.end)
    const inherited = previous?.block === quotation.block ? speakers.get(previous) : undefined
    const speaker =
      (closing && speakerAfter(text, closing, quotation)) ??
      (opening && speakerBefore(text, opening, quotation.start)) ??
      inherited
    if (speaker) speakers.set(quotation, speaker)
    previous = quotation
  }
  return speakers
}

/** A quotation of more sentences than this is looked at from its opening alone. */
const MAX_SENTENCES = 20

const isSaying = ({ tokens }: Reading, k: number): boolean =>
  tokens[k]?.tag === 'VERB' && speechVerbs.has(tokens[k]?.lemma ?? '')

/** `"…," Jane Doe, an economist, told reporters` and `"…," said Jane Doe`. */
const speakerAfter = (text: string, reading: Reading, { end, block }: Quotation): Speaker | null => {
  const { tokens, words } = reading
  if (reading.block !== block) return null
  const first = tokens.findIndex((token) => token.start >= end)
  if (first < 0) return null
  for (let k = first; k < Math.min(tokens.length, first + 45); k++) {
    if (!isSaying(reading, k)) continue
    const before = speakerIn(tokens, first, k, text)
    if (before) return before
    let to = k + 1
    while (to < tokens.length && ![',', '.', '"', ':'].includes(words[to] ?? '')) to++
    return speakerIn(tokens, k + 1, to, text)
  }
  return null
}

/** `Jane Doe said: "…"`. */
const speakerBefore = (text: string, reading: Reading, start: number): Speaker | null => {
  const { tokens, asides } = reading
  for (let k = tokens.length - 1; k > 0; k--) {
    if ((tokens[k]?.start ?? 0) >= start || !isSaying(reading, k)) continue
    const speaker = speakerIn(tokens, clauseAt(tokens, asides, k).core, k, text)
    if (speaker) return speaker
  }
  return null
}
