import { existsSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'
import { Problem } from '../../core/problem.ts'
import { exits } from '../failure.ts'
import { progressBar } from '../progress.ts'
import { whenStopped, writeLine } from '../screen.ts'
import type { Terminal } from '../terminal.ts'
import { type BatchEnd, formatOf, type LineAnswer, sendFile } from './batch.ts'
import { shownProbability } from './columns.ts'
import { parseCount } from './list.ts'
import { askingServer, clientOf, type Place, placeOf, type Remote } from './server.ts'

const parseProbability = (text: string): number => {
  const p = text.trim() === '' ? Number.NaN : Number(text)
  if (p >= 0 && p <= 1) return p
  throw new InvalidArgumentError('give a probability from 0 to 1')
}

type Options = Remote & {
  file?: string
  format?: 'ndjson' | 'csv'
  fromLine: number
  question?: string
  author?: string
  probability?: number
  act: 'state' | 'reaffirm' | 'withdraw'
  expires?: string
  rationale?: string
}

const need = <T>(value: T | undefined, option: string): T => {
  if (value !== undefined) return value
  throw new Problem(
    'invalid-input',
    `${option} is missing`,
    'give one forecast by --question, --author and --probability, or many by --file',
  )
}

/** One forecast as its route takes it. */
const bodyOf = ({ question, author, probability, act, expires, rationale }: Options) => {
  const about = { questionId: need(question, '--question'), author: need(author, '--author') }
  const words = rationale === undefined ? {} : { rationale }
  const until = expires === undefined ? {} : { expiresAt: expires }
  if (act === 'withdraw') return { act, ...about, ...words }
  if (act === 'reaffirm') return { act, ...about, ...until, ...words }
  return { act, ...about, probability: need(probability, '--probability'), ...until, ...words }
}

const submitOne = async (terminal: Terminal, place: Place, options: Options): Promise<void> => {
  const prediction = await clientOf(place).post('/v1/predictions', { body: bodyOf(options) })
  if (options.json) return terminal.print(JSON.stringify(prediction, null, 2))
  const { id, act, authorName, probability, questionId } = prediction
  terminal.print(id)
  return terminal.note(`${act}: ${authorName} ${shownProbability(probability)} on ${questionId}`.replace(/\s+/g, ' '))
}

const refusalLine = ({ line, problem }: LineAnswer): string => {
  const fields = problem?.fields.map(({ field, detail }) => `${field}: ${detail}`).join('; ') ?? ''
  return `line ${line}: ${problem?.detail ?? 'refused'}${fields === '' ? '' : ` (${fields})`}`
}

/** Tells of the end of a file: the counts, and where to go on if it broke off. */
const tellEnd = (terminal: Terminal, { recorded, standing, refused, done, through, why }: BatchEnd): void => {
  terminal.note(`${recorded} recorded, ${standing} stood already, ${refused} refused`)
  if (done) return
  terminal.note(`It broke off after line ${through}${why === null ? '' : `: ${why}`}`)
  terminal.note(`Go on with --from-line ${through + 1}; what is recorded stands.`)
}

const submitFile = async (terminal: Terminal, place: Place, file: string, options: Options): Promise<void> => {
  if (!existsSync(file)) throw new Problem('not-found', `${file} does not exist`, 'check the path')
  const bar = progressBar('submitted')
  const sending = {
    path: '/v1/predictions/batch',
    format: options.format ?? formatOf(file),
    from: options.fromLine,
    signal: whenStopped(),
  }
  const end = await sendFile(place, file, sending, (answer) => {
    if (options.json) void writeLine(JSON.stringify(answer))
    else if (answer.status === 'refused') bar.say(() => terminal.note(refusalLine(answer)))
    bar.step()
  }).finally(() => bar.stop())
  if (options.json) await writeLine(JSON.stringify(end))
  tellEnd(terminal, end)
  if (!end.done) process.exitCode = exits.unreached
  else if (end.refused > 0) process.exitCode = exits.partly
}

/** `hindcast submit`: one forecast by its options, or a file of them, a line each. */
export const submitCommand = (terminal: Terminal): Command =>
  askingServer(new Command('submit').description('Submit a forecast, or a file of them'))
    .option('--question <id>', 'the question, qst_…')
    .option('--author <author>', 'id or slug; registered with the same key')
    .option('--probability <p>', 'of the positive event, 0 to 1', parseProbability)
    .addOption(new Option('--act <act>', 'what is done').choices(['state', 'reaffirm', 'withdraw']).default('state'))
    .option('--expires <instant>', 'when it stops to stand by itself')
    .option('--rationale <text>', 'why')
    .option('--file <path>', 'many: .ndjson, or .csv with the columns questionId,author,probability,…')
    .addOption(new Option('--format <format>', 'of the file; else by its name').choices(['ndjson', 'csv']))
    .option('--from-line <number>', 'of the file: pass over the lines before', parseCount, 1)
    .action(async (options: Options) => {
      const place = await placeOf(terminal, options)
      if (options.file === undefined) await submitOne(terminal, place, options)
      else await submitFile(terminal, place, options.file, options)
    })
