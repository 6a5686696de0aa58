import { describe, expect, it } from 'vitest'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { splitCandidate } from '../../../src/actions/predicting/split-candidate.ts'
import { undoReview } from '../../../src/actions/predicting/undo-review.ts'
import { redactText } from '../../../src/actions/reading/redact-text.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { factDigest } from '../../../src/core/ledger/digest.ts'
import { questionOfSubject } from '../../../src/queries/dispute-subject.ts'
import { funnel } from '../../../src/queries/report/funnel.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { candidatesOf, findCandidate, listCandidates } from '../../../src/storage/candidates.ts'
import { candidateReviews } from '../../../src/storage/tables/commentary.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { recorded, type Said } from '../story.ts'

const quote = 'It will likely rain, and snow will follow by March.'
const both: Said = { on: '2026-01-05', quote, end: '2026-03-31' }
const LATER = '2026-01-07'
const all = { limit: 50, cursor: null }

const halved = async (world: World) => {
  const { commentary, candidate } = await recorded(world, both)
  const at = candidate.start + quote.indexOf(' and')
  const parted = await splitCandidate(world.at('2026-01-06'), {
    candidateId: candidate.id,
    split: { at, reason: 'two claims' },
  })
  return { commentary, whole: candidate, ...parted }
}
const accept = (world: World, candidateId: string) =>
  reviewCandidate(world.at(LATER), {
    candidateId,
    review: { decision: 'accept', reason: 'a claim', newQuestion: true },
  })
const undo = (world: World, candidateId: string) => undoReview(world.at(LATER), { candidateId })

