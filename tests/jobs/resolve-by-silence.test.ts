import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addVersion } from '../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { decideProposal } from '../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { type RecordEvent, recordEvent } from '../../src/actions/resolving/record-event.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { reviewEventCandidate } from '../../src/actions/resolving/review-event-candidate.ts'
import type { ReportedFact } from '../../src/core/reported-fact.ts'
import { Resolvers } from '../../src/core/resolution/resolver.ts'
import { resolveQuestions } from '../../src/jobs/resolve-questions.ts'
import { listEventCandidates } from '../../src/storage/event-candidates.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { resolverStates } from '../../src/storage/resolver-attempts.ts'
import { nothingFound } from '../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { interrupted } from '../support/interrupted.ts'
import { type Page, type Press, withPress } from '../support/press.ts'
import { servicesOver } from '../support/press-services.ts'

const opens = { kind: 'by-event', entities: ['Orrin bridge'], eventKind: 'opening', settles: true }
const opening = { title: 'The bridge opens', kind: 'opening', entities: ['Orrin bridge'], happened: day('2026-03-10') }
const report = 'https://example.org/report'

const answer = (rate: number, on: string): Page => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ rate, day: on }),
})

/** A bridge that is to open in March 2026, whose one source was read through April, and what a test does with it. */
const quiet = async (world: World, press: Press, rules: object[], lag: number | null = 0) => {
  const { source } = await recordSource(world.at('2026-01-01'), { name: 'Gazette', reportingLagDays: lag })
  const feed = { kind: 'feed', url: `${press.origin}/rate`, select: { format: 'json', value: '/rate', asOf: '/day' } }
  const silence = { kind: 'silence', sourceIds: [source.id], settles: true }
  const { question } = await createQuestion(world.at('2026-01-05'), {
    wording: 'The Orrin bridge opens in March.',
    windowStart: day('2026-03-01'),
    windowEnd: day('2026-03-31'),
    resolvers: Resolvers.parse([opens, ...rules.map((rule) => ({ ...feed, ...rule })), silence]),
  })
  const clock = { now: '' }
  const services = servicesOver(world, [press], clock, { patience: { totalMs: 5000, idleMs: 5000 } })
  await recordCoverage(world.at('2026-05-01'), { sourceId: source.id, readThrough: day('2026-04-30') })
  return {
    source,
    question,
    run: (when: string, database = world.database) => {
      clock.now = when.length > 10 ? when : `${when}T12:00:00.000Z`
      return resolveQuestions({ ...services, database }, REVIEWER, instant(clock.now))
    },
    tell: async (event: Partial<RecordEvent>) =>
      (await recordEvent(world.at('2026-05-01'), { ...opening, url: report, ...event })).event,
    inputs: async () => {
      const about = { questionId: question.id, status: null }
      return (await listProposals(world.tx, about, { limit: 9, cursor: null })).items[0]?.inputs
    },
    outcome: async () => (await findQuestion(world.tx, question.id))?.outcome,
    waitsFor: async () => (await resolverStates(world.tx, question.version.id)).at(-1)?.lastReason,
  }
}
type Quiet = Awaited<ReturnType<typeof quiet>>

const when = (test: (given: Quiet, press: Press, world: World) => Promise<void>, rules: object[] = [], lag?: null) =>
  inWorld((world) => withPress({}, async (press) => test(await quiet(world, press, rules, lag), press, world)))

const exists = { operator: 'exists', when: 'within', settles: true }
const above = { operator: '>=', threshold: 4, when: 'within', settles: true }

