import type { z } from 'zod'
import { AuthorLink } from '../author-link.ts'
import { Baseline } from '../baseline.ts'
import { Commentary } from '../commentary.ts'
import { flagged } from '../dispute.ts'
import { Erasure } from '../erasure.ts'
import { Event, Evidence } from '../event.ts'
import { Excluded } from '../excluded.ts'
import { QuestionOption } from '../option.ts'
import { Prediction } from '../prediction.ts'
import { ResolutionEntry } from '../proposal.ts'
import { QuestionVersion } from '../question.ts'
import { PublicReading, PublicRun } from '../recorded-reading.ts'
import { Redaction } from '../redaction.ts'
import { ScoreChange } from '../score-change.ts'
import { Coverage } from '../source.ts'
import { TopicChange } from '../topic.ts'
import type { SealedKind } from './fact-kinds.ts'

/** A file of an export with one row for each public fact of some kinds, in the order of the ledger, and what each row shows. */
export type FactFile = { kinds: readonly SealedKind[]; names: readonly string[] }

const showing = (kinds: readonly SealedKind[], schema: z.ZodObject, ...more: string[]): FactFile => ({
  kinds,
  names: [...Object.keys(schema.shape), ...more],
})

/** What a thing is told with where it can be disputed. */
const FLAGGED = Object.keys(flagged)

/**
 * The files that are held against the ledger row by row. What is told as it stands, such as a candidate or a dispute by its last
 * review or ruling, is not of one fact, and is in none of them.
 */
export const factFiles = {
  'author-links': showing(['author-link'], AuthorLink),
  memberships: {
    kinds: ['collection-commentary', 'collection-question'],
    names: ['collectionId', 'commentaryId', 'questionId'],
  },
  commentaries: showing(['commentary'], Commentary),
  readings: showing(['reading'], PublicReading, 'commentaryId'),
  'extraction-runs': showing(['extraction-run'], PublicRun, 'commentaryId'),
  versions: showing(['version'], QuestionVersion),
  options: showing(['option'], QuestionOption),
  topics: showing(['topic'], TopicChange),
  predictions: showing(['prediction'], Prediction, ...FLAGGED),
  baselines: showing(['baseline'], Baseline),
  events: showing(['event'], Event),
  evidence: showing(['evidence'], Evidence),
  coverage: showing(['coverage'], Coverage),
  resolutions: showing(['resolution'], ResolutionEntry, ...FLAGGED),
  'score-changes': showing(['score-change'], ScoreChange),
  exclusions: showing(['exclusion'], Excluded),
  redactions: showing(['redaction'], Redaction),
  erasures: showing(['erasure'], Erasure),
} as const satisfies Readonly<Record<string, FactFile>>
export type FactFileName = keyof typeof factFiles
