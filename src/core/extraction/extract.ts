import type { ExtractedCandidate } from '../candidate.ts'
import { isWeak, oriented, phraseRange } from '../lexicon/range.ts'
import { fromMicro, type Polarity, type ProbabilityRange } from '../probability.ts'
import type { Day } from '../time.ts'
import { attitudeCues, frameCues } from './attitude-cues.ts'
import { chainOf } from './chain.ts'
import { type Claim, waitsFor } from './claim.ts'
import { asidesOf, clauseAt } from './clause.ts'
import { conditionOf } from './condition.ts'
import type { Cue, Reading } from './cue.ts'
import { estimateCues } from './estimate-cues.ts'
import { expectationCues, figureCues } from './expectation-cues.ts'
import { fullNamesOf } from './full-names.ts'
import { refusal } from './gates.ts'
import { gradeOf } from './grade.ts'
import { mergeCues } from './merge.ts'
import { modalCues } from './modal-cues.ts'
import { chanceCues, levelCues, outcomeCues } from './noun-cues.ts'
import { distanceCues, predicateCues } from './predicate-cues.ts'
import { quotationAt, quotationsOf } from './quotation.ts'
import { speakersOf } from './quoted-speaker.ts'
import { readPage } from './read-page.ts'
import { readSentences } from './sentences.ts'
import { spanOf } from './span.ts'
import { type Sentence, type Tagger, wordsOf } from './token.ts'
import { type Page, voiceOf } from './voice.ts'
import { windowOfClaim } from './window.ts'

/** The version of these rules; it travels with every candidate list. */
export const EXTRACTOR_VERSION = '2026.3'

/**
 * The predictions in a text, in its order: one candidate a claim, with the exact words, whose they are, how likely they say
 * it is, by when, and on what condition. Offsets are UTF-16 units of `text`. Pure: same text, day and tagger, same answer.
 */
export const extract = (text: string, options: { publishedOn: Day }, tagger: Tagger): ExtractedCandidate[] => {
  const { page, claims } = claimsIn(text, tagger)
  const candidates = claims
    .filter((claim) => refusal(claim) === null)
    .map((claim) => candidateOf(page, claim, options.publishedOn))
  return withoutRepeats(candidates)
}

/** Every passage with words of likelihood, as `extract` would read it, before any gate decides whether it is a prediction. */
export const possiblePassages = (text: string, options: { publishedOn: Day }, tagger: Tagger): ExtractedCandidate[] => {
  const { page, claims } = claimsIn(text, tagger)
  return claims.map((claim) => candidateOf(page, claim, options.publishedOn))
}

const claimsIn = (text: string, tagger: Tagger): { page: Page; claims: Claim[] } => {
  const blocks = readPage(text)
  const readings = readSentences(text, blocks, tagger).map(readingOf)
  const quotations = quotationsOf(text, blocks)
  const page: Page = {
    text,
    readings,
    quotations,
    speakers: speakersOf(text, readings, quotations),
    fullNames: fullNamesOf(text, readings),
  }
  return { page, claims: readings.flatMap((reading) => claimsOf(page, reading)) }
}

const readingOf = ({ tokens, start, end, block }: Sentence): Reading => ({
  tokens,
  words: wordsOf(tokens),
  asides: asidesOf(tokens),
  start,
  end,
  block,
})

/** Every place that may foretell: modals, predicates, nouns of likelihood, frames, attitudes. */
const cuesOf = (reading: Reading): Cue[] =>
  [
    modalCues,
    predicateCues,
    distanceCues,
    estimateCues,
    chanceCues,
    levelCues,
    outcomeCues,
    frameCues,
    attitudeCues,
    expectationCues,
    figureCues,
  ].flatMap((find) => find(reading))

const claimsOf = (page: Page, reading: Reading): Claim[] =>
  mergeCues(reading, cuesOf(reading)).map((cue) => {
    const clause = clauseAt(reading.tokens, reading.asides, cue.at)
    const offset = reading.tokens[cue.at]?.start ?? 0
    const quoted = quotationAt(page.quotations, offset) !== null
    return { reading, cue, clause, chain: chainOf(reading, clause), quoted }
  })

const candidateOf = (page: Page, claim: Claim, publishedOn: Day): ExtractedCandidate => {
  const { reading, cue, clause, chain } = claim
  const { tokens } = reading
  const { from, to } = spanOf(reading, cue, clause)
  const start = tokens[from]?.start ?? reading.start
  const end = tokens[to - 1]?.end ?? reading.end
  const quote = page.text.slice(start, end)
  const waits = waitsFor(claim)
  const polarity = polarityOf(cue, waits)
  const condition = conditionOf(reading, from, to, waits, page.text)
  const grade = gradeOf(reading, cue, from, to)
  return {
    quote,
    start,
    end,
    ...voiceOf(page, reading, cue, chain),
    phrase: cue.phrase,
    hedge:
      cue.hedged || cue.modal !== 'will'
        ? page.text.slice(tokens[cue.from]?.start ?? 0, tokens[cue.to - 1]?.end ?? 0)
        : '',
    polarity,
    weakHedge: !cue.phrase.startsWith('micro:') && isWeak(cue.phrase),
    probability: probabilityOf(cue, polarity),
    window: windowOfClaim(quote, condition, waits, publishedOn),
    condition,
    orientation: polarity === '-' ? 'opposite' : 'as-worded',
    kind: grade.kind,
    verifiability: grade.verifiability,
    scorable: true,
    reasons: grade.reasons,
  }
}

/**
 * The one place that orients a claim. `-`: the words deny the event ("will not win"), or put it off until something else
 * ("will only stop when"). A claim that something goes on ("the war will continue") is kept as worded, `+`; whether its
 * positive event is rather the end of that state is for the reviewer who makes it a question.
 */
const polarityOf = (cue: Cue, waits: boolean): Polarity => (waits ? '-' : cue.polarity)

const probabilityOf = (cue: Cue, polarity: Polarity): ProbabilityRange => {
  if (!cue.phrase.startsWith('micro:')) return oriented(phraseRange(cue.phrase), polarity)
  const p = fromMicro(Number(cue.phrase.slice('micro:'.length)))
  return oriented({ low: p, mid: p, high: p }, polarity)
}

/** One candidate a claim: of two that quote nearly the same words, the first. */
const withoutRepeats = (candidates: readonly ExtractedCandidate[]): ExtractedCandidate[] => {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter((candidate, i) => {
    const before = sorted[i - 1]
    return !(before && before.start === candidate.start && before.end === candidate.end)
  })
}
