import { Command, InvalidArgumentError, Option } from 'commander'
import type { Client } from '../../client/create-client.ts'
import type { Terminal } from '../terminal.ts'
import { tableText } from './columns.ts'
import { type Resource, resources } from './resources.ts'
import { askingServer, connect, type Remote } from './server.ts'

const SHOWN = 50
const PAGE = 200

export const parseCount = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('give a whole number from 1 on')
}

const meanings: Readonly<Record<string, string>> = {
  author: 'id or slug',
  collection: 'id or slug',
  as_of: 'position of the ledger, or instant, as of which to read',
  due_after: 'day: the window ends on it or later',
  due_before: 'day: the window ends before it',
  q: 'beginnings of words of the name',
}

/** `--due-after` for the parameter `due_after`, so that commander names it as `camelCase` again. */
const optionOf = (filter: string): Option =>
  new Option(
    `--${filter.replaceAll('_', '-')} <${filter.endsWith('_id') ? 'id' : 'value'}>`,
    meanings[filter] ?? 'filter',
  )

const nameOf = (filter: string): string => filter.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The filters of a list that were given as options. */
export const filtersGiven = (
  filters: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    filters.flatMap((filter) => {
      const value = options[nameOf(filter)]
      return value === undefined ? [] : [[filter, value]]
    }),
  )

export const withFilters = (command: Command, { filters }: Resource): Command => {
  for (const filter of filters) command.addOption(optionOf(filter))
  return command
}

type Item = Record<string, unknown>

/** Everything that a resource lists under these filters, as it is iterated. */
export const itemsOf = (hindcast: Client, { path }: Resource, query: Record<string, unknown>): AsyncGenerator<Item> =>
  hindcast.paginate(path, { query } as never) as AsyncGenerator<never>

type Options = Remote & { limit: number; all?: true }

const listOne = (terminal: Terminal, name: string, resource: Resource): Command =>
  withFilters(askingServer(new Command(name).description(resource.about)), resource)
    .option('--limit <number>', 'at most so many', parseCount, SHOWN)
    .option('--all', 'all there are')
    .action(async (options: Options) => {
      const hindcast = await connect(terminal, options)
      const most = options.all ? Number.POSITIVE_INFINITY : options.limit
      const items: Item[] = []
      const query = { ...filtersGiven(resource.filters, options), limit: Math.min(most, PAGE) }
      let more = false
      for await (const item of itemsOf(hindcast, resource, query)) {
        more = items.length >= most
        if (more) break
        items.push(item)
      }
      terminal.print(options.json ? JSON.stringify(items, null, 2) : tableText(resource.columns, items as never[]))
      if (more) terminal.note(`There are more than ${most}: --limit, or --all.`)
    })

/** `hindcast list RESOURCE`: what a server lists, with the filters of its list. */
export const listCommand = (terminal: Terminal): Command => {
  const command = new Command('list').description('List what a server knows, newest first')
  for (const [name, resource] of Object.entries(resources)) command.addCommand(listOne(terminal, name, resource))
  return command
}
