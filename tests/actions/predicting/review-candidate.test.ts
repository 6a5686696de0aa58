import { describe, expect, it } from 'vitest'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { findAuthor, listAuthors } from '../../../src/storage/authors.ts'
import { findCandidate } from '../../../src/storage/candidates.ts'
import { listPredictions, predictionsOn } from '../../../src/storage/predictions.ts'
import { listQuestions } from '../../../src/storage/questions.ts'
import { collectionQuestions } from '../../../src/storage/tables/questions.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems, totalsOf } from '../exact.ts'
import { accepted, recorded, type Said, settleNo, settleYes } from '../story.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
const accept = { decision: 'accept', reason: 'a prediction' } as const
const all = { limit: 50, cursor: null }
const anyQuestion = { status: null, authorIds: null, collectionId: null, familyId: null }
const anyPrediction = { authorIds: null, questionId: null, commentaryId: null }

const countOf = async ({ tx }: World) => ({
  questions: (await listQuestions(tx, anyQuestion, all)).items.length,
  predictions: (await listPredictions(tx, anyPrediction, all)).items.length,
  authors: (await listAuthors(tx, { kind: null }, all)).items.length,
})

describe('accepting', () => {
  it('makes a question with its version and family, and the prediction', () =>
    inWorld(async (world) => {
      const { question, prediction, candidate, commentary } = await accepted(world, rain)
      expect(question).toMatchObject({
        status: 'open',
        outcome: null,
        version: {
          version: 1,
          wording: rain.quote,
          orientation: 'as-worded',
          windowStart: '2026-01-05',
          windowEnd: '2026-03-31',
          windowSource: 'stated',
          criteriaFixedAt: '2026-01-05T12:00:00.000Z',
        },
      })
      expect(question.version.criteria).toContain('2026-03-31')
      expect(prediction).toMatchObject({
        authorId: commentary.bylines[0]?.id,
        questionId: question.id,
        versionId: question.version.id,
        form: 'phrase:likely:+',
        said: commentary.published,
        origin: 'commentary',
        quote: rain.quote,
        scoreable: true,
        unscoredReason: null,
      })
      expect(candidate).toMatchObject({ status: 'accepted', reviewReason: 'a prediction', predictionId: prediction.id })
    }))

  it('takes a wording, criteria and a family of the reviewer', () =>
    inWorld(async (world) => {
      const first = await accepted(world, rain)
      const review = {
        wording: 'Rain falls in Velmark between 5 January and 31 March 2026.',
        criteria: 'Yes if a station measures 1 mm.',
        familyId: first.question.familyId,
      }
      const second = await accepted(world, { ...rain, on: '2026-02-05', review })
      expect(second.question.id).not.toBe(first.question.id)
      expect(second.question).toMatchObject({
        familyId: first.question.familyId,
        version: { wording: review.wording, criteria: review.criteria },
      })
    }))

  it('asks for a wording where the claim is longer than one may be, and says so', () =>
    inWorld(async (world) => {
      const { candidate } = await recorded(world, { ...rain, quote: `It will likely rain ${'and rain '.repeat(250)}.` })
      const accepting = (wording?: string) => {
        const review = { ...accept, ...(wording ? { wording } : {}) }
        return reviewCandidate(world.at('2026-01-06'), { candidateId: candidate.id, review })
      }
      await expect(accepting()).rejects.toMatchObject({
        code: 'invalid-input',
        message: 'the claim has 2271 characters, and the wording of a question at most 2000',
        remedy: 'send a wording that says it shorter, or split the candidate',
        fields: [{ field: 'wording' }],
      })
      expect(await countOf(world)).toMatchObject({ questions: 0, predictions: 0 })
      expect((await accepting('It rains.')).question?.version.wording).toBe('It rains.')
    }))

  it('brings the question into each collection that the piece was read for', () =>
    inWorld(async (world) => {
      const frame = { rule: 'all', readWhole: true, caveat: null }
      const { collection } = await recordCollection(world.at('2026-01-01'), { name: 'Papers', ...frame })
      await recordCollection(world.at('2026-01-01'), { name: 'Others', ...frame })
      const { question } = await accepted(world, { ...rain, piece: { collection: 'papers' } })
      const members = await world.tx.select().from(collectionQuestions)
      expect(members).toMatchObject([{ collectionId: collection.id, questionId: question.id }])
    }))

  it('joins the question named', () =>
    inWorld(async (world) => {
      const first = await accepted(world, rain)
      const again = {
        ...rain,
        on: '2026-02-05',
        quote: 'Rain remains likely.',
        review: { questionId: first.question.id },
      }
      const second = await accepted(world, again)
      expect(second.question.id).toBe(first.question.id)
      expect(await predictionsOn(world.tx, first.question.id)).toHaveLength(2)
      expect(await countOf(world)).toMatchObject({ questions: 1, predictions: 2, authors: 1 })
    }))

  it('joins a question that is settled, and its score follows at once', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, rain)
      await settleNo(world, { question: question.id, now: '2026-05-01' })
      const late = {
        ...rain,
        on: '2026-02-05',
        recorded: '2026-06-01',
        by: ['Ben'],
        review: { questionId: question.id },
      }
      const { prediction } = await accepted(world, late)
      expect(await totalsOf(world, prediction.authorId)).toEqual({ pending: 0, void: 0, n: 1, hits: 0 })
      await expectExact(world)
    }))

  it('of an earlier statement puts it in the place of the later one that had counted', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, { ...rain, on: '2026-02-05' })
      await settleNo(world, { question: question.id, now: '2026-05-01' })
      const found = { phrase: 'unlikely' }
      const earlier = { ...rain, recorded: '2026-06-01', found, review: { questionId: question.id } }
      const { prediction } = await accepted(world, earlier)
      const [item, ...others] = await standingItems(world)
      expect(others).toEqual([])
      expect(item).toMatchObject({ predictionId: prediction.id, form: 'phrase:unlikely:+', state: 'scored' })
      await expectExact(world)
    }))

  it('of a question that does not exist writes nothing', () =>
    inWorld(async (world) => {
      const { candidate } = await recorded(world, rain)
      const before = await countOf(world)
      const refused = reviewCandidate(world.at('2026-01-06'), {
        candidateId: candidate.id,
        review: { ...accept, questionId: world.newId('question') },
      })
      await expect(refused).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'questionId' }] })
      expect(await countOf(world)).toEqual(before)
      expect((await findCandidate(world.tx, candidate.id))?.status).toBe('pending')
    }))
})

