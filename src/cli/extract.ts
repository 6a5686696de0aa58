import Table from 'cli-table3'
import { Command } from 'commander'
import type { ExtractedCandidate } from '../core/candidate.ts'
import { EXTRACTOR_VERSION, extract } from '../core/extraction/extract.ts'
import { loadTagger } from '../core/extraction/tagger.ts'
import { WINDOW_RULES_VERSION } from '../core/extraction/window-rules.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import { Problem } from '../core/problem.ts'
import { decodeText } from '../core/reading/decode.ts'
import { Day } from '../core/time.ts'
import { readInput, type Terminal } from './terminal.ts'

type Options = { publishedAt: string; json?: boolean }

/** `hindcast extract FILE|- --published-at DATE [--json]`: lists the predictions in a text; needs no database. */
export const extractCommand = (terminal: Terminal): Command =>
  new Command('extract')
    .description('List the predictions in a commentary: words, speaker, probability, window. Nothing is stored.')
    .argument('<file>', 'plain text, UTF-8, at most 1 MB; - reads standard input')
    .requiredOption('--published-at <date>', 'the day it was published, YYYY-MM-DD; windows start there')
    .option('--json', 'print JSON instead of a table')
    .action(async (file: string, options: Options) => {
      const publishedOn = publicationDay(options.publishedAt)
      const text = decodeText(await readInput(file))
      const candidates = extract(text, { publishedOn }, await loadTagger())
      terminal.print(options.json ? asJson(candidates) : asTable(candidates))
    })

const publicationDay = (input: string): Day => {
  const day = Day.safeParse(input)
  if (day.success) return day.data
  throw new Problem(
    'invalid-input',
    `${input} is no day`,
    'give the day of publication as YYYY-MM-DD, such as 2026-02-10',
    [{ field: '--published-at', detail: day.error.issues[0]?.message ?? 'invalid' }],
  )
}

const asJson = (candidates: readonly ExtractedCandidate[]): string =>
  JSON.stringify(
    {
      lexiconVersion: LEXICON_VERSION,
      windowRulesVersion: WINDOW_RULES_VERSION,
      extractorVersion: EXTRACTOR_VERSION,
      candidates,
    },
    null,
    2,
  )

const asTable = (candidates: readonly ExtractedCandidate[]): string => {
  if (candidates.length === 0) return 'No predictions found.'
  const table = new Table({
    head: ['quote', 'who', 'words', 'probability', 'window', 'scorable'],
    colWidths: [56, 20, 18, 17, 25, 10],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  for (const candidate of candidates) table.push(rowOf(candidate))
  return `${table.toString()}\n${candidates.length} candidates. Probabilities are those of the positive event: a firm "will not" is a low one.`
}

const rowOf = (candidate: ExtractedCandidate): string[] => {
  const { probability, window } = candidate
  const percent = (p: number) => `${Math.round(p * 100)}`
  return [
    shorten(candidate.quote, 150),
    candidate.claimant === null ? 'author' : `${candidate.claimant} (${candidate.attribution})`,
    `${candidate.phrase}${candidate.polarity === '-' ? ' (not)' : ''}`,
    `${percent(probability.mid)} % (${percent(probability.low)}-${percent(probability.high)})`,
    window === null ? '' : `${window.end === null ? 'no end' : `to ${window.end}`} (${window.source})`,
    candidate.scorable ? 'yes' : 'no',
  ]
}

const shorten = (quote: string, length: number): string => {
  const line = quote.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}
