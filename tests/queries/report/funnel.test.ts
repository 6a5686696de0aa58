import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { submitPrediction } from '../../../src/actions/predicting/submit-prediction.ts'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import type { Funnel } from '../../../src/core/funnel.ts'
import { funnel } from '../../../src/queries/report/funnel.ts'
import type { FunnelOf } from '../../../src/storage/funnel.ts'
import { optionsOf } from '../../../src/storage/options.ts'
import { accepted, recorded, reportOf, type Said, settleNo, settleYes, voidIt } from '../../actions/story.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'

const NOW = '2026-06-01T12:00:00.000Z'
const read = ({ tx }: World, of: FunnelOf, now = NOW): Promise<Funnel> => funnel(tx, of, instant(now))
const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((so, count) => so + count, 0)
const sumOf = (reasons: Funnel['listedFor']): number => reasons.reduce((so, { n }) => so + n, 0)

/** Every candidate and every prediction stands in exactly one place of each stage. */
const expectAddsUp = (one: Funnel): void => {
  const { candidates, predictions, scoring } = one
  expect(candidates.pending + candidates.rejected + candidates.accepted).toBe(candidates.all)
  expect(sumOf(one.rejectedFor)).toBe(candidates.rejected)
  expect(candidates.accepted).toBe(candidates.acceptedOfOthers + predictions.commentary - predictions.elsewhere)
  expect(predictions.commentary + predictions.submitted + predictions.imported).toBe(predictions.all)
  expect(total(one.questions)).toBe(predictions.all)
  expect(total(scoring)).toBe(predictions.all)
  expect(sumOf(one.listedFor)).toBe(scoring.listed)
  expect(total(one.counted)).toBe(scoring.scored + scoring.pending + scoring.void)
  const { statements, hedged, share } = one.hedges
  expect(statements).toBe(predictions.all - scoring['no-forecast'])
  expect(hedged).toBeGreaterThanOrEqual(one.counted['weak-hedge'])
  expect(share).toBe(statements === 0 ? null : hedged / statements)
}

const frame = { name: 'Papers', rule: 'every op-ed', readWhole: true, caveat: null }
/** A piece of the collection, each with a text and a claim of its own. */
const piece = (at: number, more: Partial<Said> = {}): Said => ({
  on: '2026-01-05',
  quote: `The ${'abcdefghijklmnopqrstuvwxyz'[at] ?? 'z'}mill of Velmark number ${at} will close.`,
  end: '2026-03-31',
  by: ['Ada'],
  ...more,
  piece: { collection: 'papers', ...more.piece },
  review: { newQuestion: true, ...more.review },
})
const reject = async (world: World, said: Said, reason: string) => {
  const { candidate } = await recorded(world, said)
  await reviewCandidate(world.at(said.on), { candidateId: candidate.id, review: { decision: 'reject', reason } })
}

