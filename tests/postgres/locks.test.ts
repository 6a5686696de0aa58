import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { addVersion } from '../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { mustLockAll } from '../../src/actions/questions/follow-trigger.ts'
import { decideProposal } from '../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { resolveTogether } from '../../src/actions/resolving/resolve-together.ts'
import { closeDueQuestions } from '../../src/jobs/close-due-questions.ts'
import { HOST, hostContext, servicesHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { lockProposal } from '../../src/storage/proposals.ts'
import { findQuestion, lockQuestion } from '../../src/storage/questions.ts'
import { day, instant } from '../support/embedded.ts'
import { freshDatabase, untilWaiting } from '../support/postgres.ts'

let database: OpenDatabase
const context = () => hostContext(servicesHere(database))

beforeAll(async () => {
  database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 10 })
})
afterAll(() => database?.close())

const ask = async (wording: string, windowEnd: string): Promise<string> => {
  const window = { windowStart: day('2024-01-01'), windowEnd: day(windowEnd) }
  return (await createQuestion(context(), { wording, ...window })).question.id
}

it('two who decide a proposal and a rule that holds its question never wait for each other', async () => {
  const questionId = await ask('The mill closes.', '2024-12-31')
  const { event } = await recordEvent(context(), {
    title: 'The mill closes',
    happened: day('2024-06-01'),
    url: 'https://example.org/mill',
  })
  const { proposal } = await proposeOutcome(context(), {
    questionId,
    outcome: 'yes',
    evidence: [{ kind: 'report', bearing: 'shows', eventId: event.id }],
    rationale: 'it closed',
  })
  const decide = (decision: 'settle' | 'decline') =>
    decideProposal(context(), { proposalId: proposal.id, decision: { decision, reason: 'read it' } })
  let [deciders, begun] = [Promise.resolve<PromiseSettledResult<unknown>[]>([]), 0]
  await database.transaction(async (tx) => {
    begun += 1
    // The first to look for a deadlock is the one that is stopped.
    await tx.execute(sql`set local deadlock_timeout = '50ms'`)
    await lockQuestion(tx, questionId)
    if (begun === 1) {
      deciders = Promise.allSettled([decide('settle'), decide('decline')])
      await untilWaiting(database.reader, 2)
    }
    await lockProposal(tx, proposal.id)
  })
  // A transaction that the database stops in a deadlock would have begun again.
  expect(begun).toBe(1)
  const done = await deciders
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'illegal-step' } })
})

it('a question whose window is moved while the run waits for it is not closed yet, and stops no other', async () => {
  const [moved, ended] = [await ask('The dam breaks.', '2024-03-01'), await ask('The dyke breaks.', '2024-03-02')]
  const scheduledAt = instant('2024-04-01T00:00:00.000Z')
  let run: Promise<unknown> = Promise.resolve()
  await database.transaction(async (tx) => {
    await lockQuestion(tx, moved)
    run = closeDueQuestions(servicesHere(database), HOST, scheduledAt)
    await untilWaiting(database.reader, 1)
    const version = { expectedVersion: 1, windowEnd: day('2024-09-30'), criteria: 'By September.', reason: 'as agreed' }
    await addVersion({ ...context(), tx }, { questionId: moved, version })
  })
  expect(await run).toEqual({ closed: 1 })
  const statuses = [await findQuestion(database.reader, moved), await findQuestion(database.reader, ended)]
  expect(statuses.map((question) => question?.status)).toEqual(['open', 'due'])
})

it('who decides a trigger beside what it triggers waits for the trigger first, as who decides that one does', async () => {
  const [floods, rain] = [await ask('It floods.', '2024-12-31'), await ask('It rains.', '2024-12-31')]
  // What is triggered comes first by its id.
  expect(floods < rain).toBe(true)
  const trigger = { questionId: rain, outcome: 'yes' as const, gates: false }
  const version = { expectedVersion: 1, trigger, reason: 'it depends' }
  await addVersion(context(), { questionId: floods, version })
  const common = { step: 'void' as const, voidReason: 'annulled' as const, evidence: [], correct: false }
  const both = [floods, rain].map((questionId) => ({ ...common, questionId, reason: 'both broke' }))
  let [together, begun] = [Promise.resolve<unknown>(null), 0]
  await database.transaction(async (tx) => {
    begun += 1
    await tx.execute(sql`set local deadlock_timeout = '50ms'`)
    await lockQuestion(tx, rain)
    if (begun === 1) {
      together = database.transaction((other) => resolveTogether({ ...context(), tx: other }, both))
      await untilWaiting(database.reader, 1)
    }
    await mustLockAll({ ...context(), tx }, rain)
  })
  await together
  expect(begun).toBe(1)
  const statuses = [await findQuestion(database.reader, floods), await findQuestion(database.reader, rain)]
  expect(statuses.map((question) => question?.status)).toEqual(['void', 'void'])
})
