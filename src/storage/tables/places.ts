import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { joinings } from '../../core/place.ts'
import { factColumns, instant, oneOf } from '../columns.ts'
import { commentaries } from './commentary.ts'

/** Where a commentary was fetched from: one row a place and a state of its bytes. */
export const commentaryPlaces = pgTable(
  'commentary_places',
  {
    id: text().primaryKey(),
    commentaryId: text()
      .notNull()
      .references(() => commentaries.id),
    askedUrl: text().notNull(),
    url: text().notNull(),
    canonicalUrl: text().notNull(),
    /** What the page declares as canonical on another site: kept, not believed. */
    claimedUrl: text(),
    status: integer().notNull(),
    mediaType: text(),
    etag: text(),
    lastModified: text(),
    bytesSha256: text().notNull(),
    joinedBy: text({ enum: joinings }).notNull(),
    /** Jaccard index of the shingles, 0 to 1, where that joined it. */
    resemblance: doublePrecision(),
    fetchedAt: instant().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('commentary_places_unique').on(t.commentaryId, t.url, t.bytesSha256),
    oneOf('commentary_places_joined_by_check', t.joinedBy, joinings),
    check('commentary_places_resemblance_check', sql`(${t.joinedBy} = 'resemblance') = (${t.resemblance} is not null)`),
    index('commentary_places_commentary_index').on(t.commentaryId, t.fetchedAt),
  ],
)

/** What one piece is known by: `url:…`, `bytes:…`, `text:…`. Each leads to one commentary, whoever comes first. */
export const commentaryIdentities = pgTable(
  'commentary_identities',
  {
    identity: text().primaryKey(),
    commentaryId: text()
      .notNull()
      .references(() => commentaries.id),
  },
  (t) => [index('commentary_identities_commentary_index').on(t.commentaryId)],
)
