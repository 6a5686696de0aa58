import Table from 'cli-table3'
import { Command, InvalidArgumentError } from 'commander'
import { type CreatedKey, createKey, revokeKey, rotateKey } from '../actions/manage-keys.ts'
import { type ApiKey, LONGEST_OVERLAP_HOURS, type Scope, scopes } from '../core/key.ts'
import { Instant } from '../core/time.ts'
import { allKeys } from '../storage/keys.ts'
import { withDatabase } from './database.ts'
import type { Host, Opened } from './host.ts'
import { DEFAULT_FOLDER } from './serve.ts'
import type { Terminal } from './terminal.ts'

export const parseScopes = (text: string): Scope[] =>
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

const parseOverlap = (text: string): number => {
  const hours = Number(text)
  if (/^\d+$/.test(text) && hours <= LONGEST_OVERLAP_HOURS) return hours
  throw new InvalidArgumentError(`give whole hours, 0 to ${LONGEST_OVERLAP_HOURS}`)
}

const tableOf = (keys: ApiKey[]): string => {
  const table = new Table({
    head: ['id', 'name', 'starts with', 'scopes', 'bot', 'made by', 'last used', 'expires', 'revoked'],
    style: { head: [], border: [] },
  })
  for (const key of keys) {
    const { id, name, prefix, owner, lastUsedAt, expiresAt, revokedAt } = key
    const marks = [key.scopes.join(' '), key.bot ? 'bot' : '', owner, lastUsedAt ?? 'never']
    table.push([id, name, prefix, ...marks, expiresAt ?? 'never', revokedAt ?? ''])
  }
  return table.toString()
}

type Common = { data: string; json?: true }
type Create = Common & { name: string; scopes: Scope[]; expires?: Instant; bot?: true }
type Rotate = Common & { overlap: number }
type Revoke = Common & { withMade?: true }

/** The secret goes to standard output, what else there is to say to standard error. */
const show = (terminal: Terminal, { key, secret }: CreatedKey, json: true | undefined): void => {
  terminal.print(json ? JSON.stringify({ ...key, secret }, null, 2) : secret)
  if (json) return
  terminal.note(`Key ${key.id} (${key.scopes.join(', ')}); it is not shown again.`)
  if (key.previousUntil !== null) terminal.note(`The secret before works until ${key.previousUntil}.`)
}

export const keysCommand = (terminal: Terminal, host: Host): Command => {
  const open = (data: string, work: (opened: Opened) => Promise<void>) => withDatabase(terminal, host, data, work)
  const create = new Command('create')
    .description('Make a bearer key; it is shown once')
    .requiredOption('--name <name>', 'what it is for')
    .requiredOption('--scopes <list>', `comma-separated, of ${scopes.join(', ')}`, parseScopes)
    .option('--expires <date>', 'day or instant after which it is refused', parseExpiry)
    .option('--bot', 'a program forecasts with it: mark its authors and predictions, for good')
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .option('--json', 'print JSON')
    .action((options: Create) =>
      open(options.data, async ({ services }) => {
        const { name, scopes: held, expires: expiresAt = null, bot = false } = options
        const input = { name, scopes: held, expiresAt, bot, secretBytes: host.newSecret() }
        show(terminal, await createKey(host.context(services), input), options.json)
      }),
    )
  const list = new Command('list')
    .description('List the keys')
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .option('--json', 'print JSON')
    .action((options: Common) =>
      open(options.data, async ({ services }) => {
        const keys = await allKeys(services.database.reader)
        terminal.print(options.json ? JSON.stringify(keys, null, 2) : tableOf(keys))
      }),
    )
  const rotate = new Command('rotate')
    .description('Give a key another secret; it is shown once, and the one before ends')
    .argument('<id>', 'id of the key, key_…')
    .option('--overlap <hours>', 'hours for which the secret before works on', parseOverlap, 0)
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .option('--json', 'print JSON')
    .action((id: string, options: Rotate) =>
      open(options.data, async ({ services }) => {
        const input = { id, overlapHours: options.overlap, secretBytes: host.newSecret() }
        show(terminal, await rotateKey(host.context(services), input), options.json)
      }),
    )
  const revoke = new Command('revoke')
    .description('Refuse a key from now on')
    .argument('<id>', 'id of the key, key_…')
    .option('--with-made', 'also every key that was made with it, and with those')
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .action((id: string, options: Revoke) =>
      open(options.data, async ({ services }) => {
        const revoked = await revokeKey(host.context(services), { id, withMade: options.withMade ?? false })
        for (const key of revoked) terminal.note(`Key ${key.id} is revoked.`)
      }),
    )
  return new Command('keys')
    .description('Make, list, rotate and revoke API keys (DATABASE_URL, or the embedded database of --data)')
    .addCommand(create)
    .addCommand(list)
    .addCommand(rotate)
    .addCommand(revoke)
}