describe('silence beside other rules', () => {
  it('does not wait for a model, which only proposes', () =>
    when(
      async ({ run, outcome }) => {
        expect(await run('2026-05-02')).toMatchObject({ proposed: 1, settled: 1 })
        expect(await outcome()).toBe('no')
      },
      [{ kind: 'judge' }],
    ))

  it('is had when they all found nothing, the feed by its last reading', () =>
    when(
      async ({ run, outcome }, press) => {
        press.pages.set('/rate', answer(3.9, '2026-04-01'))
        expect(await run('2026-05-01')).toMatchObject({ settled: 1 })
        expect(await outcome()).toBe('no')
      },
      [above],
    ))

  it('waits for the lag of its source to be stated, wakes when it is, and names it', () =>
    when(
      async ({ run, outcome, waitsFor, inputs }, _, world) => {
        await run('2026-05-01')
        expect(await waitsFor()).toMatch(/state the source’s reporting lag/)
        expect(await outcome()).toBeNull()
        await recordSource(world.at('2026-05-01T12:05:00.000Z'), { name: 'Gazette', reportingLagDays: 30 })
        expect(await run('2026-05-01T12:10:00.000Z')).toMatchObject({ settled: 1 })
        expect(await inputs()).toMatchObject({ coverage: [{ readThrough: '2026-04-30', reportingLagDays: 30 }] })
      },
      [],
      null,
    ))

  it('waits while one failed: an event that names no source', () =>
    when(async ({ run, tell, outcome, waitsFor }) => {
      await tell({ url: undefined })
      expect(await run('2026-05-01')).toMatchObject({ failed: 1, proposed: 0 })
      expect(await waitsFor()).toMatch(/^not silent: the by-event rule at 0 failed: /)
      expect(await outcome()).toBeNull()
    }))

  it.each<[string, object, Page, RegExp]>([
    ['cannot be read', above, { status: 500 }, /the feed rule at 1 failed: .* answered 500/],
    ['waits for its last reading', above, answer(3.9, '2026-03-30'), /3.9 for 2026-03-30, which does not hold so far/],
    ['is too early', { ...above, when: 'at-deadline', reportingLagDays: 60 }, answer(3.9, '2026-03-31'), /too early/],
    ['found "yes"', { ...exists, settles: false }, answer(3.9, '2026-03-10'), /3.9 for 2026-03-10/],
    ['found "no"', { ...above, when: 'by-deadline', settles: false }, answer(3.9, '2026-04-01'), /3.9 for 2026-04-01/],
  ])('waits while a feed %s', (_, rule, page, reason) =>
    when(
      async ({ run, outcome, waitsFor }, press) => {
        press.pages.set('/rate', page)
        expect(await run('2026-05-01')).toMatchObject({ settled: 0 })
        expect(await waitsFor()).toMatch(reason)
        expect(await outcome()).toBeNull()
      },
      [rule],
    ),
  )

  it('waits while a feed was not due', () =>
    when(
      async ({ run, tell, outcome, waitsFor }, press) => {
        press.pages.set('/rate', { status: 500 })
        await run('2026-05-01')
        press.pages.set('/rate', answer(3.9, '2026-04-01'))
        await tell({ title: 'Another opens', entities: ['Sabel bridge'] })
        expect(await run('2026-05-01T12:10:00.000Z')).toMatchObject({ tried: 1, proposed: 0 })
        expect(await waitsFor()).toBe('not silent: the feed rule at 1 was not asked in this pass')
        expect(await run('2026-05-01T12:20:00.000Z')).toMatchObject({ settled: 1 })
        expect(await outcome()).toBe('no')
      },
      [above],
    ))
})

