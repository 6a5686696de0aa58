import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import {
  attributions,
  claimKinds,
  conditionKinds,
  directnesses,
  verifiabilities,
  windowSources,
} from '../../core/candidate.ts'
import type { Corrections } from '../../core/candidate-corrections.ts'
import { candidateDecisions } from '../../core/commentary.ts'
import { type ProbabilityRange, polarities } from '../../core/probability.ts'
import { orientations } from '../../core/question.ts'
import { bytes, day, factColumns, inOrder, instant, oneOf } from '../columns.ts'
import { authors, collections, sources } from './people.ts'
import { predictions } from './questions.ts'

export const commentaries = pgTable(
  'commentaries',
  {
    id: text().primaryKey(),
    contentSha256: text().notNull(),
    /** Who sign a text too short to tell a piece by, in order of their ids; null for others. Stands in `bylines` too, so in no digest. */
    signedBy: text(),
    title: text(),
    url: text(),
    sourceId: text().references(() => sources.id),
    language: text().notNull(),
    publishedOn: day().notNull(),
    publishedEarliest: instant().notNull(),
    publishedLatest: instant().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('commentaries_content_unique').on(t.contentSha256, t.signedBy).nullsNotDistinct(),
    inOrder('commentaries_published_check', t.publishedEarliest, t.publishedLatest),
    index('commentaries_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

export const bylines = pgTable(
  'bylines',
  {
    commentaryId: text()
      .notNull()
      .references(() => commentaries.id),
    authorId: text()
      .notNull()
      .references(() => authors.id),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.commentaryId, t.position] }),
    unique('bylines_unique').on(t.commentaryId, t.authorId),
    index('bylines_author_index').on(t.authorId),
  ],
)

/** What was recorded, byte for byte: the plain texts are made from it. Deletable, as they are. */
export const commentaryBytes = pgTable('commentary_bytes', {
  commentaryId: text()
    .primaryKey()
    .references(() => commentaries.id),
  mediaType: text().notNull(),
  bytes: bytes().notNull(),
  sha256: text().notNull(),
  recordedAt: instant().notNull(),
})

/** Plain texts made from what was recorded. Offsets are UTF-16 into one version; a new reader makes a new version. */
export const commentaryTexts = pgTable(
  'commentary_texts',
  {
    commentaryId: text()
      .notNull()
      .references(() => commentaries.id),
    version: integer().notNull(),
    reader: text().notNull(),
    text: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentaryId, t.version] })],
)

export const collectionCommentaries = pgTable(
  'collection_commentaries',
  {
    collectionId: text()
      .notNull()
      .references(() => collections.id),
    commentaryId: text()
      .notNull()
      .references(() => commentaries.id),
    recordedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.commentaryId] })],
)

export const candidates = pgTable(
  'candidates',
  {
    id: text().primaryKey(),
    commentaryId: text()
      .notNull()
      .references(() => commentaries.id),
    /** Of the text it was found in, which may be deleted since. */
    textVersion: integer().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    quote: text().notNull(),
    claimant: text(),
    claimantRole: text(),
    attribution: text({ enum: attributions }).notNull(),
    directness: text({ enum: directnesses }).notNull(),
    phrase: text().notNull(),
    hedge: text().notNull(),
    polarity: text({ enum: polarities }).notNull(),
    weakHedge: boolean().notNull(),
    probability: jsonb().$type<ProbabilityRange>().notNull(),
    windowText: text(),
    windowStart: day(),
    windowEnd: day(),
    windowSource: text({ enum: windowSources }),
    /** Null in rows written before claims were worded apart from their quotes. */
    claim: text(),
    context: text(),
    condition: text(),
    conditionKind: text({ enum: conditionKinds }),
    orientation: text({ enum: orientations }).notNull(),
    kind: text({ enum: claimKinds }).notNull(),
    verifiability: text({ enum: verifiabilities }).notNull(),
    scorable: boolean().notNull(),
    reasons: jsonb().$type<string[]>().notNull(),
    extractorVersion: text().notNull(),
    lexiconVersion: text().notNull(),
    /** The review that split another candidate, of which this is a part; null where it was found. */
    splitBy: text().references((): AnyPgColumn => candidateReviews.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('candidates_span_unique')
      .on(t.commentaryId, t.textVersion, t.extractorVersion, t.start, t.end, t.phrase, t.splitBy)
      .nullsNotDistinct(),
    index('candidates_split_by_index').on(t.splitBy),
    check('candidates_span_check', sql`${t.start} >= 0 and ${t.start} < ${t.end}`),
    oneOf('candidates_attribution_check', t.attribution, attributions),
    oneOf('candidates_directness_check', t.directness, directnesses),
    oneOf('candidates_polarity_check', t.polarity, polarities),
    oneOf('candidates_window_source_check', t.windowSource, windowSources),
    oneOf('candidates_orientation_check', t.orientation, orientations),
    oneOf('candidates_condition_kind_check', t.conditionKind, conditionKinds),
    oneOf('candidates_kind_check', t.kind, claimKinds),
    oneOf('candidates_verifiability_check', t.verifiability, verifiabilities),
    index('candidates_recorded_at_index').on(t.recordedAt, t.id),
    index('candidates_commentary_index').on(t.commentaryId, t.start),
  ],
)

export const candidateReviews = pgTable(
  'candidate_reviews',
  {
    id: text().primaryKey(),
    candidateId: text()
      .notNull()
      .references(() => candidates.id),
    /** The last review of a candidate stands. */
    position: integer().notNull().default(1),
    decision: text({ enum: candidateDecisions }).notNull(),
    reason: text().notNull(),
    corrections: jsonb().$type<Corrections>(),
    predictionId: text().references((): AnyPgColumn => predictions.id),
    reviewer: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('candidate_reviews_position_unique').on(t.candidateId, t.position),
    unique('candidate_reviews_prediction_unique').on(t.predictionId),
    oneOf('candidate_reviews_decision_check', t.decision, candidateDecisions),
    index('candidate_reviews_reviewer_index').on(t.reviewer, t.id),
    check('candidate_reviews_position_check', sql`${t.position} >= 1`),
    check('candidate_reviews_prediction_check', sql`(${t.decision} = 'accept') = (${t.predictionId} is not null)`),
  ],
)
