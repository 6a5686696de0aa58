import { z } from 'zod'
import { AuthorLink } from '../../core/author-link.ts'
import { Baseline } from '../../core/baseline.ts'
import { Commentary } from '../../core/commentary.ts'
import { Dispute } from '../../core/dispute.ts'
import { Erasure } from '../../core/erasure.ts'
import { Event, Evidence } from '../../core/event.ts'
import { EventCandidate } from '../../core/event-candidate.ts'
import { Excluded } from '../../core/excluded.ts'
import { idOf } from '../../core/id.ts'
import { sealedKinds } from '../../core/ledger/fact-kinds.ts'
import { QuestionOption } from '../../core/option.ts'
import { QuestionVersion } from '../../core/question.ts'
import { PublicReading, PublicRun } from '../../core/recorded-reading.ts'
import { Redaction } from '../../core/redaction.ts'
import { ScoreChange } from '../../core/score-change.ts'
import { Coverage } from '../../core/source.ts'
import { Instant } from '../../core/time.ts'
import { TopicChange } from '../../core/topic.ts'
import { FlaggedCandidate, FlaggedPrediction, FlaggedResolution } from '../flagged-schema.ts'

export const ChangeKind = z.enum(sealedKinds).meta({ id: 'ChangeKind', description: 'the kind of fact' })

/** That something belongs to a collection. */
export const Membership = z
  .object({
    collectionId: idOf('collection'),
    commentaryId: idOf('commentary').nullable(),
    questionId: idOf('question').nullable(),
  })
  .meta({ id: 'CollectionMembership' })

const ChangeData = z
  .union([
    FlaggedPrediction,
    FlaggedResolution,
    QuestionVersion,
    QuestionOption,
    TopicChange,
    Baseline,
    Event,
    Evidence,
    Commentary,
    PublicRun,
    PublicReading,
    FlaggedCandidate,
    EventCandidate,
    Coverage,
    ScoreChange,
    Dispute,
    Excluded,
    Redaction,
    Erasure,
    AuthorLink,
    Membership,
  ])
  .meta({ id: 'ChangeData', description: 'by the kind: docs/changes.md tells which is which' })
export type ChangeData = z.infer<typeof ChangeData>

/** One fact at its place in the ledger, as anyone may see it now. */
export const Change = z
  .object({
    position: z.int().min(1).meta({ description: 'its place in the ledger: 1, 2, 3, … without gaps' }),
    kind: ChangeKind,
    id: z.string().nullable().meta({ description: 'of the fact; null where it is withheld' }),
    sealedAt: Instant.meta({ description: 'when it got its position; never before that of an earlier one' }),
    action: z.string().nullable().meta({
      description:
        'what was done, where the kind knows several: `state`, `withdraw`, `settle`, `reopen`, `accepted`, `added`, …',
    }),
    questionId: idOf('question').nullable().meta({ description: 'the question it is about, where it is about one' }),
    authorIds: z.array(idOf('author')).meta({ description: 'whose words or scores it is about' }),
    resource: z.string().nullable().meta({ description: 'path of the thing' }),
    data: ChangeData.nullable().meta({
      description: 'the thing as its own GET gives it now; null where it is withheld',
    }),
    withheld: z.enum(['for-reviewers']).nullable().meta({
      description: 'why there is nothing to see: the position is taken by something that is for reviewers alone',
    }),
  })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof Change>

/** What a kind tells of a fact. */
export type Told = Pick<Change, 'action' | 'questionId' | 'authorIds' | 'resource'> & { data: ChangeData }
