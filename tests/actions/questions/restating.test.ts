import { describe, expect, it } from 'vitest'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import type { Candidate } from '../../../src/core/commentary.ts'
import { MATCHING_VERSION } from '../../../src/core/matching/match.ts'
import { candidatesOf } from '../../../src/storage/candidates.ts'
import { predictionsOn } from '../../../src/storage/predictions.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'
import { accepted, candidateIn, extractionOf, recorded, type Said, settleNo, settleYes } from '../story.ts'

const bridge: Said = { on: '2026-01-05', quote: 'The Orrin bridge will likely open by June.', end: '2026-06-30' }
const again: Said = { ...bridge, on: '2026-02-10', quote: 'The bridge at Orrin is likely to open within months.' }
const denied: Said = {
  ...bridge,
  on: '2026-03-02',
  quote: 'The Orrin bridge will likely not open by June.',
  found: { polarity: '-', orientation: 'opposite' },
}

const twice = async (world: World, first: Said, second: Said) => ({
  first: await accepted(world, first),
  second: await accepted(world, second),
})

/** Records one text with several predictions and accepts them in its order. */
const acceptedIn = async (world: World, said: Said[]): Promise<Candidate[]> => {
  const text = said[0]?.piece?.text ?? said.map(({ quote }) => quote).join(' ')
  const input = {
    commentary: { text, publishedOn: day(bridge.on), bylines: ['Ada'], language: 'en' },
    extraction: extractionOf(...said.map((one) => candidateIn(text, { ...one, on: bridge.on }))),
  }
  const { commentary } = await recordCommentary(world.at(bridge.on), input)
  const reviewed: Candidate[] = []
  for (const { id } of await candidatesOf(world.tx, commentary.id)) {
    const review = { decision: 'accept', reason: 'a prediction' } as const
    reviewed.push((await reviewCandidate(world.at(bridge.on), { candidateId: id, review })).candidate)
  }
  return reviewed
}

describe('a claim that its author makes again', () => {
  it('joins the question on which it stands, and says why', () =>
    inWorld(async (world) => {
      const { first, second } = await twice(world, bridge, again)
      expect(second.question.id).toBe(first.question.id)
      expect(first).toMatchObject({ candidate: { match: null }, prediction: { act: 'state' } })
      expect(second.prediction).toMatchObject({ act: 'reaffirm', form: 'phrase:likely:+', quote: again.quote })
      expect(second.candidate.match).toMatchObject({
        did: 'joined',
        decidedBy: 'rule',
        questionId: first.question.id,
        verdict: 'same',
        opposed: false,
        differs: [],
        rules: MATCHING_VERSION,
      })
      expect(second.candidate.match?.similarity).toBeGreaterThan(0.75)
    }))

  it('joins though its own words reach further, and counts once', () =>
    inWorld(async (world) => {
      const { first, second } = await twice(world, bridge, { ...again, end: '2026-12-31' })
      const third = await accepted(world, { ...again, on: '2026-05-20', end: '2027-03-31' })
      expect([second.question.id, third.question.id]).toEqual([first.question.id, first.question.id])
      await settleYes(world, { question: first.question.id, now: '2026-06-12', on: '2026-06-10' })
      const items = await standingItems(world)
      expect(items.map(({ predictionId }) => predictionId)).toEqual([first.prediction.id])
      await expectExact(world)
    }))

  it('makes a new question of the family when it is said after the window', () =>
    inWorld(async (world) => {
      const { first, second } = await twice(world, bridge, { ...again, on: '2026-07-01', end: '2026-12-31' })
      expect(second.question.id).not.toBe(first.question.id)
      expect(second.question.familyId).toBe(first.question.familyId)
      expect(second.candidate.match).toMatchObject({ did: 'family', decidedBy: 'rule', questionId: first.question.id })
      expect(second.candidate.match?.reason).toContain('2026-06-30')
    }))

  it.each(['yes', 'no'] as const)('never joins what is settled: %s', (outcome) =>
    inWorld(async (world) => {
      const first = await accepted(world, bridge)
      const settled = { question: first.question.id, now: '2026-08-01' }
      await (outcome === 'yes' ? settleYes(world, { ...settled, on: '2026-02-01' }) : settleNo(world, settled))
      const second = await accepted(world, { ...again, recorded: '2026-08-02' })
      expect(second.question.id).not.toBe(first.question.id)
      expect(second.question.familyId).toBe(first.question.familyId)
      expect(await predictionsOn(world.tx, first.question.id)).toHaveLength(1)
    }),
  )

  it.each<[name: string, end: string, deed: string]>([
    ['once in one text', '2026-06-30', 'joined'],
    ['with two dates in one text', '2026-12-31', 'family'],
  ])('%s', (_, end, deed) =>
    inWorld(async (world) => {
      const [, second] = await acceptedIn(world, [bridge, { ...again, end }])
      expect(second?.match).toMatchObject({ did: deed, decidedBy: 'rule' })
    }),
  )

  it('is not what stands inside its own words', () =>
    inWorld(async (world) => {
      const quote = 'Investors will likely be sure that the Orrin bridge will open by June'
      const whole = { ...bridge, quote, piece: { text: `${quote}. So they say.` } }
      const inside = { ...bridge, quote: 'the Orrin bridge will open by June' }
      const [first, second] = await acceptedIn(world, [whole, inside])
      expect([first?.match, second?.match]).toEqual([null, null])
    }))

  it('is another’s when another says it', () =>
    inWorld(async (world) => {
      const { first, second } = await twice(world, bridge, { ...again, by: ['Ben'] })
      expect(second.question.id).not.toBe(first.question.id)
      expect(second.question.familyId).not.toBe(first.question.familyId)
      expect(second.candidate.match).toBeNull()
    }))

  it('is the quoted speaker’s, whoever quotes them', () =>
    inWorld(async (world) => {
      const found = { attribution: 'quoted', claimant: 'Cleo' } as const
      const { first, second } = await twice(world, { ...bridge, found }, { ...again, by: ['Ben'], found })
      expect(second.question.id).toBe(first.question.id)
    }))
})

