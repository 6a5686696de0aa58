import { percent, percentRange, plural, score, span } from './plain.ts'

type Ends = { low: number; high: number }

/** A mean Brier score beside what others scored on the same questions; `name` as it stands in a sentence. */
export type Reference = { name: string; brier: number }

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/**
 * Accuracy for an editor: the mean penalty with its interval, always beside the same questions' references. Two decimals
 * below 1,000 statements, then three. `interval` is null below two families and then left out.
 *
 * `accuracySentence({ brier: .17, interval: { low: .15, high: .19 }, n: 187, references: [{ name: 'the crowd', brier: .15 }] })`
 * `= 'Average penalty 0.17 (0.15–0.19) over 187 statements. On the same questions, saying 50–50 every time would score 0.25
 * and the crowd 0.15.'`
 */
export const accuracySentence = ({
  brier,
  interval,
  n,
  references,
}: {
  brier: number
  interval: Ends | null
  n: number
  references: readonly Reference[]
}): string => {
  const write = (value: number): string => score(value, n)
  const ends = interval === null ? '' : ` ${span(interval, write)}`
  const others = references.map((reference) => `${reference.name} ${write(reference.brier)}`)
  const same = listed([`saying 50–50 every time would score ${write(0.25)}`, ...others])
  return `Average penalty ${write(brier)}${ends} over ${plural(n, 'statement')}. On the same questions, ${same}.`
}

/**
 * How sure the statements were of the side they leaned to, against how often that side came true; the same whichever way a
 * question is worded. `claimed` .5 to 1, `right` 0 to 1, `interval` that of `right`.
 *
 * `leanSentence({ claimed: .81, right: .7, interval: { low: .64, high: .76 } }) = 'When these statements leaned one way they
 * claimed 81 % on average and were right 70 % of the time (64–76 %), 11 points less.'` The difference is that of the figures as written.
 */
export const leanSentence = ({
  claimed,
  right,
  interval,
}: {
  claimed: number
  right: number
  interval: Ends | null
}): string => {
  const off = Math.round(right * 100) - Math.round(claimed * 100)
  const ends = interval === null ? '' : ` (${percentRange(interval)})`
  const compared = off === 0 ? 'as claimed' : `${plural(Math.abs(off), 'point')} ${off < 0 ? 'less' : 'more'}`
  return `When these statements leaned one way they claimed ${percent(claimed)} on average and were right ${percent(right)} of the time${ends}, ${compared}.`
}

/**
 * Discrimination from the AUC, 0 to 1, with its interval; which way it points is said only when the interval leaves out 50 %, or where
 * every pair falls the same way.
 *
 * `discriminationSentence({ auc: .78, interval: { low: .7, high: .85 } }) = 'Things that were called likelier did happen more
 * often: a random hit got a higher number than a random miss 78 % of the time (70–85 %).'`
 */
export const discriminationSentence = ({ auc, interval }: { auc: number; interval: Ends | null }): string => {
  const ends = interval === null ? '' : ` (${percentRange(interval)})`
  const figure = `a random hit got a higher number than a random miss ${percent(auc)} of the time${ends}`
  // Where every pair falls the same way nothing varies that an interval could be made of; that much is seen without one.
  if (auc === 1) return `All that happened had been called likelier than all that did not: ${figure}.`
  if (auc === 0) return `All that happened had been called less likely than all that did not: ${figure}.`
  if (interval !== null && interval.low > 0.5)
    return `Things that were called likelier did happen more often: ${figure}.`
  if (interval !== null && interval.high < 0.5)
    return `Things that were called likelier happened less often: ${figure}.`
  return `Whether things that were called likelier happened more often cannot be told: ${figure}, where 50 % is chance.`
}

/**
 * The penalty as one bar: miscalibration − insight + difficulty of the questions. `byLuck` is the miscalibration that a
 * perfectly calibrated forecaster would show on these statements, never left out.
 *
 * `oneBarSentence({ brier: .17, mcb: .02, dsc: .09, unc: .24, byLuck: .016, n: 187 }) = 'The penalty of 0.17 is 0.24 for the
 * difficulty of the questions, less 0.09 for insight, plus 0.02 for miscalibration, where luck alone makes about 0.02.'`
 */
