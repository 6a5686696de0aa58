import { z } from 'zod'
import { MAX_CLAIM, MAX_QUOTE } from './candidate.ts'
import type { Candidate } from './commentary.ts'
import { Problem } from './problem.ts'

const offset = z.int().min(0).max(100_000_000)
const part = z.object({
  start: offset,
  end: offset,
  claim: z.string().trim().min(1).max(MAX_CLAIM).optional().meta({
    description: 'the claim to be read on its own; left out: the words of the part',
  }),
})

export const SplitCandidate = z
  .object({
    at: offset.optional().meta({ description: 'an offset into the text, inside the quote: two parts meet there' }),
    parts: z
      .array(part)
      .min(2)
      .max(20)
      .optional()
      .meta({
        description: `offsets in UTF-16 code units into its text, ${MAX_QUOTE} of them apart at most`,
      }),
    reason: z.string().trim().min(1, 'say why').max(2000),
  })
  .refine(({ at, parts }) => (at === undefined) !== (parts === undefined), {
    path: ['parts'],
    message: 'give either where it is split, or its parts',
  })
  .meta({ id: 'SplitCandidate', examples: [{ at: 120, reason: 'two claims, of which one may fail' }] })
export type SplitCandidate = z.infer<typeof SplitCandidate>

/** A span of the text, `text.slice(start, end) === quote`, and the claim in it. */
export type Part = { start: number; end: number; quote: string; claim: string }
type Split = Pick<SplitCandidate, 'at' | 'parts'>
type Whole = Pick<Candidate, 'start' | 'end'>

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

const HIGH_SURROGATE = /[\uD800-\uDBFF]/
/** Between the two halves of one character. */
const isInside = (text: string, at: number): boolean => HIGH_SURROGATE.test(text[at - 1] ?? '') && at < text.length

/** A span without the blanks at its ends. */
const trimmed = (text: string, start: number, end: number) => {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}

const spansOf = ({ start, end }: Whole, { at, parts }: Split, text: string): NonNullable<Split['parts']> => {
  if (parts) return parts
  if (at === undefined || at <= start || at >= end) {
    throw refuse('at', `it lies outside the quote, ${start} to ${end}`, 'give an offset between the two')
  }
  return [trimmed(text, start, at), trimmed(text, at, end)]
}

const mustBeSpan = (text: string, whole: Whole, { start, end }: Whole, field: string): void => {
  if (start >= end || end > text.length) {
    throw refuse(field, `${start} to ${end} is no span of the text`, `give offsets from 0 to ${text.length}`)
  }
  if (isInside(text, start) || isInside(text, end)) {
    throw refuse(field, 'it cuts a character in two', 'move the offset by one: they count UTF-16 code units')
  }
  if (end - start > MAX_QUOTE) {
    const detail = `a part of ${end - start} characters is too long`
    throw refuse(field, detail, `give parts of at most ${MAX_QUOTE} characters each`)
  }
  if (text.slice(start, end).trim() === '') throw refuse(field, 'there are no words in it', 'give a span of words')
  if (start < whole.end && whole.start < end) return
  throw refuse(field, 'it shares no words with the candidate', 'a passage elsewhere is another candidate')
}

/**
 * The parts of a candidate in the text it was found in, in the order of the text. They may share words ("rain and snow are
 * likely"), but no two are the same span. Throws `invalid-input`.
 *
 * `partsIn('It rains. It snows.', { start: 0, end: 19 }, { at: 9 })` quotes `It rains.` and `It snows.`
 */
export const partsIn = (text: string, whole: Whole, split: Split): Part[] => {
  const name = split.parts ? 'parts' : 'at'
  const spans = spansOf(whole, split, text)
  const seen = new Set<string>()
  for (const [at, span] of spans.entries()) {
    const field = split.parts ? `parts.${at}` : name
    mustBeSpan(text, whole, span, field)
    if (seen.has(`${span.start}-${span.end}`)) {
      throw refuse(field, 'two parts are the same words', 'give each part words of its own')
    }
    seen.add(`${span.start}-${span.end}`)
  }
  return [...spans]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, claim }) => {
      const quote = text.slice(start, end)
      return { start, end, quote, claim: claim ?? quote }
    })
}
