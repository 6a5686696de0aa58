import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import type { Services } from '../../src/actions/context.ts'
import type { Host } from '../../src/cli/host.ts'
import { migrateCommand } from '../../src/cli/migrate.ts'
import { serveCommand } from '../../src/cli/serve.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { MINUTE, plusMs } from '../../src/core/fetching/pace.ts'
import { toInstant } from '../../src/core/time.ts'
import { host } from '../../src/host.ts'
import { deliverWebhooks } from '../../src/jobs/deliver-webhooks.ts'
import { sealCommittedFacts } from '../../src/jobs/seal-facts.ts'
import { HOST } from '../../src/server.ts'
import { type Acknowledged, checkDatabase } from './check.ts'
import { arm, type Trap, trapped, trapSecret, trapWrites } from './trap.ts'

/**
 * The server as `hindcast serve` starts it, in a process that may be told where to die, and to do at once what the clock would do
 * later. Told by lines of JSON on standard input, answers by lines on standard output.
 */
export type Order = { id: number } & (
  | { do: 'arm'; trap: Trap }
  | { do: 'seal' }
  | { do: 'deliver'; minutesAhead: number }
  | { do: 'check'; acknowledged: Acknowledged }
  | { do: 'export'; folder: string }
)

const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

const obey = async (services: Services, order: Order): Promise<unknown> => {
  const now = services.clock()
  switch (order.do) {
    case 'arm':
      return arm(order.trap)
    case 'seal':
      return sealCommittedFacts(services, HOST, now)
    case 'deliver': {
      // What a crash held is free again after a minute, which nobody waits for here.
      const ahead = () => plusMs(services.clock(), order.minutesAhead * MINUTE)
      return deliverWebhooks({ ...services, clock: ahead }, HOST, ahead())
    }
    case 'check':
      return checkDatabase(services, order.acknowledged)
    case 'export':
      return host.writeFullExport(services, order.folder)
  }
}

const answer = async (services: Services, order: Order): Promise<void> => {
  try {
    say({ id: order.id, done: (await obey(services, order)) ?? null })
  } catch (error) {
    say({ id: order.id, failed: inspect(error) })
  }
}

const trappedHost: Host = {
  ...host,
  open: async (choice) => {
    const opened = await host.open(choice)
    return { ...opened, services: { ...opened.services, database: trapped(opened.services.database) } }
  },
  firstKey: async (services) => {
    const key = await host.firstKey(services)
    if (key) say({ key: key.secret })
    return key
  },
  serve: async (services, port, hostname) => {
    const serving = await host.serve(services, port, hostname)
    createInterface({ input: process.stdin }).on('line', (line) => void answer(services, JSON.parse(line)))
    say({ url: serving.url })
    return serving
  },
}

const terminal: Terminal = {
  now: () => toInstant(new Date()),
  environment: process.env,
  print: (line) => process.stderr.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
}

trapWrites()
trapSecret()
const atStart = process.env['CRASH_TRAP']
if (atStart) arm(JSON.parse(atStart))
const [, , name, ...args] = process.argv
const command =
  name === 'migrate'
    ? migrateCommand(terminal, trappedHost)
    : serveCommand(terminal, trappedHost, fileURLToPath(new URL('../examples', import.meta.url)))
await command.parseAsync(args, { from: 'user' })
process.exit()
