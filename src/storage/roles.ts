import { type SQL, sql } from 'drizzle-orm'
import { Problem } from '../core/problem.ts'
import type { Reader } from './database.ts'
import { grantsFor, quoted } from './grants.ts'

type Standing = { database: string; exists: boolean; unbound: boolean }

/** A role that owns the tables, or may act as who does, or is above grants altogether: they would hold it to nothing. */
const isUnbound = (oid: SQL): SQL<boolean> => sql`exists (select 1 from pg_roles upper
    where pg_has_role(${oid}, upper.oid, 'member') and (upper.rolsuper or upper.rolcreaterole
      or upper.rolname in ('pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program')
      or upper.oid in (select relowner from pg_class where oid = 'public.ledger_leaves'::regclass
        union select datdba from pg_database where datname = current_database())))`

const standingOf = async (owner: Reader, role: string): Promise<Standing> => {
  const held = sql`select role.oid from pg_roles role where role.rolname = ${role}`
  const [row] = await owner
    .select({
      database: sql<string>`current_database()`,
      exists: sql<boolean>`exists (${held})`,
      unbound: sql<boolean>`coalesce((select ${isUnbound(sql`held.oid`)} from (${held}) as held), false)`,
    })
    .from(sql`(select 1) as one`)
  if (!row) throw new Error('one row was selected and none came')
  return row
}

/**
 * The roles, not the owner's, that an application could connect as until now: whoever may add questions. Those that grants would hold
 * to nothing are left out, as a superuser that was granted something once: they are nobody's application.
 */
export const applicationRoles = async (owner: Reader): Promise<string[]> => {
  const rows = await owner
    .select({ role: sql<string>`role.rolname` })
    .from(sql`pg_class, aclexplode(pg_class.relacl) as acl, pg_roles role`)
    .where(
      sql`pg_class.oid = 'public.questions'::regclass and acl.privilege_type = 'INSERT' and role.oid = acl.grantee
        and acl.grantee <> pg_class.relowner and not ${isUnbound(sql`role.oid`)}`,
    )
    .orderBy(sql`1`)
  return rows.map(({ role }) => role)
}

/** A role that was given its rights, and the statements that who owns the database has still to say: we may not. */
export type Restricted = { role: string; remaining: string[] }

/** What is of the database or the schema and not of the tables: Postgres gives and takes it, but for its owner, without an effect. */
const remainingOf = async (owner: Reader, role: string, database: string): Promise<string[]> => {
  const [row] = await owner
    .select({
      temporary: sql<boolean>`has_database_privilege(${role}, current_database(), 'temporary')`,
      inDatabase: sql<boolean>`has_database_privilege(${role}, current_database(), 'create')`,
      inSchema: sql<boolean>`has_schema_privilege(${role}, 'public', 'create')`,
      connects: sql<boolean>`has_database_privilege(${role}, current_database(), 'connect')`,
    })
    .from(sql`(select 1) as one`)
  const [to, on] = [quoted(role), quoted(database)]
  return [
    ...(row?.temporary ? [`REVOKE TEMPORARY ON DATABASE ${on} FROM PUBLIC, ${to};`] : []),
    ...(row?.inDatabase ? [`REVOKE CREATE ON DATABASE ${on} FROM PUBLIC, ${to};`] : []),
    ...(row?.inSchema ? [`REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${to};`] : []),
    ...(row?.connects === false ? [`GRANT CONNECT ON DATABASE ${on} TO ${to};`] : []),
  ]
}

/**
 * Gives a role what the application needs and takes the rest from it, all or nothing but for what remains to be said by who owns the
 * database. Throws `not-found` where there is no such role, and `invalid-input` for one that grants cannot hold to anything.
 */
export const restrict = async (owner: Reader, role: string): Promise<Restricted> => {
  const { database, exists, unbound } = await standingOf(owner, role)
  if (!exists) {
    throw new Problem(
      'not-found',
      `there is no role ${role}`,
      `make it, as in CREATE ROLE ${role} LOGIN PASSWORD '…', and run this again`,
    )
  }
  if (unbound) {
    throw new Problem(
      'invalid-input',
      `the role ${role} owns the tables, or may act as a role that is above grants`,
      'name a role of its own for the application, that is a member of no other',
    )
  }
  await owner.transaction(async (tx) => {
    for (const statement of grantsFor(role, database)) await tx.execute(sql.raw(statement))
  })
  return { role, remaining: await remainingOf(owner, role, database) }
}
