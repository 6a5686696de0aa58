import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { decideProposal } from '../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { Resolvers } from '../../src/core/resolution/resolver.ts'
import { resolveQuestions } from '../../src/jobs/resolve-questions.ts'
import { findArchive } from '../../src/storage/archives.ts'
import { findEvent, listEvents } from '../../src/storage/events.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { resolverStates } from '../../src/storage/resolver-attempts.ts'
import { searchedThrough } from '../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { type Page, type Press, withPress } from '../support/press.ts'
import { servicesOver } from '../support/press-services.ts'

const body = (rate: unknown, on = '2026-03-09') => JSON.stringify({ rate, day: on })
const answer = (rate: unknown, on?: string): Page => ({
  headers: { 'content-type': 'application/json' },
  body: body(rate, on),
})

const asked = async (world: World, press: Press, more: object = {}, others: object[] = []) => {
  const rule = {
    kind: 'feed',
    url: `${press.origin}/rate`,
    select: { format: 'json', value: '/rate', asOf: '/day' },
    operator: '>=',
    threshold: 4,
    when: 'by-deadline',
    settles: true,
    ...more,
  }
  const { question } = await createQuestion(world.at('2026-01-05'), {
    wording: 'The rate reaches 4 in March.',
    windowStart: day('2026-03-01'),
    windowEnd: day('2026-03-31'),
    resolvers: Resolvers.parse([rule, ...others.map((other) => ({ ...rule, ...other }))]),
  })
  const clock = { now: '' }
  const services = servicesOver(world, [press], clock, { patience: { totalMs: 400, idleMs: 400 } })
  return {
    run: (when: string) => {
      clock.now = when.length > 10 ? when : `${when}T12:00:00.000Z`
      return resolveQuestions(services, REVIEWER, instant(clock.now))
    },
    state: async () => (await resolverStates(world.tx, question.version.id))[0],
    now: () => findQuestion(world.tx, question.id),
    proposals: async () =>
      (await listProposals(world.tx, { questionId: question.id, status: null }, { limit: 9, cursor: null })).items,
  }
}

const feed = (
  test: (given: Awaited<ReturnType<typeof asked>>, press: Press, world: World) => Promise<void>,
  more = {},
) => inWorld((world) => withPress({}, async (press) => test(await asked(world, press, more), press, world)))

