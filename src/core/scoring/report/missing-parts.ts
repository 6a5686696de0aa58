import type { UnderYardstick } from '../words/under-yardsticks.ts'
import { type Missing, missingFigures, nullsOf } from './missing.ts'
import type { Report } from './report.ts'

/** What the reasons hang on, besides the report. */
type Parts = { words: { yardsticks: readonly UnderYardstick[] } | null }

const NOTHING = 'no settled forecasts'
const ONE_FAMILY = 'an interval needs two families'
const WAITS = 'questions are open: only the sentence of the bounds is said, for others would pass for final'
const NONE_LEFT = 'this check leaves no forecast'
const UNSEEN = 'no outcome was overturned'

const withinVerdict = (field: string, figures: readonly Missing[]): string => {
  if (field === 'since') return UNSEEN
  const path = field === 'slope' ? 'slope' : 'gap.interval'
  return figures.find((one) => one.field === path)?.reason ?? 'the first forecasts of families alone do not give it'
}

const FIGURE_OF: Readonly<Record<string, string>> = { overconfidence: 'leaning' }

const withinBootstrap = (figure: string, figures: readonly Missing[]): string =>
  figures.find(({ field }) => field === (FIGURE_OF[figure] ?? figure))?.reason ??
  'drawing families anew needs two of them'

const withinReferences = (path: string): string =>
  path.endsWith('.skill') ? 'no skill can be told against a reference that was never wrong' : ONE_FAMILY

const withinWords = (path: string, { words }: Parts): string => {
  const under = words?.yardsticks[Number(path.split('.')[1])]
  if (path.startsWith('yardsticks') && under)
    return under.covered > 0
      ? `the standard sets another band within that of ${under.openBands.join(', ')}`
      : 'the standard has words for none of these statements'
  return path === 'nested' ? 'drawing families anew needs two of them' : NOTHING
}

const withinRobustness = (path: string): string => {
  if (path.endsWith('.by')) return 'this check goes by no lexicon'
  return path.endsWith('.interval') ? ONE_FAMILY : NONE_LEFT
}

const withinSentences = (name: string, { unsettled, hits, n }: Report): string => {
  if (name === 'bounds') return 'nothing is open'
  if (unsettled > 0) return WAITS
  if (name === 'oneClass' && hits > 0 && hits < n) return 'outcomes are not all alike'
  return 'the figures it tells of are missing'
}

const WHOLE: Readonly<Record<string, string>> = {
  verdict: NOTHING,
  robustness: NOTHING,
  recalibrated:
    'needs of every scored forecast the day that it was said on and that from which its outcome was known, and one settled before another was said',
  words: 'nothing that is scored was said in words that a lexicon reads',
}

const reasonOf = (path: string, full: Report, parts: Parts): string => {
  const [part = '', ...within] = path.split('.')
  const [first = ''] = within
  if (part === 'sentences') return withinSentences(first, full)
  if (part === 'caption') return full.unsettled > 0 ? WAITS : NOTHING
  if (full.n === 0) return NOTHING
  if (within.length === 0) return WHOLE[part] ?? NOTHING
  if (part === 'verdict') return withinVerdict(within.at(-1) ?? '', missingFigures(full))
  if (part === 'bootstrap') return withinBootstrap(first, missingFigures(full))
  if (part === 'references') return withinReferences(path)
  if (part === 'words') return withinWords(within.join('.'), parts)
  return part === 'robustness' ? withinRobustness(path) : ONE_FAMILY
}

/**
 * Every null of what is judged beside the figures of a report, by its path (`verdict.evidence.slope`, `recalibrated`), and why. Of
 * forecasts without days `{ field: 'recalibrated', reason: 'needs of every scored forecast the day …' }`.
 */
export const missingParts = <Of extends Parts>(parts: Of, full: Report): Missing[] =>
  nullsOf(parts, []).map((field) => ({ field, reason: reasonOf(field, full, parts) }))
