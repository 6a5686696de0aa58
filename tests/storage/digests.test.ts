import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { replyToDispute } from '../../src/actions/disputes/reply-to-dispute.ts'
import { ruleDispute } from '../../src/actions/disputes/rule-dispute.ts'
import { mergeAuthor } from '../../src/actions/predicting/link-authors.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { recordBaseline } from '../../src/actions/predicting/record-baseline.ts'
import { changeTopics } from '../../src/actions/questions/change-topics.ts'
import { joinOrRecord } from '../../src/actions/reading/join-or-record.ts'
import { factDigest } from '../../src/core/ledger/digest.ts'
import { bylines, commentaries } from '../../src/storage/tables/commentary.ts'
import {
  disputeConfirmations,
  disputeReplies,
  disputeRulings,
  disputes,
  exclusions,
} from '../../src/storage/tables/disputes.ts'
import { matches } from '../../src/storage/tables/matching.ts'
import { authorLinks, authors } from '../../src/storage/tables/people.ts'
import { commentaryPlaces } from '../../src/storage/tables/places.ts'
import { familyMembers, predictions, questionVersions } from '../../src/storage/tables/questions.ts'
import { documentReadings, extractionRuns } from '../../src/storage/tables/reading.ts'
import { baselines, questionTopics } from '../../src/storage/tables/references.ts'
import { events, evidence, resolutionEntries, resolutionEvidence } from '../../src/storage/tables/resolution.ts'
import { scoreChanges } from '../../src/storage/tables/scores.ts'
import { opened } from '../actions/disputes/disputing.ts'
import { accepted, nothingFound, settleYes, toldNothing, voidIt } from '../actions/story.ts'
import { day, instant, inWorld } from '../support/embedded.ts'

type Stored = { salts: Record<string, string>; digest: string }

/** The digest made again from what the database gives back. */
const again = async (kind: string, { salts, digest, ...row }: Stored, beside = {}): Promise<[string, string]> => [
  await factDigest(kind, { ...row, ...beside }, salts),
  digest,
]

it('every digest can be made again from the row as it is read, with what belongs to the fact', () =>
  inWorld(async (world) => {
    const { tx } = world
    const { question, prediction } = await accepted(world, {
      on: '2026-01-05',
      quote: 'It will rain.',
      end: '2026-03-31',
      by: ['Ada'],
    })
    const change = { add: ['rain'], reason: 'it is about rain' }
    await changeTopics(world.at('2026-01-06'), { questionId: question.id, change })
    const base = { kind: 'base-rate' as const, probability: 0.5, at: day('2026-01-01'), source: 'the gauge' }
    await recordBaseline(world.at('2026-01-06'), { questionId: question.id, ...base })
    const trigger = { questionId: question.id, outcome: 'yes' as const, gates: true }
    for (const [on, review] of [['2026-01-06', { trigger }] as const, ['2026-01-07', {}] as const]) {
      await accepted(world, { on, quote: 'The Orrin bridge will likely open by June.', end: '2026-06-30', review })
    }
    await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
    await voidIt(world, { question: question.id, now: '2026-04-03', correct: true })
    const dispute = await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } })
    await replyToDispute(world.at('2026-05-03'), { disputeId: dispute.id, text: 'I never said so.' })
    const ruling = { verdict: 'upheld', reason: 'a misquotation' } as const
    await ruleDispute(world.at('2026-05-03'), { disputeId: dispute.id, ruling })

    await recordAuthor(world.at('2026-05-04'), { name: 'Aida', kind: 'person' })
    await mergeAuthor(world.at('2026-05-04'), { author: 'aida', into: 'ada', reason: 'a slip of the pen' })

    const text = 'A fetched piece.'
    const place = {
      askedUrl: 'https://example.org/a',
      url: 'https://example.org/a',
      canonicalUrl: 'https://example.org/a',
      claimedUrl: null,
      status: 200,
      mediaType: 'text/plain',
      etag: null,
      lastModified: null,
      bytesSha256: '0',
      fetchedAt: instant('2026-04-01T12:00:00.000Z'),
    }
    await joinOrRecord(world.at('2026-04-02'), {
      commentary: { text, publishedOn: day('2026-04-01'), bylines: [], language: 'en' },
      original: { bytes: new TextEncoder().encode(text), mediaType: 'text/plain', reader: 'text-1' },
      document: {
        ...toldNothing,
        published: {
          on: day('2026-04-01'),
          earliest: day('2026-04-01'),
          latest: day('2026-04-02'),
          evidence: 'dateline',
        },
      },
      extraction: {
        ...nothingFound,
        run: { ...nothingFound.run, mode: 'hybrid', model: 'm', refused: [{ reason: 'quote-length', count: 2 }] },
      },
      identities: { 'canonical-url': 'url:example.org/a', bytes: 'bytes:0', text: null },
      place,
    })

    const pairs: [string, string][] = []
    for (const { signedBy: _, ...row } of await tx.select().from(commentaries)) {
      const names = await tx
        .select({ name: authors.name })
        .from(bylines)
        .innerJoin(authors, eq(authors.id, bylines.authorId))
        .where(eq(bylines.commentaryId, row.id))
        .orderBy(asc(bylines.position))
      pairs.push(await again('commentary', row, { bylines: names.map(({ name }) => name) }))
    }
    for (const { triggerQuestionId: _, triggerVersionId: __, ...row } of await tx.select().from(questionVersions)) {
      const [member] = await tx.select().from(familyMembers).where(eq(familyMembers.questionId, row.questionId))
      pairs.push(await again('version', row, { familyId: member?.familyId }))
    }
    for (const row of await tx.select().from(resolutionEntries)) {
      const linked = await tx.select().from(resolutionEvidence).where(eq(resolutionEvidence.resolutionId, row.id))
      pairs.push(await again('resolution', row, { evidence: linked.map(({ evidenceId }) => evidenceId) }))
    }
    for (const row of await tx.select().from(authorLinks)) pairs.push(await again('author-link', row))
    for (const row of await tx.select().from(disputes)) pairs.push(await again('dispute', row))
    for (const row of await tx.select().from(disputeReplies)) pairs.push(await again('dispute-reply', row))
    for (const row of await tx.select().from(disputeConfirmations)) pairs.push(await again('dispute-confirmation', row))
    for (const row of await tx.select().from(disputeRulings)) pairs.push(await again('dispute-ruling', row))
    for (const row of await tx.select().from(exclusions)) pairs.push(await again('exclusion', row))
    for (const row of await tx.select().from(scoreChanges)) pairs.push(await again('score-change', row))
    for (const row of await tx.select().from(commentaryPlaces)) pairs.push(await again('place', row))
    for (const row of await tx.select().from(extractionRuns)) pairs.push(await again('extraction-run', row))
    for (const row of await tx.select().from(documentReadings)) pairs.push(await again('reading', row))
    for (const row of await tx.select().from(predictions)) pairs.push(await again('prediction', row))
    for (const row of await tx.select().from(matches)) pairs.push(await again('match', row))
    for (const row of await tx.select().from(questionTopics)) pairs.push(await again('topic', row))
    for (const row of await tx.select().from(baselines)) pairs.push(await again('baseline', row))
    for (const row of await tx.select().from(events)) pairs.push(await again('event', row))
    for (const row of await tx.select().from(evidence)) pairs.push(await again('evidence', row))

    expect(pairs.length).toBeGreaterThanOrEqual(24)
    for (const [made, kept] of pairs) expect(made).toBe(kept)
  }))
