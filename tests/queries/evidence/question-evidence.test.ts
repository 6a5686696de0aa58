import { describe, expect, it } from 'vitest'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import { recordEvent } from '../../../src/actions/resolving/record-event.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import type { Question } from '../../../src/core/question.ts'
import { builtInExtractor } from '../../../src/outside/extractor.ts'
import { evidenceFor } from '../../../src/queries/evidence/question-evidence.ts'
import { questionsBorneOn } from '../../../src/queries/evidence/questions-borne-on.ts'
import { listCandidates } from '../../../src/storage/candidates.ts'
import type { Reader } from '../../../src/storage/database.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { accepted, reportOf, searchedThrough } from '../../actions/story.ts'
import { day, inWorld, tagger, type World } from '../../support/embedded.ts'

const extract = builtInExtractor(tagger)
const NOW = '2026-06-01'

const publish = async (world: World, on: string, text: string): Promise<string> => {
  const extraction = await extract(text, day(on))
  const commentary = { text, publishedOn: day(on), bylines: ['Ben'], language: 'en' }
  return (await recordCommentary(world.at(NOW), { commentary, extraction })).commentary.id
}

const said = { on: '2026-01-05', quote: 'Petra Lund will resign as finance minister.', end: '2026-12-31' }
const other = { on: '2026-01-05', quote: 'The Orrin bridge will open.', end: '2026-12-31', by: ['Carla'] }

const found = async (world: World, question: Question, whole = true) =>
  evidenceFor(world.tx, question, { tagger: await tagger(), limit: 10, whole })

/** A reader that counts the queries it is asked for. */
const counting = (reader: Reader): { reader: Reader; asked: () => number } => {
  let asked = 0
  const counted = new Proxy(reader, {
    get: (target, name) => {
      if (name === 'select') asked += 1
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { reader: counted, asked: () => asked }
}

describe('the evidence on a question', () => {
  it('is what later pieces and events say, best first, each with a stance and reasons', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      await publish(world, '2025-12-01', 'Petra Lund had resigned as finance minister once before.')
      const denial = await publish(world, '2026-02-01', 'Rain fell. Petra Lund has not resigned as finance minister.')
      await publish(world, '2026-02-02', 'The orchards of Velmark are in bloom.')
      const { event } = await recordEvent(world.at(NOW), {
        title: 'Petra Lund resigned as finance minister',
        happened: day('2026-03-01'),
      })
      const evidence = await found(world, question)
      expect(evidence).toMatchObject({ questionId: question.id, since: '2026-01-05', recorded: [] })
      expect(evidence.found.map(({ stance, eventId, commentaryId }) => ({ stance, eventId, commentaryId }))).toEqual(
        expect.arrayContaining([
          { stance: 'for', eventId: event.id, commentaryId: null },
          { stance: 'against', eventId: null, commentaryId: denial },
        ]),
      )
      expect(evidence.found).toHaveLength(2)
      const [report] = evidence.found.filter(({ commentaryId }) => commentaryId === denial)
      expect(report).toMatchObject({
        quote: 'Petra Lund has not resigned as finance minister.',
        start: 11,
        textVersion: 1,
      })
      expect(report?.reasons.join()).toMatch(/lund.*denies/)
    }))

  it('is never the piece that made the statement, and lists what was recorded', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const evidence = await reportOf(world, { title: 'It was announced', on: '2026-03-01', now: NOW })
      await resolveQuestion(world.at(NOW), {
        questionId: question.id,
        step: 'settle',
        outcome: 'yes',
        reason: 'told',
        evidence,
        correct: false,
      })
      const { recorded, found: proposed } = await found(world, (await findQuestion(world.tx, question.id)) as Question)
      expect(recorded).toHaveLength(1)
      expect(proposed).toEqual([])
    }))
})

describe('the evidence on a question for those who may not review', () => {
  it('is what events say, and pieces of which something was accepted', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const report = 'Petra Lund has resigned as finance minister. The new minister will cut taxes by 2027-01-31.'
      const piece = await publish(world, '2026-02-01', report)
      const { event } = await recordEvent(world.at(NOW), { title: 'Petra Lund resigned', happened: day('2026-01-30') })
      const origins = async (whole: boolean) =>
        (await found(world, question, whole)).found.map(({ commentaryId, eventId }) => commentaryId ?? eventId).sort()
      expect(await origins(true)).toEqual([piece, event.id].sort())
      expect(await origins(false)).toEqual([event.id])
      expect((await found(world, question, true)).withheld).toBeNull()
      expect((await found(world, question, false)).withheld).toMatch(/no reviewer has accepted/)
      const { items } = await listCandidates(
        world.tx,
        { commentaryId: piece, status: null, reviewedOnly: false },
        { limit: 10, cursor: null },
      )
      await reviewCandidate(world.at(NOW), {
        candidateId: items[0]?.id ?? '',
        review: { decision: 'accept', reason: 'read' },
      })
      expect(await origins(false)).toEqual([piece, event.id].sort())
    }))
})

describe('the questions that a text bears on', () => {
  const borneOn = async (world: World, text: { commentaryId: string } | { eventId: string }, limit = 10) =>
    (await questionsBorneOn(world.tx, text, { tagger: await tagger(), limit })).map(({ question, stance }) => ({
      id: question.id,
      stance,
    }))

  it('are the undecided ones asked before it was published', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const { question: bridge } = await accepted(world, other)
      const { question: late } = await accepted(world, { ...said, on: '2026-05-01', by: ['Dora'] })
      const { event } = await recordEvent(world.at(NOW), {
        title: 'Petra Lund resigned as finance minister',
        happened: day('2026-03-01'),
      })
      expect(await borneOn(world, { eventId: event.id })).toEqual([{ id: question.id, stance: 'for' }])
      const piece = await publish(world, '2026-04-01', 'The Orrin bridge has opened.\n\nPetra Lund slept through it.')
      const both = await borneOn(world, { commentaryId: piece })
      expect(both[0]).toEqual({ id: bridge.id, stance: 'for' })
      expect(both.map(({ id }) => id)).not.toContain(late.id)
      expect(await borneOn(world, { commentaryId: piece }, 1)).toHaveLength(1)
    }))

  it('cost a few queries, however long the text is', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const paragraphs = Array.from({ length: 30 }, (_, n) => `Paragraph ${n} tells of the orchards of Velmark.`)
      const text = [...paragraphs, 'Petra Lund has resigned as finance minister.'].join('\n\n')
      const piece = await publish(world, '2026-04-01', text)
      const { reader, asked } = counting(world.tx)
      const items = await questionsBorneOn(reader, { commentaryId: piece }, { tagger: await tagger(), limit: 10 })
      expect(items.map((one) => one.question.id)).toEqual([question.id])
      expect(asked()).toBeLessThan(10)
    }))

  it('leave out what is decided, and the claims of the text itself', () =>
    inWorld(async (world) => {
      const { question, commentary } = await accepted(world, said)
      expect(await borneOn(world, { commentaryId: commentary.id })).toEqual([])
      const { event } = await recordEvent(world.at(NOW), {
        title: 'Petra Lund resigned as finance minister',
        happened: day('2026-03-01'),
      })
      const voiding = {
        step: 'void' as const,
        voidReason: 'annulled' as const,
        reason: 'no such minister',
        correct: false,
      }
      await resolveQuestion(world.at(NOW), {
        questionId: question.id,
        ...voiding,
        evidence: searchedThrough('2026-05-31'),
      })
      expect(await borneOn(world, { eventId: event.id })).toEqual([])
    }))
})
