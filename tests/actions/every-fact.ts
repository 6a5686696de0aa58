import { replyToDispute } from '../../src/actions/disputes/reply-to-dispute.ts'
import { ruleDispute } from '../../src/actions/disputes/rule-dispute.ts'
import { erasePerson } from '../../src/actions/people/erase-person.ts'
import { giveSecondOpinion } from '../../src/actions/predicting/give-second-opinion.ts'
import { mergeAuthor } from '../../src/actions/predicting/link-authors.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { recordBaseline } from '../../src/actions/predicting/record-baseline.ts'
import { splitCandidate } from '../../src/actions/predicting/split-candidate.ts'
import { undoReview } from '../../src/actions/predicting/undo-review.ts'
import { changeTopics } from '../../src/actions/questions/change-topics.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { joinOrRecord } from '../../src/actions/reading/join-or-record.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { reviewEventCandidate } from '../../src/actions/resolving/review-event-candidate.ts'
import { builtInExtractor } from '../../src/outside/extractor.ts'
import { listEventCandidates } from '../../src/storage/event-candidates.ts'
import { people } from '../../src/storage/tables/accounts.ts'
import { day, instant, tagger, type World } from '../support/embedded.ts'
import { opened } from './disputes/disputing.ts'
import { accepted, nothingFound, recorded, settleYes, toldNothing, voidIt } from './story.ts'

const page = { limit: 50, cursor: null }

/** Three pieces: one accepted late and judged twice, one split, and one whose acceptance is taken back. */
const reviews = async (world: World): Promise<void> => {
  const quote = 'It will likely snow, and hail will follow by March.'
  const late = await accepted(world, { on: '2026-01-04', recorded: '2026-06-01', quote, end: '2026-03-31' })
  await giveSecondOpinion(world.at('2026-06-02', { name: 'second', scopes: ['review'] }), {
    candidateId: late.candidate.id,
    opinion: { decision: 'accept', reason: 'a forecast' },
  })
  const { candidate: whole } = await recorded(world, { on: '2026-01-05', quote, end: '2026-03-31' })
  const at = whole.start + quote.indexOf(' and')
  await splitCandidate(world.at('2026-01-06'), { candidateId: whole.id, split: { at, reason: 'two claims' } })
  const slip = await accepted(world, {
    on: '2026-01-07',
    quote: 'The mill will close.',
    end: '2026-04-30',
    by: ['Cyd', 'Ada'],
  })
  await undoReview(world.at('2026-01-08'), { candidateId: slip.candidate.id })
}

/** A text that tells of something, told plainly and reviewed. */
const happening = async (world: World): Promise<void> => {
  const text = 'On Sunday the mill of Velmark closed its doors for good. Nobody was hurt last week.'
  const published = day('2026-03-04')
  const { commentary } = await recordCommentary(world.at('2026-03-05'), {
    commentary: { text, publishedOn: published, bylines: ['Ada'], publisher: 'Gazette', language: 'en' },
    extraction: await builtInExtractor(tagger)(text, published),
  })
  const filter = { commentaryId: commentary.id, status: null, reviewedOnly: false }
  const [told] = (await listEventCandidates(world.tx, filter, page)).items
  const review = { decision: 'accept', reason: 'it is told plainly' } as const
  await reviewEventCandidate(world.at('2026-03-05'), { eventCandidateId: told?.id ?? '', review })
}

/** A page that was fetched. */
const fetched = async (world: World): Promise<void> => {
  const text = 'A fetched piece.'
  const address = 'https://example.org/a'
  const published = {
    on: day('2026-04-01'),
    earliest: day('2026-04-01'),
    latest: day('2026-04-02'),
    evidence: 'dateline' as const,
  }
  const refused = [{ reason: 'quote-length' as const, count: 2 }]
  await joinOrRecord(world.at('2026-04-02'), {
    commentary: { text, publishedOn: day('2026-04-01'), bylines: [], language: 'en' },
    original: { bytes: new TextEncoder().encode(text), mediaType: 'text/plain', reader: 'text-1' },
    document: { ...toldNothing, published },
    extraction: { ...nothingFound, run: { ...nothingFound.run, mode: 'hybrid', model: 'm', refused } },
    identities: { 'canonical-url': 'url:example.org/a', bytes: 'bytes:0', text: null },
    place: {
      askedUrl: address,
      url: address,
      canonicalUrl: address,
      claimedUrl: null,
      status: 200,
      mediaType: 'text/plain',
      etag: null,
      lastModified: null,
      bytesSha256: '0',
      fetchedAt: instant('2026-04-01T12:00:00.000Z'),
    },
  })
}

