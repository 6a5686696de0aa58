import type { Span } from './pieces.ts'

/** So many candidates are drawn at once, and so much text, in UTF-16 code units. */
export const MOST_DRAWN = 400
export const LONGEST_DRAWN = 60_000

/** The places from `from` to `to`, that not included, of a list that are drawn around one of them. */
export const placesAround = (length: number, at: number): { from: number; to: number } => {
  const from = Math.max(0, Math.min(at - MOST_DRAWN / 2, length - MOST_DRAWN))
  return { from, to: Math.min(length, from + MOST_DRAWN) }
}

/** Part of a text with the passages in it, by offsets into the part, and the nearest passages before and after it. */
export type Excerpt = {
  text: string
  spans: Span[]
  /** Whether the text begins before the part, and goes on after it. */
  cutBefore: boolean
  cutAfter: boolean
  earlier: string | null
  later: string | null
}

/** Words longer than this are cut. */
const WORD = 200
const LOW_SURROGATE = /[\uDC00-\uDFFF]/
const BLANK = /\s/

/** The beginning of the word at an offset, which is no later than that. */
const wordFrom = (text: string, at: number): number => {
  const before = text.slice(Math.max(0, at - WORD), at)
  const blank = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'))
  if (at === 0 || at - WORD <= 0) return 0
  return blank >= 0 ? at - before.length + blank + 1 : at - (LOW_SURROGATE.test(text[at] ?? '') ? 1 : 0)
}

/** The end of the word at an offset, which is no earlier than that. */
const wordTo = (text: string, at: number): number => {
  const blank = text.slice(at, at + WORD).search(BLANK)
  if (at + WORD >= text.length) return text.length
  if (BLANK.test(text[at - 1] ?? '')) return at
  return blank >= 0 ? at + blank : at + (LOW_SURROGATE.test(text[at] ?? '') ? 1 : 0)
}

/**
 * What is drawn of a text around one of its passages: all of it where it is short and has few passages, else as much as may be drawn,
 * cut between words. `spans` are in the order of the text; without a current one it is drawn from its beginning.
 */
export const excerptOf = (text: string, spans: readonly Span[], current: string | null): Excerpt => {
  const at = Math.max(
    0,
    spans.findIndex(({ id }) => id === current),
  )
  const { from, to } = placesAround(spans.length, at)
  const middle = current === null ? 0 : (spans[at]?.start ?? 0)
  const lowest = from === 0 ? 0 : (spans[from]?.start ?? 0)
  const highest = to === spans.length ? text.length : Math.max(spans[to]?.start ?? 0, spans[at]?.end ?? 0)
  const start = Math.max(lowest, Math.min(middle - LONGEST_DRAWN / 2, highest - LONGEST_DRAWN))
  const [low, high] = [wordFrom(text, start), wordTo(text, Math.min(highest, start + LONGEST_DRAWN))]
  const inside = spans.slice(from, to).filter((span) => span.start < high && span.end > low)
  return {
    text: text.slice(low, high),
    spans: inside.map(({ id, start, end }) => ({
      id,
      start: Math.max(start, low) - low,
      end: Math.min(end, high) - low,
    })),
    cutBefore: low > 0,
    cutAfter: high < text.length,
    earlier: spans.findLast(({ end }) => end <= low)?.id ?? null,
    later: spans.find(({ start }) => start >= high)?.id ?? null,
  }
}
