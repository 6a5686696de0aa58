import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { linkKinds } from '../../core/one-time-link.ts'
import { instant, matches, oneOf } from '../columns.ts'

/** Scopes with commas between them, as the keeper of accounts writes roles. */
const SCOPES = '^(read|submit|review|resolve|admin)(,(read|submit|review|resolve|admin))*$'

/** Who may sign in. */
export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    /** Asked for by the keeper of accounts: no mail is sent here, so nobody's is ever verified. */
    emailVerified: boolean().notNull().default(false),
    scopes: text().notNull(),
    banned: boolean().notNull().default(false),
    banReason: text(),
    recordedAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('people_email_unique').on(t.email),
    matches('people_scopes_check', t.scopes, SCOPES),
    index('people_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

/** How somebody proves who they are: by a password, of which the scrypt hash is kept. */
export const credentials = pgTable(
  'credentials',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** `credential`, and the person's own id: the only kind there is here. */
    provider: text().notNull(),
    account: text().notNull(),
    passwordHash: text(),
    recordedAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('credentials_account_unique').on(t.provider, t.account),
    index('credentials_person_index').on(t.personId),
  ],
)

/** Who is signed in where. The token alone opens nothing: the cookie is signed with the secret of the installation. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    address: text().notNull(),
    userAgent: text().notNull(),
    recordedAt: instant().notNull(),
    lastUsedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [unique('sessions_token_unique').on(t.token), index('sessions_person_index').on(t.personId)],
)

/** Links that work once: of a token only the SHA-256 is kept. */
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: text().primaryKey(),
    kind: text({ enum: linkKinds }).notNull(),
    sha256: text().notNull(),
    email: text().notNull(),
    /** What an invitation gives; null for another password. */
    scopes: text(),
    /** Whose password a reset sets; who an invitation made, once it was used. */
    personId: text().references(() => people.id, { onDelete: 'cascade' }),
    madeBy: text().notNull(),
    recordedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    unique('one_time_links_sha256_unique').on(t.sha256),
    oneOf('one_time_links_kind_check', t.kind, linkKinds),
    matches('one_time_links_scopes_check', t.scopes, SCOPES),
    check('one_time_links_invitation_check', sql`(${t.kind} = 'invitation') = (${t.scopes} is not null)`),
    check('one_time_links_reset_check', sql`${t.kind} <> 'reset' or ${t.personId} is not null`),
    index('one_time_links_recorded_at_index').on(t.recordedAt, t.id),
    index('one_time_links_person_index').on(t.personId),
  ],
)

/** Attempts to sign in that did not succeed, by the SHA-256 of what they are counted by: an account or an address. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    id: text().primaryKey(),
    subject: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index('sign_in_attempts_subject_index').on(t.subject, t.recordedAt),
    index('sign_in_attempts_at_index').on(t.recordedAt),
  ],
)
