import { describe, expect, it } from 'vitest'
import { type AddVersion, addVersion } from '../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { decideProposal } from '../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { type RecordEvent, recordEvent } from '../../src/actions/resolving/record-event.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import type { Question } from '../../src/core/question.ts'
import { RESOLVER_RULES, Resolvers } from '../../src/core/resolution/resolver.ts'
import { resolveQuestions } from '../../src/jobs/resolve-questions.ts'
import { listRuns } from '../../src/storage/job-runs.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import { claimDueQuestion, resolverStates } from '../../src/storage/resolver-attempts.ts'
import { listScoreChanges } from '../../src/storage/score-changes.ts'
import { accepted } from '../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { interrupted } from '../support/interrupted.ts'
import { servicesOver } from '../support/press-services.ts'

const opens = { kind: 'by-event', entities: ['Orrin Bridge'], eventKind: 'opening', settles: true } as const
const collapses = { ...opens, eventKind: 'collapse', bearing: 'excludes' } as const
const opening = {
  title: 'The bridge opens',
  kind: 'opening',
  entities: ['The Orrin bridge'],
  happened: day('2026-03-10'),
}
const collapse = { ...opening, title: 'The bridge falls', kind: 'collapse' }
const source = { url: 'https://example.org/report' }

type Told = Partial<RecordEvent> & Pick<RecordEvent, 'title' | 'happened'>

/** A bridge that is to open in March 2026, asked in January, and what a test does with it. */
const bridge = async (
  world: World,
  rules: (sourceId: string) => unknown[],
  window: Partial<{ windowEnd: null }> = {},
) => {
  const gazette = (await recordSource(world.at('2026-01-01'), { name: 'Gazette', reportingLagDays: 7 })).source
  const { question } = await createQuestion(world.at('2026-01-05'), {
    wording: 'The Orrin bridge opens in March.',
    windowStart: day('2026-03-01'),
    windowEnd: day('2026-03-31'),
    resolvers: Resolvers.parse(rules(gazette.id)),
    ...window,
  })
  const clock = { now: '' }
  const services = servicesOver(world, [], clock)
  const run = (when: string, database = world.database) => {
    clock.now = when.length > 10 ? when : `${when}T12:00:00.000Z`
    return resolveQuestions({ ...services, database }, REVIEWER, instant(clock.now))
  }
  return {
    question,
    run,
    tell: async (now: string, event: Told) => (await recordEvent(world.at(now), { ...source, ...event })).event,
    cover: (now: string, through: string) =>
      recordCoverage(world.at(now), { sourceId: gazette.id, readThrough: day(through) }),
    now: async (): Promise<Question> => (await findQuestion(world.tx, question.id)) ?? question,
    states: () => resolverStates(world.tx, question.version.id),
    proposals: async () =>
      (await listProposals(world.tx, { questionId: question.id, status: null }, { limit: 50, cursor: null })).items,
  }
}

