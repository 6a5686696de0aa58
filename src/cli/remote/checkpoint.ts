import { readFile, rename, writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { openCheckpoint, type TreeHead } from '../../core/ledger/checkpoint.ts'
import { isConsistent } from '../../core/ledger/merkle.ts'
import { Problem } from '../../core/problem.ts'
import { isAbsent } from '../../outside/absent.ts'
import { hash } from '../../outside/hash.ts'
import { harmless, harmlessJson, type Terminal } from '../terminal.ts'
import { askingServer, connect, type Remote } from './server.ts'

type Options = Remote & { keep?: string; ledgerKey?: string; keptKey?: string }

const ALARM = 'keep what you have: it shows that the server changed what it had signed, or is another server'

const textIn = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return null
    throw new Problem('invalid-input', `${path} cannot be read`, 'name a file to keep the checkpoint in')
  }
}

/** What a note says, by this key. Throws `invalid-input`. */
const mustOpen = async (note: string, key: string, whose: string): Promise<TreeHead> => {
  const head = await openCheckpoint(note, key)
  if (head) return head
  throw new Problem('invalid-input', `${whose} is not signed by ${key}`, ALARM)
}

const harmlessNote = (note: string): string => note.trimEnd().split('\n').map(harmless).join('\n')

/**
 * `hindcast checkpoint`: the newest signed checkpoint of a server. With `--keep FILE` it takes the place of the one in that file only
 * where the server proves that its ledger continues that one; a file in a git repository is an anchor outside.
 */
export const checkpointCommand = (terminal: Terminal): Command =>
  askingServer(new Command('checkpoint'))
    .description('Read the newest signed checkpoint of a server, and check that it continues the one you kept')
    .option('--keep <file>', 'where you keep it: written anew where the ledger continues what the file says')
    .option('--ledger-key <key>', 'the key that you know; else the one that the server names')
    .option('--kept-key <key>', 'the key that signed what is in the file, where the server changed it; else the same')
    .action(async (options: Options) => {
      const hindcast = await connect(terminal, options)
      const newest = await hindcast.get('/v1/ledger/checkpoints/{size}', { path: { size: 'latest' } })
      const key = options.ledgerKey ?? newest.key
      const head = await mustOpen(newest.note, key, 'the newest checkpoint')
      const kept = options.keep === undefined ? null : await textIn(options.keep)
      if (kept !== null && options.keep !== undefined) {
        const older = await mustOpen(kept, options.keptKey ?? key, options.keep)
        const query = { from: Math.min(older.size, head.size), to: head.size }
        const { proof } = await hindcast.get('/v1/ledger/consistency', { query })
        if (!isConsistent(hash, older, head, proof)) {
          const detail = `the ledger of ${head.size} facts does not continue the one of ${older.size} that ${options.keep} says`
          throw new Problem('invalid-input', detail, ALARM)
        }
        terminal.note(`It continues the ${older.size} facts of ${options.keep}.`)
      }
      terminal.print(options.json ? harmlessJson(newest) : harmlessNote(newest.note))
      if (options.keep === undefined) return
      const part = `${options.keep}.part`
      await writeFile(part, newest.note)
      await rename(part, options.keep)
    })
