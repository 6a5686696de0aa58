import { tally } from '../tally.ts'
import { codedOf } from './coded-verdict.ts'
import type { Entrant, JudgedItem } from './entrant.ts'
import { askedOf, enteredMonths, isCanonical } from './entrant.ts'
import type { JudgedBoard, JudgedRow } from './judged-board.ts'
import { type JudgedParts, judgedParts } from './judged-parts.ts'
import { shown } from './minimum.ts'
import { type Missing, missingShown } from './missing.ts'
import type { Readings } from './reading-words.ts'
import type { TimedItem } from './recalibrated.ts'
import { type Crowd, othersOn } from './references.ts'
import { report } from './report.ts'
import { type ReportBootstrap, reportBootstrap, undrawn } from './report-bootstrap.ts'
import { type ReportSentences, reportCaption, reportSentences } from './report-sentences.ts'
import { standingOf } from './standing.ts'
import { unshrunk } from './unshrunk.ts'
import { type PublicReport, withhold } from './withhold.ts'

/** How many times each thing is drawn by lot. */
export type Drawn = {
  seed: string
  bootstrap: number
  chance: number
  power: number
  worlds: number
  capped: boolean
}

export type JudgedReport = Omit<PublicReport, 'withheld'> &
  JudgedParts & {
    entered: boolean
    months: string[]
    void: number
    canonicalOrientation: boolean
    bootstrap: ReportBootstrap
    verdict: JudgedRow['verdict']
    board: Pick<
      JudgedRow,
      | 'rank'
      | 'rankInterval'
      | 'topTen'
      | 'tiedWith'
      | 'provisional'
      | 'difference'
      | 'saidBefore'
      | 'shrunk'
      | 'notRanked'
      | 'adjusted'
      | 'notAdjusted'
    >
    sentences: ReportSentences
    caption: string | null
    drawn: Drawn
    withheld: { field: string; rule: string }[]
    /** Nulls that are withheld by no rule, and why they are. */
    missing: Missing[]
  }

/** The same without the seed. */
export type Draws = Omit<Drawn, 'seed'>

/** What a board of so many items is drawn by: 2,000 times, and above `MANY` items so much less often. */
const MANY = 20_000
const USUAL = { bootstrap: 2000, chance: 1000, worlds: 400 } as const
const FEWEST = 100

/**
 * How many draws a board of `items` scored forecasts takes for its reports, so that the time they take stays bounded: the usual
 * 2,000 for a bootstrap, 1,000 for what luck gives and for power, 400 worlds of words up to 20,000 items; beyond in
 * proportion less, never fewer than 100. `drawsFor(40_000, seed).bootstrap = 1000`
 */
export const drawsFor = (items: number, seed: string): Drawn => {
  const share = Math.min(1, MANY / items)
  const scaled = (usual: number): number => Math.max(FEWEST, Math.round(usual * share))
  const chance = scaled(USUAL.chance)
  return {
    seed,
    bootstrap: scaled(USUAL.bootstrap),
    chance,
    power: chance,
    worlds: scaled(USUAL.worlds),
    capped: share < 1,
  }
}

export type ReportContext = {
  board: JudgedBoard
  /** Everybody's forecasts on the questions of the board. */
  crowd: Crowd
  recorded: readonly string[]
  readings: Readings
  drawn: Drawn
  /** What is drawn within a robustness check or a world: fewer, since it is done again for each. */
  drawsEach: number
}

const DRAWS_EACH = 200
export const drawnEach = ({ chance }: Draws): number => Math.min(DRAWS_EACH, chance)

const END_OF_MONTH = ({ dueMonth }: JudgedItem): number =>
  Date.UTC(Number(dueMonth.slice(0, 4)), Number(dueMonth.slice(5, 7)), 1)

/**
 * For as stated beside recalibrated, an outcome counts as known from the end of the month that it was due in, as on every board,
 * and where it was settled later, from then on: nothing is learnt from what nobody had settled.
 */
const timedOf = (items: readonly JudgedItem[]): TimedItem[] =>
  items.map((item) => ({ ...item, settled: Math.max(item.settled ?? 0, END_OF_MONTH(item)) }))

const NO_PARTS: JudgedParts = { references: [], recalibrated: null, words: null, robustness: null }

const placeOf = (row: JudgedRow): JudgedReport['board'] => {
  const { rank, rankInterval, topTen, tiedWith, provisional, difference, saidBefore, shrunk, notRanked } = row
  const { adjusted, notAdjusted } = row
  const place = { rank, rankInterval, topTen, tiedWith, provisional, difference, saidBefore, shrunk, notRanked }
  return { ...place, adjusted, notAdjusted }
}

/** Made from each settled item, so none of these can be bounded while questions are open outside entered cohorts. */
const FROM_ITEMS = ['references', 'recalibrated', 'words', 'robustness'] as const

