import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addVersion } from '../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { Problem } from '../../src/core/problem.ts'
import { triggerStateOf } from '../../src/queries/report/own-outcomes.ts'
import { hostContext, servicesHere } from '../../src/server.ts'
import type { Lost, OpenDatabase, Transaction } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import { accepted, settleNo, settleYes, voidIt } from '../actions/story.ts'
import { day, instant, type World } from '../support/embedded.ts'
import { freshDatabase } from '../support/postgres.ts'
import { countsOffByLog } from '../support/recount.ts'

const NOW = '2026-06-01'
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

let database: OpenDatabase
let world: World
const lost: Lost[] = []

beforeAll(async () => {
  const onLost = (one: Lost) => lost.push(one)
  database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 20, onLost })
  const context = hostContext(servicesHere(database))
  const at = (when: string) => ({ ...context, now: instant(when.length === 10 ? `${when}T12:00:00.000Z` : when) })
  world = { ...context, tx: database.reader as Transaction, at }
})
afterAll(() => database?.close())

/** Three in a row, each under the one before, with something said on each. */
const chain = async (at: number): Promise<[string, string, string]> => {
  const ids: string[] = []
  for (const thing of ['rain', 'floods', 'repairs']) {
    const trigger = { questionId: ids.at(-1) ?? '', outcome: 'yes' as const, gates: at % 2 === 1 }
    const review = ids.length === 0 ? { newQuestion: true as const } : { newQuestion: true as const, trigger }
    const quote = `There will likely be ${thing}, ${at}.`
    ids.push((await accepted(world, { on: '2026-01-05', quote, end: '2026-03-31', review })).question.id)
  }
  return ids as [string, string, string]
}

/** Decided, or refused with the reason: nothing else may come of two who decide at once. */
const decidedOrRefused = async (decisions: Promise<unknown>[]): Promise<void> => {
  for (const done of await Promise.allSettled(decisions)) {
    if (done.status === 'fulfilled') continue
    expect(done.reason).toBeInstanceOf(Problem)
    expect(['illegal-step', 'trigger-open', 'insufficient-evidence']).toContain(done.reason.code)
  }
}

/** That a question stands as its trigger has it, by the log and not by the order in which anybody came. */
const expectInStep = async (id: string): Promise<void> => {
  const question = await findQuestion(database.reader, id)
  if (!question) throw new Error('no question')
  const state = (await triggerStateOf(database.reader, question.version))?.state
  if (state === undefined) return
  const last = (await logOf(database.reader, id)).at(-1)
  if (question.status === 'resolved') expect([id, state]).toEqual([id, 'came'])
  if (state === 'failed') expect([id, question.status]).toEqual([id, 'void'])
  if (state !== 'failed' && question.status === 'void') expect([id, last?.decider]).not.toEqual([id, 'rule trigger'])
}

describe('a trigger and what it triggers, decided at the same instant', () => {
  it('by two, or corrected by two more, never wait for each other, and each follows its trigger exactly', async () => {
    const chains = await Promise.all(times(6, chain))
    const given = (question: string) => ({ question, now: NOW, correct: true })
    const outcomes = [
      (question: string) => settleYes(world, { ...given(question), on: '2026-02-10' }),
      (question: string) => settleNo(world, given(question)),
      (question: string) => voidIt(world, given(question)),
    ]
    for (let turn = 0; turn < 2; turn++) {
      await decidedOrRefused(
        chains.flatMap(([rain, floods, repairs], at) => [
          settleYes(world, { ...given(floods), on: '2026-02-20' }),
          outcomes[(at + turn) % outcomes.length]?.(rain) ?? Promise.resolve(),
          settleYes(world, { ...given(repairs), on: '2026-03-20' }),
          settleNo(world, given(floods)),
        ]),
      )
      for (const id of chains.flat()) await expectInStep(id)
      expect(await countsOffByLog(database.reader)).toMatchObject({ scores: [], families: [] })
    }
    expect(lost).toEqual([])
  })
})

describe('editors who at the same time name triggers that would close a circle', () => {
  it.each([2, 3])('%i of them: one is refused', async (links) => {
    const ask = async (at: number) => {
      const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-12-31') }
      return (await createQuestion(world.at(NOW), { wording: `Link ${at} of ${links}.`, ...window })).question.id
    }
    const ids = await Promise.all(times(links, ask))
    const done = await Promise.allSettled(
      ids.map((questionId, at) => {
        const trigger = { questionId: ids[(at + 1) % links] ?? '', outcome: 'yes' as const, gates: false }
        return addVersion(world.at(NOW), { questionId, version: { expectedVersion: 1, trigger, reason: 'it depends' } })
      }),
    )
    const refused = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toMatchObject([{ code: 'invalid-input', fields: [{ field: 'trigger.questionId' }] }])
    expect(lost).toEqual([])
  })
})