describe('by-event', () => {
  it('settles "yes" by an event in the window, names what it stood on, and rests', () =>
    inWorld(async (world) => {
      const { question, run, tell, now, states, proposals } = await bridge(world, () => [opens])
      expect(await run('2026-03-02')).toMatchObject({ tried: 1, proposed: 0, settled: 0 })
      expect(await states()).toMatchObject([
        { attempts: 1, lastReason: 'an event of kind opening about Orrin Bridge is not recorded' },
      ])
      const event = await tell('2026-03-12', opening)
      expect(await run('2026-03-12')).toMatchObject({ tried: 1, proposed: 1, settled: 1 })
      expect(await now()).toMatchObject({ status: 'resolved', outcome: 'yes' })
      expect(await proposals()).toMatchObject([
        {
          status: 'settled',
          resolver: 'by-event',
          rules: RESOLVER_RULES,
          inputs: { versionId: question.version.id, position: 0, eventIds: [event.id] },
          evidence: [{ kind: 'report', bearing: 'shows', eventId: event.id }],
        },
      ])
      const log = await logOf(world.tx, question.id)
      expect(log.at(-1)).toMatchObject({ step: 'settle', decider: 'rule by-event' })
      expect(await states()).toMatchObject([{ nextAttemptAt: null, attempts: 2, lastError: null }])
      expect(await run('2026-03-20')).toMatchObject({ tried: 0 })
    }))

  it('proposes only, where the policy leaves it to a person; the same evidence again is the same proposal', () =>
    inWorld(async (world) => {
      const { run, tell, now, states, proposals } = await bridge(world, () => [{ ...opens, settles: false }])
      await tell('2026-03-12', opening)
      expect(await run('2026-03-12')).toMatchObject({ proposed: 1, settled: 0 })
      expect(await run('2026-03-14')).toMatchObject({ tried: 1, proposed: 0, settled: 0 })
      const [proposal] = await proposals()
      expect(await proposals()).toHaveLength(1)
      expect(await states()).toMatchObject([
        { lastReason: `proposes yes (${proposal?.id}): the policy leaves it to a person to settle` },
      ])
      expect(await now()).toMatchObject({ status: 'open' })
      const decision = { decision: 'decline' as const, reason: 'another bridge' }
      await decideProposal(world.at('2026-03-15'), { proposalId: proposal?.id ?? '', decision })
      await run('2026-03-16')
      expect(await states()).toMatchObject([
        { lastReason: expect.stringContaining('is not recorded, but for what a person declined') },
      ])
    }))

  it.each<[string, Partial<RecordEvent>, RegExp]>([
    ['before the window', { happened: day('2026-02-28') }, /is not recorded/],
    ['after the window', { happened: day('2026-04-01') }, /is not recorded/],
    ['about another bridge', { entities: ['Sabel Bridge'] }, /is not recorded/],
    ['of another kind', { kind: 'ceremony' }, /is not recorded/],
  ])('does not take an event %s', (_, told, reason) =>
    inWorld(async (world) => {
      const { run, tell, states, proposals } = await bridge(world, () => [opens])
      await tell('2026-04-02', { ...opening, ...told })
      await run('2026-04-02')
      expect(await states()).toMatchObject([{ lastReason: expect.stringMatching(reason) }])
      expect(await proposals()).toEqual([])
    }),
  )

  it('says of an event without a source that it settles nothing, keeps the error and tries again later', () =>
    inWorld(async (world) => {
      const { run, tell, states, proposals, now } = await bridge(world, () => [opens])
      await tell('2026-03-12', { ...opening, url: undefined })
      expect(await run('2026-03-12')).toMatchObject({ failed: 1, proposed: 0 })
      expect(await states()).toMatchObject([
        {
          failures: 1,
          lastReason: null,
          lastError: { code: 'invalid-input' },
          nextAttemptAt: '2026-03-12T12:15:00.000Z',
        },
      ])
      await run('2026-03-13')
      expect(await states()).toMatchObject([{ failures: 2, attempts: 2 }])
      expect(await proposals()).toEqual([])
      expect(await now()).toMatchObject({ status: 'open' })
    }))

  it('settles "no" by an event that excludes it, or by a first one after the window', () =>
    inWorld(async (world) => {
      const first = await bridge(world, () => [opens, collapses])
      await first.tell('2026-03-12', collapse)
      expect(await first.run('2026-03-12')).toMatchObject({ settled: 1 })
      expect(await first.now()).toMatchObject({ outcome: 'no' })
      const late = await bridge(world, () => [opens, { ...opens, bearing: 'excludes', when: 'after-window' }])
      await late.tell('2026-05-12', { ...opening, happened: day('2026-05-10') })
      expect(await late.run('2026-05-12')).toMatchObject({ settled: 1 })
      expect(await late.now()).toMatchObject({ outcome: 'no' })
    }))

  it('leaves two rules that contradict each other to a person', () =>
    inWorld(async (world) => {
      const { run, tell, states, proposals, now } = await bridge(world, () => [opens, collapses])
      await tell('2026-03-12', opening)
      await tell('2026-03-12', collapse)
      expect(await run('2026-03-12')).toMatchObject({ proposed: 2, settled: 0, conflicts: 1 })
      expect(await now()).toMatchObject({ status: 'open' })
      for (const { status, reason } of await proposals()) {
        expect(status).toBe('pending')
        expect(reason).toMatch(/^conflict: by-event proposes yes .*by-event proposes no .*a person must decide$/)
      }
      expect((await states()).map(({ lastReason }) => lastReason)).toEqual([
        expect.stringMatching(/^conflict/),
        expect.stringMatching(/^conflict/),
      ])
      const [no] = (await proposals()).filter(({ outcome }) => outcome === 'no')
      await decideProposal(world.at('2026-03-13'), {
        proposalId: no?.id ?? '',
        decision: { decision: 'decline', reason: 'it fell later' },
      })
      expect(await run('2026-03-14')).toMatchObject({ settled: 1 })
      expect(await now()).toMatchObject({ outcome: 'yes' })
    }))

  it('goes on to the next event where a person declined the first', () =>
    inWorld(async (world) => {
      const { run, tell, proposals, now } = await bridge(world, () => [opens])
      await tell('2026-03-12', opening)
      const evidence = [
        { kind: 'report' as const, bearing: 'shows' as const, eventId: (await tell('2026-03-12', opening)).id },
      ]
      const proposing = { questionId: (await now()).id, outcome: 'yes' as const, evidence, rationale: 'it opened' }
      const { proposal } = await proposeOutcome(world.at('2026-03-12'), proposing)
      const decision = { decision: 'decline' as const, reason: 'a rehearsal' }
      await decideProposal(world.at('2026-03-12'), { proposalId: proposal.id, decision })
      const second = await tell('2026-03-22', { ...opening, title: 'The bridge is open', happened: day('2026-03-20') })
      expect(await run('2026-03-22')).toMatchObject({ proposed: 1, settled: 1 })
      expect((await proposals())[0]).toMatchObject({ status: 'settled', inputs: { eventIds: [second.id] } })
    }))

  it('leaves to a person what another rule contradicts that could not even propose', () =>
    inWorld(async (world) => {
      const { run, tell, states, proposals, now } = await bridge(world, () => [opens, collapses])
      await tell('2026-03-12', { ...opening, url: undefined })
      await tell('2026-03-12', collapse)
      expect(await run('2026-03-12')).toMatchObject({ proposed: 1, settled: 0, conflicts: 1, failed: 1 })
      expect(await now()).toMatchObject({ status: 'open' })
      const reason = expect.stringMatching(
        /^conflict: by-event proposes no .*, by-event finds yes; a person must decide$/,
      )
      expect(await proposals()).toMatchObject([{ outcome: 'no', status: 'pending', reason }])
      expect(await states()).toMatchObject([{ lastError: { code: 'invalid-input' } }, { lastReason: reason }])
    }))

  it('settles nothing by what another rule contradicts since', () =>
    inWorld(async (world) => {
      const { run, tell, proposals, now } = await bridge(world, () => [opens, collapses])
      await tell('2026-03-12', opening)
      const database = interrupted(world, () => tell('2026-03-12', collapse))
      expect(await run('2026-03-12', database)).toMatchObject({ proposed: 1, settled: 0 })
      expect(await now()).toMatchObject({ status: 'open' })
      expect((await proposals()).find(({ outcome }) => outcome === 'yes')).toMatchObject({
        status: 'pending',
        reason: expect.stringMatching(/^conflict: .*a person must decide$/),
      })
    }))

  it('finds anew, by other criteria, what was declined by those before', () =>
    inWorld(async (world) => {
      const { question, run, tell, proposals } = await bridge(world, () => [{ ...opens, settles: false }, collapses])
      await tell('2026-03-12', opening)
      await run('2026-03-12')
      const decision = { decision: 'decline' as const, reason: 'a rehearsal' }
      await decideProposal(world.at('2026-03-13'), { proposalId: (await proposals())[0]?.id ?? '', decision })
      const version = { expectedVersion: 1, reason: 'wider', criteria: 'A rehearsal counts as well.' }
      await addVersion(world.at('2026-03-14'), { questionId: question.id, version })
      await tell('2026-03-15', collapse)
      expect(await run('2026-03-15')).toMatchObject({ proposed: 2, settled: 0, conflicts: 1 })
      const standing = async (outcome: string) => (await proposals()).filter((one) => one.outcome === outcome)
      expect(await standing('yes')).toMatchObject([{ status: 'pending' }, { status: 'declined' }])
      const again = (await standing('yes'))[0]?.id ?? ''
      await decideProposal(world.at('2026-03-16'), { proposalId: again, decision })
      expect(await run('2026-03-17')).toMatchObject({ proposed: 0, settled: 1 })
    }))

  it('wakes by what is recorded while it was at it', () =>
    inWorld(async (world) => {
      const { run, tell, states } = await bridge(world, () => [{ ...opens, settles: false }])
      await tell('2026-03-12', opening)
      const another = { ...opening, title: 'The bridge is open', happened: day('2026-03-09') }
      const database = interrupted(world, () => tell('2026-03-12T12:00:30.000Z', another))
      expect(await run('2026-03-12', database)).toMatchObject({ tried: 1, proposed: 1 })
      expect(await states()).toMatchObject([{ attempts: 1, nextAttemptAt: '2026-03-12T12:00:30.000Z' }])
      expect(await run('2026-03-12T12:10:00.000Z')).toMatchObject({ tried: 1, proposed: 1 })
    }))

  it('only proposes what a person has reopened, on whatever evidence', () =>
    inWorld(async (world) => {
      const { question, run, tell, now, states, proposals } = await bridge(world, () => [opens])
      await tell('2026-03-12', opening)
      await run('2026-03-12')
      await resolveQuestion(world.at('2026-03-13'), {
        step: 'reopen',
        questionId: question.id,
        reason: 'a rehearsal only',
      })
      expect(await run('2026-03-14')).toMatchObject({ tried: 1, proposed: 0, settled: 0 })
      expect(await now()).toMatchObject({ status: 'due' })
      expect(await states()).toMatchObject([{ lastReason: expect.stringContaining('reopened; a person must decide') }])
      await tell('2026-03-15', { ...opening, title: 'The bridge is open', happened: day('2026-03-09') })
      expect(await run('2026-03-15')).toMatchObject({ proposed: 1, settled: 0 })
      const last = (await proposals())[0]
      expect(last).toMatchObject({ status: 'pending', reason: 'a person reopened the question: rules only propose' })
      const decision = { decision: 'settle' as const, reason: 'it is open' }
      await decideProposal(world.at('2026-03-16'), { proposalId: last?.id ?? '', decision })
      expect(await now()).toMatchObject({ outcome: 'yes' })
    }))

  it('leaves declined what a person declines while it is at it', () =>
    inWorld(async (world) => {
      const { question, run, tell, proposals } = await bridge(world, () => [opens])
      await tell('2026-03-12', opening)
      await run('2026-03-12')
      const reopening = { step: 'reopen' as const, questionId: question.id, reason: 'a rehearsal only' }
      await resolveQuestion(world.at('2026-03-13'), reopening)
      await tell('2026-03-15', { ...opening, title: 'The bridge is open', happened: day('2026-03-09') })
      const decision = { decision: 'decline' as const, reason: 'another bridge' }
      const database = interrupted(world, async () =>
        decideProposal(world.at('2026-03-15'), { proposalId: (await proposals())[0]?.id ?? '', decision }),
      )
      expect(await run('2026-03-15', database)).toMatchObject({ proposed: 1, settled: 0 })
      expect((await proposals())[0]).toMatchObject({ status: 'declined', reason: 'another bridge' })
    }))
})