/** Without bounds of their own: while questions are open outside entered cohorts they would pass for final. */
const UNBOUNDED = ['bootstrap', 'sentences', 'caption'] as const

/** What waits, while questions are open outside entered cohorts, since it has no bounds of its own. */
export const whyUnbounded = (waits: boolean): JudgedReport['withheld'] =>
  (waits ? UNBOUNDED : []).map((field) => ({
    field,
    rule: 'waits until the questions that are due are settled: only the sentence of the bounds is said',
  }))

const IN_NUMBERS: Missing = { field: 'words', reason: 'everything was said in numbers' }
const UNLEARNT: Missing = {
  field: 'recalibrated',
  reason: 'nothing was settled before any of these was said, so that nothing was learnt from it',
}

/** The rule of one field for another that goes with it. */
const ruleOf = (withheld: JudgedReport['withheld'], field: string, other: string): JudgedReport['withheld'] =>
  withheld.filter((one) => one.field === field).map(({ rule }) => ({ field: other, rule }))

const UNDRAWN = { brier: null, leaning: null, slope: null, auc: null }

/** Why what is made from each settled item is not shown. */
export const whyUnsaid = ({ brier, families, unsettled }: PublicReport, entered: boolean): JudgedReport['withheld'] => {
  const visible = shown(families).references
  const waits = 'waits until the questions that are due are settled: it has no bounds'
  if (brier !== null && visible.shown && (entered || unsettled === 0)) return []
  return FROM_ITEMS.map((field) => ({ field, rule: visible.shown ? waits : visible.rule }))
}

/** What the others said on average of what an item was asked, turned to the item's own version. */
const othersIn =
  (crowd: Crowd) =>
  (item: JudgedItem): number | undefined => {
    const said = othersOn(crowd, askedOf(item))
    return said === undefined || !item.turned ? said : 1 - said
  }

/**
 * All that is kept of one author with a board: the report as the public sees it, its intervals by bootstrap, the verdict with its
 * evidence, references on the same questions, as stated beside recalibrated, what hangs on the meaning of words, the
 * robustness box, the place on the board, and the sentences that say it. What the table of minimum families withholds of
 * mean Brier it withholds of everything made from it. The same for the same seed, whatever the order of items. JSON.
 */
export const judgedReport = (entrant: Entrant, row: JudgedRow, context: ReportContext): JudgedReport => {
  const { board, crowd, recorded, readings, drawn } = context
  const { items, unsettled, entered } = entrant
  const counted = tally(items)
  const standing = standingOf(entrant)
  const { families, open } = tally(standing.items, standing.waiting)
  const evidence = { families, open, since: standing.since, later: standing.later }
  const seed = `${drawn.seed} ${entrant.id}`
  const full = report(
    { counts: counted.counts, families: counted.families, unsettled, evidence },
    { seed, draws: drawn.chance },
  )
  const { withheld, ...figures } = withhold(full, { entered })
  const figured: PublicReport = { ...figures, withheld }
  const unsaid = whyUnsaid(figured, entered)
  const isShown = unsaid.length === 0
  const waits = !entered && figures.unsettled > 0
  const parts = isShown
    ? judgedParts(entrant, {
        timed: timedOf(items),
        coded: codedOf(row, entrant, standing, { rows: board.rows, seed: drawn.seed, draws: context.drawsEach }),
        readings,
        seed,
        worlds: drawn.worlds,
        against: board.against,
        recorded,
        others: othersIn(crowd),
      })
    : NO_PARTS
  const missing = missingShown(full, figured)
  const bootstrap = reportBootstrap(counted.families, waits ? { ...figured, ...UNDRAWN } : figured, {
    seed,
    draws: drawn.bootstrap,
  })
  const without = undrawn(bootstrap, { withheld, missing })
  return {
    ...figures,
    entered,
    months: enteredMonths(board.cohort),
    void: entrant.void,
    canonicalOrientation: isCanonical(items),
    bootstrap,
    verdict: row.verdict,
    ...parts,
    board: placeOf(row),
    sentences: reportSentences(figured, items, { references: parts.references, readings, waits }),
    caption: waits ? null : reportCaption(figured),
    drawn,
    missing: [
      ...missing,
      ...without.missing,
      ...(isShown && parts.words === null ? [IN_NUMBERS] : []),
      ...(isShown && parts.recalibrated === null ? [UNLEARNT] : []),
    ],
    withheld: [
      ...withheld,
      ...without.withheld,
      ...(waits ? [] : ruleOf(withheld, 'curve', 'caption')),
      ...unsaid,
      ...whyUnbounded(waits),
      ...row.withheld.filter(({ field }) => field === 'verdict'),
      ...unshrunk(row).map(({ field, rule }) => ({ field: `board.${field}`, rule })),
    ],
  }
}
