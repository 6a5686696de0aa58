import type { GoldPrediction, MeasuredCandidate } from './gold.ts'

/** Half-open, in UTF-16 code units. */
export type Span = readonly [start: number, end: number]

/** Every place where a quote stands in a text. */
export const spansOf = (text: string, quote: string): Span[] => {
  const spans: Span[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) spans.push([at, at + quote.length])
  return spans
}

const overlap = ([a, b]: Span, [c, d]: Span): number => Math.max(0, Math.min(b, d) - Math.max(a, c))

/** Whether two spans share at least half of the shorter one. */
export const covers = (one: Span, other: Span): boolean =>
  overlap(one, other) >= 0.5 * Math.min(one[1] - one[0], other[1] - other[0])

const boundary = /[.!?]["”’)]*\s+(?=\S)|\n\s*\n/g

/** Length of the sentence or sentences that hold a span: out to the nearest full stop or blank line on each side. */
const sentenceLength = (text: string, [start, end]: Span): number => {
  let from = 0
  for (const { index } of text.slice(0, start).matchAll(boundary)) from = index
  const after = text.slice(end - 1).search(/[.!?]["”’)]*(?:\s|$)|\n\s*\n/)
  return (after < 0 ? text.length : end + after) - from
}

export type Labelled = { gold: GoldPrediction; spans: readonly Span[] }
export type Match = { candidate: MeasuredCandidate; gold: GoldPrediction }

const spanOf = ({ start, end }: MeasuredCandidate): Span => [start, end]

/** Whether a candidate may stand for a label: it covers the words and is not much longer than their sentence. */
const couldFind = (text: string, candidate: MeasuredCandidate, { spans }: Labelled): boolean =>
  spans.some(
    (span) =>
      covers(spanOf(candidate), span) && candidate.end - candidate.start <= 1.25 * sentenceLength(text, span) + 40,
  )

/** Overlap as a share of the longer one, at the best place. */
const likeness = (candidate: MeasuredCandidate, { spans }: Labelled): number =>
  Math.max(
    ...spans.map(
      (span) => overlap(spanOf(candidate), span) / Math.max(candidate.end - candidate.start, span[1] - span[0]),
    ),
  )

export const isExact = (text: string, { start, end, quote }: MeasuredCandidate): boolean =>
  text.slice(start, end) === quote

/** Candidates that could find some label, and the one-to-one matching of both, largest overlap first (core wins ties). */
export const matchLabels = (
  text: string,
  candidates: readonly MeasuredCandidate[],
  labels: readonly Labelled[],
): { good: ReadonlySet<MeasuredCandidate>; matches: Match[] } => {
  const pairs = candidates.flatMap((candidate) =>
    labels
      .filter((label) => couldFind(text, candidate, label))
      .map((label) => ({
        candidate,
        gold: label.gold,
        rank: likeness(candidate, label) + (label.gold.strength === 'core' ? 0.001 : 0),
      })),
  )
  const used = new Set<MeasuredCandidate | GoldPrediction>()
  const matches: Match[] = []
  for (const { candidate, gold } of pairs.toSorted((a, b) => b.rank - a.rank)) {
    if (used.has(candidate) || used.has(gold)) continue
    used.add(candidate).add(gold)
    matches.push({ candidate, gold })
  }
  return { good: new Set(pairs.map(({ candidate }) => candidate)), matches }
}
