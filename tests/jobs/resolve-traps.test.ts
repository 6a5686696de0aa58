import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { type RecordEvent, recordEvent } from '../../src/actions/resolving/record-event.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { recordedText } from '../../src/core/commentary.ts'
import { termsOf } from '../../src/core/evidence/terms.ts'
import { Resolvers } from '../../src/core/resolution/resolver.ts'
import { Day, plusDays, plusMonths } from '../../src/core/time.ts'
import { resolveQuestions } from '../../src/jobs/resolve-questions.ts'
import { modelJudge } from '../../src/outside/models/judge.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { nothingFound } from '../actions/story.ts'
import { settingsFor } from '../outside/models/extraction.ts'
import { day, instant, inWorld, REVIEWER, tagger } from '../support/embedded.ts'
import { type Behave, withModelServer } from '../support/model-server.ts'
import { servicesOver } from '../support/press-services.ts'

const shared = new URL('../../../shared/', import.meta.url)
const gold = new URL('gold/dev.json', shared)
type Trap = { earlier_quote: string; earlier_doc: string; later_quote: string; later_doc: string }

const json = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))
/** Who and what a quote is about, as somebody would list it who records an event or writes a rule. */
const listed = async (quote: string): Promise<string[]> => {
  const terms = termsOf((await tagger())(quote).flat()).filter(({ light }) => !light)
  return [...new Set(terms.map(({ written }) => written))]
}

/** The worst model: it says "yes" to anything, and cites every passage that it is shown, letter by letter. */
const credulous: Behave = ({ material }) => {
  const passages = material.split('\n').filter((line) => line.startsWith('{"passageId"'))
  const citations = passages.map((line) => {
    const { passageId, text } = JSON.parse(line)
    return { passageId, quote: text }
  })
  return { content: { outcome: 'yes', citations, reason: 'it is about the same' } }
}
const nothingKept = { kept: async () => [], keep: async () => undefined }

describe.skipIf(!existsSync(gold))(
  'passages that only look as if they bore on a claim (skipped where they are not there)',
  () => {
    const traps: Trap[] = existsSync(gold) ? json(gold).link_traps : []

    it.each(traps)('“$earlier_quote” is not settled by “$later_quote”', ({ earlier_quote, later_quote, ...docs }) =>
      inWorld((world) =>
        withModelServer(credulous, async ({ url }) => {
          const { sources } = json(new URL('corpus/manifest.json', shared))
          const publishedOn = (file: string): Day =>
            Day.parse(sources.find((source: { file: string }) => source.file === file).publishedAt)
          const [said, told] = [publishedOn(docs.earlier_doc), publishedOn(docs.later_doc)]
          const last = [said, told].sort().at(-1) ?? said
          const text = recordedText(readFileSync(new URL(`corpus/${docs.later_doc}`, shared), 'utf8'))
          const commentary = { text, publishedOn: told, publisher: 'The later outlet', bylines: [], language: 'en' }
          const later = await recordCommentary(world.at(last), { commentary, extraction: nothingFound })
          const sourceId = later.commentary.sourceId ?? ''
          await recordSource(world.at(last), { name: commentary.publisher, reportingLagDays: 0 })
          const [asked, reported] = [await listed(earlier_quote), await listed(later_quote)]
          const { question } = await createQuestion(world.at(last), {
            wording: earlier_quote,
            windowStart: said,
            windowEnd: plusMonths(said, 12),
            windowSource: 'default',
            resolvers: Resolvers.parse([
              { kind: 'by-event', entities: asked, eventKind: 'as-claimed', settles: true },
              { kind: 'silence', sourceIds: [sourceId], settles: true },
              { kind: 'judge' },
            ]),
          })
          // What is older may be about the very same; what is later shares all but one thing with the claim, and its kind.
          const common = told < said ? asked : asked.slice(0, -1)
          const entities = [...new Set([...common, ...reported])].slice(0, 20)
          const quote = text.includes(later_quote) ? { quote: later_quote } : {}
          const event = { title: later_quote.slice(0, 300), entities, kind: 'as-claimed', happened: told }
          await recordEvent(world.at(last), { ...event, commentaryId: later.commentary.id, ...quote })
          await recordCoverage(world.at(last), { sourceId, readThrough: plusDays(told, -1) })
          const clock = { now: `${last}T13:00:00.000Z` }
          const here = servicesOver(world, [], clock)
          const judge = modelJudge(settingsFor(url), { calls: nothingKept, clock: here.clock })
          const services = { ...here, modelJudge: judge }
          expect(await resolveQuestions(services, REVIEWER, services.clock())).toMatchObject({ tried: 1, settled: 0 })
          clock.now = `${plusMonths(said, 14)}T12:00:00.000Z`
          await resolveQuestions(services, REVIEWER, services.clock())
          expect(await findQuestion(world.tx, question.id)).toMatchObject({ status: 'open', outcome: null })
          const about = { questionId: question.id, status: null }
          const { items } = await listProposals(world.tx, about, { limit: 9, cursor: null })
          const theModels = items.filter(({ resolver, status }) => resolver === 'judge' && status === 'pending')
          expect(items).toEqual(theModels)
        }),
      ),
    )
  },
)

