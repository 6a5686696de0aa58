import { join } from 'node:path'
import Table from 'cli-table3'
import { Command } from 'commander'
import { z } from 'zod'
import { type Figure, figuresOf } from '../core/evaluation/figures.ts'
import { Gold, GoldManifest } from '../core/evaluation/gold.ts'
import {
  type EvaluationError,
  errorClasses,
  type LabelledDocument,
  type Measured,
  measureDocument,
} from '../core/evaluation/measure.ts'
import { sumTallies, type Tally } from '../core/evaluation/tally.ts'
import type { ExtractionMode } from '../core/extraction-run.ts'
import { Problem } from '../core/problem.ts'
import { decodeText } from '../core/reading/decode.ts'
import { external, ours, type Reading, type ReadingReport, readingLines, reportReadings } from './eval-extractor.ts'
import { configuredExtractor, extractorOption } from './extractor.ts'
import { readInput, type Terminal } from './terminal.ts'

type Options = {
  gold?: string
  extractor?: ExtractionMode
  list?: boolean
  json?: boolean
  resamples: number
  seed: number
}

const wholeNumber = (text: string): number => {
  const number = z.coerce.number().int().min(0).max(1_000_000).safeParse(text)
  if (number.success) return number.data
  throw new Problem('invalid-input', `${text} is no whole number`, 'give a whole number from 0 to 1,000,000')
}

/** `hindcast eval FOLDER [--extractor MODE | -- COMMAND …]`: measures an extractor on a labelled folder. */
export const evalCommand = (terminal: Terminal): Command =>
  new Command('eval')
    .description('Measure an extractor on labelled commentary: figures with intervals, and every error by class.')
    .argument('<folder>', 'holds gold.json, manifest.json and the texts; see docs/labelling.md')
    .argument(
      '[command...]',
      'after --: a command to measure instead of one of ours. It is run as COMMAND FILE --published-at DATE --json',
    )
    .option('--gold <file>', 'the labels, when they are not FOLDER/gold.json')
    .addOption(extractorOption())
    .option('--list', 'list every error with its words')
    .option('--json', 'print JSON: figures, counts, errors')
    .option('--resamples <n>', 'bootstrap samples of documents', wholeNumber, 2000)
    .option('--seed <n>', 'of the bootstrap', wholeNumber, 1)
    .action(async (folder: string, command: string[], options: Options) => {
      const run = measuredExtractor(terminal, command, options.extractor)
      const documents = await readLabelled(folder, options.gold)
      const readings: Reading[] = []
      const measured: Measured[] = []
      for (const document of documents) {
        const reading = await run(document, join(folder, document.name))
        readings.push(reading)
        measured.push(measureDocument(document, reading.candidates))
      }
      const tallies = measured.map(({ tally }) => tally)
      const figures = figuresOf(tallies, options)
      const errors = measured.flatMap((one) => one.errors)
      const extraction = reportReadings(readings)
      const report = { documents: documents.length, extraction, figures, counts: sumTallies(tallies), errors }
      terminal.print(options.json ? JSON.stringify(report, null, 2) : asText(report, options.list ?? false))
    })

const measuredExtractor = (terminal: Terminal, command: readonly string[], mode: ExtractionMode | undefined) => {
  if (command.length === 0) return ours(configuredExtractor(terminal, mode))
  if (mode === undefined) return external(command)
  throw new Problem('invalid-input', 'two extractors are named', 'give --extractor or -- COMMAND, not both')
}

const parsed = async <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> => {
  const bad = (detail: string) =>
    new Problem('invalid-input', `${file} is not in the form of labels: ${detail}`, 'see docs/labelling.md')
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(await readInput(file)))
  } catch (error) {
    throw error instanceof SyntaxError ? bad(error.message) : error
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  throw bad(z.prettifyError(result.error).slice(0, 500))
}

/**
 * The documents of a labelled folder: all that its manifest lists, for one without a label may hold false alarms all the
 * same; with a file of labels that stands elsewhere (`gold`), those that it names. Throws when a label's quote does not stand in its text: it could never be found.
 */
const readLabelled = async (folder: string, labels: string | undefined): Promise<LabelledDocument[]> => {
  const gold = await parsed(labels ?? join(folder, 'gold.json'), Gold)
  const { sources } = await parsed(join(folder, 'manifest.json'), GoldManifest)
  const listed = new Map(sources.map(({ file, publishedAt }) => [file, publishedAt]))
  const named = new Set([...gold.predictions, ...gold.negatives].map(({ doc }) => doc))
  for (const doc of named)
    if (!listed.has(doc))
      throw new Problem('invalid-input', `${doc} is not in manifest.json`, 'add it with its publishedAt')
  return Promise.all(
    [...listed]
      .filter(([name]) => labels === undefined || named.has(name))
      .map(async ([name, publishedAt]) => {
        const text = decodeText(await readInput(join(folder, name)))
        const predictions = gold.predictions.filter(({ doc }) => doc === name)
        const negatives = gold.negatives.filter(({ doc }) => doc === name)
        for (const { quote } of [...predictions, ...negatives])
          if (!text.includes(quote))
            throw new Problem('invalid-input', `a label's quote is not in ${name}: ${quote}`, 'copy it byte for byte')
        return { name, text, publishedAt, predictions, negatives }
      }),
  )
}

type Report = {
  documents: number
  extraction: ReadingReport | null
  figures: Figure[]
  counts: Tally
  errors: EvaluationError[]
}

const three = (value: number | null): string => (value === null ? 'n/a' : value.toFixed(3))
const line = (words: string): string => words.replace(/\s+/g, ' ').slice(0, 160)

const asText = ({ documents, extraction, figures, counts, errors }: Report, list: boolean): string => {
  const table = new Table({ head: ['figure', 'value', '95 % interval'], style: { head: [], border: [] } })
  for (const { name, value, low, high } of figures)
    table.push([name, three(value), low === null ? '' : `${three(low)} to ${three(high)}`])
  const { core, found, candidates, alarms, inexact, negativesTaken, negatives } = counts
  const { own, ownRight, quoted, quotedRight, reported, reportedRight } = counts
  const { windows, windowsRight, inventedEnds, conditions, conditionsRight, falseConditions } = counts
  const classes = errorClasses
    .map((name) => ({ name, of: errors.filter((error) => error.class === name) }))
    .filter(({ of }) => of.length > 0)
  return [
    ...readingLines(extraction),
    table.toString(),
    `${documents} documents, ${core} core predictions, ${found} found; ${candidates} candidates, ${alarms} false alarms, ${inexact} with a quote that is not in the text`,
    `hard negatives taken ${negativesTaken}/${negatives}; attribution own ${ownRight}/${own}, quoted ${quotedRight}/${quoted}, reported ${reportedRight}/${reported}`,
    `windows ${windowsRight}/${windows}, ends invented ${inventedEnds}; conditions ${conditionsRight}/${conditions}, invented ${falseConditions}`,
    'Intervals: 95 %, documents resampled.',
    `Errors: ${classes.map(({ name, of }) => `${name} ${of.length}`).join(', ') || 'none'}.${list || classes.length === 0 ? '' : ' --list shows them.'}`,
    ...(list ? classes.flatMap(({ name, of }) => ['', name.toUpperCase(), ...of.map(asLine)]) : []),
  ].join('\n')
}

const asLine = ({ doc, id, detail, quote }: EvaluationError): string =>
  `  ${id ?? doc}${detail === '' ? '' : ` [${detail}]`}: ${line(quote)}`
