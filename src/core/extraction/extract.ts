import type { ExtractedCandidate } from '../candidate.ts'
import { isWeak, oriented, phraseRange } from '../lexicon/range.ts'
import { fromMicro, type Polarity, type ProbabilityRange } from '../probability.ts'
import type { Day } from '../time.ts'
import { type Claim, waitsFor } from './claims/claim.ts'
import { gradeOf } from './claims/grade.ts'
import { antecedentDenied, boundsAbove, flipped } from './claims/polarity.ts'
import { standingOf } from './claims/self-contained.ts'
import { spanOf } from './claims/span.ts'
import { strengthOf } from './claims/strength.ts'
import { chainOf } from './clauses/chain.ts'
import { clauseAt } from './clauses/clause.ts'
import { conditionOf } from './conditions/condition.ts'
import { conditionKindOf } from './conditions/condition-openers.ts'
import type { Cue } from './cues/cue.ts'
import { cuesOf } from './cues/cues.ts'
import { mergeCues } from './cues/merge.ts'
import { refusal } from './gates/gates.ts'
import { pageOf } from './page-of.ts'
import { questionBefore, sentenceBefore } from './sentences/sentence-before.ts'
import type { Tagger } from './sentences/token.ts'
import { windowInSentence } from './time/claim-window.ts'
import { type DatedEvents, datedEvents } from './time/dated-events.ts'
import { quotationAt } from './voice/quotation.ts'
import { speechTags } from './voice/speech-tags.ts'
import { type Page, voiceOf } from './voice/voice.ts'

/** The version of these rules; it travels with every candidate list. */
export const EXTRACTOR_VERSION = '2026.4'

/**
 * The predictions in a text, in its order: one candidate a claim, with the exact words, whose they are, how likely they say
 * it is, by when, and on what condition. Offsets are UTF-16 units of `text`. Pure: same text, day and tagger, same answer.
 */
export const extract = (text: string, options: { publishedOn: Day }, tagger: Tagger): ExtractedCandidate[] =>
  predictionsOf(pageOf(text, tagger), options.publishedOn)

/** The predictions of a page that has been read. */
export const predictionsOf = (page: Page, publishedOn: Day): ExtractedCandidate[] => {
  const predictions = claimsIn(page)
    .filter((claim) => refusal(claim) === null)
    .map(placed)
  const events = datedEvents(page.readings, page.text, publishedOn)
  return withoutRepeats(page.text, predictions).map((claim) => candidateOf(page, claim, events, publishedOn))
}

/** Every passage with words of likelihood, as `extract` would read it, before any gate decides whether it is a prediction. */
export const possiblePassages = (text: string, options: { publishedOn: Day }, tagger: Tagger): ExtractedCandidate[] => {
  const page = pageOf(text, tagger)
  const events = datedEvents(page.readings, text, options.publishedOn)
  return claimsIn(page).map((claim) => candidateOf(page, placed(claim), events, options.publishedOn))
}

const claimsIn = (page: Page): Claim[] => page.readings.flatMap((_, i) => claimsOf(page, i))

/** No sentence of prose foretells more; heaps of hedges would otherwise cost the square of their number. */
const MAX_CLAIMS = 24

/** The claims of one sentence; the sentence before tells whether it answers a question. */
const claimsOf = (page: Page, index: number): Claim[] => {
  const reading = page.readings[index]
  if (!reading) return []
  const cues = mergeCues(reading, cuesOf(reading, page.readings[index - 1])).slice(0, MAX_CLAIMS)
  const tags = cues.length > 0 ? speechTags(page, reading) : []
  return cues.map((found) => {
    const clause = clauseAt(reading.tokens, reading.asides, found.at)
    const cue = antecedentDenied(reading, clause) || boundsAbove(reading, clause) ? flipped(found) : found
    const offset = reading.tokens[cue.at]?.start ?? 0
    const quoted = quotationAt(page.quotations, offset) !== null
    const carried = page.carried.get(index) ?? null
    return { reading, cue, clause, chain: chainOf(reading, clause), quoted, tags, carried }
  })
}

