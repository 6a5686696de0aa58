import type { ClaimKind, ExtractedCandidate, Window } from '../../candidate.ts'
import type { ModelRefusal } from '../../extraction-run.ts'
import type { Day } from '../../time.ts'
import { likeness, overlap, type Stretch } from '../claims/stretch.ts'
import { conditionKindOf } from '../conditions/condition-openers.ts'
import { type NormalText, placesOf } from '../page/normal-text.ts'
import { windowOfClaim } from '../time/window.ts'
import type { Chunk } from './chunks.ts'
import type { ModelFinding, ModelFindings } from './model-answer.ts'
import { conditionPointedAt, reasonOf, voiceIn, windowPointedAt } from './model-parts.ts'
import { paragraphAt, paragraphsOf, placeQuotes } from './model-places.ts'
import { type Likelihood, likelihoodIn } from './model-words.ts'

/** A text as answers about it are read: with `normal`, its spelling for comparison. */
export type AnswerText = { text: string; normal: NormalText; publishedOn: Day }

/** What an answer comes to: the candidates that stand, and why the rest of what was said was not taken. */
export type AnswerRead = { candidates: ExtractedCandidate[]; refused: ModelRefusal[] }

/** More findings than this in one chunk are no reading. */
const MAX_FINDINGS = 100

/**
 * The candidates of an answer in mode `model`. Each quote is looked up in the paragraphs that were sent; how likely its
 * words say it is comes from the passage of ours that it points at (`passages`: every passage with words of likelihood),
 * else from the lexicon; by when, from our window rules. What cannot be verified is refused, never mended.
 */
export const readFindings = (
  { predictions }: ModelFindings,
  about: AnswerText & { chunk: Chunk; passages: readonly ExtractedCandidate[] },
): AnswerRead => {
  const findings = predictions.slice(0, MAX_FINDINGS)
  const refused: ModelRefusal[] = predictions.slice(MAX_FINDINGS).map(() => 'too-many')
  const paragraphs = paragraphsOf(about.text, about.chunk)
  const places = placeQuotes(
    findings.map(({ quote }) => quote),
    paragraphs,
  )
  const candidates = findings.flatMap((finding, i) => {
    const place = places[i] ?? 'quote-not-in-text'
    if (typeof place === 'string') refused.push(place)
    const read = typeof place === 'string' ? null : readFinding(finding, place, paragraphAt(paragraphs, place), about)
    if (read) refused.push(...read.refused)
    return read?.candidates ?? []
  })
  return { candidates, refused }
}

const readFinding = (
  finding: ModelFinding,
  { start, end }: Stretch,
  paragraph: NormalText,
  { text, normal, publishedOn, passages }: AnswerText & { passages: readonly ExtractedCandidate[] },
): AnswerRead => {
  const refused: ModelRefusal[] = []
  const note = <T>({ value, refused: why }: { value: T | null; refused: ModelRefusal | null }): T | null => {
    if (why) refused.push(why)
    return value
  }
  const quote = text.slice(start, end)
  const hedge = hedgeIn(finding.hedge, text, paragraph)
  if (hedge === null) refused.push('hedge-not-in-text')
  const passage = passageAt(passages, { start, end }, hedge)
  const likelihood: Likelihood | null = passage ?? likelihoodIn(quote, hedge ?? '', finding.denied)
  if (!likelihood) return { candidates: [], refused: [...refused, 'no-words-of-likelihood'] }
  const voice = note(voiceIn(finding, passage, text, normal))
  if (!voice) return { candidates: [], refused }
  const { phrase, polarity, weakHedge, probability } = likelihood
  const condition =
    (finding.condition ? note(conditionPointedAt(finding.condition, text, paragraph)) : null) ??
    passage?.condition ??
    null
  const window = finding.windowWords ? note(windowPointedAt(finding.windowWords, text, paragraph, publishedOn)) : null
  const grade = gradeOf(finding, passage)
  const candidate: ExtractedCandidate = {
    ...{ quote, start, end, ...voice },
    ...{ phrase, hedge: likelihood.hedge, polarity, weakHedge, probability },
    window: window ?? windowRead(quote, condition, passage?.window ?? null, publishedOn),
    claim: passage && passage.start === start && passage.end === end ? passage.claim : quote,
    context: passage?.context ?? null,
    condition,
    conditionKind: conditionKindOf(condition),
    orientation: polarity === '-' ? 'opposite' : 'as-worded',
    kind: grade.kind,
    verifiability: finding.verifiability,
    scorable: grade.scorable,
    reasons: [
      ...grade.reasons,
      ...(finding.denied !== (polarity === '-') ? ['the model reads the opposite orientation'] : []),
      ...reasonOf(finding),
    ],
  }
  return { candidates: [candidate], refused }
}

/**
 * The window where a model points at no words of time: that of the passage of ours, which a quote trimmed of them ("the
 * port may close" of "the port may close by March") cannot take away, else what the rules read in the quote.
 */
const windowRead = (quote: string, condition: string | null, ours: Window | null, publishedOn: Day): Window => {
  if (ours && ours.text !== '' && ours.source !== 'default') return ours
  const waits = ours?.end === null && ours.text === ''
  const read = windowOfClaim(quote, condition, waits, publishedOn)
  return ours && read.text === '' ? ours : read
}

const isUnreal = (kind: ClaimKind): boolean => kind === 'counterfactual' || kind === 'normative'

/**
 * The kind of a finding and whether it can be scored. Where the rules read a passage, they say whether it is about what
 * will happen: a model that calls "the port will close by March" normative is told to the reviewer and takes away no
 * score, one that calls a norm an event gives none. Where they read nothing, the model's word stands, marked as its own.
 */
const gradeOf = (
  { kind }: ModelFinding,
  passage: ExtractedCandidate | null,
): Pick<ExtractedCandidate, 'kind' | 'scorable' | 'reasons'> => {
  const unreal = isUnreal(kind)
  if (!passage) {
    return { kind, scorable: !unreal, reasons: unreal ? [`model: ${kind}, not about what will happen`] : [] }
  }
  const differs = unreal !== isUnreal(passage.kind)
  return {
    kind: differs ? passage.kind : kind,
    scorable: passage.scorable,
    reasons: [
      ...(passage.scorable ? [] : passage.reasons),
      ...(differs && unreal ? [`the model reads it as ${kind}`] : []),
    ],
  }
}

/** The words of likelihood as the paragraph writes them, '' for none, null when they do not stand in it. */
const hedgeIn = (words: string, text: string, paragraph: NormalText): string | null => {
  if (words.trim() === '') return ''
  const [place] = placesOf(words, paragraph)
  return place ? text.slice(place.start, place.end) : null
}

const wordsIn = (words: string): string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The passage of ours that a quote means: it holds at least half of it, if need be the one with the words of likelihood. */
const passageAt = (
  passages: readonly ExtractedCandidate[],
  place: Stretch,
  hedge: string | null,
): ExtractedCandidate | null => {
  const pointed = new Set(wordsIn(hedge ?? ''))
  const score = (passage: ExtractedCandidate): number =>
    (wordsIn(passage.hedge || 'will').some((word) => pointed.has(word)) ? 1 : 0) + likeness(passage, place)
  return passages
    .filter((passage) => overlap(passage, place) >= 0.5)
    .reduce<ExtractedCandidate | null>((best, each) => (best && score(best) >= score(each) ? best : each), null)
}
