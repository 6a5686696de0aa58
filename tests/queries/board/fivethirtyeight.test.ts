import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { importForecasts } from '../../../src/actions/predicting/import-forecasts.ts'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { recordEvent } from '../../../src/actions/resolving/record-event.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import type { Author } from '../../../src/core/author.ts'
import { groupBy } from '../../../src/core/group-by.ts'
import { Moment } from '../../../src/core/time.ts'
import { calibration } from '../../../src/queries/report/calibration.ts'
import { expectExact } from '../../actions/exact.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'

// FiveThirtyEight's forecasts of the 2018 midterm elections: beside the project, or among its examples.
const file = new URL('../../../examples/fivethirtyeight_2018.csv', import.meta.url)

type Row = { version: string; race: string; Republican_WinProbability: string; Republican_Won: string }
const rows: Row[] = file ? parse(readFileSync(file), { columns: true, bom: true }) : []

const versions = ['classic', 'deluxe', 'lite'] as const
const published = {
  classic: { all: 0.031739, withoutNc9: 0.031353 },
  deluxe: { all: 0.028399, withoutNc9: 0.027857 },
  lite: { all: 0.036108, withoutNc9: 0.03572 },
}
const SETTLED = '2019-02-01'
const said = Moment.parse({ earliest: '2018-11-06T00:00:00.000Z', latest: '2018-11-06T22:59:59.000Z' })

const load = async (world: World) => {
  const context = world.at('2018-12-01')
  const authors = new Map<string, Author>()
  for (const version of versions) {
    const { author } = await recordAuthor(context, { name: `FiveThirtyEight ${version}`, kind: 'model' })
    authors.set(version, author)
  }
  const frame = { name: 'Midterms 2018', rule: 'every race forecast on election day', readWhole: true, caveat: null }
  const { collection } = await recordCollection(context, frame)
  const byRace = groupBy(rows, ({ race }) => race)
  const { questionIds } = await importForecasts(context, {
    name: 'FiveThirtyEight 2018',
    source: 'https://projects.fivethirtyeight.com/2018-midterm-election-forecast/',
    licence: 'CC BY 4.0',
    note: 'final forecasts',
    collectionId: collection.id,
    questions: [...byRace].map(([race, forecasts]) => ({
      key: race,
      family: race.slice(0, 2),
      wording: `The Republican candidate wins ${race}.`,
      criteria: 'As certified.',
      orientation: 'as-worded' as const,
      windowStart: day('2018-11-06'),
      windowEnd: day('2019-01-03'),
      criteriaFixedAt: instant('2018-11-06T00:00:00.000Z'),
      forecasts: forecasts.map((row) => ({
        authorId: authors.get(row.version)?.id ?? '',
        probability: Number(row.Republican_WinProbability),
        said,
        key: row.version,
      })),
    })),
  })
  return { authors, collection, questionIds, byRace }
}

/** Each race by a report of the day after; that the other candidate won excludes it. */
const settleAll = async (world: World, { questionIds, byRace }: Awaited<ReturnType<typeof load>>) => {
  const context = world.at(SETTLED)
  for (const [race, questionId] of questionIds) {
    const won = byRace.get(race)?.[0]?.Republican_Won === '1'
    const title = `${won ? 'The Republican' : 'Another'} candidate won ${race}`
    const { event } = await recordEvent(context, {
      title,
      happened: day('2018-11-07'),
      url: 'https://example.org/results',
    })
    await resolveQuestion(context, {
      step: 'settle',
      questionId,
      outcome: won ? 'yes' : 'no',
      evidence: [{ kind: 'report', bearing: won ? 'shows' : 'excludes', eventId: event.id }],
      reason: 'certified',
      correct: false,
    })
  }
}

describe('FiveThirtyEight 2018, through the database', () => {
  it(
    'scores as published, and a correction takes one race out',
    () =>
      inWorld(async (world) => {
        const loaded = await load(world)
        await settleAll(world, loaded)

        const scores = async () => {
          const found: Record<string, { n: number; families: number; brier: number | undefined }> = {}
          for (const [version, author] of loaded.authors) {
            const query = { author, collection: null, timing: 'prospective', voice: 'own' } as const
            const report = await calibration(world.tx, { ...query, now: instant('2019-02-15T00:00:00.000Z') })
            found[version] = { n: report.n, families: report.families, brier: report.brier?.mean }
          }
          return found
        }
        const expected = (n: number, which: 'all' | 'withoutNc9') =>
          Object.fromEntries(
            versions.map((version) => [
              version,
              { n, families: 50, brier: expect.closeTo(published[version][which], 6) },
            ]),
          )
        expect(await scores()).toEqual(expected(506, 'all'))

        // NC-9 was never certified: the seat stayed empty until a new election.
        const { question, scoreChanges } = await resolveQuestion(world.at('2019-02-22'), {
          step: 'void',
          questionId: loaded.questionIds.get('NC-9') ?? '',
          voidReason: 'annulled',
          evidence: [{ kind: 'report', bearing: 'none', url: 'https://example.org/nc-9-new-election' }],
          reason: 'the state board ordered a new election',
          correct: true,
        })
        expect(question).toMatchObject({ status: 'void', voidReason: 'annulled', outcome: null })
        expect(await scores()).toEqual(expected(505, 'withoutNc9'))
        expect(scoreChanges).toHaveLength(3)
        for (const version of versions) {
          const { all, withoutNc9 } = published[version]
          const change = scoreChanges.find(({ authorId }) => authorId === loaded.authors.get(version)?.id)
          expect(change).toMatchObject({
            timing: 'prospective',
            voice: 'own',
            before: { n: 506, families: 50, brier: expect.closeTo(all, 6) },
            after: { n: 505, families: 50, brier: expect.closeTo(withoutNc9, 6) },
            delta: expect.closeTo(withoutNc9 - all, 5),
          })
        }
        await expectExact(world)
      }),
    300_000,
  )
})
