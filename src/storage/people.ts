import { and, eq, sql } from 'drizzle-orm'
import { type Scope, scopes } from '../core/key.ts'
import type { Person } from '../core/person.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { credentials, people } from './tables/accounts.ts'

/** Scopes as the column holds them, in the order of the list. */
export const scopesText = (held: readonly Scope[]): string => scopes.filter((scope) => held.includes(scope)).join(',')
export const scopesIn = (text: string): Scope[] => scopes.filter((scope) => text.split(',').includes(scope))

const columns = {
  id: people.id,
  name: people.name,
  email: people.email,
  scopes: people.scopes,
  banned: people.banned,
  banReason: people.banReason,
  recordedAt: people.recordedAt,
}
type Row = Omit<Person, 'scopes'> & { scopes: string }
const personOf = (row: Row): Person => ({ ...row, scopes: scopesIn(row.scopes) })

export const findPerson = async (reader: Reader, id: string): Promise<Person | null> => {
  const [row] = await reader.select(columns).from(people).where(eq(people.id, id))
  return row ? personOf(row) : null
}

export const personByEmail = async (reader: Reader, email: string): Promise<Person | null> => {
  const [row] = await reader.select(columns).from(people).where(eq(people.email, email))
  return row ? personOf(row) : null
}

/** The person, who stays as they are until the transaction ends. */
export const lockPerson = async (tx: Transaction, id: string): Promise<Person | null> => {
  const [row] = await tx.select(columns).from(people).where(eq(people.id, id)).for('update')
  return row ? personOf(row) : null
}

/**
 * What a password is checked against, by its person's address or id: it changes with the password. Null where there is no account,
 * and where somebody is banned.
 */
export const passwordHashOf = async (
  reader: Reader,
  who: { email: string } | { id: string },
): Promise<string | null> => {
  const [row] = await reader
    .select({ passwordHash: credentials.passwordHash })
    .from(people)
    .innerJoin(credentials, eq(credentials.personId, people.id))
    .where(and('id' in who ? eq(people.id, who.id) : eq(people.email, who.email), eq(people.banned, false)))
  return row?.passwordHash ?? null
}

export const listPeople = async (reader: Reader, page: PageRequest): Promise<Page<Person>> => {
  const rows = await reader
    .select(columns)
    .from(people)
    .where(afterCursor(page, people.recordedAt, people.id))
    .orderBy(...newestFirst(people.recordedAt, people.id))
    .limit(page.limit + 1)
  return pageOf(rows.map(personOf), page)
}

export const changeScopes = async (tx: Transaction, id: string, held: readonly Scope[]): Promise<void> => {
  await tx
    .update(people)
    .set({ scopes: scopesText(held) })
    .where(eq(people.id, id))
}

/** The ids of those who may administer, all of whom stay so until the transaction ends. */
export const lockAdmins = async (tx: Transaction): Promise<string[]> => {
  const admin = sql`'admin' = any(string_to_array(${people.scopes}, ','))`
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.banned, false), admin))
    .orderBy(people.id)
    .for('update')
  return rows.map(({ id }) => id)
}

/** Whether any person but these may sign in and has one of these scopes. */
export const anotherPerson = async (
  reader: Reader,
  but: readonly string[],
  scopes: readonly Scope[],
): Promise<boolean> => {
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        sql`${people.id} not in (select jsonb_array_elements_text(${JSON.stringify(but)}::jsonb))`,
        eq(people.banned, false),
        sql`string_to_array(${people.scopes}, ',') && string_to_array(${scopes.join(',')}, ',')`,
      ),
    )
    .limit(1)
  return rows.length > 0
}
