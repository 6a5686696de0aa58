import type { Candidate } from '../../core/commentary.ts'

/** Why a candidate is mostly rejected; the digit that names one is its place. */
export const REJECTIONS = [
  'it tells of the past or the present',
  'a wish, a plan or advice, not a forecast',
  'too vague: nobody could tell whether it came true',
  'not the view of whoever it is ascribed to: irony, a thought experiment, somebody else’s words',
  'the same is said elsewhere in this text, and that passage counts',
  'the passage was read wrongly: it does not say this',
] as const

/** What is written as the reason of an acceptance unless the reviewer writes another. */
export const acceptance = ({ attribution }: Candidate): string =>
  ({
    own: 'a forecast in the voice of its author',
    quoted: 'a forecast of the person who is quoted',
    reported: 'a forecast that the text reports of others',
  })[attribution]