describe('an author who says the opposite', () => {
  const end: Said = { ...bridge, quote: 'The war in Sudan will likely end by June.' }
  const goOn: Said = {
    ...bridge,
    on: '2026-02-10',
    quote: 'The war in Sudan will likely go on.',
    found: { kind: 'state' },
  }

  it.each<[name: string, Said, Said, string, string]>([
    ['denies it', bridge, denied, 'phrase:likely:+', 'phrase:likely:-'],
    ['takes the denial back', { ...denied, on: '2026-01-02' }, again, 'phrase:likely:-', 'phrase:likely:+'],
    ['denies it twice', { ...denied, on: '2026-01-02' }, denied, 'phrase:likely:-', 'phrase:likely:-'],
    ['says that it goes on', end, goOn, 'phrase:likely:+', 'phrase:likely:-'],
    [
      'says that it ends',
      { ...goOn, on: '2026-01-02' },
      { ...end, on: '2026-02-10' },
      'phrase:likely:-',
      'phrase:likely:+',
    ],
    [
      'says a number of the denial',
      bridge,
      { ...denied, found: { ...denied.found, phrase: 'micro:900000' } },
      'phrase:likely:+',
      'micro:100000',
    ],
  ])('and %s speaks on the same question', (_, one, other, before, after) =>
    inWorld(async (world) => {
      const { first, second } = await twice(world, one, other)
      expect(second.question.id).toBe(first.question.id)
      expect([first.prediction.form, second.prediction.form]).toEqual([before, after])
      const sameSide = before === after
      expect(second.prediction.act).toBe(sameSide ? 'reaffirm' : 'state')
      expect(second.candidate.match?.opposed).toBe(!sameSide)
    }),
  )
})

describe('a claim that is near', () => {
  const inflation: Said = { ...bridge, quote: 'Inflation will likely exceed 3 percent.' }

  it('by another figure makes a question of the family', () =>
    inWorld(async (world) => {
      const higher = { ...inflation, on: '2026-02-10', quote: 'Inflation will likely exceed 5 percent.' }
      const { first, second } = await twice(world, inflation, higher)
      expect(second.question.id).not.toBe(first.question.id)
      expect(second.question.familyId).toBe(first.question.familyId)
      expect(second.candidate.match).toMatchObject({ did: 'family', verdict: 'family', differs: ['figures'] })
    }))

  it('by its subject alone is left alone', () =>
    inWorld(async (world) => {
      const other = { ...again, quote: 'The Orrin bridge will likely cost more than planned.' }
      const { first, second } = await twice(world, bridge, other)
      expect(second.question.familyId).not.toBe(first.question.familyId)
      expect(second.candidate.match).toBeNull()
    }))
})

describe('the reviewer', () => {
  it.each([
    ['that it is not the same', { newQuestion: true }, 'new', false],
    ['a wording of their own', { wording: 'The bridge at Orrin carries cars by 30 June 2026.' }, 'family', true],
  ] as const)('may say %s', (_, review, did, kin) =>
    inWorld(async (world) => {
      const { first, second } = await twice(world, bridge, { ...again, review })
      expect(second.question.id).not.toBe(first.question.id)
      expect(second.question.familyId === first.question.familyId).toBe(kin)
      expect(second.prediction.act).toBe('state')
      expect(second.candidate.match).toMatchObject({ did, decidedBy: 'reviewer', questionId: first.question.id })
      expect(second.candidate.match?.reason).toContain('the rule would have joined it')
    }),
  )

  it('may name the family', () =>
    inWorld(async (world) => {
      const other = await accepted(world, { ...bridge, quote: 'The Velmark ferry will likely stop.' })
      const first = await accepted(world, bridge)
      const second = await accepted(world, { ...again, review: { familyId: other.question.familyId } })
      expect(second.question.id).not.toBe(first.question.id)
      expect(second.question.familyId).toBe(other.question.familyId)
      expect(second.candidate.match).toMatchObject({ did: 'family', decidedBy: 'reviewer' })
    }))

  it('may name a question that the rule would not join, of another author too: its words are turned to it', () =>
    inWorld(async (world) => {
      const first = await accepted(world, bridge)
      const review = { questionId: first.question.id }
      const second = await accepted(world, { ...denied, by: ['Ben'], review })
      expect(second.prediction).toMatchObject({ questionId: first.question.id, form: 'phrase:likely:-', act: 'state' })
      expect(second.candidate.match).toMatchObject({
        did: 'joined',
        decidedBy: 'reviewer',
        verdict: 'same',
        opposed: true,
      })
    }))

  it('may not both join a question and make one', () =>
    inWorld(async (world) => {
      const first = await accepted(world, bridge)
      const { candidate } = await recorded(world, again)
      const review = { decision: 'accept', reason: 'so', questionId: first.question.id, newQuestion: true } as const
      await expect(
        reviewCandidate(world.at('2026-02-10'), { candidateId: candidate.id, review }),
      ).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'newQuestion' }],
      })
    }))
})