describe('a funnel', () => {
  it('tells where everything went', () =>
    inWorld(async (world) => {
      const { collection } = await recordCollection(world.at('2026-01-01'), frame)
      await recorded(world, piece(0, { found: { kind: 'vague', weakHedge: true } }))
      await reject(world, piece(1), 'a wish')
      await reject(world, piece(2, { end: null }), 'a wish')
      const yes = await accepted(world, piece(3))
      await settleYes(world, { question: yes.question.id, on: '2026-02-01', now: '2026-02-02' })
      const no = await accepted(world, piece(4, { found: { weakHedge: true } }))
      await settleNo(world, { question: no.question.id, now: '2026-04-02' })
      const broken = await accepted(world, piece(5))
      await voidIt(world, { question: broken.question.id, now: '2026-04-02', why: 'ambiguous' })
      const due = await accepted(world, piece(6))
      await closeQuestion(world.at('2026-04-02'), { questionId: due.question.id, asOf: day('2026-04-02') })
      await accepted(world, piece(7, { end: '2026-12-31' }))
      await accepted(world, piece(8, { found: { scorable: false, reasons: ['nobody could check it'] } }))
      const { authorId } = yes.prediction
      // Said again after it had happened, and so not what counts.
      await accepted(
        world,
        piece(9, { on: '2026-02-10', review: { questionId: yes.question.id, newQuestion: undefined } }),
      )

      const ada = await read(world, { authorId })
      expectAddsUp(ada)
      expect(ada).toEqual({
        commentaries: 10,
        candidates: {
          all: 10,
          pending: 1,
          rejected: 2,
          accepted: 7,
          acceptedOfOthers: 0,
          vague: 1,
          undated: 1,
          weaklyHedged: 2,
        },
        rejectedFor: [{ reason: 'a wish', n: 2 }],
        predictions: { all: 7, commentary: 7, submitted: 0, imported: 0, elsewhere: 0 },
        questions: { open: 2, due: 1, yes: 2, no: 1, option: 0, annulled: 0, ambiguous: 1, 'not-applicable': 0 },
        scoring: {
          scored: 2,
          pending: 1,
          void: 1,
          open: 1,
          'no-window-end': 0,
          listed: 1,
          'no-forecast': 0,
          categorical: 0,
          'another-counts': 1,
          'not-standing': 0,
        },
        listedFor: [{ reason: 'nobody could check it', n: 1 }],
        hedges: {
          statements: 7,
          hedged: 1,
          share: 1 / 7,
          interval: { low: expect.closeTo(0.0257, 4), high: expect.closeTo(0.5131, 4), level: 0.95 },
        },
        counted: { headline: 3, 'weak-hedge': 1, 'default-window': 0, 'too-fresh': 0 },
      })
      expect(await read(world, { collectionId: collection.id })).toEqual(ada)
      expect((await read(world, { authorId }, '2026-03-31T12:00:00.000Z')).counted).toMatchObject({
        headline: 0,
        'too-fresh': 3,
      })
    }))

  it('tells words of others in a piece from its author’s, and finds a speaker’s elsewhere', () =>
    inWorld(async (world) => {
      await recordCollection(world.at('2026-01-01'), frame)
      const quoted = await accepted(world, piece(0, { found: { claimant: 'Bela Ruiz', attribution: 'quoted' } }))
      const [author] = quoted.commentary.bylines
      const ada = await read(world, { authorId: author?.id ?? '' })
      const bela = await read(world, { authorId: quoted.prediction.authorId })
      for (const one of [ada, bela]) expectAddsUp(one)
      expect(ada).toMatchObject({ candidates: { accepted: 1, acceptedOfOthers: 1 }, predictions: { all: 0 } })
      expect(bela).toMatchObject({ commentaries: 0, predictions: { all: 1, elsewhere: 1 }, scoring: { open: 1 } })
    }))

  it('keeps questions of several outcomes apart, which no count of yes and no holds', () =>
    inWorld(async (world) => {
      const { question } = await createQuestion(world.at('2026-01-01'), {
        wording: 'Who wins?',
        criteria: 'By the official count.',
        windowStart: day('2026-01-01'),
        windowEnd: day('2026-03-31'),
        referenceAt: instant('2026-03-01T00:00:00.000Z'),
        options: [{ label: 'Ada' }, { label: 'somebody else', other: true as const }],
      })
      const { author } = await recordAuthor(world.at('2026-01-01'), { name: 'Fox', kind: 'person' })
      const [first, other] = await optionsOf(world.tx, question.id)
      await submitPrediction(world.at('2026-01-10'), {
        questionId: question.id,
        author: author.id,
        distribution: [
          { optionId: first?.id ?? '', probability: 0.7 },
          { optionId: other?.id ?? '', probability: 0.3 },
        ],
      })
      const fox = () => read(world, { authorId: author.id })
      expect(await fox()).toMatchObject({ questions: { open: 1 }, scoring: { categorical: 1 } })
      await world.tx.execute(
        sql`update questions set status = 'resolved', outcome = ${first?.id} where id = ${question.id}`,
      )
      const decided = await fox()
      expectAddsUp(decided)
      expect(decided).toMatchObject({ questions: { option: 1 }, scoring: { categorical: 1 } })
    }))

  it('tells of what counts how it came out by its own version, not by the newest', () =>
    inWorld(async (world) => {
      await recordCollection(world.at('2026-01-01'), frame)
      const { question, prediction } = await accepted(world, piece(0))
      await addVersion(world.at('2026-02-01'), {
        questionId: question.id,
        version: { expectedVersion: 1, orientation: 'opposite', criteria: 'Yes if it stays open.', reason: 'turned' },
      })
      const ada = () => read(world, { authorId: prediction.authorId })
      await settleNo(world, { question: question.id, now: '2026-04-02' })
      expect(await ada()).toMatchObject({ questions: { due: 1, yes: 0, no: 0 }, scoring: { pending: 1 } })
      await resolveQuestion(world.at('2026-04-02'), {
        step: 'settle',
        questionId: question.id,
        version: 1,
        outcome: 'yes',
        evidence: await reportOf(world, { title: 'closed', on: '2026-02-20', now: '2026-04-02' }),
        reason: 'it closed',
        correct: false,
      })
      expect(await ada()).toMatchObject({ questions: { due: 0, yes: 1, no: 0 }, scoring: { scored: 1 } })
      expectAddsUp(await ada())
    }))

  it('of nothing is all zeros', () =>
    inWorld(async (world) => {
      const nothing = await read(world, { collectionId: world.newId('collection') })
      expectAddsUp(nothing)
      expect(nothing).toMatchObject({ commentaries: 0, candidates: { all: 0 }, predictions: { all: 0 } })
    }))

  const step = fc.constantFrom('pending', 'reject', 'open', 'due', 'yes', 'no', 'void', 'listed', 'quoted', 'again')
  it('adds up whatever happened', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), async (steps, weakHedge) =>
        inWorld(async (world) => {
          const { collection } = await recordCollection(world.at('2026-01-01'), frame)
          const authors = new Set<string>()
          let last: string | undefined
          for (const [at, what] of steps.entries()) {
            if (what === 'pending') await recorded(world, piece(at))
            else if (what === 'reject') await reject(world, piece(at), `reason ${at % 2}`)
            else {
              const said = piece(at, {
                found: {
                  weakHedge,
                  ...(what === 'listed' ? { scorable: false, reasons: ['plain'] } : {}),
                  ...(what === 'quoted' ? { claimant: 'Bela Ruiz', attribution: 'quoted' as const } : {}),
                },
                ...(what === 'again' && last ? { review: { questionId: last, newQuestion: undefined } } : {}),
              })
              const { question, prediction } = await accepted(world, said)
              authors.add(prediction.authorId)
              const asked = { question: question.id, now: '2026-04-02' }
              if (what === 'yes') await settleYes(world, { ...asked, on: '2026-02-01' })
              if (what === 'no') await settleNo(world, asked)
              if (what === 'void') await voidIt(world, asked)
              if (what === 'due')
                await closeQuestion(world.at('2026-04-02'), { questionId: question.id, asOf: day('2026-04-02') })
              if (what !== 'again') last = question.id
            }
          }
          const papers = await read(world, { collectionId: collection.id })
          expectAddsUp(papers)
          expect(papers.candidates.all).toBe(steps.length)
          const each = await Promise.all([...authors].map((authorId) => read(world, { authorId })))
          for (const one of each) expectAddsUp(one)
          expect(each.reduce((so, { predictions }) => so + predictions.all, 0)).toBe(papers.predictions.all)
        }),
      ),
      { numRuns: 12 },
    ),
  )
})
