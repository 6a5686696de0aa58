import { describe, expect, it } from 'vitest'
import { recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import type { Candidate, Commentary } from '../../../src/core/commentary.ts'
import { MATCHING_VERSION } from '../../../src/core/matching/match.ts'
import { type Suggestions, suggestionsFor } from '../../../src/queries/matching/suggestions.ts'
import { candidatesOf } from '../../../src/storage/candidates.ts'
import { accepted, candidateIn, extractionOf, recorded, type Said, settleYes } from '../../actions/story.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'

const bridge: Said = { on: '2026-01-05', quote: 'The Orrin bridge will likely open by June.', end: '2026-06-30' }
const again: Said = { ...bridge, on: '2026-02-10', quote: 'The bridge at Orrin is likely to open within months.' }

const suggested = async (
  { tx, at }: World,
  asked: { candidate: Candidate; commentary: Commentary },
): Promise<Suggestions> => suggestionsFor(tx, { ...asked, tagger: await at('2026-03-01').tagger() })

describe('suggestions', () => {
  it('name open questions of anyone, the nearest first, with what their author has said', () =>
    inWorld(async (world) => {
      const own = await accepted(world, bridge)
      const other = await accepted(world, {
        ...bridge,
        by: ['Ben'],
        quote: 'The Orrin bridge will open, but only in part.',
      })
      await accepted(world, { ...bridge, by: ['Cleo'], quote: 'The Velmark ferry will likely sink.' })
      const { rules, wouldBe, questions } = await suggested(world, await recorded(world, again))
      expect(rules).toBe(MATCHING_VERSION)
      expect(wouldBe).toMatchObject({ did: 'joined', questionId: own.question.id })
      expect(questions.map(({ question }) => question.id)).toEqual([own.question.id, other.question.id])
      expect(questions[0]).toMatchObject({
        verdict: 'same',
        horizon: 'same',
        polarity: '+',
        authors: 1,
        statements: [{ predictionId: own.prediction.id, quote: bridge.quote }],
      })
      expect(questions[1]).toMatchObject({ statements: [], authors: 1 })
      expect(questions[0]?.similarity).toBeGreaterThan(questions[1]?.similarity ?? 1)
    }))

  it('leave out what is settled, unless its author spoke on it', () =>
    inWorld(async (world) => {
      const first = await accepted(world, bridge)
      await settleYes(world, { question: first.question.id, now: '2026-02-01', on: '2026-01-20' })
      const mine = await suggested(world, await recorded(world, again))
      expect(mine.questions).toMatchObject([{ question: { id: first.question.id, status: 'resolved' } }])
      expect(mine.wouldBe).toMatchObject({ did: 'family' })
      const theirs = await suggested(world, await recorded(world, { ...again, by: ['Ben'] }))
      expect(theirs.questions).toEqual([])
      expect(theirs.wouldBe).toMatchObject({ did: 'new', questionId: null })
    }))

  it('are the same whether they are asked for or done', () =>
    inWorld(async (world) => {
      await accepted(world, bridge)
      const piece = await recorded(world, again)
      const { wouldBe, questions } = await suggested(world, piece)
      const { candidate } = await accepted(world, again)
      expect(candidate.match).toMatchObject({ ...wouldBe, similarity: questions[0]?.similarity })
      const after = await suggested(world, { ...piece, candidate })
      expect(after.wouldBe).toBeNull()
    }))

  it('show what restates it in its own text, and nothing that overlaps it or is another’s', () =>
    inWorld(async (world) => {
      const headline = { ...bridge, quote: 'Orrin bridge will likely open' }
      const inside = { ...bridge, quote: 'bridge will likely open' }
      const theirs = {
        ...bridge,
        quote: 'the Orrin bridge will open, says the minister',
        found: { attribution: 'reported' } as const,
      }
      const text = `${headline.quote}. ${bridge.quote} Well: ${theirs.quote}. The ferry will likely stop.`
      const candidates = [headline, inside, bridge, theirs, { ...bridge, quote: 'The ferry will likely stop.' }]
      const { commentary } = await recordCommentary(world.at(bridge.on), {
        commentary: { text, publishedOn: day(bridge.on), bylines: ['Ada'], language: 'en' },
        extraction: extractionOf(...candidates.map((said) => candidateIn(text, said))),
      })
      const found = await candidatesOf(world.tx, commentary.id)
      const first = found.find(({ quote }) => quote === headline.quote)
      if (!first) throw new Error('the headline is not there')
      const { restatements } = await suggested(world, { candidate: first, commentary })
      expect(restatements).toMatchObject([{ quote: bridge.quote, verdict: 'same', status: 'pending' }])
    }))

  it('are none for words that the search cannot use', () =>
    inWorld(async (world) => {
      await accepted(world, bridge)
      const odd = { ...bridge, on: '2026-02-10', quote: `'; & | ! <-> \\ :* “likely” ( ) the of` }
      expect((await suggested(world, await recorded(world, odd))).questions).toEqual([])
    }))
})
