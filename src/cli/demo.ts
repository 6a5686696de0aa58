import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { Problem } from '../core/problem.ts'
import { mustFindCollection } from '../queries/collections.ts'
import { type AuthorLine, authorLines } from '../queries/report/author-lines.ts'
import { listQuestions } from '../storage/questions.ts'
import { boardsText, diagramText } from './demo/boards.ts'
import { loadCorpus } from './demo/corpus.ts'
import { loadRaces } from './demo/races.ts'
import { loadSample } from './demo/sample.ts'
import { verdictLines } from './demo/sample-report.ts'
import type { Host, Opened } from './host.ts'
import { parsePort, serveUntilStopped, showFirstKey } from './serve.ts'
import type { Terminal } from './terminal.ts'

const DEMO_FOLDER = '.hindcast/demo'
const EVERYTHING = { status: null, authorIds: null, collectionId: null, familyId: null } as const

type Options = {
  data?: string
  corpus?: string
  verdicts?: string
  once?: true
  json?: true
  port: number
  host: string
}

const countQuestions = async ({ services }: Opened): Promise<{ questions: number; resolved: number }> => {
  const { reader } = services.database
  let [questions, resolved, cursor]: [number, number, string | null] = [0, 0, null]
  do {
    const page = await listQuestions(reader, EVERYTHING, { limit: 200, cursor })
    questions += page.items.length
    resolved += page.items.filter(({ status }) => status === 'resolved').length
    cursor = page.next
  } while (cursor !== null)
  return { questions, resolved }
}

/** Mean Brier where it is shown, with its bounds while anything is open. */
const scoreOf = ({ brier, bounds, pending }: AuthorLine): string => {
  if (brier === null) return ''
  const range = pending > 0 && bounds ? ` (bounds ${bounds.lowest.toFixed(2)}–${bounds.highest.toFixed(2)})` : ''
  return `, mean Brier ${brier.toFixed(2)}${range}`
}

const runCorpus = async (terminal: Terminal, host: Host, opened: Opened, folder: string, options: Options) => {
  terminal.note(`Reading the commentaries of ${folder} …`)
  const { proposals, ...counts } = await loadCorpus(terminal, host, opened, folder, options.verdicts)
  const { reader } = opened.services.database
  const result = {
    ...counts,
    ...(await countQuestions(opened)),
    proposals,
    authors: await authorLines(reader, opened.services.clock()),
  }
  if (options.json) return terminal.print(JSON.stringify(result, null, 2))
  terminal.print(`${result.commentaries} commentaries, ${result.candidates} candidates, ${result.accepted} accepted`)
  for (const { id, settled, outcome, reason } of proposals) {
    terminal.print(`${id}  ${settled ? `settled ${outcome}` : 'left'}: ${reason}`)
  }
  for (const line of result.authors) {
    const { name, timing, n, families, hits, expectedHits } = line
    const expected =
      hits === null || expectedHits === null ? 'nothing due yet' : `${hits} hits, ${expectedHits.toFixed(2)} expected`
    terminal.print(`${name} (${timing}): n ${n}, families ${families}, ${expected}${scoreOf(line)}`)
  }
}

const runExamples = async (terminal: Terminal, host: Host, opened: Opened, examples: string, options: Options) => {
  const { services } = opened
  const context = host.context(services)
  terminal.note(
    '1. The fictional sample: commentary → candidates → review with rules → events → what the rules settle → scores',
  )
  const sample = await loadSample(terminal, host, opened, join(examples, 'commentary'))
  terminal.note(`  ${sample.candidates} candidates in ${sample.pieces} pieces, ${sample.accepted} accepted`)
  for (const line of verdictLines(sample.verdicts)) terminal.note(`  ${line}`)
  terminal.note('2. Real forecasts: FiveThirtyEight 2018 (CC BY 4.0), three models, 506 races')
  const races = await loadRaces(terminal, context, await readFile(join(examples, 'fivethirtyeight_2018.csv'), 'utf8'))
  await host.closeDue(services, context.now)
  const { reader } = services.database
  const now = services.clock()
  if (options.json) {
    const authors = await authorLines(reader, now)
    return terminal.print(JSON.stringify({ sample, ...(await countQuestions(opened)), authors }, null, 2))
  }
  const collection = await mustFindCollection(reader, sample.collection)
  terminal.print(await boardsText(reader, collection, now))
  terminal.print('')
  terminal.print(await boardsText(reader, races, now))
  terminal.print('')
  terminal.print(await diagramText(reader, 'fivethirtyeight-deluxe', now))
}

const mustBeFolder = (folder: string): void => {
  if (existsSync(join(folder, 'manifest.json'))) return
  throw new Problem('not-found', `${folder} has no manifest.json`, 'give a folder of commentaries with its manifest')
}

export const demoCommand = (terminal: Terminal, host: Host, examples: string): Command =>
  new Command('demo')
    .description('Run the main job end to end on the embedded database and leave the site up')
    .option('--data <folder>', `folder of the demo's database (default: ${DEMO_FOLDER}, or a new one with --corpus)`)
    .option('--corpus <folder>', 'read the commentaries of this folder (with manifest.json) instead of the examples')
    .option('--verdicts <file>', 'propose the verdicts of this file of links on the corpus')
    .option('--once', 'stop at the end instead of serving')
    .option('--json', 'print one JSON object')
    .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 8787)
    .option('--host <name>', 'address to listen on', '127.0.0.1')
    .action(async (options: Options) => {
      const { corpus } = options
      if (corpus !== undefined) mustBeFolder(corpus)
      if (options.verdicts !== undefined && corpus === undefined) {
        throw new Problem('invalid-input', '--verdicts goes with --corpus', 'add --corpus FOLDER')
      }
      const scratch = corpus === undefined || options.data ? null : await mkdtemp(join(tmpdir(), 'hindcast-corpus-'))
      const folder = options.data ?? scratch ?? DEMO_FOLDER
      const opened = await host.open({ databaseUrl: undefined, folder })
      try {
        if (corpus === undefined) await runExamples(terminal, host, opened, examples, options)
        else await runCorpus(terminal, host, opened, corpus, options)
        if (options.once) return
        await showFirstKey(terminal, host, opened.services)
        await serveUntilStopped(terminal, host, opened.services, options)
      } finally {
        await opened.close()
        if (scratch) await rm(scratch, { recursive: true, force: true })
      }
    })
