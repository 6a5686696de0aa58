import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { attributions, directnesses } from '../../core/candidate.ts'
import { reviewDecisions } from '../../core/commentary.ts'
import { factDateSources } from '../../core/reported-fact.ts'
import { day, factColumns, instant, oneOf } from '../columns.ts'
import { commentaries } from './commentary.ts'
import { events } from './resolution.ts'

/** What a commentary tells as having happened, as it was read when it was recorded. */
export const eventCandidates = pgTable(
  'event_candidates',
  {
    id: text().primaryKey(),
    commentaryId: text()
      .notNull()
      .references(() => commentaries.id),
    /** Of the text it was read from, which may be deleted since. */
    textVersion: integer().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    quote: text().notNull(),
    title: text().notNull(),
    occurred: boolean().notNull(),
    earliest: day(),
    latest: day().notNull(),
    dateSource: text({ enum: factDateSources }).notNull(),
    dateWords: text().notNull(),
    entities: jsonb().$type<string[]>().notNull(),
    verb: text().notNull(),
    attribution: text({ enum: attributions }).notNull(),
    directness: text({ enum: directnesses }).notNull(),
    claimant: text(),
    reasons: jsonb().$type<string[]>().notNull(),
    factsVersion: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('event_candidates_span_unique').on(t.commentaryId, t.textVersion, t.factsVersion, t.start, t.end),
    check('event_candidates_span_check', sql`${t.start} >= 0 and ${t.start} < ${t.end}`),
    check('event_candidates_days_check', sql`${t.earliest} <= ${t.latest}`),
    oneOf('event_candidates_date_source_check', t.dateSource, factDateSources),
    oneOf('event_candidates_attribution_check', t.attribution, attributions),
    oneOf('event_candidates_directness_check', t.directness, directnesses),
    index('event_candidates_recorded_at_index').on(t.recordedAt, t.id),
    index('event_candidates_latest_index').on(t.latest, t.id),
  ],
)

/** One review of each event candidate. */
export const eventCandidateReviews = pgTable(
  'event_candidate_reviews',
  {
    id: text().primaryKey(),
    eventCandidateId: text()
      .notNull()
      .references(() => eventCandidates.id),
    decision: text({ enum: reviewDecisions }).notNull(),
    reason: text().notNull(),
    eventId: text().references(() => events.id),
    reviewer: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('event_candidate_reviews_candidate_unique').on(t.eventCandidateId),
    oneOf('event_candidate_reviews_decision_check', t.decision, reviewDecisions),
    check('event_candidate_reviews_event_check', sql`(${t.decision} = 'accept') = (${t.eventId} is not null)`),
  ],
)
