import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { type ExtractionRun, extractionModes } from '../../core/extraction-run.ts'
import { type DocumentReading, mediaTypes, readers } from '../../core/reading/document.ts'
import { factColumns, instant, oneOf } from '../columns.ts'
import { commentaries } from './commentary.ts'

/** A version of a text that may be deleted: what was found out about it stays, so it refers to the commentary alone. */
const textVersion = () => ({
  id: text().primaryKey(),
  commentaryId: text()
    .notNull()
    .references(() => commentaries.id),
  textVersion: integer().notNull(),
  recordedAt: instant().notNull(),
  ...factColumns(),
})

/** How the candidates of a text were found: one row a run. */
export const extractionRuns = pgTable(
  'extraction_runs',
  {
    ...textVersion(),
    extractorVersion: text().notNull(),
    lexiconVersion: text().notNull(),
    mode: text({ enum: extractionModes }).notNull(),
    model: text(),
    promptVersion: text(),
    fallback: jsonb().$type<NonNullable<ExtractionRun['fallback']>>(),
    refused: jsonb().$type<ExtractionRun['refused']>().notNull(),
    usage: jsonb().$type<NonNullable<ExtractionRun['usage']>>(),
    withheld: text(),
  },
  (t) => [
    index('extraction_runs_commentary_index').on(t.commentaryId, t.textVersion),
    oneOf('extraction_runs_mode_check', t.mode, extractionModes),
    check('extraction_runs_model_check', sql`${t.mode} <> 'built-in' or ${t.model} is null`),
  ],
)

/** What the document told from which a text was read. Names and addresses have columns of their own: they may be redacted. */
export const documentReadings = pgTable(
  'document_readings',
  {
    ...textVersion(),
    reader: text({ enum: readers }).notNull(),
    mediaType: text({ enum: mediaTypes }).notNull(),
    title: text(),
    bylines: jsonb().$type<string[]>().notNull(),
    publisher: text(),
    topics: jsonb().$type<string[]>().notNull(),
    canonicalUrl: text(),
    language: text().notNull(),
    published: jsonb().$type<NonNullable<DocumentReading['published']>>(),
    taken: jsonb().$type<DocumentReading['taken']>().notNull(),
  },
  (t) => [
    index('document_readings_commentary_index').on(t.commentaryId, t.textVersion),
    oneOf('document_readings_reader_check', t.reader, readers),
    oneOf('document_readings_media_type_check', t.mediaType, mediaTypes),
  ],
)
