import { isReviewed } from '../../core/commentary.ts'
import type { Dispute } from '../../core/dispute.ts'
import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import { publicReading, publicRun } from '../../core/recorded-reading.ts'
import { authorLinksByIds } from '../../storage/author-links.ts'
import { baselinesByIds } from '../../storage/baselines.ts'
import { candidatesJudgedIn, candidatesMatchedBy, candidatesReviewedBy } from '../../storage/candidates.ts'
import { commentariesByIds } from '../../storage/commentaries.ts'
import { excludedByIds } from '../../storage/corrections.ts'
import type { Reader } from '../../storage/database.ts'
import { disputesOfRecords } from '../../storage/dispute-records.ts'
import { disputesByIds } from '../../storage/disputes.ts'
import { erasuresByIds } from '../../storage/erasures.ts'
import { eventCandidatesReviewedBy } from '../../storage/event-candidates.ts'
import { eventsByIds, evidenceByIds } from '../../storage/events.ts'
import { optionsByIds } from '../../storage/options.ts'
import { predictionsByIds } from '../../storage/predictions.ts'
import { readingsByIds, runsByIds } from '../../storage/readings.ts'
import { redactionsByIds } from '../../storage/redactions.ts'
import { entriesByIds } from '../../storage/resolutions.ts'
import { scoreChangesByIds } from '../../storage/score-changes.ts'
import { coveragesByIds } from '../../storage/sources.ts'
import { topicChangesByIds } from '../../storage/topics.ts'
import { versionsByIds } from '../../storage/versions.ts'
import { flagCandidates, flagEntries, flagPredictions } from '../flagged.ts'
import {
  publicCandidate,
  publicEntry,
  publicEvent,
  publicEventCandidate,
  publicEvidence,
  publicPrediction,
  publicVersion,
} from '../public.ts'
import { shownDispute } from '../shown-dispute.ts'
import type { ChangeData, Told } from './change.ts'

type Facts = Map<string, Told>
type Teller = (reader: Reader, ids: string[]) => Promise<Facts>

const fact = (data: ChangeData, resource: string, about: Partial<Told> = {}): Told => ({
  action: null,
  questionId: null,
  authorIds: [],
  ...about,
  resource,
  data,
})

/** Facts that are known by their own id. */
const each = <T extends { id: string }>(things: readonly T[], tell: (thing: T) => Told): Facts =>
  new Map(things.map((thing) => [thing.id, tell(thing)]))

const ofQuestion = (id: string): string => `/v1/questions/${id}`
const ofCommentary = (id: string): string => `/v1/commentaries/${id}`

/** Candidates as they stand; one whose review is taken back is for reviewers again. */
const reviewed = async (reader: Reader, all: Map<string, Parameters<typeof publicCandidate>[0]>): Promise<Facts> => {
  const found = new Map([...all].filter(([, { status }]) => isReviewed(status)))
  const shown = await flagCandidates(reader, [...found.values()].map(publicCandidate))
  const byId = new Map(shown.map((candidate) => [candidate.id, candidate]))
  return new Map(
    [...found].flatMap(([factId, { id, status, match }]) => {
      const candidate = byId.get(id)
      if (!candidate) return []
      const about = { action: status, questionId: match?.questionId ?? null }
      return [[factId, fact(candidate, `/v1/candidates/${id}`, about)] as const]
    }),
  )
}

const toldDispute = (dispute: Dispute): Told =>
  fact(dispute, `/v1/disputes/${dispute.id}`, {
    action: dispute.status,
    questionId: dispute.questionId,
    authorIds: dispute.subject.kind === 'byline' ? [dispute.subject.authorId] : [],
  })

/** Disputes that somebody has confirmed to come from who they say; the others are for reviewers. */
const confirmed = async (reader: Reader, ids: string[]): Promise<Facts> =>
  each(
    (await disputesByIds(reader, ids)).filter((dispute) => dispute.confirmed).map((one) => shownDispute(one, false)),
    toldDispute,
  )

/** Confirmations and rulings tell of their dispute as it stands. */
const ofDisputes: Teller = async (reader, ids) => {
  const owners = await disputesOfRecords(reader, ids)
  const disputes = await confirmed(reader, [...new Set(owners.values())])
  return new Map(
    [...owners].flatMap(([id, disputeId]) => {
      const dispute = disputes.get(disputeId)
      return dispute ? [[id, dispute] as const] : []
    }),
  )
}

/** A reply is told of once somebody has confirmed that it comes from who it says. */
const ofReplies: Teller = async (reader, ids) =>
  new Map(
    [...(await ofDisputes(reader, ids))].filter(([id, { data }]) =>
      (data as Dispute).replies.some((reply) => reply.id === id),
    ),
  )

const member = (id: string, of: 'commentaryId' | 'questionId'): [string, Told] => {
  const [collectionId = '', thing = ''] = id.split('/')
  const data = { collectionId, commentaryId: null, questionId: null, [of]: thing }
  const questionId = of === 'questionId' ? thing : null
  return [id, fact(data, `/v1/collections/${collectionId}/funnel`, { questionId })]
}

