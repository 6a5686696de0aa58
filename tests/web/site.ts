import { importForecasts } from '../../src/actions/predicting/import-forecasts.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import type { Author } from '../../src/core/author.ts'
import { BUILT_IN_RUN } from '../../src/core/extraction-run.ts'
import type { Question } from '../../src/core/question.ts'
import type { Collection } from '../../src/core/source.ts'
import { hash } from '../../src/outside/hash.ts'
import { ledgerSigner } from '../../src/outside/ledger-signer.ts'
import { secretBox } from '../../src/outside/secret-box.ts'
import { UNWATCHED } from '../../src/outside/watch.ts'
import { createSite } from '../../src/site.ts'
import { day, instant, tagger, type World } from '../support/embedded.ts'
import { outboundOf } from '../support/outbound.ts'

/** When the pages are read, unless a test says otherwise. */
export const NOW = '2026-06-15'

/** The text of a page without its tags. */
export const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')

/** The whole site over the database of one test. */
export const siteOf = ({ database, newId, newSalt }: World, now = NOW) => {
  const site = createSite(() => ({
    watch: UNWATCHED,
    database,
    clock: () => instant(`${now}T12:00:00.000Z`),
    newId,
    newSalt,
    hash,
    extract: async () => ({
      candidates: [],
      facts: [],
      factsVersion: 'none',
      extractorVersion: 'none',
      lexiconVersion: 'none',
      run: BUILT_IN_RUN,
    }),
    tagger,
    modelJudge: null,
    secretBox: secretBox(undefined),
    ledgerSigner: ledgerSigner(undefined),
    outbound: outboundOf(),
  }))
  return {
    site,
    get: async (path: string) => {
      const response = await site.request(path)
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
  }
}

export const makeCollection = async (world: World, name: string): Promise<Collection> => {
  const input = { name, rule: `every question of ${name}`, readWhole: true, caveat: 'They share one swing.' }
  return (await recordCollection(world.at('2026-01-01'), input)).collection
}

export const makeAuthor = async (world: World, name: string): Promise<Author> =>
  (await recordAuthor(world.at('2026-01-01'), { name, kind: 'person' })).author

type Forecast = { author: Author; probability: number; rationale?: string }

/** A question of February 2026 that each of the authors forecast on its first day. */
export const askFebruary = async (
  world: World,
  collection: Collection | null,
  wording: string,
  forecasts: Forecast[],
  conditional: Pick<Parameters<typeof createQuestion>[1], 'trigger' | 'condition'> = {},
): Promise<Question> => {
  const context = world.at('2026-02-01')
  const { question } = await createQuestion(context, {
    wording,
    windowStart: day('2026-02-01'),
    windowEnd: day('2026-02-28'),
    referenceAt: instant('2026-02-20T00:00:00.000Z'),
    ...(collection ? { collection: collection.slug } : {}),
    ...conditional,
  })
  for (const { author, ...rest } of forecasts) {
    await submitPrediction(context, { questionId: question.id, author: author.slug, ...rest })
  }
  return question
}

/** Settles a question in March: by an event of February, or by one that rules it out. */
export const settleInMarch = async (world: World, questionId: string, outcome: 'yes' | 'no'): Promise<void> => {
  const context = world.at('2026-03-10')
  const { event } = await recordEvent(context, {
    title: `What became of ${questionId}`,
    happened: day('2026-02-25'),
    url: 'https://example.org/report',
  })
  const bearing = outcome === 'yes' ? ('shows' as const) : ('excludes' as const)
  const evidence = [{ kind: 'report' as const, bearing, eventId: event.id }]
  await resolveQuestion(context, {
    step: 'settle',
    questionId,
    outcome,
    evidence,
    reason: 'as reported',
    correct: false,
  })
}

/**
 * A collection whose cohort has entered: 200 questions, each a family of its own, of which every other one came true.
 * The sharp author says .9 and .1, the blunt one .6 and .4, always on the right side.
 */
export const loadEnteredCohort = async (world: World): Promise<{ collection: Collection; slugs: string[] }> => {
  const collection = await makeCollection(world, 'Two hundred races')
  const [sharp, blunt] = [await makeAuthor(world, 'Sharp Say'), await makeAuthor(world, 'Blunt Say')]
  const said = { earliest: instant('2026-02-01T00:00:00.000Z'), latest: instant('2026-02-01T12:00:00.000Z') }
  const races = Array.from({ length: 200 }, (_, at) => ({ key: `race ${at}`, happens: at % 2 === 0 }))
  const { questionIds } = await importForecasts(world.at('2026-03-01'), {
    name: 'races',
    source: 'made for a test',
    licence: 'CC0',
    note: 'none',
    collectionId: collection.id,
    questions: races.map(({ key, happens }) => ({
      key,
      family: key,
      wording: `The challenger wins ${key}.`,
      criteria: 'Yes if declared the winner.',
      orientation: 'as-worded' as const,
      windowStart: day('2026-02-01'),
      windowEnd: day('2026-02-28'),
      criteriaFixedAt: instant('2026-02-01T00:00:00.000Z'),
      forecasts: [
        { authorId: sharp.id, probability: happens ? 0.9 : 0.1, said, key: 'sharp' },
        { authorId: blunt.id, probability: happens ? 0.6 : 0.4, said, key: 'blunt' },
      ],
    })),
  })
  for (const { key, happens } of races) await settleInMarch(world, questionIds.get(key) ?? '', happens ? 'yes' : 'no')
  return { collection, slugs: [sharp.slug, blunt.slug] }
}