/** A claim with the words to quote: tokens `from` to `to`, `text.slice(start, end)`. */
type PlacedClaim = Claim & { from: number; to: number; start: number; end: number }

const placed = (claim: Claim): PlacedClaim => {
  const { reading, cue, clause } = claim
  const { from, to } = spanOf(reading, cue, clause)
  const start = reading.tokens[from]?.start ?? reading.start
  const end = reading.tokens[to - 1]?.end ?? reading.end
  return { ...claim, from, to, start, end }
}

const MIN_REPEATED = 5
/** The words of a quote without their signs: a pull quote repeats them with other marks and breaks. */
const wording = (quote: string): string | null => {
  const words = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length < MIN_REPEATED ? null : words.join(' ')
}

/**
 * In the order of the text, one claim a quote: of two in one place the first, of two with the same words the one outside
 * quotation marks, else the first.
 */
const withoutRepeats = (text: string, claims: readonly PlacedClaim[]): PlacedClaim[] => {
  const sorted = [...claims].sort((a, b) => a.start - b.start || b.end - a.end)
  const single = sorted.filter(({ start, end }, i) => sorted[i - 1]?.start !== start || sorted[i - 1]?.end !== end)
  const kept = new Map<string, PlacedClaim>()
  for (const claim of single) {
    const key = wording(text.slice(claim.start, claim.end)) ?? `at ${claim.start}`
    const before = kept.get(key)
    if (!before || (before.quoted && !claim.quoted)) kept.set(key, claim)
  }
  const chosen = new Set(kept.values())
  return single.filter((claim) => chosen.has(claim))
}

const candidateOf = (page: Page, claim: PlacedClaim, events: DatedEvents, publishedOn: Day): ExtractedCandidate => {
  const { reading, cue, from, to, start, end } = claim
  const { tokens } = reading
  const quote = page.text.slice(start, end)
  const waits = waitsFor(claim)
  const polarity = polarityOf(cue, waits)
  const before = sentenceBefore(page.readings, reading)
  const condition = conditionOf(claim, before, page.text)
  const around = {
    before,
    asked: questionBefore(page.readings, reading),
    events,
  }
  const voice = voiceOf(page, claim)
  const grade = gradeOf(claim, from, to, condition, page.text)
  const strength = strengthOf(claim, from, to) ?? cue
  return {
    quote,
    start,
    end,
    ...voice,
    phrase: strength.phrase,
    hedge:
      cue.hedged || cue.modal !== 'will' || strength !== cue
        ? page.text.slice(tokens[strength.from]?.start ?? 0, tokens[strength.to - 1]?.end ?? 0)
        : '',
    polarity,
    weakHedge: !strength.phrase.startsWith('micro:') && isWeak(strength.phrase),
    probability: probabilityOf(strength.phrase, polarity),
    window: windowInSentence(claim, { text: page.text, from, to, condition, waits }, around, publishedOn),
    ...standingOf(page, claim, { from, to }, before, voice.claimant),
    condition,
    conditionKind: conditionKindOf(condition),
    orientation: polarity === '-' ? 'opposite' : 'as-worded',
    ...grade,
  }
}

/**
 * The one place that orients a claim. `-`: the words deny the event ("will not win"), or put it off until something else
 * ("will only stop when"). A claim that something goes on ("the war will continue") is kept as worded, `+`; whether its
 * positive event is rather the end of that state is for the reviewer who makes it a question.
 */
const polarityOf = (cue: Cue, waits: boolean): Polarity => (waits ? '-' : cue.polarity)

const probabilityOf = (phrase: Cue['phrase'], polarity: Polarity): ProbabilityRange => {
  if (!phrase.startsWith('micro:')) return oriented(phraseRange(phrase), polarity)
  const p = fromMicro(Number(phrase.slice('micro:'.length)))
  return oriented({ low: p, mid: p, high: p }, polarity)
}
