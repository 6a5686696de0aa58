import { Command, InvalidArgumentError, Option } from 'commander'
import { Instant } from '../../core/time.ts'
import { writeLine } from '../screen.ts'
import type { Terminal } from '../terminal.ts'
import { filtersGiven, itemsOf, withFilters } from './list.ts'
import { type Resource, resources } from './resources.ts'
import { askingServer, connect, type Remote } from './server.ts'

const PAGE = 200

const parseSince = (text: string): Instant => {
  const parsed = Instant.safeParse(text.length === 10 ? `${text}T00:00:00.000Z` : text)
  if (!parsed.success)
    throw new InvalidArgumentError('give a day as 2027-01-31 or an instant as 2027-01-31T09:00:00.000Z')
  return parsed.data
}

const cellText = (value: unknown): string => {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row of CSV (RFC 4180): what is nested is JSON in its cell, null is an empty one. */
const csvRow = (cells: readonly unknown[]): string => `${cells.map(cellText).join(',')}\r`

type Options = Remote & { format: 'ndjson' | 'csv'; since?: Instant }

/** Lists come newest first: what was recorded before the instant ends the export. */
const isBefore = (item: Record<string, unknown>, since: Instant | undefined): boolean =>
  since !== undefined && typeof item['recordedAt'] === 'string' && item['recordedAt'] < since

const exportOne = (terminal: Terminal, name: string, resource: Resource): Command =>
  withFilters(askingServer(new Command(name).description(resource.about)), resource)
    .addOption(new Option('--format <format>', 'one item a line').choices(['ndjson', 'csv']).default('ndjson'))
    .option('--since <date>', 'only what was recorded from this day or instant on', parseSince)
    .action(async (options: Options) => {
      const hindcast = await connect(terminal, options)
      let names: string[] | null = null
      let count = 0
      const query = { ...filtersGiven(resource.filters, options), limit: PAGE }
      for await (const item of itemsOf(hindcast, resource, query)) {
        if (isBefore(item, options.since)) break
        if (options.format === 'csv') {
          if (names === null) await writeLine(csvRow(Object.keys(item)))
          names ??= Object.keys(item)
          await writeLine(csvRow(names.map((one) => item[one])))
        } else await writeLine(JSON.stringify(item))
        count += 1
      }
      terminal.note(`${count} ${name}`)
    })

/** What lists in another order than newest first has no `--since` to stop at. */
const exported = Object.entries(resources).filter(([name]) => name !== 'due')

/** `hindcast export RESOURCE`: everything that a server lists, a line each, as it comes. */
export const exportCommand = (terminal: Terminal): Command => {
  const command = new Command('export').description('Write everything of a kind that a server lists, one item a line')
  for (const [name, resource] of exported) command.addCommand(exportOne(terminal, name, resource))
  return command
}
