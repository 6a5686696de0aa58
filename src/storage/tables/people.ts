import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { authorKinds } from '../../core/author.ts'
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
    /** Where spellings of one name meet: `name:<key>`, `unattributed:<source or commentary id>`. */
    identity: text().notNull(),
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

/** Bearer keys: the secret itself is never stored, only its SHA-256. */
export const keys = pgTable(
  'keys',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    prefix: text().notNull(),
    sha256: text().notNull(),
    scopes: jsonb().$type<Scope[]>().notNull(),
    recordedAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
  },
  (t) => [unique('keys_sha256_unique').on(t.sha256), index('keys_recorded_at_index').on(t.recordedAt, t.id)],
)
