import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/core/question.ts'
import { lifecycle } from '../../src/core/resolution/lifecycle.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { expectExact } from './exact.ts'
import { accepted, reopen, type Said, settleNo, settleYes, voidIt } from './story.ts'

const NOW = '2026-06-01'
const quotes = ['It will likely rain.', 'It will likely snow.', 'It will likely hail.']

/** Three questions, two of one family; Ada spoke on all, Ben on the first two, later and weaker. */
const threeQuestions = async (world: World): Promise<string[]> => {
  const ids: string[] = []
  let familyId: string | undefined
  for (const [at, quote] of quotes.entries()) {
    const said: Said = { on: '2026-01-05', quote, end: at === 2 ? '2026-04-30' : '2026-03-31' }
    const { question } = await accepted(world, { ...said, ...(familyId && at === 1 ? { review: { familyId } } : {}) })
    familyId ??= question.familyId
    ids.push(question.id)
    if (at === 2) continue
    await accepted(world, {
      ...said,
      on: '2026-02-05',
      by: ['Ben'],
      found: { phrase: at === 0 ? 'unlikely' : 'may', weakHedge: at === 1 },
      review: { questionId: question.id },
    })
  }
  return ids
}

/** An event on this day lies before Ben spoke, or after. */
const days = ['2026-01-20', '2026-03-01']
const reasons = ['annulled', 'ambiguous', 'not-applicable'] as const
type Move = { question: number; kind: 'yes' | 'no' | 'void' | 'reopen'; correct: boolean; which: number }

const isLegal = ({ kind, correct }: Move, { status }: Question): boolean =>
  lifecycle[status][kind === 'yes' || kind === 'no' ? 'settle' : kind] !== null ||
  (correct && kind !== 'reopen' && lifecycle[status].reopen !== null)

const act = (world: World, question: string, { kind, correct, which }: Move): Promise<unknown> => {
  const given = { question, now: NOW, correct }
  if (kind === 'yes') return settleYes(world, { ...given, on: days[which % days.length] ?? '' })
  if (kind === 'no') return settleNo(world, given)
  if (kind === 'void') return voidIt(world, { ...given, why: reasons[which % reasons.length] ?? 'annulled' })
  return reopen(world, given)
}

const moves = fc.array(
  fc.record<Move>({
    question: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom('yes', 'no', 'void', 'reopen'),
    correct: fc.boolean(),
    which: fc.nat({ max: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('any history', () => {
  it('keeps counts equal to the postings, and statuses to their logs; what is illegal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(moves, (history) =>
        inWorld(async (world) => {
          const ids = await threeQuestions(world)
          for (const move of history) {
            const id = ids[move.question] ?? ''
            const question = await findQuestion(world.tx, id)
            if (!question) throw new Error('no question')
            if (isLegal(move, question)) await act(world, id, move)
            else await expect(act(world, id, move)).rejects.toMatchObject({ code: 'illegal-step' })
          }
          await expectExact(world)
        }),
      ),
      { numRuns: 50 },
    )
  }, 300_000)
})
