import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { PassageSentence } from '../../core/evidence/passage.ts'
import { day } from '../columns.ts'
import { commentaryTexts } from './commentary.ts'
import { events } from './resolution.ts'

const tsvector = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' })

/**
 * What evidence is looked for in: passages of plain texts, and the words of recorded events. An index, made anew from what
 * it was made from: not a fact, and gone with its text. `names` are looked up by trigrams (the index is made in a migration by hand, for it needs an extension),
 * everything else by `keys`.
 */
export const passages = pgTable(
  'passages',
  {
    id: text().primaryKey(),
    commentaryId: text(),
    textVersion: integer(),
    eventId: text().references(() => events.id, { onDelete: 'cascade' }),
    start: integer().notNull(),
    end: integer().notNull(),
    quote: text().notNull(),
    sentences: jsonb().$type<PassageSentence[]>().notNull(),
    keys: tsvector().notNull(),
    names: text().notNull(),
    publishedOn: day().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'passages_text_fk',
      columns: [t.commentaryId, t.textVersion],
      foreignColumns: [commentaryTexts.commentaryId, commentaryTexts.version],
    }).onDelete('cascade'),
    unique('passages_text_unique').on(t.commentaryId, t.textVersion, t.start),
    unique('passages_event_unique').on(t.eventId, t.start),
    check('passages_origin_check', sql`num_nonnulls(${t.commentaryId}, ${t.eventId}) = 1`),
    check('passages_text_check', sql`(${t.commentaryId} is null) = (${t.textVersion} is null)`),
    check('passages_span_check', sql`${t.start} >= 0 and ${t.start} < ${t.end}`),
    index('passages_keys_index').using('gin', t.keys),
    index('passages_published_index').on(t.publishedOn),
  ],
)

/** By which rules the passages of a plain text were read, so that what lacks is read again: a text may have none. */
export const searchedTexts = pgTable(
  'searched_texts',
  {
    commentaryId: text().notNull(),
    textVersion: integer().notNull(),
    rules: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.commentaryId, t.textVersion] }),
    foreignKey({
      name: 'searched_texts_text_fk',
      columns: [t.commentaryId, t.textVersion],
      foreignColumns: [commentaryTexts.commentaryId, commentaryTexts.version],
    }).onDelete('cascade'),
  ],
)

/** The same for the words of recorded events. */
export const searchedEvents = pgTable('searched_events', {
  eventId: text()
    .primaryKey()
    .references(() => events.id, { onDelete: 'cascade' }),
  rules: text().notNull(),
})

/** In how many passages each key stood when they were last counted; no key at all stands for how many there were. */
export const passageKeys = pgTable('passage_keys', {
  key: text().primaryKey(),
  passages: integer().notNull(),
})
