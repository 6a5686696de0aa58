import type { ComputedReport, ComputedScores } from '../queries/calculator/scores.ts'
import { reliabilityText } from './reliability-text.ts'
import { judgedLines, verdictLines } from './score-judged.ts'
import { type Line, linesOf } from './score-lines.ts'
import { harmless, shorten } from './terminal.ts'

const WIDTH = 100

/** Text in lines of at most `WIDTH`, each after the first further in. */
export const wrap = (text: string, indent = ''): string => {
  const lines: string[] = []
  let line = indent
  for (const word of harmless(text).split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = `${indent}  ${word}`
    } else line = line.trim() === '' ? `${indent}${word}` : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** One line of columns: what is measured, its value, its interval, what luck alone makes of it, and the public page. */
const columns = ({ measure, value, interval, luck, page }: Omit<Line, 'heading'>): string =>
  `  ${shorten(measure, 40).padEnd(40)}${value.padStart(10)}  ${interval.padEnd(20)}${luck.padEnd(18)}${page}`.trimEnd()

const HEAD = {
  measure: 'measure',
  value: 'value',
  interval: '95 % interval',
  luck: 'luck alone (95 %)',
  page: 'on a page',
}

const tableOf = (scores: ComputedReport): string[] => [
  columns(HEAD),
  ...linesOf(scores).flatMap(({ heading, ...line }) => [...(heading ? ['', `  ${heading}`] : []), columns(line)]),
]

const apart = ({ open, void: voided, restatements, weakHedges, inWords }: ComputedReport): string => {
  const parts = [
    `void: ${voided}`,
    `restatements, not scored: ${restatements}`,
    ...(open > 0 ? [`open: ${open}`] : []),
    ...(inWords > 0 ? [`in words: ${inWords}`] : []),
    ...(weakHedges > 0 ? [`weak hedges, not scored: ${weakHedges}`] : []),
  ]
  return parts.join('; ')
}

const referencesText = ({ references }: ComputedReport): string[] =>
  references.length === 0
    ? []
    : [
        '',
        '  Against references on the same questions (difference above 0: this author is better)',
        ...references.map(({ name, n, brier, ownBrier, difference: { value, interval: ends } }) => {
          const interval = ends === null ? '' : ` (${ends.low.toFixed(4)} to ${ends.high.toFixed(4)})`
          return `  ${shorten(name, 30).padEnd(30)} n ${n}, Brier ${brier.toFixed(4)} against ${ownBrier.toFixed(4)}: ${value.toFixed(4)}${interval}`
        }),
      ]

const WAITS = ' waits for '

/** Rules of what a page withholds; figures that wait for the same open questions stand in one line. */
const rulesOf = (rules: readonly string[]): string[] => {
  const waiting = rules.filter((rule) => rule.includes(WAITS))
  const named = waiting.map((rule) => rule.slice(0, rule.indexOf(WAITS))).join(', ')
  const why = waiting[0]?.slice(waiting[0].indexOf(WAITS)) ?? ''
  return [
    ...rules.filter((rule) => !rule.includes(WAITS)),
    ...(waiting.length > 1 ? [`${named}: each${why}`] : waiting),
  ]
}

const withheldText = ({ withheldOnPages }: ComputedReport): string[] => {
  const rules = rulesOf([...new Set(withheldOnPages.map(({ rule }) => rule))])
  return rules.length === 0 ? [] : ['', ...rules.map((rule) => wrap(`withheld: ${rule}`, '  '))]
}

const authorText = (scores: ComputedReport): string => {
  const { author, n, families, curve, groups, sentences, caption } = scores
  const head = wrap(`${author}: ${n} scored in ${families} families; ${apart(scores)}`)
  if (curve === null || groups === null) return `\n${head}\n  nothing settled yet, so there are no figures`
  const said = [...verdictLines(scores), ...Object.values(sentences).flat()]
  return [
    '',
    head,
    '',
    ...said.flatMap((sentence) => (sentence === null ? [] : [wrap(sentence, '  ')])),
    '',
    ...tableOf(scores),
    ...referencesText(scores),
    '',
    ...judgedLines(scores).map((line) => wrap(line, '  ')),
    ...withheldText(scores),
    '',
    reliabilityText({ curve: curve.points, blocks: curve.blocks }, groups),
    ...(caption === null ? [] : ['', wrap(caption, '  ')]),
  ].join('\n')
}

const boardText = ({ placed, unplaced }: NonNullable<ComputedScores['board']>): string =>
  [
    '',
    'Board: mean Brier of the others less one’s own on common questions, above 0 better; ties overlap',
    ...placed.map(({ rank, author, tiedWith, difference: { value, interval: ends, n, families } }) => {
      const interval =
        ends === null ? 'no interval below 2 families' : `${ends.low.toFixed(4)} to ${ends.high.toFixed(4)}`
      const place = `${tiedWith.length > 0 ? '=' : ''}${rank}`.padStart(4)
      return `${place}  ${shorten(author, 30).padEnd(30)} ${value.toFixed(4).padStart(8)}  ${interval.padEnd(20)} ${n} common, ${families} families`
    }),
    ...unplaced.map(({ author, rule }) => wrap(`${shorten(author, 30)}: ${rule}`, '   –  ')),
  ].join('\n')

/** Scores as text of at most 100 columns, without colour codes. */
export const scoresText = ({ notes, authors, board }: ComputedScores): string =>
  [...notes.map((note) => wrap(note)), ...authors.map(authorText), ...(board ? [boardText(board)] : [])].join('\n')