/** Where somebody's page was found may hold a secret of who sent it: for reviewers. */
const nothing: Teller = async () => new Map()

const tellers: Readonly<Record<SealedKind, Teller>> = {
  'author-link': async (reader, ids) =>
    each(await authorLinksByIds(reader, ids), (one) =>
      fact(one, `/v1/author-links?author=${one.authorId}`, { action: one.act, authorIds: [one.authorId, one.otherId] }),
    ),
  commentary: async (reader, ids) =>
    each(await commentariesByIds(reader, ids), (one) =>
      fact(one, ofCommentary(one.id), { authorIds: one.bylines.map(({ id }) => id) }),
    ),
  place: nothing,
  'extraction-run': async (reader, ids) =>
    each(await runsByIds(reader, ids), (run) => fact(publicRun(run), ofCommentary(run.commentaryId))),
  reading: async (reader, ids) =>
    each(await readingsByIds(reader, ids), (one) => fact(publicReading(one), ofCommentary(one.commentaryId))),
  review: async (reader, ids) => reviewed(reader, await candidatesReviewedBy(reader, ids)),
  'second-opinion': async (reader, ids) => reviewed(reader, await candidatesJudgedIn(reader, ids)),
  match: async (reader, ids) => reviewed(reader, await candidatesMatchedBy(reader, ids)),
  version: async (reader, ids) =>
    each(await versionsByIds(reader, ids), (one) =>
      fact(publicVersion(one), ofQuestion(one.questionId), { questionId: one.questionId }),
    ),
  option: async (reader, ids) =>
    each(await optionsByIds(reader, ids), (one) =>
      fact(one, ofQuestion(one.questionId), { questionId: one.questionId }),
    ),
  topic: async (reader, ids) =>
    each(await topicChangesByIds(reader, ids), (one) =>
      fact(one, ofQuestion(one.questionId), { action: one.act, questionId: one.questionId }),
    ),
  baseline: async (reader, ids) =>
    each(await baselinesByIds(reader, ids), (one) =>
      fact(one, `${ofQuestion(one.questionId)}/baselines`, { action: one.kind, questionId: one.questionId }),
    ),
  prediction: async (reader, ids) =>
    each(await flagPredictions(reader, (await predictionsByIds(reader, ids)).map(publicPrediction)), (one) =>
      fact(one, `/v1/predictions/${one.id}`, {
        action: one.act,
        questionId: one.questionId,
        authorIds: [one.authorId],
      }),
    ),
  event: async (reader, ids) =>
    each([...(await eventsByIds(reader, ids)).values()], (one) => fact(publicEvent(one), `/v1/events/${one.id}`)),
  'event-review': async (reader, ids) =>
    new Map(
      [...(await eventCandidatesReviewedBy(reader, ids))].map(([id, one]) => [
        id,
        fact(publicEventCandidate(one), `/v1/event-candidates/${one.id}`, { action: one.status }),
      ]),
    ),
  evidence: async (reader, ids) =>
    each(publicEvidence(await evidenceByIds(reader, ids)), (one) =>
      fact(one, `${ofQuestion(one.questionId)}/evidence`, { action: one.kind, questionId: one.questionId }),
    ),
  coverage: async (reader, ids) => each(await coveragesByIds(reader, ids), (one) => fact(one, '/v1/sources')),
  resolution: async (reader, ids) =>
    each(await flagEntries(reader, (await entriesByIds(reader, ids)).map(publicEntry)), (one) =>
      fact(one, ofQuestion(one.questionId), { action: one.step, questionId: one.questionId }),
    ),
  'score-change': async (reader, ids) =>
    each(await scoreChangesByIds(reader, ids), (one) =>
      fact(one, `/v1/score-changes?question=${one.questionId}&author=${one.authorId}`, {
        questionId: one.questionId,
        authorIds: [one.authorId],
      }),
    ),
  dispute: confirmed,
  'dispute-reply': ofReplies,
  'dispute-confirmation': ofDisputes,
  'dispute-ruling': ofDisputes,
  exclusion: async (reader, ids) =>
    each(await excludedByIds(reader, ids), (one) =>
      fact(one, `/v1/predictions/${one.predictionId}`, { questionId: one.questionId, authorIds: [one.authorId] }),
    ),
  redaction: async (reader, ids) => each(await redactionsByIds(reader, ids), (one) => fact(one, '/v1/redactions')),
  erasure: async (reader, ids) =>
    each(await erasuresByIds(reader, ids), (one) => fact(one, '/v1/erasures', { action: one.by })),
  'collection-commentary': async (_, ids) => new Map(ids.map((id) => member(id, 'commentaryId'))),
  'collection-question': async (_, ids) => new Map(ids.map((id) => member(id, 'questionId'))),
}

/** What anyone may see of facts of one kind, by their ids, as it stands now; what is for reviewers alone is not among them. */
export const told = (reader: Reader, kind: SealedKind, ids: string[]): Promise<Facts> => tellers[kind](reader, ids)
