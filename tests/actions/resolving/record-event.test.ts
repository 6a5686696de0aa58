import { describe, expect, it } from 'vitest'
import { addEvidence, type EvidenceInput } from '../../../src/actions/resolving/add-evidence.ts'
import { recordCoverage } from '../../../src/actions/resolving/record-coverage.ts'
import { recordEvent } from '../../../src/actions/resolving/record-event.ts'
import { recordSource } from '../../../src/actions/resolving/record-source.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'
import { Moment } from '../../../src/core/time.ts'
import { judgeable } from '../../../src/queries/report/judgeable.ts'
import { listEvents } from '../../../src/storage/events.ts'
import { readThrough } from '../../../src/storage/sources.ts'
import { sources } from '../../../src/storage/tables/people.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { accepted, recorded, type Said } from '../story.ts'

const report: Said = {
  on: '2026-03-02',
  quote: 'It rained on Sunday.',
  end: '2026-03-31',
  piece: { publisher: 'Gazette' },
}
const rain = { title: 'Rain in Velmark', happened: day('2026-03-01') }
const everything = { kind: null, occurredAfter: null, occurredBefore: null }
const all = { limit: 50, cursor: null }
const events = async ({ tx }: World) => (await listEvents(tx, everything, all)).items

describe('recordEvent', () => {
  it.each([
    ['a day', day('2026-03-01'), '2026-03-01T00:00:00.000Z', '2026-03-01T23:59:59.999Z'],
    ['an instant', instant('2026-03-01T07:00:00.000Z'), '2026-03-01T07:00:00.000Z', '2026-03-01T07:00:00.000Z'],
    [
      'a range',
      Moment.parse({ earliest: '2026-02-01T00:00:00.000Z', latest: '2026-03-01T00:00:00.000Z' }),
      '2026-02-01T00:00:00.000Z',
      '2026-03-01T00:00:00.000Z',
    ],
  ])('takes %s, and counts it as reported then', (_, happened, earliest, latest) =>
    inWorld(async (world) => {
      const { event, created } = await recordEvent(world.at('2026-03-05'), { ...rain, happened })
      expect(created).toBe(true)
      expect(event.happened).toEqual({ earliest, latest })
      expect(event.published).toEqual({ earliest, latest })
    }),
  )

  it('says what of a second report the event that stands does not carry', () =>
    inWorld(async (world) => {
      const entities = ['Velmark']
      const first = await recordEvent(world.at('2026-03-05'), { ...rain, entities, url: 'https://gazette.example/a' })
      expect(first.notTaken).toEqual([])
      const { source } = await recordSource(world.at('2026-03-05'), { name: 'Courier', reportingLagDays: null })
      const second = { ...rain, entities: ['VELMARK'], sourceId: source.id, url: 'https://courier.example/b' }
      expect(await recordEvent(world.at('2026-03-06'), second)).toEqual({
        event: first.event,
        created: false,
        notTaken: ['sourceId', 'url'],
      })
    }))

  it('takes date, source and archived copy from the piece that reports it', () =>
    inWorld(async (world) => {
      const { commentary } = await recorded(world, report)
      const quote = 'It rained on Sunday.'
      const { event } = await recordEvent(world.at('2026-03-05'), { ...rain, commentaryId: commentary.id, quote })
      expect(event).toMatchObject({
        commentaryId: commentary.id,
        sourceId: commentary.sourceId,
        quote,
        published: commentary.published,
        archiveSha256: await sha256('Ada on 2026-03-02. It rained on Sunday. So much for now.'),
      })
    }))

  it.each(['It rained on sunday.', 'It rained  on Sunday.', 'It rained on Sunday…', 'rain'])(
    'refuses %j, which does not stand there letter by letter',
    (quote) =>
      inWorld(async (world) => {
        const { commentary } = await recorded(world, { ...report, quote: 'It RAINed on Sunday.' })
        const refused = recordEvent(world.at('2026-03-05'), { ...rain, commentaryId: commentary.id, quote })
        await expect(refused).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'quote' }] })
        expect(await events(world)).toEqual([])
      }),
  )

  it.each([
    ['happened', 'that lies in the future', { happened: day('2026-03-06') }],
    ['published', 'before it happened', { published: day('2026-02-27') }],
    ['published', 'that lies in the future', { published: day('2026-03-06') }],
  ])('refuses %s %s', (field, _, wrong) =>
    inWorld(async (world) => {
      const refused = recordEvent(world.at('2026-03-05'), { ...rain, ...wrong })
      await expect(refused).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field }] })
    }),
  )

  it('refuses a piece that is not there', () =>
    inWorld(async (world) => {
      const refused = recordEvent(world.at('2026-03-05'), { ...rain, commentaryId: world.newId('commentary') })
      await expect(refused).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'commentaryId' }] })
    }))

  it('takes what happens today', () =>
    inWorld(async (world) => {
      const { created } = await recordEvent(world.at('2026-03-01T00:00:00.000Z'), rain)
      expect(created).toBe(true)
    }))

  it('keeps it once by title and time', () =>
    inWorld(async (world) => {
      const { event } = await recordEvent(world.at('2026-03-05'), rain)
      const again = await recordEvent(world.at('2026-03-06'), { ...rain, url: 'https://example.org/rain' })
      expect(again).toEqual({ event, created: false, notTaken: ['url'] })
      const later = await recordEvent(world.at('2026-03-06'), { ...rain, happened: day('2026-03-02') })
      expect(later.created).toBe(true)
    }))

  it('names each of its entities once, under the first spelling', () =>
    inWorld(async (world) => {
      const entities = ['The Bank of Canada', 'bank of  canada', 'Orrin']
      const { event } = await recordEvent(world.at('2026-03-05'), { ...rain, kind: 'rate-decision', entities })
      expect(event).toMatchObject({ kind: 'rate-decision', entities: ['The Bank of Canada', 'Orrin'] })
      const plain = await recordEvent(world.at('2026-03-05'), { ...rain, title: 'Snow' })
      expect(plain.event).toMatchObject({ kind: null, entities: [] })
      const found = await listEvents(world.tx, { ...everything, kind: 'rate-decision' }, all)
      expect(found.items).toEqual([event])
    }))

  it('is found by when it happened', () =>
    inWorld(async (world) => {
      for (const on of ['2026-03-01', '2026-03-02', '2026-03-03']) {
        await recordEvent(world.at('2026-03-05'), { title: on, happened: day(on) })
      }
      const between = {
        kind: null,
        occurredAfter: instant('2026-03-02T00:00:00.000Z'),
        occurredBefore: instant('2026-03-03T00:00:00.000Z'),
      }
      const { items } = await listEvents(world.tx, between, all)
      expect(items.map(({ title }) => title)).toEqual(['2026-03-02'])
    }))
})

