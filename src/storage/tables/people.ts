import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { authorKinds } from '../../core/author.ts'
import { authorLinkActs } from '../../core/author-link.ts'
import type { Scope } from '../../core/key.ts'
import { day, factColumns, inOrder, instant, oneOf } from '../columns.ts'
import { wordsOfName } from '../search-texts.ts'

export const authors = pgTable(
  'authors',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    slug: text().notNull(),
    kind: text({ enum: authorKinds }).notNull(),
    /** Registered with a key that is marked as a bot's. */
    bot: boolean().notNull().default(false),
    /** Where spellings of one name meet: `name:<key>`, `unattributed:<source or commentary id>`. */
    identity: text().notNull(),
    /** The record that this one counts for while it is merged: a cache of `author_links`, written where those are appended; null = itself. */
    canonicalId: text().references((): AnyPgColumn => authors.id),
    /** The key that registered them, and may submit as them; for names found in texts, who recorded those. */
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('authors_slug_unique').on(t.slug),
    unique('authors_identity_unique').on(t.identity),
    oneOf('authors_kind_check', t.kind, authorKinds),
    index('authors_recorded_at_index').on(t.recordedAt, t.id),
    index('authors_words_index').using('gin', wordsOfName(t)),
    index('authors_recorded_by_index').on(t.recordedBy, t.id),
    index('authors_canonical_index').on(t.canonicalId),
    check('authors_canonical_check', sql`${t.canonicalId} <> ${t.id}`),
  ],
)

/** Records of one author merged, and split again; the last word on a record holds. */
export const authorLinks = pgTable(
  'author_links',
  {
    id: text().primaryKey(),
    authorId: text()
      .notNull()
      .references(() => authors.id),
    position: integer().notNull(),
    act: text({ enum: authorLinkActs }).notNull(),
    /** Merged into it, or split from it. */
    otherId: text()
      .notNull()
      .references(() => authors.id),
    reason: text().notNull(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('author_links_position_unique').on(t.authorId, t.position),
    oneOf('author_links_act_check', t.act, authorLinkActs),
    check('author_links_other_check', sql`${t.authorId} <> ${t.otherId}`),
    index('author_links_other_index').on(t.otherId),
    index('author_links_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

export const sources = pgTable(
  'sources',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    identity: text().notNull(),
    /** Null until someone states it, then fixed. */
    reportingLagDays: integer(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('sources_identity_unique').on(t.identity),
    check('sources_lag_check', sql`${t.reportingLagDays} between 0 and 3650`),
    index('sources_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

export const sourceCoverage = pgTable(
  'source_coverage',
  {
    id: text().primaryKey(),
    sourceId: text()
      .notNull()
      .references(() => sources.id),
    readThrough: day().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [unique('source_coverage_unique').on(t.sourceId, t.readThrough)],
)

export const collections = pgTable(
  'collections',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    rule: text().notNull(),
    readWhole: boolean().notNull(),
    caveat: text(),
    /** The outlets; names of rows in `sources`, held by the action that records them. */
    sourceIds: jsonb().$type<string[]>().notNull().default([]),
    publishedFrom: day(),
    publishedUntil: day(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    inOrder('collections_published_check', t.publishedFrom, t.publishedUntil),
    unique('collections_slug_unique').on(t.slug),
    index('collections_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

/** Bearer keys: no secret is stored, only the SHA-256 of the one that works and of the one before. */
export const keys = pgTable(
  'keys',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    prefix: text().notNull(),
    sha256: text().notNull(),
    /** Of the secret before the last rotation, and until when it works; null after a rotation without an overlap. */
    previousSha256: text(),
    previousUntil: instant(),
    scopes: jsonb().$type<Scope[]>().notNull(),
    bot: boolean().notNull().default(false),
    /** Who made it: `host` for the command line, which made all that are older than this column. */
    owner: text().notNull().default('host'),
    recordedAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    lastUsedAt: instant(),
  },
  (t) => [
    unique('keys_sha256_unique').on(t.sha256),
    unique('keys_previous_sha256_unique').on(t.previousSha256),
    check('keys_previous_check', sql`(${t.previousSha256} is null) = (${t.previousUntil} is null)`),
    index('keys_owner_index').on(t.owner),
    index('keys_recorded_at_index').on(t.recordedAt, t.id),
  ],
)
