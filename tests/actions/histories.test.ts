import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addVersion } from '../../src/actions/add-version.ts'
import type { Question } from '../../src/core/question.ts'
import { lifecycle } from '../../src/core/resolution/lifecycle.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { day, inWorld, type World } from '../support/embedded.ts'
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

/** An event on this day lies before Ben spoke, or after; both in every window. */
const days = ['2026-01-20', '2026-02-10']
const reasons = ['annulled', 'ambiguous', 'not-applicable'] as const
type Move = { question: number; kind: 'yes' | 'no' | 'void' | 'reopen' | 'version'; correct: boolean; which: number }

const isLegal = ({ kind, correct }: Move, { status }: Question): boolean => {
  if (kind === 'version') return lifecycle[status].settle !== null
  const next = lifecycle[status][kind === 'yes' || kind === 'no' ? 'settle' : kind]
  return next !== null || (correct && kind !== 'reopen' && lifecycle[status].reopen !== null)
}

/** Turns the question round, or moves the end of its window; all of what is said in February fits each. */
const newVersion = (world: World, { id, version }: Question, which: number): Promise<unknown> =>
  addVersion(world.at(NOW), {
    questionId: id,
    version: {
      expectedVersion: version.version,
      ...(which % 2 === 0
        ? { orientation: version.orientation === 'opposite' ? ('as-worded' as const) : ('opposite' as const) }
        : { windowEnd: day(version.windowEnd === '2026-02-15' ? '2026-04-30' : '2026-02-15') }),
      criteria: 'As worded, or not.',
      reason: 'put better',
    },
  })

const act = (world: World, held: Question, { kind, correct, which }: Move): Promise<unknown> => {
  const question = held.id
  if (kind === 'version') return newVersion(world, held, which)
  const given = { question, now: NOW, correct }
  if (kind === 'yes') return settleYes(world, { ...given, on: days[which % days.length] ?? '' })
  if (kind === 'no') return settleNo(world, given)
  if (kind === 'void') return voidIt(world, { ...given, why: reasons[which % reasons.length] ?? 'annulled' })
  return reopen(world, given)
}

const moves = fc.array(
  fc.record<Move>({
    question: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom('yes', 'no', 'void', 'reopen', 'version'),
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
            if (isLegal(move, question)) await act(world, question, move)
            else await expect(act(world, question, move)).rejects.toMatchObject({ code: 'illegal-step' })
          }
          await expectExact(world)
        }),
      ),
      { numRuns: 50 },
    )
  }, 300_000)
})
