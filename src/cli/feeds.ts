import Table from 'cli-table3'
import { Command } from 'commander'
import { recordFeed } from '../actions/reading/manage-feeds.ts'
import type { Feed } from '../core/feed.ts'
import { Problem } from '../core/problem.ts'
import { listFeeds } from '../storage/feeds.ts'
import { withDatabase } from './database.ts'
import type { Host, Opened } from './host.ts'
import { DEFAULT_FOLDER } from './serve.ts'
import type { Terminal } from './terminal.ts'

const tableOf = (feeds: Feed[]): string => {
  const table = new Table({
    head: ['id', 'title', 'address', 'status', 'next poll', 'last error'],
    style: { head: [], border: [] },
  })
  for (const { id, title, url, status, nextPollAt, lastError } of feeds) {
    table.push([id, title ?? '', url, status, status === 'active' ? nextPollAt : '', lastError?.detail ?? ''])
  }
  return table.toString()
}

const allFeeds = async ({ services }: Opened): Promise<Feed[]> => {
  const feeds: Feed[] = []
  for (let cursor: string | null = null; ; ) {
    const { items, next } = await listFeeds(services.database.reader, { limit: 200, cursor })
    feeds.push(...items)
    if (next === null) return feeds
    cursor = next
  }
}

type Common = { data: string; json?: true }
type Add = Common & { publisher?: string; collection?: string }

export const feedsCommand = (terminal: Terminal, host: Host): Command => {
  const open = (data: string, work: (opened: Opened) => Promise<void>) => withDatabase(terminal, host, data, work)
  const command = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
      .option('--json', 'print JSON')
  const add = command('add', 'Read a feed from now on')
    .argument('<url>', 'address of an RSS, Atom or JSON feed')
    .option('--publisher <name>', 'for pieces whose page names none')
    .option('--collection <slug>', 'collection that its pieces are read for')
    .action((url: string, { data, json, publisher, collection }: Add) =>
      open(data, async ({ services }) => {
        services.outbound.fetch.check(url)
        const named = { ...(publisher ? { publisher } : {}), ...(collection ? { collection } : {}) }
        const { feed, created } = await recordFeed(host.context(services), { url, ...named })
        if (json) terminal.print(JSON.stringify(feed, null, 2))
        else terminal.print(feed.id)
        if (!created) terminal.note('It stood already.')
      }),
    )
  const list = command('list', 'List the feeds, with their last error').action(({ data, json }: Common) =>
    open(data, async (opened) => {
      const feeds = await allFeeds(opened)
      terminal.print(json ? JSON.stringify(feeds, null, 2) : tableOf(feeds))
    }),
  )
  const poll = command('poll', 'Ask the feeds that are due and record what they announce, once').action(
    ({ data, json }: Common) =>
      open(data, async ({ services }) => {
        const report = await host.pollFeeds(services)
        if (!report) throw new Problem('illegal-step', 'a poll of this very moment is under way', 'try again')
        if (json) terminal.print(JSON.stringify(report, null, 2))
        else for (const [what, count] of Object.entries(report)) terminal.print(`${what} ${count}`)
      }),
  )
  return new Command('feeds')
    .description('Add, list and poll feeds (DATABASE_URL, or the embedded database of --data)')
    .addCommand(add)
    .addCommand(list)
    .addCommand(poll)
}
