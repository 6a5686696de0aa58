import Table from 'cli-table3'
import { Command, InvalidArgumentError } from 'commander'
import { erasePerson } from '../actions/people/erase-person.ts'
import { InvitePerson, invitePerson } from '../actions/people/invite-person.ts'
import { banPerson, changeScopes, signOutPerson, unbanPerson } from '../actions/people/manage-people.ts'
import { offerReset } from '../actions/people/reset-password.ts'
import type { Scope } from '../core/key.ts'
import { scopes } from '../core/key.ts'
import { LINK_HOURS, linkPath, MOST_LINK_HOURS } from '../core/one-time-link.ts'
import { Email, type Person } from '../core/person.ts'
import { missing } from '../core/problem.ts'
import { mustSignIn } from '../outside/accounts.ts'
import { personExport } from '../queries/person-export.ts'
import { erasureOf } from '../storage/erasures.ts'
import { listPeople, personByEmail } from '../storage/people.ts'
import { withDatabase } from './database.ts'
import type { Host, Opened } from './host.ts'
import { parseScopes } from './keys.ts'
import { DEFAULT_FOLDER } from './serve.ts'
import type { Terminal } from './terminal.ts'

type Common = { data: string }
type Linked = Common & { site: string }

const parseEmail = (text: string): string => {
  const read = Email.safeParse(text)
  if (!read.success) throw new InvalidArgumentError('write a mail address, as in ada@example.org')
  return read.data
}

const parseHours = (text: string): number => {
  const hours = Number(text)
  if (/^\d{1,4}$/.test(text) && hours >= 1 && hours <= MOST_LINK_HOURS) return hours
  throw new InvalidArgumentError(`give whole hours, 1 to ${MOST_LINK_HOURS}`)
}

const parseSite = (text: string): string => {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new InvalidArgumentError('give where the site is, as in https://hindcast.example.org')
}

const tableOf = (people: Person[]): string => {
  const table = new Table({
    head: ['id', 'name', 'address', 'scopes', 'since', 'banned'],
    style: { head: [], border: [] },
  })
  for (const { id, name, email, scopes: held, recordedAt, banned, banReason } of people)
    table.push([id, name, email, held.join(' '), recordedAt, banned ? (banReason ?? 'yes') : ''])
  return table.toString()
}

