import { phrases } from '../core/lexicon/phrases.ts'
import { isPhraseId } from '../core/lexicon/range.ts'
import type { Form } from '../core/prediction.ts'
import { fromMicro } from '../core/probability.ts'
import type { Question, Timing } from '../core/question.ts'
import type { Voice } from '../core/slice.ts'
import type { ReferenceId } from '../queries/report/stored-report.ts'
import { percent } from './format.ts'

export const timingTitles: Readonly<Record<Timing, string>> = {
  prospective: 'Prospective',
  retrospective: 'Retrospective',
}
export const timingMeanings: Readonly<Record<Timing, string>> = {
  prospective: 'What counts was written down before the window ended and before any matching event was reported.',
  retrospective: 'What counts was written down only afterwards, so whoever wrote it could have known the outcome.',
}
export const voiceTitles: Readonly<Record<Voice, string>> = { own: 'own voice', quoted: 'quoted speakers' }
/** The reference forecasters of a board. */
export const referenceNames: Readonly<Record<ReferenceId, string>> = {
  half: 'Always 50\u00a0%',
  'base-rate': 'Recorded base rate',
  market: 'Market',
  crowd: 'Recorded crowd',
  'status-quo': 'Status quo',
  others: 'Mean of the authors',
  'in-sample-base-rate': 'Base rate of these questions',
}
export const otherTiming = (timing: Timing): Timing => (timing === 'prospective' ? 'retrospective' : 'prospective')

/** A form as a reader knows it: `phrase:likely:-` → “likely”, of the opposite; `micro:700000` → 70 %. */
export type FormWords = { kind: 'words' | 'number' | 'shares'; said: string; of: string }

export const formWords = (form: Form): FormWords => {
  const [kind, value = '', polarity] = form.split(':')
  if (kind === 'options') return { kind: 'shares', said: 'a share for each option', of: 'the options' }
  if (kind === 'micro') return { kind: 'number', said: percent(fromMicro(Number(value))), of: 'the event' }
  const said = `“${value.replaceAll('-', ' ')}”`
  return { kind: 'words', said, of: polarity === '-' ? 'its opposite (−)' : 'the event (+)' }
}

/** Whether the lexicon's value of a form is a judgement of its makers, not a survey's. */
export const isJudged = (form: Form): boolean => {
  const phrase = form.split(':')[1] ?? ''
  return isPhraseId(phrase) && phrases[phrase].source === 'judgement'
}

type Oriented = Pick<Question, 'version' | 'outcome' | 'status' | 'voidReason'>

/**
 * The positive event, said of what is told of: it happens, or it does not. Never "comes true": of the words "unlikely to
 * resign", a reader would take that to be said of the doubt.
 */
export const positiveEvent = ({ version }: Oriented): string =>
  version.orientation === 'as-worded' ? 'it happens' : 'it does not happen'

/** Where a question stands, in words about what its wording tells of. */
export const standingWords = (question: Oriented): string => {
  const { status, outcome, voidReason, version } = question
  if (status === 'void') return `void: ${voidReason ?? 'no reason given'}`
  if (status === 'due') return 'due and not settled'
  if (status === 'open') return 'still open'
  if (outcome?.startsWith('opt_')) return 'one of its options came'
  return (outcome === 'yes') === (version.orientation === 'as-worded') ? 'happened' : 'did not happen'
}

/** The path of a question's page, of a commentary's. */
export const questionHref = (id: string): string => `/questions/${id}`
export const commentaryHref = (id: string): string => `/commentaries/${id}`

/** An address that may stand in a link: whatever is no http address stays text. */
export const httpHref = (url: string | null): string | null => (url !== null && /^https?:\/\//i.test(url) ? url : null)

/** The path of an author's page; a slug may hold any letter. */
export const authorHref = (slug: string): string => `/authors/${encodeURIComponent(slug)}`

/** The JSON of an author's report; with an ending, its curve as a file. */
export const calibrationHref = (
  slug: string,
  timing: Timing,
  voice: Voice,
  ending: '' | '.svg' | '.csv' = '',
): string => `/v1/authors/${encodeURIComponent(slug)}/calibration${ending}?timing=${timing}&voice=${voice}`
