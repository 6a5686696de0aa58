import { groupedByFamily } from '../tally.ts'
import { FEWEST_USES, ownLexicon } from '../words/own-lexicon.ts'
import { diagramCaption } from './caption.ts'
import type { JudgedItem } from './entrant.ts'
import { type Readings, statementsOf } from './reading-words.ts'
import { type AuthorReference, HALF } from './references.ts'
import {
  accuracySentence,
  discriminationSentence,
  leanSentence,
  oneBarSentence,
  oneClassSentence,
  openSentence,
  phraseSentence,
} from './sentences.ts'
import type { PublicReport } from './withhold.ts'

/**
 * A report for an editor, a sentence a figure; null where the figure is withheld or not defined. `bounds`: what is due and not
 * settled can still change, null where nothing is.
 */
export type ReportSentences = {
  accuracy: string | null
  leaning: string | null
  discrimination: string | null
  bar: string | null
  oneClass: string | null
  bounds: string | null
  phrases: string[]
}

const names: Readonly<Record<string, string>> = {
  'base-rate': 'the base rate',
  market: 'the market',
  crowd: 'the crowd',
  'status-quo': 'the status quo',
  others: 'the mean of the other authors',
  'in-sample-base-rate': 'always saying how many came true in the end',
}

/** What stands beside every one of the statements, for only that is of the same questions. */
const besideAll = (references: readonly AuthorReference[], n: number) =>
  references
    .filter((one) => one.n === n && one.reference !== HALF)
    .map(({ reference, brier }) => ({ name: names[reference] ?? reference, brier }))

const accuracyOf = ({ brier, n }: PublicReport, references: readonly AuthorReference[]): string | null =>
  brier && accuracySentence({ brier: brier.mean, interval: brier.interval, n, references: besideAll(references, n) })

const barOf = ({ decomposition, brier, n }: PublicReport): string | null => {
  if (!decomposition || !brier) return null
  const { mcb, dsc, unc, chance } = decomposition
  return oneBarSentence({ brier: brier.mean, mcb, dsc, unc, byLuck: chance.mean, n })
}

const oneClassOf = ({ hits, n, familyHitTest: test }: PublicReport): string | null => {
  if (test === null || hits === null || (hits !== 0 && hits !== n)) return null
  return oneClassSentence({ n, cameTrue: hits === n, chance: hits === n ? test.atLeast : test.atMost })
}

const phrasesOf = (items: readonly JudgedItem[], { lexicon, yardsticks }: Readings): string[] =>
  ownLexicon(statementsOf(items).words, lexicon, {
    families: groupedByFamily(items).map((family) => statementsOf(family).words),
  })
    .filter(({ n }) => n >= FEWEST_USES)
    .map(({ phrase, n, hits, jeffreys, lexiconMean }) => {
      const standards = yardsticks.flatMap(({ id, name, terms, termOf }) => {
        const band = terms[termOf[phrase] ?? '']
        return band ? [{ name: name ?? id, ...band }] : []
      })
      return phraseSentence({ phrase, n, hits, interval: jeffreys, lexiconMean, standards })
    })

const boundsOf = ({ bounds, brier, leaning, n, unsettled: open }: PublicReport): string | null =>
  open === 0
    ? null
    : openSentence({ open, n, brier: brier && (bounds?.brier ?? null), right: leaning && (bounds?.right ?? null) })

const UNSAID = { accuracy: null, leaning: null, discrimination: null, bar: null, oneClass: null, phrases: [] }

/**
 * The sentences of a report, about the sample; a phrase of the own lexicon from `FEWEST_USES` on. `waits`: questions are open outside
 * entered cohorts, so that figures are shown by their bounds alone, and of the sentences only that of the bounds is said.
 */
export const reportSentences = (
  figures: PublicReport,
  items: readonly JudgedItem[],
  { references, readings, waits }: { references: readonly AuthorReference[]; readings: Readings; waits: boolean },
): ReportSentences => {
  if (waits) return { ...UNSAID, bounds: boundsOf(figures) }
  const { leaning, auc } = figures
  return {
    accuracy: accuracyOf(figures, references),
    leaning:
      leaning &&
      leanSentence({
        claimed: leaning.claimed.value,
        right: leaning.right.value,
        interval: leaning.right.interval,
      }),
    discrimination: auc && discriminationSentence(auc),
    bar: barOf(figures),
    oneClass: oneClassOf(figures),
    bounds: boundsOf(figures),
    phrases: figures.brier === null ? [] : phrasesOf(items, readings),
  }
}

/** The caption of the reliability diagram; null where it is withheld. */
export const reportCaption = ({ curve, n, families, unsettled: open }: PublicReport): string | null => {
  if (!curve) return null
  const bands = new Map(curve.bands.consistency.resampled.map((band) => [band.p, band]))
  const points = curve.points.flatMap(({ p, n: said, recalibrated }) => {
    const band = bands.get(p)
    return band ? [{ p, n: said, recalibrated, low: band.low, high: band.high }] : []
  })
  return diagramCaption({ points, n, families, open })
}
