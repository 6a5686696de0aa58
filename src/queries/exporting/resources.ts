import type { z } from 'zod'
import { Author } from '../../core/author.ts'
import { AuthorLink } from '../../core/author-link.ts'
import { Baseline } from '../../core/baseline.ts'
import { Commentary } from '../../core/commentary.ts'
import { Dispute } from '../../core/dispute.ts'
import { Erasure } from '../../core/erasure.ts'
import { Event, Evidence } from '../../core/event.ts'
import { EventCandidate } from '../../core/event-candidate.ts'
import { Excluded } from '../../core/excluded.ts'
import { idOf } from '../../core/id.ts'
import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import { LedgerRow } from '../../core/ledger/ledger-row.ts'
import { QuestionOption } from '../../core/option.ts'
import { QuestionVersion } from '../../core/question.ts'
import { PublicReading, PublicRun } from '../../core/recorded-reading.ts'
import { Redaction } from '../../core/redaction.ts'
import { ScoreChange } from '../../core/score-change.ts'
import { Collection, Coverage, Source } from '../../core/source.ts'
import { TopicChange } from '../../core/topic.ts'
import { listAuthors } from '../../storage/authors.ts'
import { listCollections } from '../../storage/collections.ts'
import { listSources } from '../../storage/sources.ts'
import { FlaggedCandidate, FlaggedPrediction, FlaggedQuestion, FlaggedResolution } from '../flagged-schema.ts'
import { Membership, type Told } from '../following/change.ts'
import { ledgerPages } from './ledger-pages.ts'
import { type Pages, questionPages, sealedPages, type Walk, walkedPages } from './pages.ts'

/** Something that can be exported: its shape, and how all of it is walked through. */
export type Resource = { schema: z.ZodObject; about: string; pages: (walk: Walk) => Pages }

/** Facts of these kinds in the order of the ledger, each as `/v1/changes` tells it. */
const facts = (
  schema: z.ZodObject,
  about: string,
  kinds: readonly SealedKind[],
  row: (told: Told) => object = ({ data }) => data,
): Resource => ({ schema, about, pages: (walk) => sealedPages(walk, kinds, row) })

/** What a commentary's reading says lacks its id where it stands with it. */
const ofCommentary = { commentaryId: idOf('commentary') }
const withCommentary = ({ resource, data }: Told): object => ({
  commentaryId: resource?.slice(resource.lastIndexOf('/') + 1) ?? null,
  ...data,
})

/** Whatever of a dispute is recorded, the dispute is told as it stands. */
const disputing = ['dispute', 'dispute-confirmation', 'dispute-reply', 'dispute-ruling'] as const

/** Everything that anyone may read, by the name of its file. */
export const resources = {
  authors: {
    schema: Author,
    about: 'those whose foresight is scored, with every record of theirs, newest first',
    pages: (walk) => walkedPages(walk, (reader, page) => listAuthors(reader, { kind: null, everyRecord: true }, page)),
  },
  'author-links': facts(AuthorLink, 'which records are of one author, and which were split again', ['author-link']),
  sources: {
    schema: Source,
    about: 'publishers, newest first',
    pages: (walk) => walkedPages(walk, listSources),
  },
  collections: {
    schema: Collection,
    about: 'sampling frames, newest first',
    pages: (walk) => walkedPages(walk, listCollections),
  },
  memberships: facts(Membership, 'what belongs to which collection', ['collection-commentary', 'collection-question']),
  commentaries: facts(Commentary, 'published texts by title, bylines and address; never their words', ['commentary']),
  readings: facts(
    PublicReading.extend(ofCommentary),
    'how the words of a document were got out of it',
    ['reading'],
    withCommentary,
  ),
  'extraction-runs': facts(
    PublicRun.extend(ofCommentary),
    'by which extractor a text was read',
    ['extraction-run'],
    withCommentary,
  ),
  candidates: facts(FlaggedCandidate, 'passages that were reviewed, with the reason', ['review', 'second-opinion']),
  'event-candidates': facts(EventCandidate, 'reported happenings that were reviewed', ['event-review']),
  questions: {
    schema: FlaggedQuestion,
    about: 'questions with their newest version and how they stand, by id',
    pages: questionPages,
  },
  versions: facts(QuestionVersion, 'every version of every question', ['version']),
  options: facts(QuestionOption, 'options of categorical questions', ['option']),
  topics: facts(TopicChange, 'which topics were given to questions, and taken', ['topic']),
  predictions: facts(FlaggedPrediction, 'every act of an author on a question', ['prediction']),
  baselines: facts(Baseline, 'reference probabilities', ['baseline']),
  events: facts(Event, 'what happened, with its source', ['event']),
  evidence: facts(Evidence, 'what outcomes stand on', ['evidence']),
  coverage: facts(Coverage, 'through which day a source was read', ['coverage']),
  resolutions: facts(FlaggedResolution, 'every entry of every resolution log', ['resolution']),
  'score-changes': facts(ScoreChange, 'what corrections did to scores', ['score-change']),
  disputes: facts(Dispute, 'confirmed disputes with replies and rulings', disputing),
  exclusions: facts(Excluded, 'statements that a ruling took out of the scores', ['exclusion']),
  redactions: facts(Redaction, 'which texts were removed, and why', ['redaction']),
  erasures: facts(Erasure, 'which accounts were erased', ['erasure']),
  ledger: {
    schema: LedgerRow,
    about: 'every fact at its place, with the salts and digests that `hindcast verify` makes the ledger again from',
    pages: ledgerPages,
  },
} as const satisfies Readonly<Record<string, Resource>>
export type ResourceName = keyof typeof resources
export const resourceNames = Object.keys(resources) as [ResourceName, ...ResourceName[]]