export const oneBarSentence = ({
  brier,
  mcb,
  dsc,
  unc,
  byLuck,
  n,
}: {
  brier: number
  mcb: number
  dsc: number
  unc: number
  byLuck: number
  n: number
}): string => {
  const write = (value: number): string => score(value, n)
  return `The penalty of ${write(brier)} is ${write(unc)} for the difficulty of the questions, less ${write(dsc)} for insight, plus ${write(mcb)} for miscalibration, where luck alone makes about ${write(byLuck)}.`
}

/**
 * What stands in the place of calibration when all outcomes are alike, which no slope or AUC can be drawn from. `chance` is that of
 * this result under the stated probabilities, 0 to 1.
 *
 * `oneClassSentence({ n: 12, cameTrue: true, chance: .28 }) = 'Every one of these 12 events happened; calibration cannot be told
 * from easy questions here, and at the stated probabilities this had a chance of 28 %.'`
 */
export const oneClassSentence = ({ n, cameTrue, chance }: { n: number; cameTrue: boolean; chance: number }): string => {
  const these = n === 1 ? 'The one event' : `Every one of these ${n} events`
  const fell = cameTrue ? 'happened' : 'failed to happen'
  return `${these} ${fell}; calibration cannot be told from easy questions here, and at the stated probabilities this had a chance of ${percent(chance)}.`
}

/**
 * What is due and not settled, and where that could still move the average penalty and the share of right leans; a figure
 * that is not shown is left out.
 *
 * `openSentence({ open: 3, n: 40, brier: { lowest: .12, highest: .21 }, right: null }) = '3 more statements are due and not
 * settled: the average penalty will end between 0.12 and 0.21.'`
 */
export const openSentence = ({
  open,
  n,
  brier,
  right,
}: {
  open: number
  n: number
  brier: { lowest: number; highest: number } | null
  right: { lowest: number; highest: number } | null
}): string => {
  const about = `${plural(open, 'more statement')} ${open === 1 ? 'is' : 'are'} due and not settled`
  const between = (range: { lowest: number; highest: number }, write: (end: number) => string): string =>
    `between ${write(range.lowest)} and ${write(range.highest)}`
  const ends = [
    ...(brier ? [`the average penalty will end ${between(brier, (end) => score(end, n + open))}`] : []),
    ...(right ? [`the share of right leans ${brier ? '' : 'will end '}${between(right, percent)}`] : []),
  ]
  return ends.length === 0 ? `${about}.` : `${about}: ${listed(ends)}.`
}

/** A phrase of an author's own lexicon as a sentence needs it; `standards` are the bands of published yardsticks. */
export type SpokenPhrase = {
  phrase: string
  n: number
  hits: number
  interval: Ends
  lexiconMean: number
  standards: readonly { name: string; low: number; high: number }[]
}

/**
 * One row of the own lexicon for an editor; needs no translation of words into numbers.
 *
 * `phraseSentence({ phrase: 'likely', n: 37, hits: 22, interval: { low: .43, high: .74 }, lexiconMean: .7, standards:
 * [{ name: 'ICD 203', low: .55, high: .8 }] }) = 'Of 37 things called "likely", 22 happened (59 %; 43–74 %). Readers hear 70 %;
 * ICD 203 means 55–80 %.'`
 */
export const phraseSentence = ({ phrase, n, hits, interval, lexiconMean, standards }: SpokenPhrase): string => {
  const happened = `${percent(hits / n)}; ${percentRange(interval)}`
  const means = standards.map((standard) => `; ${standard.name} means ${percentRange(standard)}`)
  return `Of ${plural(n, 'thing')} called "${phrase}", ${hits} happened (${happened}). Readers hear ${percent(lexiconMean)}${means.join('')}.`
}
