import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { entryStatuses, feedStatuses } from '../../core/feed.ts'
import { robotsStates } from '../../core/fetching/robots.ts'
import type { KeptProblem } from '../../core/kept-problem.ts'
import type { StatedPublication } from '../../core/reading/document.ts'
import { instant, oneOf } from '../columns.ts'
import { commentaries } from './commentary.ts'
import { collections } from './people.ts'

/** What is known of a host, by origin: how long to leave it alone, and the files that say what robots may do. */
export const hosts = pgTable(
  'hosts',
  {
    origin: text().primaryKey(),
    nextAllowedAt: instant().notNull(),
    /** Times in a row that it said it was busy. */
    failures: integer().notNull().default(0),
    robots: text({ enum: robotsStates }),
    robotsText: text(),
    robotsFetchedAt: instant(),
    tdmText: text(),
    tdmFetchedAt: instant(),
  },
  (t) => [oneOf('hosts_robots_check', t.robots, robotsStates), check('hosts_failures_check', sql`${t.failures} >= 0`)],
)

export const feeds = pgTable(
  'feeds',
  {
    id: text().primaryKey(),
    url: text().notNull(),
    title: text(),
    publisher: text(),
    collectionId: text().references(() => collections.id),
    status: text({ enum: feedStatuses }).notNull(),
    etag: text(),
    lastModified: text(),
    nextPollAt: instant().notNull(),
    polledAt: instant(),
    failures: integer().notNull().default(0),
    lastError: jsonb().$type<KeptProblem>(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('feeds_url_unique').on(t.url),
    oneOf('feeds_status_check', t.status, feedStatuses),
    check('feeds_failures_check', sql`${t.failures} >= 0`),
    index('feeds_due_index').on(t.status, t.nextPollAt),
    index('feeds_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

export const feedEntries = pgTable(
  'feed_entries',
  {
    id: text().primaryKey(),
    feedId: text()
      .notNull()
      .references(() => feeds.id),
    guid: text().notNull(),
    url: text().notNull(),
    /** Of the URL: an entry whose host is free goes before one whose host is not. */
    origin: text().notNull(),
    title: text(),
    authors: jsonb().$type<string[]>().notNull(),
    publishedAt: instant(),
    published: jsonb().$type<StatedPublication>(),
    status: text({ enum: entryStatuses }).notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull(),
    problem: jsonb().$type<KeptProblem>(),
    commentaryId: text().references(() => commentaries.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    /** Hashed, since an id and an address together may be longer than an index holds. */
    uniqueIndex('feed_entries_guid_url_unique').on(t.feedId, sql`md5(${t.guid} || ' ' || ${t.url})`),
    oneOf('feed_entries_status_check', t.status, entryStatuses),
    check('feed_entries_attempts_check', sql`${t.attempts} >= 0`),
    check(
      'feed_entries_commentary_check',
      sql`(${t.status} in ('recorded', 'known')) = (${t.commentaryId} is not null)`,
    ),
    index('feed_entries_due_index').on(t.status, t.nextAttemptAt),
    index('feed_entries_feed_index').on(t.feedId, t.recordedAt, t.id),
  ],
)
