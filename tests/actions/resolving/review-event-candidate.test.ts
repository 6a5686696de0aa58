import { describe, expect, it } from 'vitest'
import { recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import { addEvidence } from '../../../src/actions/resolving/add-evidence.ts'
import {
  type ReviewEventCandidate,
  reviewEventCandidate,
} from '../../../src/actions/resolving/review-event-candidate.ts'
import type { EventCandidate } from '../../../src/core/event-candidate.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'
import { builtInExtractor, sharedTagger } from '../../../src/outside/extractor.ts'
import { nearEvents } from '../../../src/queries/matching/near-events.ts'
import { listEventCandidates } from '../../../src/storage/event-candidates.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { accepted } from '../story.ts'

const extract = builtInExtractor(sharedTagger())
const PUBLISHED = day('2026-03-04')
const NOW = '2026-03-05'

/** Records a text and gives what it tells as having happened, in its order. */
const told = async (world: World, text: string): Promise<EventCandidate[]> => {
  const extraction = await extract(text, PUBLISHED)
  const { commentary } = await recordCommentary(world.at(NOW), {
    commentary: { text, publishedOn: PUBLISHED, bylines: ['Ada'], publisher: 'Gazette', language: 'en' },
    extraction,
  })
  const filter = { commentaryId: commentary.id, status: null, reviewedOnly: false }
  return (await listEventCandidates(world.tx, filter, { limit: 50, cursor: null })).items
}

const review = (world: World, candidate: EventCandidate | undefined, said: Partial<ReviewEventCandidate> = {}) =>
  reviewEventCandidate(world.at(NOW), {
    eventCandidateId: candidate?.id ?? '',
    review: { decision: 'accept', reason: 'it is told plainly', ...said },
  })

const closing = 'On Sunday the mill of Velmark closed its doors for good. Nobody was hurt last week.'

describe('what a commentary tells as having happened', () => {
  it('is recorded with it, once, with its words and its days', () =>
    inWorld(async (world) => {
      const candidates = await told(world, closing)
      expect(candidates).toMatchObject([
        {
          quote: 'On Sunday the mill of Velmark closed its doors for good',
          start: 0,
          occurred: true,
          earliest: '2026-03-01',
          latest: '2026-03-01',
          dateSource: 'stated',
          entities: ['Velmark'],
          status: 'pending',
          eventId: null,
        },
        { occurred: false, earliest: '2026-02-23', latest: '2026-03-01' },
      ])
      expect((await told(world, closing)).map(({ id }) => id)).toEqual(candidates.map(({ id }) => id))
    }))

  it('becomes an event with the words, date and archived copy of its commentary, which can be evidence', () =>
    inWorld(async (world) => {
      const [candidate] = await told(world, closing)
      const reviewed = await review(world, candidate, { kind: 'closing', entities: ['Velmark Mill'] })
      expect(reviewed.candidate).toMatchObject({ status: 'accepted', eventId: reviewed.event?.id })
      expect(reviewed.event).toMatchObject({
        title: 'On Sunday the mill of Velmark closed its doors for good',
        kind: 'closing',
        entities: ['Velmark Mill'],
        happened: { earliest: '2026-03-01T00:00:00.000Z', latest: '2026-03-01T23:59:59.999Z' },
        published: { earliest: '2026-03-04T00:00:00.000Z', latest: '2026-03-04T23:59:59.999Z' },
        commentaryId: candidate?.commentaryId,
        quote: candidate?.quote,
        archiveSha256: await sha256(closing),
      })
      const { question } = await accepted(world, { on: '2026-01-05', quote: 'The mill will close.', end: '2026-03-31' })
      const [row] = await addEvidence(world.at(NOW), {
        questionId: question.id,
        evidence: [{ kind: 'report', bearing: 'shows', eventId: reviewed.event?.id ?? '' }],
      })
      expect(row).toMatchObject({ eventId: reviewed.event?.id, kind: 'report' })
    }))

  it('may be corrected, joined to an event that stands, or rejected, each once', () =>
    inWorld(async (world) => {
      const [first] = await told(world, closing)
      const [second, third] = await told(world, 'The mill of Velmark shut down on Monday. Ada Roe left the board.')
      const { event } = await review(world, first, { title: 'The mill closes', happened: day('2026-03-01') })
      expect(event).toMatchObject({ title: 'The mill closes' })
      if (!event || !second) throw new Error('nothing was accepted')

      const near = await nearEvents(world.tx, second)
      expect(near.events).toMatchObject([{ event: { id: event.id }, reason: 'both name Velmark; 1 day apart' }])
      expect(near.candidates).toMatchObject([{ candidate: { id: first?.id } }])

      const joined = await review(world, second, { eventId: event.id })
      expect(joined).toMatchObject({ candidate: { status: 'accepted', eventId: event.id }, event: { id: event.id } })
      await expect(review(world, second)).rejects.toMatchObject({ code: 'already-exists' })

      const rejected = await review(world, third, { decision: 'reject', reason: 'of no use' })
      expect(rejected).toMatchObject({ candidate: { status: 'rejected', reviewReason: 'of no use' }, event: null })
    }))

  it('is no event where the text denies it, and needs a day where the text tells none', () =>
    inWorld(async (world) => {
      const [, absence] = await told(world, closing)
      await expect(review(world, absence)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'decision' }],
      })
      const [undated] = await told(world, 'Ada Roe has left the board of the Lumen Bank.')
      expect(undated).toMatchObject({ dateSource: 'undated', earliest: null, latest: '2026-03-04' })
      await expect(review(world, undated)).rejects.toMatchObject({ fields: [{ field: 'happened' }] })
      const { event } = await review(world, undated, { happened: day('2026-03-02') })
      expect(event?.happened.earliest).toBe('2026-03-02T00:00:00.000Z')
      await expect(review(world, undefined)).rejects.toMatchObject({ code: 'not-found' })
      const [other] = await told(world, 'The port of Sabel reopened on Monday.')
      await expect(review(world, other, { eventId: 'evt_01m80qrsxn6zssv4f1wcbpb0s8' })).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'eventId' }],
      })
    }))
})
