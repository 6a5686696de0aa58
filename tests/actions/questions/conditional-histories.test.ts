import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import type { Question } from '../../../src/core/question.ts'
import { standingOff } from '../../../src/core/resolution/check-standing.ts'
import { triggerStateOf } from '../../../src/queries/report/own-outcomes.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { countsOff, standingsAfter } from '../../../src/storage/recount.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { inWorld, type World } from '../../support/embedded.ts'
import { expectExact } from '../exact.ts'
import { accepted, reopen, settleNo, settleYes, voidIt } from '../story.ts'

const NOW = '2026-06-01'
const quotes = ['It will likely rain.', 'It will likely snow.', 'It will likely hail.', 'It will likely thaw.']
/** Each with the place of what it depends on: two on the first, one of them with another below. */
const parents = [null, 0, 1, 0]
type Frame = { outcome: 'yes' | 'no'; gates: boolean }

const related = async (world: World, frames: readonly Frame[]): Promise<string[]> => {
  const ids: string[] = []
  for (const [at, quote] of quotes.entries()) {
    const [parent, frame] = [ids[parents[at] ?? -1], frames[at]]
    const review = parent && frame ? { trigger: { questionId: parent, ...frame } } : { newQuestion: true as const }
    ids.push((await accepted(world, { on: '2026-01-05', quote, end: '2026-03-31', review })).question.id)
  }
  return ids
}

const kinds = ['yes', 'no', 'void', 'reopen'] as const
type Move = { at: number; kind: (typeof kinds)[number]; correct: boolean; day: number }

const act = (world: World, question: string, { kind, correct, day }: Move): Promise<unknown> => {
  const given = { question, now: NOW, correct }
  if (kind === 'yes') return settleYes(world, { ...given, on: `2026-02-${10 + day}` })
  if (kind === 'no') return settleNo(world, given)
  return kind === 'void' ? voidIt(world, given) : reopen(world, given)
}

/** What holds of every question that depends on another, whatever came before. */
const expectInStep = async (world: World, { id, status, version }: Question): Promise<void> => {
  const state = (await triggerStateOf(world.tx, version))?.state
  if (state === undefined) return
  if (status === 'resolved') expect([id, state]).toEqual([id, 'came'])
  const last = (await logOf(world.tx, id)).at(-1)
  if (last?.step === 'void' && last.decider === 'rule trigger') expect([id, state]).toEqual([id, 'failed'])
  // Only a person leaves a question undecided whose trigger has failed.
  if (state === 'failed' && status !== 'void')
    expect([id, last?.step, last?.decider]).toEqual([id, 'reopen', 'reviewer'])
}

const frame = fc.record<Frame>({ outcome: fc.constantFrom('yes', 'no'), gates: fc.boolean() })
const move = fc.record<Move>({
  at: fc.nat({ max: 3 }),
  kind: fc.constantFrom(...kinds),
  correct: fc.boolean(),
  day: fc.nat({ max: 3 }),
})

describe('any history of questions that depend on one another', () => {
  it('keeps each in step with its trigger, its status with its log, and the counts with the postings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { minLength: 4, maxLength: 4 }),
        fc.array(move, { minLength: 2, maxLength: 8 }),
        (frames, history) =>
          inWorld(async (world) => {
            const ids = await related(world, frames)
            for (const one of history) {
              await act(world, ids[one.at] ?? '', one).catch((error: unknown) => {
                if (!(error instanceof Problem)) throw error
              })
              for (const id of ids) {
                const question = await findQuestion(world.tx, id)
                if (question) await expectInStep(world, question)
              }
            }
            await expectExact(world)
            for (const { id, cached, log } of await standingsAfter(world.tx, '', 10)) {
              expect([id, standingOff(cached, log)]).toEqual([id, null])
            }
            expect(await countsOff(world.tx, '', 'z')).toEqual([])
          }),
      ),
      { numRuns: 25 },
    )
  }, 300_000)
})
