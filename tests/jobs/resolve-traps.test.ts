import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/create-question.ts'
import { recordCommentary } from '../../src/actions/record-commentary.ts'
import { recordCoverage } from '../../src/actions/record-coverage.ts'
import { recordEvent } from '../../src/actions/record-event.ts'
import { recordedText } from '../../src/core/commentary.ts'
import { Resolvers } from '../../src/core/resolution/resolver.ts'
import { Day, plusDays, plusMonths } from '../../src/core/time.ts'
import { resolveQuestions } from '../../src/jobs/resolve-questions.ts'
import { modelJudge } from '../../src/outside/models/judge.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { nothingFound } from '../actions/story.ts'
import { settingsFor } from '../outside/models/extraction.ts'
import { inWorld, REVIEWER } from '../support/embedded.ts'
import { type Behave, withModelServer } from '../support/model-server.ts'
import { servicesOver } from '../support/press-services.ts'

const shared = new URL('../../../shared/', import.meta.url)
const gold = new URL('gold/dev.json', shared)
type Trap = { earlier_quote: string; earlier_doc: string; later_quote: string; later_doc: string }

const json = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))
/** The names in a quote: what a rule and an event would be about. */
const namesIn = (quote: string): string[] => quote.match(/\b[A-Z][\w.]+(?: [A-Z][\w.]+)*/g) ?? ['it']

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
          const rules = namesIn(earlier_quote).flatMap((name) => [
            { kind: 'by-event', entities: [name], eventKind: 'as-claimed', settles: true },
            { kind: 'by-event', entities: [name], eventKind: 'contrary-to-claim', bearing: 'excludes', settles: true },
          ])
          const { question } = await createQuestion(world.at(last), {
            wording: earlier_quote,
            windowStart: said,
            windowEnd: plusMonths(said, 12),
            windowSource: 'default',
            resolvers: Resolvers.parse([
              ...rules,
              { kind: 'silence', sourceIds: [sourceId], settles: true },
              { kind: 'judge' },
            ]),
          })
          const entities = [...new Set([...namesIn(earlier_quote), ...namesIn(later_quote)])]
          const quote = text.includes(later_quote) ? { quote: later_quote } : {}
          const event = { title: later_quote.slice(0, 300), entities, kind: 'as-told', happened: told }
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
