import type { ReviewCandidate } from '../../actions/predicting/review-candidate.ts'
import { orient } from '../../core/candidate-corrections.ts'
import type { Candidate, Commentary } from '../../core/commentary.ts'
import { isPhraseId } from '../../core/lexicon/range.ts'
import type { Day } from '../../core/time.ts'
import { REJECTIONS } from './reasons.ts'

/** What was typed into a form, by field. */
export type Typed = Readonly<Record<string, string>>

/** A form sends line breaks as CR LF, whatever was shown in it. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** What a field holds, where that is something else than was shown in it. */
export const changedFrom = (given: string | undefined, shown: string): string | undefined => {
  if (given === undefined) return undefined
  const text = plain(given)
  return text === plain(shown) ? undefined : text
}

/** What is in a field that may stay empty. */
export const filledIn = (given: string | undefined): string | undefined => {
  const text = plain(given ?? '')
  return text === '' ? undefined : text
}

type Oriented = Pick<Candidate, 'orientation' | 'polarity'>

/** Where the event that is counted is turned round, what the words say of it is too. */
const turned = ({ orientation, said }: Typed, shown: Oriented) => {
  const changed = changedFrom(orientation, shown.orientation)
  const opposite = shown.polarity === '+' ? '-' : '+'
  return { orientation: changed, polarity: filledIn(said) ?? (changed ? opposite : undefined) }
}

const placed = ({ place = '', question }: Typed) => {
  if (place === 'new') return { newQuestion: true }
  if (place === 'other') return { questionId: plain(question ?? '') }
  return { questionId: filledIn(place) }
}

/** What the fields of a reading hold when the form is shown. */
export const shownOf = ({ phrase, window, attribution, directness, claimant }: Candidate) => ({
  phrase: isPhraseId(phrase) ? phrase : '',
  percent: phrase.startsWith('micro:') ? String(Number(phrase.slice('micro:'.length)) / 10_000) : '',
  from: window?.start ?? '',
  until: window?.end ?? '',
  attribution: attribution as string,
  directness: directness as string,
  claimant: claimant ?? '',
})

/** A share as somebody writes percents, `12,5` and `12.5 %` too; what is no number is left to the schema. */
const shareIn = (percent: string | undefined): number | undefined =>
  percent === undefined || percent === '' ? undefined : Number(percent.replace('%', '').replace(',', '.')) / 100

/** What was read otherwise: only what is no longer as it was shown. A window that had no start begins with the publication. */
const reread = (typed: Typed, candidate: Candidate, publishedOn: Day) => {
  const shown = shownOf(candidate)
  const changed = (field: keyof typeof shown) => changedFrom(typed[field], shown[field])
  const isMoved = changed('from') !== undefined || changed('until') !== undefined
  const window = { start: filledIn(typed['from']) ?? publishedOn, end: plain(typed['until'] ?? '') }
  return {
    phrase: changed('phrase') || undefined,
    probability: shareIn(changed('percent')),
    window: isMoved ? window : undefined,
    attribution: changed('attribution'),
    directness: changed('directness'),
    claimant: changed('claimant') || undefined,
  }
}

/** The review that a form of acceptance asks for, to be read by its schema; what was left as shown is left to the rule and the words. */
export const acceptanceIn = (
  typed: Typed,
  candidate: Candidate,
  { publishedOn }: Pick<Commentary, 'publishedOn'>,
): Record<string, unknown> => {
  const { claim, criteria, reason = '' } = typed
  const review = {
    decision: 'accept',
    reason: plain(reason),
    wording: changedFrom(claim, candidate.claim),
    criteria: filledIn(criteria),
    ...turned(typed, orient(candidate)),
    ...reread(typed, candidate, publishedOn),
    ...placed(typed),
  } satisfies Partial<Record<keyof ReviewCandidate, unknown>>
  return Object.fromEntries(Object.entries(review).filter(([, value]) => value !== undefined))
}

/** The second opinion that a form of acceptance asks for: what was left as shown is as it was found. */
export const opinionIn = (typed: Typed, candidate: Candidate): Record<string, unknown> => {
  const shown = shownOf(candidate)
  const opinion = {
    decision: 'accept',
    reason: plain(typed['reason'] ?? ''),
    ...turned(typed, orient(candidate)),
    phrase: changedFrom(typed['phrase'], shown.phrase) || undefined,
    probability: shareIn(changedFrom(typed['percent'], shown.percent)),
    windowEnd: changedFrom(typed['until'], shown.until) || undefined,
  }
  return Object.fromEntries(Object.entries(opinion).filter(([, value]) => value !== undefined))
}

/** The review that a form of rejection asks for: one of the standard reasons by its digit, or the one written. */
export const rejectionIn = ({ because = '', why = '' }: Typed): Record<string, unknown> => ({
  decision: 'reject',
  reason: REJECTIONS[Number(because) - 1] ?? plain(why),
})