it('records what settling by the proposal of a rule did to a score, where a person had reopened', () =>
  inWorld(async (world) => {
    const review = { resolvers: Resolvers.parse([opens]) }
    const { question, prediction } = await accepted(world, {
      on: '2026-01-05',
      quote: 'The Orrin bridge will open by the end of March.',
      end: '2026-03-31',
      review,
    })
    const changes = async () => {
      const about = { authorIds: null, questionId: question.id }
      return (await listScoreChanges(world.tx, about, { limit: 9, cursor: null })).items
    }
    const clock = { now: '' }
    const run = (when: string) => {
      clock.now = `${when}T12:00:00.000Z`
      return resolveQuestions(servicesOver(world, [], clock), REVIEWER, instant(clock.now))
    }
    await recordEvent(world.at('2026-05-12'), { ...source, ...opening })
    expect(await run('2026-05-12')).toMatchObject({ settled: 1 })
    expect(await changes()).toEqual([])
    const reopening = { step: 'reopen' as const, questionId: question.id, reason: 'a rehearsal only' }
    await resolveQuestion(world.at('2026-05-13'), reopening)
    expect(await changes()).toHaveLength(1)
    await recordEvent(world.at('2026-05-15'), { ...source, ...opening, title: 'Open', happened: day('2026-03-09') })
    expect(await run('2026-05-15')).toMatchObject({ proposed: 1, settled: 0 })
    const about = { questionId: question.id, status: 'pending' as const }
    const [proposal] = (await listProposals(world.tx, about, { limit: 9, cursor: null })).items
    const decision = { decision: 'settle' as const, reason: 'it is open' }
    await decideProposal(world.at('2026-05-16'), { proposalId: proposal?.id ?? '', decision })
    const [last, ...before] = await changes()
    expect(before).toHaveLength(1)
    expect(last).toMatchObject({ authorId: prediction.authorId, before: { n: 0 }, after: { n: 1 } })
    expect(last?.resolutionId).toBe((await logOf(world.tx, question.id)).at(-1)?.id)
  }))

