import { type Command, CommanderError } from 'commander'
import { failureOf } from '../../src/cli/failure.ts'
import type { Host } from '../../src/cli/host.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { toInstant } from '../../src/core/time.ts'
import { host } from '../../src/host.ts'
import { MIGRATIONS, servicesHere, startServing } from '../../src/server.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import type { Ran } from './served.ts'

const throwing = (command: Command, writeErr: (text: string) => void): Command => {
  command.exitOverride().configureOutput({ writeErr })
  for (const one of command.commands) throwing(one, writeErr)
  return command
}

/**
 * A command of the host in this process, on an embedded database that stays open from one run to the next and under the site as
 * well: starting a process and a database for each would take most of the time.
 */
export const hostHere = async (make: (terminal: Terminal, host: Host) => Command) => {
  const database = await openEmbedded(null, MIGRATIONS)
  const services = servicesHere(database, undefined, undefined, 'of this test alone, and long enough for it')
  const here: Host = { ...host, open: async () => ({ services, close: async () => {} }) }
  const serving = await startServing(services, 0, '127.0.0.1')
  const run = async (...args: string[]): Promise<Ran> => {
    const [printed, noted]: [string[], string[]] = [[], []]
    const said = () => ({ stdout: printed.join(''), stderr: noted.join('') })
    const note = (line: string) => void noted.push(`${line}\n`)
    const print = (line: string) => void printed.push(`${line}\n`)
    const terminal: Terminal = { now: () => toInstant(new Date()), environment: {}, print, note }
    const program = throwing(make(terminal, here), (text) => void noted.push(text))
    try {
      await program.parseAsync(args, { from: 'user' })
      return { code: 0, ...said() }
    } catch (error) {
      if (error instanceof CommanderError) return { code: error.exitCode, ...said() }
      const failure = failureOf(error)
      if (!failure) throw error
      for (const line of failure.lines) note(line)
      return { code: failure.exit, ...said() }
    }
  }
  const close = async (): Promise<void> => {
    await serving.stop()
    await database.close()
  }
  return { run, url: serving.url, services, close }
}
