import Table from 'cli-table3'
import { Command, InvalidArgumentError } from 'commander'
import { createKey, revokeKey } from '../actions/manage-keys.ts'
import { type ApiKey, type Scope, scopes } from '../core/key.ts'
import { Instant } from '../core/time.ts'
import { listKeys } from '../storage/keys.ts'
import type { Host, Opened } from './host.ts'
import { DEFAULT_FOLDER } from './serve.ts'
import type { Terminal } from './terminal.ts'

const parseScopes = (text: string): Scope[] =>
  text.split(',').map((name) => {
    const scope = scopes.find((one) => one === name.trim())
    if (!scope) throw new InvalidArgumentError(`${name} is no scope; choose from ${scopes.join(', ')}`)
    return scope
  })

const parseExpiry = (text: string): Instant => {
  const parsed = Instant.safeParse(text.length === 10 ? `${text}T23:59:59.999Z` : text)
  if (!parsed.success)
    throw new InvalidArgumentError('give a day as 2027-01-31 or an instant as 2027-01-31T09:00:00.000Z')
  return parsed.data
}

const tableOf = (keys: ApiKey[]): string => {
  const table = new Table({
    head: ['id', 'name', 'starts with', 'scopes', 'expires', 'revoked'],
    style: { head: [], border: [] },
  })
  for (const key of keys) {
    table.push([key.id, key.name, key.prefix, key.scopes.join(' '), key.expiresAt ?? 'never', key.revokedAt ?? ''])
  }
  return table.toString()
}

type Common = { data: string; json?: true }
type Create = Common & { name: string; scopes: Scope[]; expires?: Instant }

export const keysCommand = (terminal: Terminal, host: Host): Command => {
  const withDatabase = async (data: string, work: (opened: Opened) => Promise<void>): Promise<void> => {
    const opened = await host.open({ databaseUrl: terminal.environment['DATABASE_URL'], folder: data })
    try {
      await work(opened)
    } finally {
      await opened.close()
    }
  }
  const create = new Command('create')
    .description('Make a bearer key; it is shown once')
    .requiredOption('--name <name>', 'what it is for')
    .requiredOption('--scopes <list>', `comma-separated, of ${scopes.join(', ')}`, parseScopes)
    .option('--expires <date>', 'day or instant after which it is refused', parseExpiry)
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .option('--json', 'print JSON')
    .action((options: Create) =>
      withDatabase(options.data, async ({ services }) => {
        const { key, secret } = await createKey(host.context(services), {
          name: options.name,
          scopes: options.scopes,
          expiresAt: options.expires ?? null,
          secretBytes: host.newSecret(),
        })
        if (options.json) terminal.print(JSON.stringify({ ...key, secret }, null, 2))
        else {
          terminal.print(secret)
          terminal.note(`Key ${key.id} (${key.scopes.join(', ')}); it is not shown again.`)
        }
      }),
    )
  const list = new Command('list')
    .description('List the keys')
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .option('--json', 'print JSON')
    .action((options: Common) =>
      withDatabase(options.data, async ({ services }) => {
        const keys = await listKeys(services.database.reader)
        terminal.print(options.json ? JSON.stringify(keys, null, 2) : tableOf(keys))
      }),
    )
  const revoke = new Command('revoke')
    .description('Refuse a key from now on')
    .argument('<id>', 'id of the key, key_…')
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .action((id: string, options: Common) =>
      withDatabase(options.data, async ({ services }) => {
        await revokeKey(host.context(services), { id })
        terminal.note(`Key ${id} is revoked.`)
      }),
    )
  return new Command('keys')
    .description('Make, list and revoke API keys (DATABASE_URL, or the embedded database of --data)')
    .addCommand(create)
    .addCommand(list)
    .addCommand(revoke)
}