/** What was said of rain: baselines, topics, conditions, an outcome that is corrected, disputes, replies and what was redacted of them. */
const rain = async (world: World): Promise<void> => {
  const { question, prediction } = await accepted(world, {
    on: '2026-01-05',
    quote: 'It will rain.',
    end: '2026-03-31',
    by: ['Ada'],
    piece: { collection: 'papers' },
  })
  const change = { add: ['rain'], reason: 'it is about rain' }
  await changeTopics(world.at('2026-01-06'), { questionId: question.id, change })
  const base = { kind: 'base-rate' as const, probability: 0.5, at: day('2026-01-01'), source: 'the gauge' }
  await recordBaseline(world.at('2026-01-06'), { questionId: question.id, ...base })
  const trigger = { questionId: question.id, outcome: 'yes' as const, gates: true }
  for (const [on, review] of [['2026-01-06', { trigger }] as const, ['2026-01-07', {}] as const])
    await accepted(world, { on, quote: 'The Orrin bridge will likely open by June.', end: '2026-06-30', review })
  await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
  await voidIt(world, { question: question.id, now: '2026-04-03', correct: true })

  const subject = { kind: 'prediction', predictionId: prediction.id } as const
  const dispute = await opened(world, { subject })
  await replyToDispute(world.at('2026-05-03'), { disputeId: dispute.id, text: 'I never said so.' })
  const ruling = { verdict: 'upheld', reason: 'a misquotation' } as const
  await ruleDispute(world.at('2026-05-03'), { disputeId: dispute.id, ruling })
  const told = await opened(world, { subject, grounds: 'Ask Bob at 5 Elm Row.' })
  const reason = 'it names a child'
  await redactText(world.at('2026-05-05'), { subject: { kind: 'dispute', id: told.id }, reason })
}

/** An account that is erased. */
const gone = async (world: World): Promise<void> => {
  const at = instant('2026-05-05T12:00:00.000Z')
  const [id, email] = [world.newId('person'), 'gone@example.org']
  await world.tx.insert(people).values({ id, email, name: 'Gone', scopes: 'read', recordedAt: at, updatedAt: at })
  await erasePerson(world.at('2026-05-05'), { id, email })
}

/** Records facts of every kind there is, with what belongs to them in other tables, and one that is redacted. */
export const recordEveryFact = async (world: World): Promise<void> => {
  const frame = { name: 'papers', rule: 'all of them', readWhole: true, caveat: null }
  await recordCollection(world.at('2026-01-01'), frame)
  await rain(world)
  await reviews(world)
  await happening(world)
  await fetched(world)
  await gone(world)
  await createQuestion(world.at('2026-01-08'), {
    wording: 'Who wins the race?',
    criteria: 'by the official count',
    windowStart: day('2026-01-08'),
    windowEnd: day('2026-12-31'),
    referenceAt: instant('2026-12-01T00:00:00.000Z'),
    options: [{ label: 'Ada' }, { label: 'Ben' }, { label: 'somebody else', other: true }],
  })
  const { source } = await recordSource(world.at('2026-05-01'), { name: 'Gazette', reportingLagDays: 0 })
  await recordCoverage(world.at('2026-05-01'), { sourceId: source.id, readThrough: day('2026-04-30') })
  await recordAuthor(world.at('2026-05-04'), { name: 'Aida', kind: 'person' })
  await mergeAuthor(world.at('2026-05-04'), { author: 'aida', into: 'ada', reason: 'a slip of the pen' })
}
