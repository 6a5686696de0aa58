import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { type Client, createClient } from '../../client/create-client.ts'
import { Problem } from '../../core/problem.ts'
import { askServer } from '../../outside/ask-server.ts'
import type { Terminal } from '../terminal.ts'

const HERE = 'http://127.0.0.1:8787'

export type Remote = { server?: string; key?: string; json?: true }

/** The options of every command that asks a server. */
export const askingServer = (command: Command): Command =>
  command
    .option('--server <url>', `where the server is (HINDCAST_SERVER, else ${HERE})`)
    .option('--key <key>', 'bearer key (better HINDCAST_KEY, or - to read it from standard input)')
    .option('--json', 'print JSON, problems too')

const isAddress = (text: string): boolean => {
  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  return protocol === 'http:' || protocol === 'https:'
}

/** The first line of standard input. */
const readKey = async (): Promise<string> => {
  for await (const line of createInterface({ input: process.stdin })) return line.trim()
  return ''
}

const keyOf = async (terminal: Terminal, given: string | undefined): Promise<string> => {
  const key = given === '-' ? await readKey() : (given ?? terminal.environment['HINDCAST_KEY'] ?? '')
  if (given === undefined || /^[\w-]+$/.test(key)) return key
  throw new Problem('invalid-input', 'there is no key in --key', 'give hck_…, or - and the key on standard input')
}

/** Where a command asks, and with which key: empty for none. */
export type Place = { server: string; key: string }

/** The server and key that a command is told of by its options, or by the environment. Throws `invalid-input`. */
export const placeOf = async (terminal: Terminal, given: Remote): Promise<Place> => {
  const server = given.server ?? (terminal.environment['HINDCAST_SERVER'] || HERE)
  if (!isAddress(server))
    throw new Problem(
      'invalid-input',
      `${server} is no address of a server`,
      'give one such as https://hindcast.example.org',
    )
  return { server: server.replace(/\/$/, ''), key: await keyOf(terminal, given.key) }
}

/** A client of that server. */
export const clientOf = ({ server, key }: Place): Client =>
  createClient({ server, fetch: askServer, ...(key === '' ? {} : { key }) })

/** A client of the server that a command is told of. */
export const connect = async (terminal: Terminal, given: Remote): Promise<Client> =>
  clientOf(await placeOf(terminal, given))
