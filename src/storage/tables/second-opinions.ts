import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { reviewDecisions } from '../../core/commentary.ts'
import { polarities } from '../../core/probability.ts'
import { orientations } from '../../core/question.ts'
import { day, factColumns, instant, oneOf } from '../columns.ts'
import { candidateReviews, candidates } from './commentary.ts'
import { disputes } from './disputes.ts'

/** What others decided of a candidate without being told what was decided first. */
export const secondOpinions = pgTable(
  'second_opinions',
  {
    id: text().primaryKey(),
    candidateId: text()
      .notNull()
      .references(() => candidates.id),
    /** The decision that it is a second one to. */
    reviewId: text()
      .notNull()
      .references(() => candidateReviews.id),
    decision: text({ enum: reviewDecisions }).notNull(),
    orientation: text({ enum: orientations }),
    polarity: text({ enum: polarities }),
    phrase: text(),
    windowEnd: day(),
    reason: text().notNull(),
    /** What their disagreement opened. */
    disputeId: text().references(() => disputes.id),
    reviewer: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('second_opinions_unique').on(t.reviewId, t.reviewer),
    index('second_opinions_candidate_index').on(t.candidateId),
    oneOf('second_opinions_decision_check', t.decision, reviewDecisions),
    oneOf('second_opinions_orientation_check', t.orientation, orientations),
    oneOf('second_opinions_polarity_check', t.polarity, polarities),
    check(
      'second_opinions_reading_check',
      sql`(${t.decision} = 'accept') = (num_nonnulls(${t.orientation}, ${t.polarity}, ${t.phrase}) = 3)
        and (${t.decision} = 'accept' or num_nonnulls(${t.orientation}, ${t.polarity}, ${t.phrase}, ${t.windowEnd}) = 0)`,
    ),
  ],
)
