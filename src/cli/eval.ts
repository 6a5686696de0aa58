import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Table from 'cli-table3'
import { Command } from 'commander'
import { z } from 'zod'
import { type Figure, figuresOf } from '../core/evaluation/figures.ts'
import { Gold, GoldManifest, MeasuredCandidate } from '../core/evaluation/gold.ts'
import {
  type EvaluationError,
  errorClasses,
  type LabelledDocument,
  type Measured,
  measureDocument,
} from '../core/evaluation/measure.ts'
import { sumTallies, type Tally } from '../core/evaluation/tally.ts'
import { extract } from '../core/extraction/extract.ts'
import { loadTagger } from '../core/extraction/tagger.ts'
import { Problem } from '../core/problem.ts'
import { decodeText } from '../core/reading/decode.ts'
import { readInput, type Terminal } from './terminal.ts'

type Options = { gold?: string; list?: boolean; json?: boolean; resamples: number; seed: number }
type Extractor = (document: LabelledDocument, file: string) => Promise<MeasuredCandidate[]>

const wholeNumber = (text: string): number => {
  const number = z.coerce.number().int().min(0).max(1_000_000).safeParse(text)
  if (number.success) return number.data
  throw new Problem('invalid-input', `${text} is no whole number`, 'give a whole number from 0 to 1,000,000')
}

/** `hindcast eval FOLDER [-- COMMAND …]`: measures an extractor on a labelled folder. */
export const evalCommand = (terminal: Terminal): Command =>
  new Command('eval')
    .description('Measure an extractor on labelled commentary: figures with intervals, and every error by class.')
    .argument('<folder>', 'holds gold.json, manifest.json and the texts; see docs/labelling.md')
    .argument(
      '[command...]',
      'after --: an extractor to measure instead of the built-in one. It is run as COMMAND FILE --published-at DATE --json',
    )
    .option('--gold <file>', 'the labels, when they are not FOLDER/gold.json')
    .option('--list', 'list every error with its words')
    .option('--json', 'print JSON: figures, counts, errors')
    .option('--resamples <n>', 'bootstrap samples of documents', wholeNumber, 2000)
    .option('--seed <n>', 'of the bootstrap', wholeNumber, 1)
    .action(async (folder: string, command: string[], options: Options) => {
      const documents = await readLabelled(folder, options.gold ?? join(folder, 'gold.json'))
      const run = command.length > 0 ? external(command) : await builtIn()
      const measured: Measured[] = []
      for (const document of documents)
        measured.push(measureDocument(document, await run(document, join(folder, document.name))))
      const tallies = measured.map(({ tally }) => tally)
      const figures = figuresOf(tallies, options)
      const errors = measured.flatMap((one) => one.errors)
      const report = { documents: documents.length, figures, counts: sumTallies(tallies), errors }
      terminal.print(options.json ? JSON.stringify(report, null, 2) : asText(report, options.list ?? false))
    })

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

/** The documents of a labelled folder. Throws when a label's quote does not stand in its text: it could never be found. */
const readLabelled = async (folder: string, goldFile: string): Promise<LabelledDocument[]> => {
  const gold = await parsed(goldFile, Gold)
  const { sources } = await parsed(join(folder, 'manifest.json'), GoldManifest)
  const names = [...new Set([...gold.predictions, ...gold.negatives].map(({ doc }) => doc))]
  return Promise.all(
    names.map(async (name) => {
      const source = sources.find(({ file }) => file === name)
      if (!source) throw new Problem('invalid-input', `${name} is not in manifest.json`, 'add it with its publishedAt')
      const text = decodeText(await readInput(join(folder, name)))
      const predictions = gold.predictions.filter(({ doc }) => doc === name)
      const negatives = gold.negatives.filter(({ doc }) => doc === name)
      for (const { quote } of [...predictions, ...negatives])
        if (!text.includes(quote))
          throw new Problem('invalid-input', `a label's quote is not in ${name}: ${quote}`, 'copy it byte for byte')
      return { name, text, publishedAt: source.publishedAt, predictions, negatives }
    }),
  )
}

const builtIn = async (): Promise<Extractor> => {
  const tagger = await loadTagger()
  return async ({ text, publishedAt }) => extract(text, { publishedOn: publishedAt }, tagger)
}

const Printed = z.object({ candidates: z.array(MeasuredCandidate) })

const external = ([command = '', ...args]: readonly string[]): Extractor => {
  const execute = promisify(execFile)
  return async ({ publishedAt }, file) => {
    const fail = (detail: string) =>
      new Problem('invalid-input', `${command} on ${file}: ${detail}`, 'it must print { "candidates": [ … ] }')
    try {
      const { stdout } = await execute(command, [...args, file, '--published-at', publishedAt, '--json'], {
        maxBuffer: 2 ** 28,
      })
      return Printed.parse(JSON.parse(stdout.slice(stdout.indexOf('{')))).candidates
    } catch (error) {
      throw fail(error instanceof z.ZodError ? z.prettifyError(error).slice(0, 500) : String(error))
    }
  }
}

type Report = { documents: number; figures: Figure[]; counts: Tally; errors: EvaluationError[] }

const three = (value: number | null): string => (value === null ? 'n/a' : value.toFixed(3))
const line = (words: string): string => words.replace(/\s+/g, ' ').slice(0, 160)

const asText = ({ documents, figures, counts, errors }: Report, list: boolean): string => {
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
