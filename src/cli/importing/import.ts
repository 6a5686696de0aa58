import { Command, Option } from 'commander'
import { mappingOf, readColumnMap } from '../../core/importing/column-map.ts'
import { fatebook } from '../../core/importing/presets/fatebook.ts'
import { MANIFOLD_MARKETS, manifold } from '../../core/importing/presets/manifold.ts'
import { METACULUS_QUESTIONS, metaculus } from '../../core/importing/presets/metaculus.ts'
import { predictionBook, rowsOfPredictionBook } from '../../core/importing/presets/predictionbook.ts'
import { Problem } from '../../core/problem.ts'
import { exits } from '../failure.ts'
import type { Host } from '../host.ts'
import { askingServer, placeOf, type Remote } from '../remote/server.ts'
import { whenStopped } from '../screen.ts'
import { shorten, type Terminal } from '../terminal.ts'
import { plainRows, readQuestions } from './read-rows.ts'
import { type Imported, runImport } from './run-import.ts'
import { intoDatabase, intoServer, type Sink } from './sinks.ts'
import { type Source, type Survey, survey } from './survey.ts'

const presets = ['predictionbook', 'fatebook', 'metaculus', 'manifold'] as const

type Options = Remote & {
  preset?: (typeof presets)[number]
  map?: string
  questions?: string
  author?: string
  percent?: true
  source?: string
  ignore?: string
  name?: string
  licence: string
  whole?: true
  data?: string
  dryRun?: true
  yes?: true
}

const need = (file: string | undefined, what: string): string => {
  if (file !== undefined) return file
  throw new Problem('invalid-input', `--questions is missing`, `give the file of ${what}`)
}

const mappingFor = async (options: Options): Promise<Omit<Source, 'file' | 'ignored'>> => {
  const { preset, map, questions, author = null, percent = false } = options
  if ((preset === undefined) === (map === undefined))
    throw new Problem(
      'invalid-input',
      'it is not said how the file is read',
      `give --preset ${presets.join('|')}, or --map`,
    )
  if (preset === 'predictionbook') return { mapping: predictionBook, rowsIn: rowsOfPredictionBook }
  if (preset === 'fatebook') return { mapping: fatebook, rowsIn: plainRows }
  if (preset === 'metaculus') {
    const asked = await readQuestions(
      need(questions, 'questions, question_data.csv'),
      'Question ID',
      METACULUS_QUESTIONS,
    )
    return { mapping: metaculus(asked), rowsIn: plainRows }
  }
  if (preset === 'manifold') {
    const markets = await readQuestions(need(questions, 'markets, of GET /v0/markets'), 'id', MANIFOLD_MARKETS)
    return { mapping: manifold(markets), rowsIn: plainRows }
  }
  if (options.source === undefined)
    throw new Problem('invalid-input', 'it is not said whose forecasts these are', 'give --source NAME')
  const columns = readColumnMap(map ?? '')
  return { mapping: mappingOf({ columns, source: options.source, author, percent }), rowsIn: plainRows }
}

const SHOWN = 20

const surveyText = ({
  rows,
  forecasts,
  questions,
  authors,
  outcomes,
  passedOver,
  refused,
  first,
}: Survey): string[] => [
  `${rows} rows: ${forecasts} forecasts by ${authors} authors on ${questions} questions, ${outcomes.size} of them resolved by the source`,
  ...first.map(
    ({ author, probability, wording, windowEnd }) =>
      `  ${shorten(author, 30)} ${probability}: ${shorten(wording, 70)} (until ${windowEnd})`,
  ),
  ...[...passedOver].map(([why, count]) => `  passed over ${count}: ${why}`),
  ...(refused.length > 0 ? [`  refused ${refused.length}:`] : []),
  ...refused.slice(0, SHOWN).map(({ line, why }) => `    line ${line}: ${why}`),
  ...(refused.length > SHOWN ? [`    … and ${refused.length - SHOWN} more; --json tells all`] : []),
]

const surveyJson = ({ outcomes, passedOver, first: _, ...rest }: Survey) => ({
  ...rest,
  outcomes: outcomes.size,
  passedOver: Object.fromEntries(passedOver),
})

