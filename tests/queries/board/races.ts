import { importForecasts } from '../../../src/actions/predicting/import-forecasts.ts'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import type { Author } from '../../../src/core/author.ts'
import type { Collection } from '../../../src/core/source.ts'
import { Moment } from '../../../src/core/time.ts'
import { settleNo, settleYes } from '../../actions/story.ts'
import { day, instant, type World } from '../../support/embedded.ts'

/** One forecast question: what each author said (null: nothing), had said an hour earlier, and what came of it. */
export type Race = {
  key: string
  family?: string
  end?: string
  said: Record<string, number | null>
  earlier?: Record<string, number>
  outcome: 'yes' | 'no' | 'open'
}

export type Races = { collection: Collection; authors: Map<string, Author>; ids: Map<string, string> }

const SAID = Moment.parse({ earliest: '2025-01-01T09:00:00.000Z', latest: '2025-01-01T10:00:00.000Z' })
const EARLIER = Moment.parse({ earliest: '2025-01-01T08:00:00.000Z', latest: '2025-01-01T09:00:00.000Z' })

/** Loads races as an import into the collection `Races`, and settles them on a day. */
export const run = async (world: World, races: Race[], settledOn = '2025-03-01'): Promise<Races> => {
  const context = world.at('2025-01-01')
  const frame = { name: 'Races', rule: 'all races', readWhole: true, caveat: null }
  const { collection } = await recordCollection(context, frame)
  const authors = new Map<string, Author>()
  for (const name of new Set(races.flatMap(({ said }) => Object.keys(said)))) {
    authors.set(name, (await recordAuthor(context, { name, kind: 'model' })).author)
  }
  const { questionIds: ids } = await importForecasts(context, {
    name: `races ${races[0]?.key}`,
    source: 'https://example.org/races',
    licence: 'CC0',
    note: 'made up',
    collectionId: collection.id,
    questions: races.map(({ key, family = key, end = '2025-01-31', said, earlier = {} }) => ({
      key,
      family,
      wording: `The red candidate wins ${key}.`,
      criteria: 'As certified.',
      orientation: 'as-worded' as const,
      windowStart: day('2025-01-01'),
      windowEnd: day(end),
      criteriaFixedAt: instant('2025-01-01T00:00:00.000Z'),
      forecasts: Object.entries(said).flatMap(([name, probability]) => {
        const authorId = authors.get(name)?.id
        if (probability === null || !authorId) return []
        const before = earlier[name]
        return [
          ...(before === undefined ? [] : [{ authorId, probability: before, said: EARLIER, key: `${name}, earlier` }]),
          { authorId, probability, said: SAID, key: name },
        ]
      }),
    })),
  })
  for (const { key, outcome } of races) {
    const settled = { question: ids.get(key) ?? '', now: settledOn }
    if (outcome === 'yes') await settleYes(world, { ...settled, on: '2025-01-20' })
    if (outcome === 'no') await settleNo(world, settled)
  }
  return { collection, authors, ids }
}

/** `count` races in families of their own, every third of them won. */
export const manyRaces = (count: number, said: (at: number) => Race['said'], rest: Partial<Race> = {}): Race[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `${rest.end ?? 'R'}-${at}`,
    said: said(at),
    outcome: at % 3 === 0 ? 'yes' : 'no',
    ...rest,
  }))

export const authorNamed = ({ authors }: Races, name: string): Author => {
  const author = authors.get(name)
  if (!author) throw new Error(`there is no author ${name}`)
  return author
}
