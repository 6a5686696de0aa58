import { diagramCaption } from './caption.ts'
import type { Report } from './report.ts'
import {
  accuracySentence,
  discriminationSentence,
  leanSentence,
  oneBarSentence,
  oneClassSentence,
  openSentence,
  type Reference,
} from './sentences.ts'
import type { PublicBounds, Standing } from './withhold.ts'

/** A report in sentences for an editor; null where its figures are not there. */
export type Told = {
  accuracy: string | null
  leaning: string | null
  discrimination: string | null
  oneBar: string | null
  /** Of the reliability diagram. */
  caption: string
}

const captionOf = ({ curve, n, families, unsettled: open = 0 }: Tellable): string => {
  const bands = new Map(curve?.bands.consistency.resampled.map((point) => [point.p, point]))
  const points = (curve?.points ?? []).map(({ p, n: said, recalibrated }) => {
    const { low = 0, high = 1 } = bands.get(p) ?? {}
    return { p, n: said, recalibrated, low, high }
  })
  return diagramCaption({ points, n, families, open })
}

/** The figures that sentences are made from; a withheld one is null, and so is its sentence. */
export type Tellable = {
  [Name in 'brier' | 'leaning' | 'auc' | 'decomposition' | 'curve']: Report[Name] | null
} & Pick<Report, 'n' | 'families'> &
  Partial<Pick<Report, 'unsettled'>>

/**
 * What a report says in plain sentences; null where the figure is. `references`: what others scored on **all** of the same questions.
 * Example: of ten forecasts at .7, seven true: accuracy "Average penalty 0.21 (…) over 10 statements. On the same questions, saying
 * 50–50 every time would score 0.25."
 */
export const told = (full: Tellable, references: readonly Reference[] = []): Told => {
  const { brier, leaning, auc, decomposition, n } = full
  return {
    accuracy: brier && accuracySentence({ brier: brier.mean, interval: brier.interval, n, references }),
    leaning:
      leaning &&
      leanSentence({ claimed: leaning.claimed.value, right: leaning.right.value, interval: leaning.right.interval }),
    discrimination: auc && discriminationSentence(auc),
    oneBar:
      brier &&
      decomposition &&
      oneBarSentence({ ...decomposition, brier: brier.mean, byLuck: decomposition.chance.mean, n }),
    caption: captionOf(full),
  }
}

/** One sentence, and the measure that it is about. */
export type Sentence = { about: string; sentence: string }

/** What the sentences of a whole report are made from. */
export type WhollyTellable = Tellable & { [Name in 'familyHitTest' | 'hits']: Report[Name] | null } & {
  bounds: Pick<PublicBounds, 'brier' | 'right'> | null
} & Pick<Report, 'unsettled'>

const NOTHING_DUE = 'Nothing is due and settled yet.'

const oneClassOf = ({ familyHitTest: test, hits, n }: WhollyTellable): string | null => {
  if (!test || hits === null || (hits > 0 && hits < n)) return null
  const cameTrue = hits > 0
  return oneClassSentence({ n, cameTrue, chance: cameTrue ? test.atLeast : test.atMost })
}

/**
 * A report as an editor reads it: one sentence a figure that is shown, in the order in which a page shows them: accuracy, claimed
 * confidence, the diagram, discrimination, the parts of the penalty; last what is still open. `about` is the id of the measure.
 * `entered`: the questions are those of cohorts that have entered; while others are open, only the sentence of the bounds is said,
 * for the others would pass for final. Of no statement at all: that nothing is due and settled yet.
 */
export const tell = (
  report: WhollyTellable,
  references: readonly Reference[] = [],
  { entered }: Standing = { entered: false },
): Sentence[] => {
  const waits = !entered && report.unsettled > 0
  const { accuracy, leaning, discrimination, oneBar, caption } = told(report, references)
  const { unsettled: open, n, bounds, brier } = report
  const said: [about: string, sentence: string | null][] = [
    ['brier', accuracy],
    ['overconfidence', leaning],
    ['curve', report.curve && caption],
    ['familyHitTest', oneClassOf(report)],
    ['auc', discrimination],
    ['mcb', oneBar],
    [
      'bounds',
      open === 0
        ? null
        : openSentence({
            open,
            n,
            brier: brier ? (bounds?.brier ?? null) : null,
            right: report.leaning ? (bounds?.right ?? null) : null,
          }),
    ],
  ]
  const sentences = said.flatMap(([about, sentence]) =>
    sentence === null || (waits && about !== 'bounds') ? [] : [{ about, sentence }],
  )
  return n === 0 && sentences.length === 0 ? [{ about: 'n', sentence: NOTHING_DUE }] : sentences
}