describe('a feed', () => {
  it('settles "yes" by a reading in the window, keeps its bytes by their hash, and is asked no more', () =>
    feed(async ({ run, now, proposals, state }, press, world) => {
      press.pages.set('/rate', answer(4.25))
      expect(await run('2026-03-10')).toMatchObject({ proposed: 1, settled: 1 })
      expect(await now()).toMatchObject({ status: 'resolved', outcome: 'yes' })
      const [proposal] = await proposals()
      const hash = await sha256(body(4.25))
      expect(proposal).toMatchObject({
        resolver: 'feed',
        evidence: [{ kind: 'figure', bearing: 'shows', url: `${press.origin}/rate` }],
        inputs: { reading: { archiveSha256: hash, value: '4.25', fetchedAt: '2026-03-10T12:00:00.000Z' } },
      })
      expect(await findEvent(world.tx, proposal?.evidence[0]?.eventId ?? '')).toMatchObject({
        title: expect.stringMatching(/^Rate was 4\.25 on 9 March 2026, 127\.0\.0\.1:\d+ reports \([0-9a-f]{16}\)$/),
        archiveSha256: hash,
        happened: { earliest: '2026-03-09T00:00:00.000Z', latest: '2026-03-09T23:59:59.999Z' },
      })
      expect(new TextDecoder().decode((await findArchive(world.tx, hash))?.bytes)).toBe(body(4.25))
      expect(await state()).toMatchObject({ nextAttemptAt: null })
      expect(await run('2026-03-12')).toMatchObject({ tried: 0 })
    }))

  it('is not asked before it can tell anything, and not again before its time', () =>
    feed(async ({ run, state }, press) => {
      press.pages.set('/rate', answer(3.9))
      await run('2026-02-01')
      expect(press.asked).not.toContain('/rate')
      expect(await state()).toMatchObject({ nextAttemptAt: '2026-03-01T00:00:00.000Z', failures: 0, lastError: null })
      await run('2026-03-10')
      expect(press.asked.filter((path) => path === '/rate')).toHaveLength(1)
      expect((await state())?.lastReason).toMatch(/gives 3.9 for 2026-03-09, which does not hold so far/)
    }))

  it('says "no" only by a reading past the window, and its lag', () =>
    feed(
      async ({ run, now, state }, press) => {
        press.pages.set('/rate', answer(3.9, '2026-03-30'))
        await run('2026-05-01')
        expect(await now()).toMatchObject({ status: 'open' })
        press.pages.set('/rate', answer(3.9, '2026-04-07'))
        expect(await run('2026-05-03'), JSON.stringify(await state())).toMatchObject({ settled: 1 })
        expect(await now()).toMatchObject({ outcome: 'no' })
      },
      { reportingLagDays: 7 },
    ))

  it('proposes one reading as long as nobody has decided it, and another when it was declined', () =>
    feed(
      async ({ run, proposals }, press, world) => {
        press.pages.set('/rate', answer(4.25))
        expect(await run('2026-03-10')).toMatchObject({ proposed: 1, settled: 0 })
        press.pages.set('/rate', answer(4.5, '2026-03-11'))
        expect(await run('2026-03-12')).toMatchObject({ tried: 1, proposed: 0 })
        const everything = { kind: null, occurredAfter: null, occurredBefore: null }
        const events = await listEvents(world.tx, everything, { limit: 9, cursor: null })
        expect(events.items).toMatchObject([{ archiveSha256: await sha256(body(4.25)) }])
        const [proposal] = await proposals()
        const decision = { decision: 'decline' as const, reason: 'revised since' }
        await decideProposal(world.at('2026-03-12'), { proposalId: proposal?.id ?? '', decision })
        expect(await run('2026-03-14')).toMatchObject({ proposed: 1 })
        expect(await proposals()).toMatchObject([{ inputs: { reading: { value: '4.5' } } }, { id: proposal?.id }])
      },
      { settles: false },
    ))

  it('settles no more by what it reads once a person declined what it read before', () =>
    feed(async ({ run, now, proposals, state }, press, world) => {
      const questionId = (await now())?.id ?? ''
      const proposing = {
        questionId,
        outcome: 'no' as const,
        evidence: searchedThrough('2026-03-09'),
        rationale: 'it fell',
      }
      await proposeOutcome(world.at('2026-03-10'), proposing)
      press.pages.set('/rate', answer(4.25))
      expect(await run('2026-03-10')).toMatchObject({ proposed: 1, settled: 0, conflicts: 1 })
      const decision = { decision: 'decline' as const, reason: 'a slip of the bank' }
      for (const { id } of await proposals()) await decideProposal(world.at('2026-03-11'), { proposalId: id, decision })
      press.pages.set('/rate', answer(4.5, '2026-03-11'))
      expect(await run('2026-03-12')).toMatchObject({ proposed: 1, settled: 0, conflicts: 0 })
      expect((await state())?.lastReason).toMatch(/a person declined what it proposed before: it only proposes$/)
    }))

  it('keeps the bytes that each question’s proposal names', () =>
    feed(async ({ run, proposals }, press, world) => {
      press.pages.set('/rate', answer(4.25))
      await run('2026-03-10')
      const other = await asked(world, press, { threshold: 4.1 })
      press.pages.set('/rate', { headers: { 'content-type': 'application/json' }, body: `${body(4.25)}\n` })
      expect(await other.run('2026-03-12')).toMatchObject({ proposed: 1 })
      const [[first], [second]] = [await proposals(), await other.proposals()]
      expect(second?.evidence[0]?.eventId).toBe(first?.evidence[0]?.eventId)
      for (const one of [first, second]) {
        const { archiveSha256 = '' } = one?.inputs?.reading ?? {}
        const kept = (await findArchive(world.tx, archiveSha256))?.bytes ?? new Uint8Array()
        expect(await sha256(kept)).toBe(archiveSha256)
      }
    }))

  it('tells apart figures of places that begin alike', () =>
    feed(async ({ run, proposals }, press, world) => {
      const long = 'a'.repeat(250)
      const select = (value: string) => ({ select: { format: 'json', value: `/${value}`, asOf: '/day' } })
      const [one, other] = [
        await asked(world, press, select(`${long}1`)),
        await asked(world, press, select(`${long}2`)),
      ]
      const told = JSON.stringify({ rate: 1, day: '2026-03-09', [`${long}1`]: 4.25, [`${long}2`]: 4.25 })
      press.pages.set('/rate', { headers: { 'content-type': 'application/json' }, body: told })
      expect(await run('2026-03-10')).toMatchObject({ tried: 3, settled: 2 })
      const events = [...(await one.proposals()), ...(await other.proposals())].map(
        ({ evidence }) => evidence[0]?.eventId,
      )
      expect(new Set(events).size).toBe(2)
      expect(await proposals()).toEqual([])
      expect(press.asked.filter((path) => path === '/rate')).toHaveLength(1)
    }))

  it('is one of five at most that are asked in a turn', () =>
    inWorld((world) =>
      withPress({}, async (press) => {
        const paths = Array.from({ length: 7 }, (_, at) => `/rate-${at}`)
        for (const path of paths) press.pages.set(path, answer(3.9))
        const [first, ...others] = paths.map((path) => ({ url: press.origin + path, settles: false }))
        const { run } = await asked(world, press, first, others)
        await run('2026-03-10')
        expect(press.asked.filter((path) => path.startsWith('/rate'))).toEqual(paths.slice(0, 5))
        await run('2026-03-10T12:10:00.000Z')
        expect(press.asked.filter((path) => path.startsWith('/rate'))).toEqual(paths)
      }),
    ))

  it('proposes the same reading once', () =>
    feed(
      async ({ run, proposals }, press) => {
        press.pages.set('/rate', answer(4.25))
        expect(await run('2026-03-10')).toMatchObject({ proposed: 1, settled: 0 })
        press.pages.set('/rate', { headers: { 'content-type': 'application/json' }, body: `${body(4.25)}\n` })
        expect(await run('2026-03-12')).toMatchObject({ proposed: 0 })
        expect(await proposals()).toHaveLength(1)
      },
      { settles: false },
    ))

  it.each<[string, Page, RegExp]>([
    [
      'a page of HTML',
      { headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>maintenance' },
      /HTML, not JSON/,
    ],
    ['what is no JSON', { headers: { 'content-type': 'application/json' }, body: '{"rate":' }, /no JSON/],
    ['no value', { body: '{"day":"2026-04-20"}', headers: { 'content-type': 'application/json' } }, /no value/],
    ['no number', answer('n/a', '2026-04-20'), /no number/],
    ['an error', { status: 500 }, /answered 500/],
    ['nothing in time', { by: () => undefined }, /took too long/],
    [
      'a way inward',
      { status: 302, headers: { location: 'http://169.254.169.254/' } },
      /169\.254|private|refused|address/,
    ],
  ])(
    'that answers %s is never "no": the error is kept, and it is asked again later, each time later',
    (_, page, detail) =>
      feed(async ({ run, now, state, proposals }, press) => {
        press.pages.set('/rate', page)
        expect(await run('2026-05-01')).toMatchObject({ failed: 1, proposed: 0 })
        expect(await state()).toMatchObject({
          attempts: 1,
          failures: 1,
          lastReason: null,
          lastError: { detail: expect.stringMatching(detail) },
        })
        expect((await state())?.nextAttemptAt).toBe('2026-05-01T12:15:00.000Z')
        await run('2026-05-02')
        await run('2026-05-03')
        await run('2026-05-04')
        expect(await state()).toMatchObject({ attempts: 4, failures: 4, nextAttemptAt: '2026-05-04T13:00:00.000Z' })
        expect(await proposals()).toEqual([])
        expect(await now()).toMatchObject({ status: 'open' })
        press.pages.set('/rate', answer(3.9, '2026-04-20'))
        expect(await run('2026-05-05')).toMatchObject({ settled: 1 })
        expect(await state()).toMatchObject({ failures: 0, lastError: null })
      }),
  )
})