type OwnTrap = {
  claim: string
  /** What the rule asks for, of kind `told.kind`. */
  entities: string[]
  told: Pick<RecordEvent, 'title' | 'entities' | 'happened'> & { kind: string }
  /** What would have to be otherwise for the event to show the claim. */
  otherwise: Partial<RecordEvent>
}

/** Events of the very kind that a rule asks for, which share names or days with the claim and do not show it. */
const ownTraps: OwnTrap[] = [
  {
    claim: 'The Orrin bridge reopens to lorries by the end of June.',
    entities: ['Orrin bridge', 'lorries'],
    told: {
      title: 'The Orrin bridge reopens to cyclists',
      kind: 'reopening',
      entities: ['Orrin bridge', 'cyclists'],
      happened: day('2026-04-02'),
    },
    otherwise: { entities: ['Orrin bridge', 'cyclists', 'lorries'] },
  },
  {
    claim: 'Lena Marsh resigns as governor of Velmark in the first half of the year.',
    entities: ['Lena Marsh', 'governor of Velmark'],
    told: {
      title: 'Lena Marsh resigns from the hospital’s board',
      kind: 'resignation',
      entities: ['Lena Marsh', 'hospital of Velmark'],
      happened: day('2026-02-11'),
    },
    otherwise: { entities: ['Lena Marsh', 'Governor of Velmark'] },
  },
  {
    claim: 'The Bank of Velmark fails.',
    entities: ['Bank of Velmark'],
    told: {
      title: 'The Savings Bank of Velmark fails',
      kind: 'failure',
      entities: ['Savings Bank of Velmark', 'Velmark', 'bank'],
      happened: day('2026-03-03'),
    },
    otherwise: { entities: ['The Bank of Velmark'] },
  },
  {
    claim: 'The drivers of the trams strike.',
    entities: ['tram drivers', 'Velmark'],
    told: {
      title: 'The drivers of the buses strike',
      kind: 'strike',
      entities: ['bus drivers', 'Velmark'],
      happened: day('2026-05-05'),
    },
    otherwise: { entities: ['bus drivers', 'tram drivers', 'Velmark'] },
  },
  {
    claim: 'The mill of Velmark closes.',
    entities: ['mill of Velmark'],
    told: {
      title: 'The mill of Velmark closes for its old owner',
      kind: 'closing',
      entities: ['mill of Velmark'],
      happened: day('2025-12-31'),
    },
    otherwise: { happened: day('2026-01-01') },
  },
  {
    claim: 'The ferry sinks.',
    entities: ['Orrin ferry'],
    told: {
      title: 'The ferry sinks, in June or July',
      kind: 'sinking',
      entities: ['Orrin ferry'],
      happened: { earliest: instant('2026-06-25T00:00:00.000Z'), latest: instant('2026-07-02T00:00:00.000Z') },
    },
    otherwise: { happened: day('2026-06-25') },
  },
  {
    claim: 'The dam of Sabel is finished.',
    entities: ['dam of Sabel'],
    told: { title: 'The dam is finished', kind: 'completion', entities: ['dam of Sabel'], happened: day('2026-07-01') },
    otherwise: { happened: day('2026-06-30') },
  },
]

it.each(ownTraps)('“$claim” is not settled by “$told.title”', ({ claim, entities, told, otherwise }) =>
  inWorld(async (world) => {
    const { question } = await createQuestion(world.at('2026-01-01'), {
      wording: claim,
      windowStart: day('2026-01-01'),
      windowEnd: day('2026-06-30'),
      resolvers: Resolvers.parse([{ kind: 'by-event', entities, eventKind: told.kind, settles: true }]),
    })
    const clock = { now: '2026-07-10T12:00:00.000Z' }
    const services = servicesOver(world, [], clock)
    const url = 'https://example.org/report'
    const proposed = async () => {
      const about = { questionId: question.id, status: null }
      return (await listProposals(world.tx, about, { limit: 9, cursor: null })).items
    }
    await recordEvent(world.at('2026-07-09'), { ...told, url })
    expect(await resolveQuestions(services, REVIEWER, services.clock())).toMatchObject({ tried: 1, settled: 0 })
    expect(await proposed()).toEqual([])
    clock.now = '2026-07-11T12:00:00.000Z'
    await recordEvent(world.at('2026-07-11'), { ...told, url, title: `${told.title}, otherwise`, ...otherwise })
    expect(await resolveQuestions(services, REVIEWER, services.clock())).toMatchObject({ tried: 1, settled: 1 })
    expect(await proposed()).toMatchObject([{ outcome: 'yes', status: 'settled' }])
  }),
)
