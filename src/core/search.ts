import { z } from 'zod'
import { nameKey } from './author.ts'
import { firstCharacters, PUBLIC_QUOTE_CAP } from './commentary.ts'

export const searchKinds = ['question', 'prediction', 'author'] as const
export type SearchKind = (typeof searchKinds)[number]

export const TextRange = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .meta({ id: 'TextRange', description: 'of a text, [start, end) in UTF-16 code units' })
export type TextRange = z.infer<typeof TextRange>

export const snippetFields = ['wording', 'criteria', 'quote', 'name'] as const

/** Where what was searched for stands. */
export const Snippet = z
  .object({
    field: z.enum(snippetFields),
    text: z.string().meta({ description: 'the text, or of a long one at most 300 characters around the first match' }),
    highlights: z.array(TextRange).meta({ description: 'what matched, in order; of `text`, not of the whole field' }),
  })
  .meta({ id: 'Snippet' })
export type Snippet = z.infer<typeof Snippet>

/** Marks that no text holds once it is `markable`, each one UTF-16 code unit. */
export const MARKS = { open: '\uE000', close: '\uE001' } as const

/** A text in which marks can be set and found: what could be taken for one, or for a tag, becomes a space of the same length. */
export const markable = (text: string): string => text.replace(/[\uE000\uE001<]/g, ' ')

/**
 * The ranges that a marked copy of a markable text holds, in UTF-16 code units of the text; none where the copy is of another
 * text. `rangesIn('The \uE000ban\uE001 ends', 'The ban ends')` → `[{ start: 4, end: 7 }]`.
 */
export const rangesIn = (marked: string, text: string): TextRange[] => {
  const ranges: TextRange[] = []
  let plain = ''
  let open = 0
  for (const part of marked.split(/([\uE000\uE001])/)) {
    if (part === MARKS.open) open = plain.length
    else if (part === MARKS.close) ranges.push({ start: open, end: plain.length })
    else plain += part
  }
  return plain === markable(text) ? ranges : []
}

/** How much stands before the first match of a long text, in code units. */
const LEAD = 60

/** A text with its ranges, cut to at most 300 characters around the first of them; never inside one, seldom inside a word. */
export const excerpt = (text: string, ranges: readonly TextRange[]): Pick<Snippet, 'text' | 'highlights'> => {
  const before = [...text].slice(0, -PUBLIC_QUOTE_CAP).join('').length
  if (before === 0) return { text, highlights: [...ranges] }
  const wanted = Math.max(0, Math.min((ranges[0]?.start ?? 0) - LEAD, before))
  const space = wanted === 0 ? -1 : text.indexOf(' ', wanted)
  const from = space >= 0 && space <= wanted + LEAD / 2 ? space + 1 : wanted
  const start = from > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(from)) ? from + 1 : from
  const cut = firstCharacters(text.slice(start), PUBLIC_QUOTE_CAP)
  const highlights = ranges
    .map((range) => ({ start: range.start - start, end: range.end - start }))
    .filter((range) => range.start >= 0 && range.end <= cut.length)
  return { text: cut, highlights }
}

const withoutAccents = (word: string): string => nameKey(word.normalize('NFKD').replace(/\p{M}/gu, ''))

/** The words of a name that is looked for, each of which may be the beginning of one. */
export const namePrefixes = (asked: string): string[] =>
  [...nameKey(asked).matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => word)

/** The words of a name that begin as one of these does, accents or not: `rangesOfPrefixes('José Ortiz', ['jos'])`. */
export const rangesOfPrefixes = (name: string, prefixes: readonly string[]): TextRange[] => {
  const wanted = prefixes.map(withoutAccents)
  return [...name.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) =>
    wanted.some((prefix) => withoutAccents(word).startsWith(prefix))
      ? [{ start: index, end: index + word.length }]
      : [],
  )
}
