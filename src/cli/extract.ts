import Table from 'cli-table3'
import { Command } from 'commander'
import type { ExtractedCandidate, Extraction } from '../core/candidate.ts'
import { PAST_RULES_VERSION } from '../core/extraction/time/past-rules.ts'
import { WINDOW_RULES_VERSION } from '../core/extraction/time/window-rules.ts'
import type { ExtractionMode, ExtractionRun } from '../core/extraction-run.ts'
import { Problem } from '../core/problem.ts'
import { type DocumentFacts, readDocument } from '../core/reading/document.ts'
import { Day } from '../core/time.ts'
import { mediaTypeOf } from './document-file.ts'
import { configuredExtractor, costLines, extractorOption } from './extractor.ts'
import { factTable } from './fact-table.ts'
import { readInput, shorten, type Terminal } from './terminal.ts'

type Options = { publishedAt?: string; extractor?: ExtractionMode; events?: boolean; json?: boolean }

/** `hindcast extract FILE|- [--published-at DATE] [--extractor MODE] [--events] [--json]`: lists the predictions in a document; needs no database. */
export const extractCommand = (terminal: Terminal): Command =>
  new Command('extract')
    .description('List the predictions in a commentary: words, speaker, probability, window. Nothing is stored.')
    .argument(
      '<file>',
      'plain text, HTML or Markdown, told by its ending, else by how it begins; - reads standard input',
    )
    .option('--published-at <date>', 'the day it was published, YYYY-MM-DD; left out: as the document tells')
    .addOption(extractorOption())
    .option('--events', 'list what it tells as having happened instead')
    .option('--json', 'print JSON instead of a table')
    .action(async (file: string, options: Options) => {
      const told = options.publishedAt === undefined ? null : publicationDay(options.publishedAt)
      const { text, ...document } = await readDocument({
        bytes: await readInput(file),
        mediaType: mediaTypeOf(file),
        url: null,
      })
      const publishedOn = told ?? document.published?.on ?? undatedFile(file)
      const extraction = await configuredExtractor(terminal, options.extractor)(text, publishedOn, document.language)
      const reading = { text, document, published: told === null ? document.published : null }
      terminal.print(options.json ? asJson(extraction, reading) : asText(extraction, reading, options.events === true))
    })

/** A document as it was read; `published` where its own date was taken. */
type Reading = { text: string; document: DocumentFacts; published: DocumentFacts['published'] }

const undatedFile = (file: string): never => {
  const detail = `${file} does not tell when it was published`
  throw new Problem('invalid-input', detail, 'give the day as --published-at YYYY-MM-DD', [
    { field: '--published-at', detail },
  ])
}

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

/** Offsets of plain text fit the file; those of other documents fit the text that is printed with them. */
const asJson = (
  { candidates, facts, extractorVersion, lexiconVersion, factsVersion, run }: Extraction,
  { text, document }: Reading,
): string =>
  JSON.stringify(
    {
      lexiconVersion,
      windowRulesVersion: WINDOW_RULES_VERSION,
      extractorVersion,
      extraction: run,
      document,
      ...(document.mediaType === 'text/plain' ? {} : { text }),
      candidates,
      factsVersion,
      pastRulesVersion: PAST_RULES_VERSION,
      events: facts,
    },
    null,
    2,
  )

const asText = ({ candidates, facts, run }: Extraction, { published }: Reading, events: boolean): string =>
  [
    ...(published ? [`Published on ${published.on}: ${published.evidence}.`] : []),
    run.withheld !== null ? `Not searched: ${run.withheld}.` : events ? factTable(facts) : asTable(candidates),
    ...(events ? [] : asLines(run)),
  ].join('\n')

/** How a model took part: that it failed, what it cost, and what it said that was not taken. */
const asLines = ({ mode, model, fallback, usage, refused }: ExtractionRun): string[] => {
  if (mode === 'built-in' && !fallback) return []
  const who = fallback ? `Read by the built-in extractor instead: ${fallback.detail}.` : `Read by ${model} (${mode}).`
  return [who, ...costLines(usage, refused)]
}

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
    candidate.attribution === 'own' ? 'author' : `${candidate.claimant ?? 'unnamed'} (${candidate.attribution})`,
    `${candidate.phrase}${candidate.polarity === '-' ? ' (not)' : ''}`,
    `${percent(probability.mid)} % (${percent(probability.low)}-${percent(probability.high)})`,
    window === null ? '' : `${window.end === null ? 'no end' : `to ${window.end}`} (${window.source})`,
    candidate.scorable ? 'yes' : 'no',
  ]
}