/** Opens where the import goes, gives it to the work, and closes it. */
const withSink = async <T>(
  terminal: Terminal,
  host: Host,
  options: Options,
  work: (sink: Sink) => Promise<T>,
): Promise<T> => {
  if (options.data === undefined) return work(intoServer(await placeOf(terminal, options)))
  const opened = await host.open({ databaseUrl: terminal.environment['DATABASE_URL'], folder: options.data })
  try {
    return await work(intoDatabase(host, opened))
  } finally {
    await opened.close()
  }
}

const tellEnd = (terminal: Terminal, { forecasts, outcomes, collection, stopped }: Imported): void => {
  terminal.note(
    `forecasts: ${forecasts.recorded} recorded, ${forecasts.standing} stood already, ${forecasts.refused} refused`,
  )
  terminal.note(
    `outcomes: ${outcomes.recorded} settled, ${outcomes.standing} stood already, ${outcomes.refused} refused`,
  )
  terminal.note(
    stopped ? 'Stopped. Run it again: what is recorded stands.' : `Ranked apart, in the collection ${collection}.`,
  )
}

const ABOUT = `
Without --yes nothing is recorded: it shows what would be, and which rows are refused. With it the import goes to the server
(--server, --key with the scope admin), or with --data to the database of this machine. It may be run again: what stands is left alone.
--map names columns: question, probability, said, window-end, author, and if wanted question-id, forecast-id, asked, criteria, url, outcome,
resolved-at. For example --map 'question=Title,probability=P,said=Date,window-end=Due' --author 'Ada Example' --source 'My notes'.
`

/** `hindcast import FILE`: forecasts that were made elsewhere, marked as imported and ranked apart. */
export const importCommand = (terminal: Terminal, host: Host): Command =>
  askingServer(new Command('import').description('Import forecasts that were made elsewhere; a dry run without --yes'))
    .argument('<file>', '.csv, .ndjson or .json')
    .addOption(new Option('--preset <source>', 'the export of a source').choices(presets))
    .option('--map <columns>', 'NAME=COLUMN,…: what the columns of another file say')
    .option('--questions <file>', 'metaculus: question_data.csv; manifold: the markets')
    .option('--author <name>', 'with --map: who said all of it, where no column tells')
    .option('--source <name>', 'with --map: whose forecasts these are')
    .option('--percent', 'with --map: probabilities are from 0 to 100')
    .option('--ignore <columns>', 'columns of a CSV that nobody knows and that may be passed over')
    .option('--name <name>', 'of the import: the same name again joins it; else that of the source')
    .option('--licence <text>', 'under which they may be shown', 'not stated')
    .option('--whole', 'the file holds all of its frame, not a choice: say so on the board')
    .option('--data <folder>', 'into the database of this machine: DATABASE_URL, or the embedded one of this folder')
    .option('--dry-run', 'record nothing, even with --yes')
    .option('--yes', 'record it')
    .addHelpText('after', ABOUT)
    .action(async (file: string, options: Options) => {
      const ignored = options.ignore?.split(',').map((column) => column.trim()) ?? []
      const source: Source = { file, ignored, ...(await mappingFor(options)) }
      const found = await survey(source)
      const dry = options.dryRun || !options.yes
      if (dry && options.json) terminal.print(JSON.stringify({ dryRun: true, ...surveyJson(found) }, null, 2))
      else for (const line of surveyText(found)) (options.json ? terminal.note : terminal.print)(line)
      if (found.refused.length > 0) process.exitCode = exits.partly
      if (dry) return terminal.note('Nothing was recorded. Say --yes to import it.')
      const { mapping } = source
      const about = {
        name: options.name ?? mapping.source,
        source: mapping.source,
        licence: options.licence,
        note: mapping.note,
        whole: options.whole ?? false,
      }
      const stop = whenStopped()
      const done = await withSink(terminal, host, options, (sink) =>
        runImport(terminal, sink, source, found, about, stop),
      )
      if (options.json) terminal.print(JSON.stringify({ dryRun: false, ...surveyJson(found), ...done }, null, 2))
      tellEnd(terminal, done)
      if (done.stopped || done.refused.length > 0) process.exitCode = exits.partly
      return undefined
    })
