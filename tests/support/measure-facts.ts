import type { ReportedFact } from '../../src/core/reported-fact.ts'
import { type Day, daysBetween } from '../../src/core/time.ts'

/** A dated fact of a text, labelled by hand. `borderline`: careful readers differ, and it counts neither way. */
export type FactLabel = {
  doc: string
  quote: string
  earliest: Day | null
  latest: Day
  occurred: boolean
  strength: 'core' | 'borderline'
}

/** Counts of one text or of several: labels, those found with a date, those with the right days; dated facts listed, the right ones. */
export type FactCounts = { labels: number; found: number; days: number; listed: number; right: number }
export const noFacts: FactCounts = { labels: 0, found: 0, days: 0, listed: 0, right: 0 }

export const sumOf = (a: FactCounts, b: FactCounts): FactCounts => ({
  labels: a.labels + b.labels,
  found: a.found + b.found,
  days: a.days + b.days,
  listed: a.listed + b.listed,
  right: a.right + b.right,
})

type Span = { start: number; end: number }
/** The share of the shorter of two spans that the other covers. */
const share = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / Math.min(a.end - a.start, b.end - b.start)

/** A bound may be off by a tenth of its distance from publication: "a decade ago" has no exact days. */
const nearly = (a: Day | null, b: Day | null, publishedOn: Day): boolean =>
  a === null || b === null ? a === b : Math.abs(daysBetween(a, b)) <= Math.abs(daysBetween(b, publishedOn)) / 10

/** Holds the dated facts of a text against its labels: they meet where one covers half of the other, each once, the most first. */
export const measureFacts = (
  text: string,
  publishedOn: Day,
  facts: readonly ReportedFact[],
  labels: readonly FactLabel[],
): FactCounts => {
  const dated = facts.filter(({ dateSource }) => dateSource !== 'undated')
  const spans = labels.map((label) => {
    const start = text.indexOf(label.quote)
    return { label, start, end: start + label.quote.length }
  })
  const pairs = dated
    .flatMap((fact) => spans.map((span) => ({ fact, span, met: share(fact, span) })))
    .filter(({ met }) => met >= 0.5)
    .sort((a, b) => b.met - a.met)
  const byLabel = new Map<(typeof spans)[number], ReportedFact>()
  const taken = new Set<ReportedFact>()
  for (const { fact, span } of pairs) {
    if (taken.has(fact) || byLabel.has(span)) continue
    taken.add(fact)
    byLabel.set(span, fact)
  }
  const core = spans.filter(({ label }) => label.strength === 'core')
  const found = core.flatMap((span) => (byLabel.has(span) ? [{ label: span.label, fact: byLabel.get(span) }] : []))
  const unlabelled = dated.filter((fact) => !pairs.some((pair) => pair.fact === fact)).length
  return {
    labels: core.length,
    found: found.length,
    days: found.filter(
      ({ label, fact }) =>
        fact?.occurred === label.occurred &&
        nearly(fact.earliest, label.earliest, publishedOn) &&
        nearly(fact.latest, label.latest, publishedOn),
    ).length,
    listed: found.length + unlabelled,
    right: found.length,
  }
}