describe('silence', () => {
  const silent = (sourceId: string) => [opens, { kind: 'silence', sourceIds: [sourceId], settles: true }]

  it('settles "no" once the sources are read past the window and their lag, not before', () =>
    inWorld(async (world) => {
      const { run, cover, now, states, proposals } = await bridge(world, silent)
      await run('2026-03-31')
      expect((await states())[1]).toMatchObject({
        lastReason: 'the window is open until 2026-03-31',
        nextAttemptAt: '2026-04-01T00:00:00.000Z',
      })
      await cover('2026-04-07', '2026-04-06')
      await run('2026-04-07')
      expect((await states())[1]?.lastReason).toMatch(/was read through 2026-04-06, not 2026-04-07/)
      expect(await now()).toMatchObject({ status: 'open' })
      await cover('2026-05-01', '2026-04-30')
      expect(await run('2026-05-01')).toMatchObject({ settled: 1 })
      expect(await now()).toMatchObject({ status: 'resolved', outcome: 'no' })
      expect(await proposals()).toMatchObject([
        {
          resolver: 'silence',
          evidence: [{ kind: 'coverage', readThrough: '2026-04-07' }],
          inputs: { coverage: [{ readThrough: '2026-04-07', reportingLagDays: 7 }] },
        },
      ])
    }))

  it('is broken by an event that may lie in the window', () =>
    inWorld(async (world) => {
      const { run, tell, cover, now, states } = await bridge(world, silent)
      await cover('2026-05-01', '2026-04-30')
      const happened = { earliest: instant('2026-03-30T00:00:00.000Z'), latest: instant('2026-04-02T00:00:00.000Z') }
      const { id } = await tell('2026-05-01', { ...opening, happened })
      await run('2026-05-01')
      expect(await now()).toMatchObject({ status: 'open' })
      expect((await states()).map(({ lastReason }) => lastReason)).toEqual([
        expect.stringContaining('does not surely lie in the window'),
        expect.stringMatching(new RegExp(`^not silent: ${id}`)),
      ])
    }))

  it('is broken by a proposal of "yes", and proposes once that is declined', () =>
    inWorld(async (world) => {
      const { question, run, tell, cover, now, states } = await bridge(world, silent)
      await cover('2026-05-01', '2026-04-30')
      const event = await tell('2026-05-01', { title: 'A ferry runs', happened: day('2026-03-20') })
      const evidence = [{ kind: 'report' as const, bearing: 'shows' as const, eventId: event.id }]
      const { proposal } = await proposeOutcome(world.at('2026-05-01'), {
        questionId: question.id,
        outcome: 'yes',
        evidence,
        rationale: 'as good as a bridge',
      })
      await run('2026-05-01')
      expect((await states())[1]?.lastReason).toBe(`not silent: ${proposal.id} proposes yes`)
      await decideProposal(world.at('2026-05-02'), {
        proposalId: proposal.id,
        decision: { decision: 'decline', reason: 'no bridge' },
      })
      expect(await run('2026-05-03')).toMatchObject({ proposed: 1, settled: 0 })
      expect(await now()).toMatchObject({ outcome: null })
    }))

  it('never ends a window that has no end', () =>
    inWorld(async (world) => {
      const { run, cover, now, states } = await bridge(world, silent, { windowEnd: null })
      await cover('2026-05-01', '2026-04-30')
      await run('2026-05-01')
      expect((await states())[1]).toMatchObject({ lastReason: 'the window has no end' })
      expect(await now()).toMatchObject({ status: 'open' })
    }))

  it('of a source that is not there is refused', () =>
    inWorld(async (world) => {
      const refused = bridge(world, () => [opens, { kind: 'silence', sourceIds: [world.newId('source')] }])
      await expect(refused).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'resolvers' }] })
    }))
})

