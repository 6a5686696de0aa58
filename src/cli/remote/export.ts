import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Command, Option } from 'commander'
import type { Client } from '../../client/create-client.ts'
import { HindcastProblem } from '../../client/problem.ts'
import { Problem } from '../../core/problem.ts'
import type { Terminal } from '../terminal.ts'
import { type Columns, tableText } from './columns.ts'
import { askingServer, connect, type Remote } from './server.ts'

type Options = Remote & { format: 'ndjson' | 'csv' | 'parquet'; out?: string; changedSince?: string; asOf?: string }

/** What a server can export, and what of it each file holds. */
const listExports = async (terminal: Terminal, options: Options): Promise<void> => {
  const { items, licence } = await (await connect(terminal, options)).get('/v1/exports')
  const columns: Columns<(typeof items)[number]> = { resource: ({ name }) => name, what: ({ about }) => about }
  terminal.print(options.json ? JSON.stringify(items, null, 2) : tableText(columns, items))
  terminal.note(`under ${licence.data}`)
}

/** The stream of one file and the position of the ledger that it is of. Throws a `HindcastProblem` where it is refused. */
const fileOf = async (hindcast: Client, resource: string, { format, changedSince, asOf }: Options) => {
  const query = { ...(changedSince && { changed_since: changedSince }), ...(asOf && { as_of: asOf }) }
  const params = { path: { file: `${resource}.${format}` as never }, query }
  const { response, error, data } = await hindcast.raw.GET('/v1/exports/{file}', { params, parseAs: 'stream' })
  if (!response.ok || !data) throw new HindcastProblem(response, error)
  return { body: Readable.fromWeb(data as ReadableStream), position: response.headers.get('hindcast-position') }
}

const UNWRITABLE = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'EROFS', 'ENOSPC']

/** Writes a file that is there whole or not at all. */
const writeWhole = async (body: Readable, path: string): Promise<void> => {
  const part = `${path}.part`
  try {
    await pipeline(body, createWriteStream(part))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!UNWRITABLE.includes(code)) throw error
    throw new Problem('invalid-input', `${path} cannot be written: ${code}`, 'name a file in a folder that is there')
  }
}

const exportFile = async (terminal: Terminal, resource: string, options: Options): Promise<void> => {
  const { body, position } = await fileOf(await connect(terminal, options), resource, options)
  if (options.out === undefined) await pipeline(body, process.stdout, { end: false })
  else await writeWhole(body, options.out)
  terminal.note(`${resource} as of position ${position}: give it as --changed-since next time`)
}

/** `hindcast export RESOURCE`: one whole file of a server's `/v1/exports`, streamed. */
export const exportCommand = (terminal: Terminal): Command =>
  askingServer(new Command('export'))
    .description('Write everything of a kind that a server holds, as of one position')
    .argument('[resource]', 'what; without it what there is, is listed')
    .addOption(new Option('--format <format>', 'of the file').choices(['ndjson', 'csv', 'parquet']).default('ndjson'))
    .option('--out <file>', 'where to, instead of standard output: the file is there whole or not at all')
    .option('--changed-since <position>', 'only what was recorded after this position or instant')
    .option('--as-of <position>', 'what stood at this position or instant')
    .action(async (resource: string | undefined, options: Options) =>
      resource === undefined ? listExports(terminal, options) : exportFile(terminal, resource, options),
    )
