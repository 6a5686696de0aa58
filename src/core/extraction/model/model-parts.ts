import type { ExtractedCandidate, Window } from '../../candidate.ts'
import type { ModelRefusal } from '../../extraction-run.ts'
import type { Day } from '../../time.ts'
import { type NormalText, placesOf } from '../page/normal-text.ts'
import type { ModelFinding, ModelJudgement } from './model-answer.ts'
import { windowInWords } from './model-words.ts'

/** What a part of an answer comes to: a value taken, or null with the reason. */
export type Taken<T> = { value: T; refused: null } | { value: null; refused: ModelRefusal }
const taken = <T>(value: T): Taken<T> => ({ value, refused: null })
const refuse = (refused: ModelRefusal): { value: null; refused: ModelRefusal } => ({ value: null, refused })

type Pointed = ModelFinding | ModelJudgement
type Voice = Pick<ExtractedCandidate, 'attribution' | 'directness' | 'claimant' | 'claimantRole'>

/** Names and descriptions of people are shorter. */
const MAX_CLAIMANT = 160

/** Words as they stand in a text, on one line; null when they do not. */
const asWritten = (words: string, text: string, normal: NormalText): string | null => {
  const [place] = words.length <= MAX_CLAIMANT ? placesOf(words, normal) : []
  return place ? text.slice(place.start, place.end).replace(/\s+/g, ' ') : null
}

/**
 * The voice that a model hears. A holder other than the author must be named in the text; where it names none, the one
 * that our own rules read, if they read one.
 */
export const voiceIn = (
  { attribution, directness, claimant }: Pointed,
  ours: Voice | null,
  text: string,
  normal: NormalText,
): Taken<Voice> => {
  if (attribution === 'own') return taken({ attribution, directness: 'verbatim', claimant: null, claimantRole: null })
  if (claimant === null || claimant.trim() === '') {
    if (!ours || ours.claimant === null) return refuse('claimant-missing')
    return taken({ attribution, directness, claimant: ours.claimant, claimantRole: ours.claimantRole })
  }
  const written = asWritten(claimant, text, normal)
  if (written === null) return refuse('claimant-not-in-text')
  const claimantRole = ours?.claimant === written ? ours.claimantRole : null
  return taken({ attribution, directness, claimant: written, claimantRole })
}

/** The window that the words pointed at set, by the published rules; they must stand in the paragraph of the claim. */
export const windowPointedAt = (
  words: string,
  text: string,
  paragraph: NormalText,
  publishedOn: Day,
): Taken<Window> => {
  const [place] = placesOf(words, paragraph)
  if (!place) return refuse('window-not-in-text')
  const window = windowInWords(text.slice(place.start, place.end), publishedOn)
  return window ? taken(window) : refuse('window-without-time')
}

/** The condition pointed at, as the paragraph of the claim writes it. */
export const conditionPointedAt = (words: string, text: string, paragraph: NormalText): Taken<string> => {
  const [place] = placesOf(words, paragraph)
  return place ? taken(text.slice(place.start, place.end)) : refuse('condition-not-in-text')
}

const MAX_REASON = 200

/** A model's reason as one short line, marked as its own. */
export const reasonOf = ({ reason }: Pointed): string[] => {
  const line = reason.replace(/[\p{C}\s]+/gu, ' ').trim()
  if (line === '') return []
  return [
    `model: ${line.length <= MAX_REASON ? line : `${line.slice(0, MAX_REASON - 1).replace(/[\uD800-\uDBFF]$/, '')}…`}`,
  ]
}
