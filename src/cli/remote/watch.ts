import { setTimeout as sleep } from 'node:timers/promises'
import { Command, InvalidArgumentError } from 'commander'
import type { Client } from '../../client/create-client.ts'
import { HindcastProblem } from '../../client/problem.ts'
import type { AnswerOf, OperationOf } from '../../client/request-types.ts'
import { Unreached } from '../../outside/ask-server.ts'
import { styled, whenStopped, writeLine } from '../screen.ts'
import { shorten, type Terminal } from '../terminal.ts'
import { parseCount } from './list.ts'
import { askingServer, connect, type Remote } from './server.ts'

type Page = AnswerOf<OperationOf<'/v1/changes', 'get'>>
type Change = Page['items'][number]

const parsePosition = (text: string): number => {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('give a position of the ledger, 0 for its beginning')
}

/** The words by which a reader knows a thing, whatever kind it is of. */
const NAMING = [
  'authorName',
  'probability',
  'outcome',
  'wording',
  'claim',
  'title',
  'label',
  'topic',
  'statement',
  'reason',
]

const wordsOf = (data: Change['data']): string => {
  const fields = (data ?? {}) as Readonly<Record<string, unknown>>
  const said = NAMING.flatMap((name) =>
    fields[name] === undefined || fields[name] === null ? [] : [String(fields[name])],
  )
  return shorten(said.join(', '), 80)
}

/** A change in one line: where it stands, when it was sealed, what was done, to what. */
const lineOf = ({ position, sealedAt, kind, action, resource, id, data, withheld }: Change): string => {
  const done = styled('cyan', action === null ? kind : `${kind} ${action}`)
  return [position, sealedAt, done, resource ?? id ?? '', withheld ?? wordsOf(data)].join('  ').trimEnd()
}

/** What is followed of everything, as the query has it. */
type Followed = { kind?: string; author?: string; question?: string; topic?: string; collection?: string }
type Options = Remote & Followed & { after?: number; every: number; once?: true }

/** So long the server lets a request wait, in seconds. */
const LONGEST_WAIT = 30

/** Given alone: the server takes what it is sent for asked. */
const followedOf = ({ kind, author, question, topic, collection }: Options): Followed => ({
  ...(kind === undefined ? {} : { kind }),
  ...(author === undefined ? {} : { author }),
  ...(question === undefined ? {} : { question }),
  ...(topic === undefined ? {} : { topic }),
  ...(collection === undefined ? {} : { collection }),
})

/** Failures that a later request may not meet: the server is away, or asks for patience. */
const isPassing = (error: unknown): boolean =>
  error instanceof Unreached || (error instanceof HindcastProblem && (error.status >= 500 || error.status === 429))

/**
 * Follows from a position until it is stopped, or with `once` until nothing is new. Gives the position to go on from. A server
 * that is away for a while is asked again.
 */
const follow = async (terminal: Terminal, hindcast: Client, from: number, options: Options, stop: AbortSignal) => {
  const asked = { ...followedOf(options), limit: 200, wait: options.once ? 0 : Math.min(options.every, LONGEST_WAIT) }
  let after = from
  while (!stop.aborted) {
    let page: Page | null = null
    try {
      page = await hindcast.get('/v1/changes', { query: { after, ...asked }, signal: stop })
    } catch (error) {
      if (stop.aborted) break
      if (options.once || !isPassing(error)) throw error
      terminal.note(`${error instanceof Error ? error.message : error}; asking again in ${options.every} s`)
    }
    for (const change of page?.items ?? []) {
      if (stop.aborted) return after
      await writeLine(options.json ? JSON.stringify(change) : lineOf(change))
      after = change.position
    }
    const nothingNew = page !== null && page.next === after && page.items.length === 0
    if (nothingNew && options.once) break
    // A server where as many wait as may answers at once.
    const pause = page === null ? options.every : nothingNew ? 1 : 0
    if (pause > 0) await sleep(pause * 1000, undefined, { signal: stop }).catch(() => undefined)
    after = page?.next ?? after
  }
  return after
}

/** `hindcast watch`: everything that is recorded, a line each, in the order of the ledger. */
export const watchCommand = (terminal: Terminal): Command =>
  askingServer(new Command('watch').description('Follow what is recorded, one line each, until stopped'))
    .option('--after <position>', 'go on after this position of the ledger; else what comes from now on', parsePosition)
    .option('--kind <kinds>', 'these kinds alone, with commas between: prediction,resolution')
    .option('--author <author>', 'what is about an author, by id or slug')
    .option('--question <id>', 'what is about a question')
    .option('--topic <topic>', 'what is about questions on a topic')
    .option('--collection <collection>', 'what is of a collection, by id or slug')
    .option(
      '--every <seconds>',
      'how long the server waits for something new, and how soon one that is away is asked',
      parseCount,
      15,
    )
    .option('--once', 'end when nothing is new')
    .action(async (options: Options) => {
      const stop = whenStopped()
      const hindcast = await connect(terminal, options)
      const from = options.after ?? (await hindcast.get('/v1/ledger')).position
      terminal.note(`Following after position ${from}. Ctrl-C stops it.`)
      const after = await follow(terminal, hindcast, from, options, stop)
      terminal.note(`Go on with --after ${after}`)
    })