describe('what is heard', () => {
  it.each<[string, Partial<RecordEvent>]>([
    ['of no kind', { kind: undefined }],
    ['of another kind, without a source', { kind: 'ceremony', url: undefined }],
    ['that only its title tells of', { kind: undefined, entities: [], title: 'The Orrin bridge takes its first car' }],
    [
      'that may lie in the window',
      {
        kind: undefined,
        happened: { earliest: instant('2026-03-31T00:00:00.000Z'), latest: instant('2026-04-02T00:00:00.000Z') },
      },
    ],
  ])('is an event %s: a person must look at it', (_, told) =>
    when(async ({ run, tell, outcome, waitsFor }) => {
      const { id, title } = await tell(told)
      expect(await run('2026-05-01')).toMatchObject({ proposed: 0, settled: 0 })
      expect(await waitsFor()).toBe(
        `not silent: ${id}, “${title}”, names all that is looked for; a person must look at it`,
      )
      expect(await outcome()).toBeNull()
    }),
  )

  it.each<[string, Partial<RecordEvent>]>([
    ['about another', { kind: undefined, entities: ['Sabel bridge'] }],
    ['after the window', { kind: undefined, happened: day('2026-04-02') }],
  ])('is no event %s', (_, told) =>
    when(async ({ run, tell }) => {
      await tell(told)
      expect(await run('2026-05-01')).toMatchObject({ settled: 1 })
    }),
  )

  /** Proposes "yes" by what is told, and has a person decline it. */
  const declining = async ({ question, run, tell }: Quiet, world: World, others: string[] = [], on = '2026-05-01') => {
    const told = [await tell({ kind: undefined })]
    for (const title of others) told.push(await tell({ title, kind: undefined, entities: [] }))
    const evidence = told.map(({ id }) => ({ kind: 'report' as const, bearing: 'shows' as const, eventId: id }))
    const proposing = { questionId: question.id, outcome: 'yes' as const, evidence, rationale: 'is it?' }
    const { proposal } = await proposeOutcome(world.at(on), proposing)
    expect(await run(on)).toMatchObject({ settled: 0 })
    const decision = { decision: 'decline' as const, reason: 'a rehearsal' }
    await decideProposal(world.at(on), { proposalId: proposal.id, decision })
    return proposal
  }

  it('is not what a person declined: silence proposes then, and leaves it to a person to settle', () =>
    when(async (given, _, world) => {
      await declining(given, world)
      expect(await given.run('2026-05-03')).toMatchObject({ proposed: 1, settled: 0 })
      expect(await given.waitsFor()).toMatch(/an event was passed over that a person declined: a person must settle$/)
      expect(await given.outcome()).toBeNull()
    }))

  it('is what a person declined only together with another', () =>
    when(async (given, _, world) => {
      await declining(given, world, ['A ferry runs'])
      expect(await given.run('2026-05-03')).toMatchObject({ proposed: 0, settled: 0 })
    }))

  it('is what a person declined by other criteria than those that stand', () =>
    when(async (given, _, world) => {
      const { evidence } = await declining(given, world)
      const version = { expectedVersion: 1, reason: 'wider', criteria: 'A rehearsal counts as well.' }
      await addVersion(world.at('2026-05-03'), { questionId: given.question.id, version })
      expect(await given.run('2026-05-04')).toMatchObject({ tried: 1, proposed: 0, settled: 0 })
      const newest = (await findQuestion(world.tx, given.question.id))?.version.id ?? ''
      expect((await resolverStates(world.tx, newest)).at(-1)?.lastReason).toBe(
        `not silent: ${evidence[0]?.id} is said to show it`,
      )
      await declining(given, world, [], '2026-05-05')
      expect(await given.run('2026-05-06')).toMatchObject({ proposed: 1, settled: 0 })
    }))

  /** Records what a text tells to have happened on 9 March, for somebody to review. */
  const told = async (world: World, text: string, entities: string[]) => {
    const fact: ReportedFact = {
      quote: text,
      start: 0,
      end: text.length,
      title: text,
      occurred: true,
      earliest: day('2026-03-09'),
      latest: day('2026-03-09'),
      dateSource: 'stated',
      dateWords: 'on 9 March 2026',
      entities,
      verb: 'open',
      attribution: 'own',
      directness: 'verbatim',
      claimant: null,
      reasons: [],
    }
    const { commentary } = await recordCommentary(world.at('2026-04-30'), {
      commentary: { text, publishedOn: day('2026-04-29'), bylines: ['Ada'], language: 'en' },
      extraction: { ...nothingFound, facts: [fact] },
    })
    const filter = { commentaryId: commentary.id, status: null, reviewedOnly: false }
    return (await listEventCandidates(world.tx, filter, { limit: 9, cursor: null })).items[0]?.id ?? ''
  }

  it('is what a text tells, by its id alone, until it is reviewed', () =>
    when(async ({ run, outcome, waitsFor }, _, world) => {
      const id = await told(world, 'The Orrin bridge opened on 9 March 2026.', ['the Orrin Bridge'])
      await run('2026-05-01')
      expect(await waitsFor()).toBe(
        `not silent: ${id}, which nobody has reviewed, names all that is looked for; a person must look at it`,
      )
      expect(await outcome()).toBeNull()
      const review = { decision: 'reject' as const, reason: 'another bridge' }
      await reviewEventCandidate(world.at('2026-05-02'), { eventCandidateId: id, review })
      expect(await run('2026-05-03')).toMatchObject({ settled: 1 })
    }))

  it.each([
    ['recorded of its days', 'events', 'evt_'],
    ['unreviewed', 'event_candidates', 'evc_'],
  ])('may be in more than is looked through at once: too much is %s', (what, table, prefix) =>
    when(async ({ run, tell, waitsFor }, _, world) => {
      const { id } = await tell({ kind: undefined, title: 'A ferry runs', entities: [] })
      const like = table === 'events' ? id : await told(world, 'The Sabel bridge opened on 9 March 2026.', [])
      await world.tx.execute(sql`insert into ${sql.identifier(table)}
        select (jsonb_populate_record(one, jsonb_build_object(
          'id', ${prefix} || lpad((n + 1000000)::text, 26, '0'), 'title', 'Ferry ' || n, 'start', n, 'end', n + 1))).*
        from ${sql.identifier(table)} one, generate_series(1, 10000) n where one.id = ${like}`)
      expect(await run('2026-05-01')).toMatchObject({ proposed: 0, settled: 0 })
      expect(await waitsFor()).toBe(`not silent: too much is ${what}: a person must look`)
    }),
  )

  it('is what comes between looking and settling', () =>
    when(async ({ run, tell, outcome, waitsFor }, _, world) => {
      const database = interrupted(world, () => tell({ kind: 'ceremony', title: 'The bridge, at last' }))
      expect(await run('2026-05-01', database)).toMatchObject({ proposed: 1, settled: 0 })
      expect(await outcome()).toBeNull()
      expect(await waitsFor()).toMatch(/“The bridge, at last”, names all that is looked for/)
    }))
})