describe('coverage', () => {
  it('reaches as far as the furthest day recorded, said once', () =>
    inWorld(async (world) => {
      const { source } = await recordSource(world.at('2026-03-01'), { name: 'Gazette', reportingLagDays: 7 })
      expect(await readThrough(world.tx, source.id)).toBeNull()
      const cover = (through: string) =>
        recordCoverage(world.at('2026-03-05'), { sourceId: source.id, readThrough: day(through) })
      expect(await cover('2026-03-04')).toBe(true)
      expect(await cover('2026-02-01')).toBe(true)
      expect(await cover('2026-03-04')).toBe(false)
      expect(await readThrough(world.tx, source.id)).toBe('2026-03-04')
    }))

  it.each(['2026-03-05', '2026-03-06'])('through %s is refused while that is not over', (through) =>
    inWorld(async (world) => {
      const { source } = await recordSource(world.at('2026-03-01'), { name: 'Gazette', reportingLagDays: 7 })
      const refused = recordCoverage(world.at('2026-03-05T23:59:00.000Z'), {
        sourceId: source.id,
        readThrough: day(through),
      })
      await expect(refused).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'readThrough' }],
        remedy: 'give a day up to 2026-03-04, and state 2026-03-05 tomorrow',
      })
    }),
  )

  it('of a source that is not there is not found', () =>
    inWorld(async (world) => {
      const refused = recordCoverage(world.at('2026-03-05'), {
        sourceId: world.newId('source'),
        readThrough: day('2026-03-01'),
      })
      await expect(refused).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('evidence', () => {
  const setUp = async (world: World) => {
    const { question, commentary } = await accepted(world, {
      on: '2026-01-05',
      quote: 'It will rain.',
      end: '2026-03-31',
    })
    const { source } = await recordSource(world.at('2026-03-01'), { name: 'Gazette', reportingLagDays: 0 })
    await recordCoverage(world.at('2026-04-10'), { sourceId: source.id, readThrough: day('2026-04-05') })
    const add = (evidence: EvidenceInput) =>
      addEvidence(world.at('2026-04-10'), { questionId: question.id, evidence: [evidence] })
    return { add, source, commentary }
  }
  const plain = { bearing: 'none' } as const

  it('of each kind is kept as given', () =>
    inWorld(async (world) => {
      const { add, source, commentary } = await setUp(world)
      const { event } = await recordEvent(world.at('2026-04-10'), { ...rain, url: 'https://example.org/rain' })
      const given: EvidenceInput[] = [
        { kind: 'report', bearing: 'shows', eventId: event.id },
        { kind: 'figure', ...plain, url: 'https://example.org/figure' },
        { kind: 'report', ...plain, commentaryId: commentary.id, quote: 'It will rain.' },
        { kind: 'coverage', ...plain, sourceId: source.id, readThrough: day('2026-04-05') },
        { kind: 'search-statement', ...plain, statement: 'read the Gazette', readThrough: day('2026-04-09') },
      ]
      for (const evidence of given) expect(await add(evidence)).toMatchObject([evidence])
    }))

  it.each<[string, EvidenceInput, string, string]>([
    ['coverage without a day', { kind: 'coverage', ...plain }, 'invalid-input', 'evidence.readThrough'],
    [
      'coverage without a source',
      { kind: 'coverage', ...plain, readThrough: day('2026-04-01') },
      'invalid-input',
      'evidence.sourceId',
    ],
    [
      'a search statement that says nothing',
      { kind: 'search-statement', ...plain, readThrough: day('2026-04-01') },
      'invalid-input',
      'evidence.statement',
    ],
    [
      'a search through a day that is not over',
      { kind: 'search-statement', ...plain, statement: 'nothing', readThrough: day('2026-04-10') },
      'invalid-input',
      'evidence.readThrough',
    ],
    ['a report of nothing', { kind: 'report', bearing: 'shows' }, 'invalid-input', 'evidence.sourceId'],
    [
      'a report of an event that is not there',
      { kind: 'report', bearing: 'shows', eventId: `evt_${'9'.repeat(26)}` },
      'not-found',
      'evidence.eventId',
    ],
    [
      'a report that claims to have been read through',
      { kind: 'report', ...plain, url: 'https://example.org', readThrough: day('2026-04-10') },
      'invalid-input',
      'evidence.readThrough',
    ],
  ])('%s is refused', (_, evidence, code, field) =>
    inWorld(async (world) => {
      const { add } = await setUp(world)
      await expect(add(evidence)).rejects.toMatchObject({ code, fields: [{ field }] })
    }),
  )

  it('of coverage keeps the lag of its source, and waits for one that nobody has stated', () =>
    inWorld(async (world) => {
      const { add, source } = await setUp(world)
      const readThrough = day('2026-04-05')
      expect(await add({ kind: 'coverage', ...plain, sourceId: source.id, readThrough })).toMatchObject([
        { reportingLagDays: 0 },
      ])
      const herald = (await recordSource(world.at('2026-03-01'), { name: 'Herald', reportingLagDays: null })).source.id
      await recordCoverage(world.at('2026-04-10'), { sourceId: herald, readThrough })
      const said = () => add({ kind: 'coverage', ...plain, sourceId: herald, readThrough })
      await expect(said()).rejects.toMatchObject({
        code: 'insufficient-evidence',
        fields: [{ field: 'evidence.sourceId' }],
        remedy: expect.stringMatching(/^state the source’s reporting lag/),
      })
      await recordSource(world.at('2026-04-10'), { name: 'Herald', reportingLagDays: 3 })
      const kept = await said()
      await world.tx.update(sources).set({ reportingLagDays: 30 })
      expect(await judgeable(world.tx, kept)).toMatchObject([{ reportingLagDays: 3 }])
    }))

  it('of coverage that was not recorded so far is refused', () =>
    inWorld(async (world) => {
      const { add, source } = await setUp(world)
      const refused = add({ kind: 'coverage', ...plain, sourceId: source.id, readThrough: day('2026-04-06') })
      await expect(refused).rejects.toMatchObject({
        code: 'insufficient-evidence',
        message: 'coverage of this source is recorded through 2026-04-05, not 2026-04-06',
      })
    }))

  it('quotes letter by letter', () =>
    inWorld(async (world) => {
      const { add, commentary } = await setUp(world)
      const refused = add({ kind: 'report', ...plain, commentaryId: commentary.id, quote: 'It will Rain.' })
      await expect(refused).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'quote' }] })
    }))
})