/** Everybody, a page at a time. */
const allPeople = async ({ services }: Opened): Promise<Person[]> => {
  const people: Person[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listPeople>> = await listPeople(services.database.reader, {
      limit: 200,
      cursor,
    })
    people.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return people
}

const mustFind = async ({ services }: Opened, email: string): Promise<Person> => {
  const person = await personByEmail(services.database.reader, email)
  if (!person) throw missing('person', email, 'email')
  return person
}

export const peopleCommand = (terminal: Terminal, host: Host): Command => {
  const open = (data: string, work: (opened: Opened) => Promise<void>) => withDatabase(terminal, host, data, work)
  const folder = (command: Command): Command =>
    command.option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
  const linked = (command: Command): Command =>
    folder(command).option('--site <url>', 'where the site is, for the link', parseSite, 'http://127.0.0.1:8787')
  /** A command about somebody by their address. */
  const about = (name: string, description: string): Command =>
    new Command(name).description(description).argument('<email>', 'their mail address', parseEmail)

  const invite = linked(
    new Command('invite').description('Print a link, shown once, by which somebody makes an account'),
  )
    .requiredOption('--email <address>', 'their mail address', parseEmail)
    .requiredOption('--scopes <list>', `comma-separated, of ${scopes.join(', ')}`, parseScopes)
    .option('--hours <number>', 'how long the link works', parseHours, LINK_HOURS.invitation)
    .action(({ data, site, email, scopes: held, hours }: Linked & { email: string; scopes: Scope[]; hours: number }) =>
      open(data, async ({ services }) => {
        mustSignIn(services.signIn)
        const input = InvitePerson.parse({ email, scopes: held, expiresInHours: hours })
        const made = await invitePerson(host.context(services), { ...input, secretBytes: host.newSecret() })
        terminal.print(`${site}${linkPath('invitation', made.token)}`)
        terminal.note(
          `It works once, until ${made.invitation.expiresAt}, and is not shown again. Hand it over yourself.`,
        )
      }),
    )
  const reset = linked(about('reset', 'Print a link, shown once, by which somebody sets another password')).action(
    (email: string, { data, site }: Linked) =>
      open(data, async (opened) => {
        mustSignIn(opened.services.signIn)
        const { id: personId } = await mustFind(opened, email)
        const input = { personId, secretBytes: host.newSecret() }
        const { token, expiresAt } = await offerReset(host.context(opened.services), input)
        terminal.print(`${site}${linkPath('reset', token)}`)
        terminal.note(`It works once, until ${expiresAt}, and is not shown again. Hand it over yourself.`)
      }),
  )
  const list = folder(new Command('list').description('List who may sign in'))
    .option('--json', 'print JSON')
    .action(({ data, json }: Common & { json?: true }) =>
      open(data, async (opened) => {
        const people = await allPeople(opened)
        terminal.print(json ? JSON.stringify(people, null, 2) : tableOf(people))
      }),
    )
  const change = folder(about('scopes', 'Change what somebody may do'))
    .argument('<scopes>', `comma-separated, of ${scopes.join(', ')}`, parseScopes)
    .action((email: string, held: Scope[], { data }: Common) =>
      open(data, async (opened) => {
        const { id } = await mustFind(opened, email)
        const { person, revokedKeys } = await changeScopes(host.context(opened.services), { id, scopes: held })
        terminal.note(`${person.name}: ${person.scopes.join(', ')}.`)
        for (const key of revokedKeys) terminal.note(`Key ${key.id} is revoked.`)
      }),
    )
  const ban = folder(about('ban', 'Let somebody do nothing any more: ends sessions, revokes keys'))
    .requiredOption('--reason <text>', 'why')
    .action((email: string, { data, reason }: Common & { reason: string }) =>
      open(data, async (opened) => {
        const { accounts } = mustSignIn(opened.services.signIn)
        const { id } = await mustFind(opened, email)
        const { person, revokedKeys } = await banPerson(host.context(opened.services), { id, reason, accounts })
        terminal.note(`${person.name} may not sign in any more.`)
        for (const key of revokedKeys) terminal.note(`Key ${key.id} is revoked.`)
      }),
    )
  const unban = folder(about('unban', 'Let somebody sign in again')).action((email: string, { data }: Common) =>
    open(data, async (opened) => {
      const { accounts } = mustSignIn(opened.services.signIn)
      const { id } = await mustFind(opened, email)
      const person = await unbanPerson(host.context(opened.services), { id, accounts })
      terminal.note(`${person.name} may sign in again; keys stay revoked.`)
    }),
  )
  const signOut = folder(about('sign-out', 'End every session of somebody')).action((email: string, { data }: Common) =>
    open(data, async (opened) => {
      const { id } = await mustFind(opened, email)
      const { ended } = await signOutPerson(host.context(opened.services), { id })
      terminal.note(`${ended} ended.`)
    }),
  )
  const take = folder(
    about('export', 'Print all that is kept about an account and was recorded by it, as JSON'),
  ).action((email: string, { data }: Common) =>
    open(data, async (opened) => {
      const { reader } = opened.services.database
      for await (const block of personExport(reader, await mustFind(opened, email), terminal.now()))
        terminal.print(block)
    }),
  )
  const erase = folder(new Command('erase').description('Erase an account for good; what it recorded stays'))
    .argument('<email>', 'their mail address; the id (psn_…) of one that is erased already')
    .action((whom: string, { data }: Common) =>
      open(data, async (opened) => {
        const erased = await erasureOf(opened.services.database.reader, whom)
        const email = erased ? '' : parseEmail(whom)
        const id = erased?.personId ?? (await mustFind(opened, email)).id
        const { erasure, created } = await erasePerson(host.context(opened.services), { id, email })
        terminal.note(`${id} ${created ? 'is erased' : `was erased on ${erasure.recordedAt}`}: ${erasure.id}.`)
      }),
    )
  const commands = [invite, list, change, reset, ban, unban, signOut, take, erase]
  return commands.reduce(
    (all, command) => all.addCommand(command),
    new Command('people').description(
      'Invite people, change what they may do, ban them (DATABASE_URL, or the embedded database of --data)',
    ),
  )
}