describe('a run', () => {
  it('is claimed once, and says in its record what it did', () =>
    inWorld(async (world) => {
      const { run, tell } = await bridge(world, () => [opens])
      await tell('2026-03-12', opening)
      await run('2026-03-12')
      expect(await run('2026-03-12')).toBeNull()
      const { items } = await listRuns(
        world.tx,
        { job: 'resolve-questions', status: null, now: instant('2026-03-12T12:00:00.000Z') },
        { limit: 1, cursor: null },
      )
      const [done] = items
      expect(done).toMatchObject({
        job: 'resolve-questions',
        status: 'done',
        summary: { tried: 1, proposed: 1, settled: 1, conflicts: 0, failed: 0 },
      })
    }))

  it('leaves a question to whoever has claimed it, and takes it up again when that one died', () =>
    inWorld(async (world) => {
      const { question, run, tell, now } = await bridge(world, () => [opens])
      await tell('2026-03-12', opening)
      const claim = (at: string) => claimDueQuestion(world.tx, instant(at), 600_000)
      expect(await claim('2026-03-12T11:55:00.000Z')).toMatchObject({ questionId: question.id })
      expect(await claim('2026-03-12T11:55:00.000Z')).toBeNull()
      expect(await run('2026-03-12')).toMatchObject({ tried: 0 })
      expect(await run('2026-03-13')).toMatchObject({ tried: 1, settled: 1 })
      expect(await now()).toMatchObject({ outcome: 'yes' })
    }))

  it('tries the rules of the newest version alone, which keeps those of the one before unless others are given', () =>
    inWorld(async (world) => {
      const { question, run, tell, now, states } = await bridge(world, () => [opens])
      const change = (version: number, more: Partial<AddVersion>) =>
        addVersion(world.at('2026-03-02'), {
          questionId: question.id,
          version: { expectedVersion: version, reason: 'clearer', ...more },
        })
      await change(1, { criteria: 'Yes when the first car has crossed.' })
      expect((await now()).version).toMatchObject({
        version: 2,
        resolver: 'rules',
        resolvers: question.version.resolvers,
      })
      await change(2, { resolvers: Resolvers.parse([collapses]) })
      await tell('2026-03-12', opening)
      expect(await run('2026-03-12')).toMatchObject({ tried: 1, proposed: 0 })
      expect(await states()).toMatchObject([{ nextAttemptAt: null, attempts: 0 }])
      await change(3, { resolvers: [] })
      expect((await now()).version).toMatchObject({ resolver: 'manual', resolvers: [] })
      await expect(change(4, { resolvers: [] })).rejects.toMatchObject({
        code: 'invalid-input',
        message: 'nothing would change',
      })
    }))

  it('leaves alone what a person settled meanwhile', () =>
    inWorld(async (world) => {
      const { question, run, tell, states } = await bridge(world, () => [opens])
      const event = await tell('2026-03-12', opening)
      const evidence = [{ kind: 'report' as const, bearing: 'shows' as const, eventId: event.id }]
      await resolveQuestion(world.at('2026-03-12'), {
        step: 'settle',
        questionId: question.id,
        outcome: 'yes',
        evidence,
        reason: 'seen',
        correct: false,
      })
      expect(await run('2026-03-13')).toMatchObject({ tried: 1, proposed: 0 })
      expect(await states()).toMatchObject([{ nextAttemptAt: null, attempts: 0 }])
      expect(await run('2026-03-14')).toMatchObject({ tried: 0 })
    }))
})