describe('rejecting', () => {
  it('keeps the reason and makes nothing', () =>
    inWorld(async (world) => {
      const { candidate } = await recorded(world, rain)
      const before = await countOf(world)
      const { candidate: rejected, question } = await reviewCandidate(world.at('2026-01-06'), {
        candidateId: candidate.id,
        review: { decision: 'reject', reason: 'a wish, not a forecast' },
      })
      expect(question).toBeNull()
      expect(rejected).toMatchObject({ status: 'rejected', reviewReason: 'a wish, not a forecast', predictionId: null })
      expect(await countOf(world)).toEqual(before)
    }))

  it.each([
    ['accept', 'accept'],
    ['accept', 'reject'],
    ['reject', 'accept'],
    ['reject', 'reject'],
  ] as const)('%s, then %s: a candidate is reviewed once', (first, second) =>
    inWorld(async (world) => {
      const { candidate } = await recorded(world, rain)
      const review = (decision: 'accept' | 'reject') =>
        reviewCandidate(world.at('2026-01-06'), { candidateId: candidate.id, review: { decision, reason: decision } })
      await review(first)
      const before = await countOf(world)
      await expect(review(second)).rejects.toMatchObject({ code: 'already-exists' })
      expect(await countOf(world)).toEqual(before)
    }),
  )

  it('of what is not there is not found', () =>
    inWorld(async (world) => {
      const refused = reviewCandidate(world.at('2026-01-06'), { candidateId: world.newId('candidate'), review: accept })
      await expect(refused).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('whose prediction it is', () => {
  it.each([
    { name: 'a group’s', found: { attribution: 'reported', claimant: 'Analysts' } },
    { name: 'an unnamed source’s', found: { attribution: 'reported', claimant: null } },
    { name: 'a quotation without a name', found: { attribution: 'quoted', claimant: null } },
  ] as const)('$name is nobody’s, and nothing is half-written', ({ found }) =>
    inWorld(async (world) => {
      const { candidate } = await recorded(world, { ...rain, found })
      const before = await countOf(world)
      const refused = reviewCandidate(world.at('2026-01-06'), { candidateId: candidate.id, review: accept })
      await expect(refused).rejects.toMatchObject({ code: 'not-scoreable', remedy: expect.stringContaining('reject') })
      expect(await countOf(world)).toEqual(before)
      expect((await findCandidate(world.tx, candidate.id))?.status).toBe('pending')
    }),
  )

  it('a quotation belongs to whom it names, not to the byline', () =>
    inWorld(async (world) => {
      const found = { attribution: 'quoted', claimant: 'Vera Lund' } as const
      const { prediction } = await accepted(world, { ...rain, found })
      expect(prediction).toMatchObject({ authorName: 'Vera Lund', attribution: 'quoted', scoreable: true })
      expect((await findAuthor(world.tx, 'vera-lund'))?.kind).toBe('person')
    }))

  it('several bylines say together what they sign', () =>
    inWorld(async (world) => {
      const { prediction } = await accepted(world, { ...rain, by: ['Ada', 'Ben'] })
      expect(await findAuthor(world.tx, prediction.authorId)).toMatchObject({ name: 'Ada, Ben', kind: 'organisation' })
      const again = await accepted(world, { ...rain, on: '2026-01-08', by: ['Ada', 'Ben'] })
      expect(again.prediction.authorId).toBe(prediction.authorId)
    }))

  it('a piece without a byline speaks with its publisher’s unattributed voice', () =>
    inWorld(async (world) => {
      const { prediction } = await accepted(world, { ...rain, by: [], piece: { publisher: 'Gazette' } })
      const author = await findAuthor(world.tx, prediction.authorId)
      expect(author).toMatchObject({ name: 'Gazette (unattributed)', kind: 'unattributed' })
    }))

  it('without a publisher too it speaks for itself alone', () =>
    inWorld(async (world) => {
      const one = await accepted(world, { ...rain, by: [] })
      const other = await accepted(world, { ...rain, on: '2026-01-06', by: [] })
      const authors = await Promise.all([one, other].map(({ prediction }) => findAuthor(world.tx, prediction.authorId)))
      expect(authors.map((author) => author?.kind)).toEqual(['unattributed', 'unattributed'])
      expect(one.prediction.authorId).not.toBe(other.prediction.authorId)
    }))
})

describe('what is listed and not scored', () => {
  it.each<{ name: string; said: Partial<Said>; reason: RegExp }>([
    {
      name: 'a paraphrase of someone quoted',
      said: { found: { attribution: 'quoted', claimant: 'Vera Lund', directness: 'paraphrase' } },
      reason: /paraphrase/,
    },
    { name: 'words without an end', said: { end: null }, reason: /no end/ },
    { name: 'no window at all', said: { found: { window: null } }, reason: /no end/ },
    {
      name: 'what extraction marked',
      said: { found: { scorable: false, reasons: ['normative', 'vague'] } },
      reason: /normative; vague/,
    },
    { name: 'what it marked without a reason', said: { found: { scorable: false } }, reason: /extraction/ },
  ])('$name', ({ said, reason }) =>
    inWorld(async (world) => {
      const { prediction, question } = await accepted(world, { ...rain, ...said })
      expect(prediction.scoreable).toBe(false)
      expect(prediction.unscoredReason).toMatch(reason)
      await settleYes(world, { question: question.id, now: '2026-05-01', on: '2026-03-01' })
      expect(await standingItems(world)).toEqual([])
      await expectExact(world)
    }),
  )

  it('is not a weak hedge: it is recorded, resolved, and kept in a slice of its own', () =>
    inWorld(async (world) => {
      const { prediction, question } = await accepted(world, { ...rain, found: { weakHedge: true, phrase: 'may' } })
      expect(prediction).toMatchObject({ scoreable: true, weakHedge: true })
      await settleYes(world, { question: question.id, now: '2026-05-01', on: '2026-03-01' })
      expect(await standingItems(world)).toMatchObject([{ weakHedge: true, state: 'scored', hit: true }])
    }))
})

describe('the positive event', () => {
  it.each([
    { name: 'an event as worded', found: {}, orientation: 'as-worded', form: 'phrase:likely:+' },
    {
      name: 'a thing called likely not to happen',
      found: { polarity: '-' },
      orientation: 'as-worded',
      form: 'phrase:likely:-',
    },
    {
      name: 'a state that goes on is the opposite of its end',
      found: { kind: 'state' },
      orientation: 'opposite',
      form: 'phrase:likely:-',
    },
    {
      name: 'a number on a state that goes on',
      found: { kind: 'state', phrase: 'micro:300000' },
      orientation: 'opposite',
      form: 'micro:700000',
    },
    {
      name: 'an event that will not happen: the opposite of the wording is the positive one',
      found: { polarity: '-', orientation: 'opposite' },
      orientation: 'opposite',
      form: 'phrase:likely:-',
    },
    {
      name: 'a state that will not go on: the wording is its end',
      found: { kind: 'state', polarity: '-', orientation: 'opposite' },
      orientation: 'as-worded',
      form: 'phrase:likely:+',
    },
  ] as const)('$name', ({ found, orientation, form }) =>
    inWorld(async (world) => {
      const { question, prediction } = await accepted(world, { ...rain, found })
      expect(question.version.orientation).toBe(orientation)
      expect(question.version.wording).toBe(rain.quote)
      expect(prediction.form).toBe(form)
    }),
  )

  it('is told by the criteria', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, { ...rain, found: { kind: 'state' } })
      expect(question.version.criteria).toMatch(/^Yes if the opposite of what these words call “likely” comes true/)
    }))

  it('is the reviewer’s to turn', () =>
    inWorld(async (world) => {
      const review = { orientation: 'opposite', polarity: '-' } as const
      const { question, prediction } = await accepted(world, { ...rain, review })
      expect([question.version.orientation, prediction.form]).toEqual(['opposite', 'phrase:likely:-'])
    }))
})

describe('a question made by hand', () => {
  const input = { wording: 'It rains.', windowStart: day('2026-01-01'), windowEnd: day('2026-01-31') }

  it('is fixed when it is recorded, in a family of its own', () =>
    inWorld(async (world) => {
      const { question: one } = await createQuestion(world.at('2026-01-01'), input)
      const { question: other } = await createQuestion(world.at('2026-01-01'), { ...input, wording: 'Another claim.' })
      expect(one).toMatchObject({
        status: 'open',
        version: { criteriaFixedAt: '2026-01-01T12:00:00.000Z', orientation: 'as-worded', windowSource: 'stated' },
      })
      expect(other.familyId).not.toBe(one.familyId)
      expect(
        (await createQuestion(world.at('2026-01-01'), { ...input, familyId: one.familyId })).question.familyId,
      ).toBe(one.familyId)
    }))

  it('may last a day, and may have no end', () =>
    inWorld(async (world) => {
      const { question: aDay } = await createQuestion(world.at('2026-01-01'), {
        ...input,
        windowEnd: input.windowStart,
      })
      expect(aDay.version.windowEnd).toBe('2026-01-01')
      const { question: endless } = await createQuestion(world.at('2026-01-01'), { ...input, windowEnd: null })
      expect(endless.version.windowEnd).toBeNull()
    }))

  it.each([
    ['a window that ends before it starts', { windowEnd: day('2025-12-31') }, 'invalid-input', 'windowEnd'],
    ['a collection that is not there', { collection: 'no-such' }, 'not-found', 'collection'],
  ])('with %s is refused, and nothing is written', (_, wrong, code, field) =>
    inWorld(async (world) => {
      const refused = createQuestion(world.at('2026-01-01'), { ...input, ...wrong })
      await expect(refused).rejects.toMatchObject({ code, fields: [{ field }] })
      expect(await countOf(world)).toMatchObject({ questions: 0 })
    }),
  )
})