describe('a split', () => {
  it('puts the parts in the place of the candidate, with what was read of it', () =>
    inWorld(async (world) => {
      const { whole, candidate, parts } = await halved(world)
      expect(candidate).toMatchObject({ status: 'split', reviewReason: 'two claims', predictionId: null })
      expect(parts.map((part) => part.quote)).toEqual(['It will likely rain,', 'and snow will follow by March.'])
      for (const part of parts) {
        expect(part).toMatchObject({
          status: 'pending',
          partOf: whole.id,
          extractorVersion: 'by hand',
          claim: part.quote,
          phrase: whole.phrase,
          window: whole.window,
          textVersion: whole.textVersion,
          lexiconVersion: whole.lexiconVersion,
        })
      }
    }))

  it('is a fact, its parts with it', () =>
    inWorld(async (world) => {
      const { parts } = await halved(world)
      const [row] = await world.tx.select().from(candidateReviews)
      if (!row) throw new Error('no review')
      const { salts, digest, ...fields } = row
      const beside = { parts: parts.map(({ id, start, end, claim }) => ({ id, start, end, claim })) }
      expect(await factDigest('review', { ...fields, ...beside }, salts)).toBe(digest)
    }))

  it('leaves each part to be decided, and the funnel counts those', () =>
    inWorld(async (world) => {
      const { parts, commentary } = await halved(world)
      const [rain, snow] = parts.map(({ id }) => id)
      await accept(world, rain ?? '')
      await reviewCandidate(world.at(LATER), {
        candidateId: snow ?? '',
        review: { decision: 'reject', reason: 'vague' },
      })
      const of = { authorId: commentary.bylines[0]?.id ?? '' }
      const { candidates, predictions } = await funnel(world.tx, of, instant('2026-02-01T12:00:00.000Z'))
      expect(candidates).toMatchObject({ all: 2, accepted: 1, rejected: 1, pending: 0 })
      expect(predictions.all).toBe(1)
    }))

  it('is taken back with its parts, and may be made again', () =>
    inWorld(async (world) => {
      const { whole, parts, commentary } = await halved(world)
      const [part] = parts
      expect((await undo(world, whole.id)).candidate.status).toBe('pending')
      expect((await candidatesOf(world.tx, commentary.id)).map(({ id }) => id)).toEqual([whole.id])
      const pending = { commentaryId: null, status: 'pending', reviewedOnly: false } as const
      expect((await listCandidates(world.tx, pending, all)).items.map(({ id }) => id)).toEqual([whole.id])
      expect(await findCandidate(world.tx, part?.id ?? '')).toMatchObject({ status: 'withdrawn' })
      // Nobody has ever reviewed it: it is for reviewers alone, as it was while it waited.
      const subject = { kind: 'candidate', candidateId: part?.id ?? '' } as const
      await expect(questionOfSubject(world.tx, subject, false)).rejects.toMatchObject({ code: 'not-found' })
      expect(await questionOfSubject(world.tx, subject, true)).toBeNull()
      await expect(accept(world, part?.id ?? '')).rejects.toMatchObject({ code: 'already-exists' })
      const split = { parts: parts.map(({ start, end }) => ({ start, end })), reason: 'after all' }
      const again = await splitCandidate(world.at(LATER), { candidateId: whole.id, split })
      expect(again.parts.map(({ quote, status }) => [quote, status])).toEqual(
        parts.map(({ quote }) => [quote, 'pending']),
      )
    }))

  it('stands once a part is decided, until that is taken back', () =>
    inWorld(async (world) => {
      const { whole, parts } = await halved(world)
      const id = parts[0]?.id ?? ''
      await accept(world, id)
      await expect(undo(world, whole.id)).rejects.toMatchObject({ code: 'illegal-step' })
      await undo(world, id)
      expect((await undo(world, whole.id)).candidate.status).toBe('pending')
    }))

  it('of a part makes parts of that', () =>
    inWorld(async (world) => {
      const { whole, parts } = await halved(world)
      const [rain] = parts
      const split = { at: (rain?.start ?? 0) + 7, reason: 'finer' }
      const finer = await splitCandidate(world.at(LATER), { candidateId: rain?.id ?? '', split })
      expect(finer.parts.map(({ quote }) => quote)).toEqual(['It will', 'likely rain,'])
      await expect(undo(world, whole.id)).rejects.toMatchObject({ code: 'illegal-step' })
    }))

  it('is seen as of its position, and its parts not before', () =>
    inWorld(async (world) => {
      const { commentary } = await recorded(world, both)
      const { position } = await sealFacts(world.at('2026-01-05'), {})
      const [whole] = await candidatesOf(world.tx, commentary.id)
      const split = { at: (whole?.start ?? 0) + 7, reason: 'two claims' }
      await splitCandidate(world.at('2026-01-06'), { candidateId: whole?.id ?? '', split })
      const after = await sealFacts(world.at('2026-01-06'), {})
      const statuses = (at: number) =>
        readAsOf(world.tx, at, async (reader) =>
          (await candidatesOf(reader, commentary.id)).map(({ status }) => status),
        )
      expect(await statuses(position)).toEqual(['pending'])
      expect((await statuses(after.position)).sort()).toEqual(['pending', 'pending', 'split'])
    }))

  it('is refused of what is decided, with what stands, and of a text that is removed', () =>
    inWorld(async (world) => {
      const { whole } = await halved(world)
      const input = { candidateId: whole.id, split: { at: whole.start + 7, reason: 'again' } }
      await expect(splitCandidate(world.at(LATER), input)).rejects.toMatchObject({
        code: 'already-exists',
        stands: { kind: 'review', step: 'split', position: 1 },
      })
      const { commentary, candidate } = await recorded(world, { ...both, on: '2026-01-06' })
      const subject = { kind: 'commentary' as const, id: commentary.id }
      await redactText(world.at(LATER), { subject, reason: 'the publisher asks for it' })
      const split = { at: candidate.start + 7, reason: 'two claims' }
      const gone = splitCandidate(world.at(LATER), { candidateId: candidate.id, split })
      await expect(gone).rejects.toMatchObject({ code: 'illegal-step' })
    }))
})
