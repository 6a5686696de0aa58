import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { importOutcomes } from '../../src/actions/predicting/import-outcomes.ts'
import { importPart } from '../../src/actions/predicting/import-part.ts'
import { openImport } from '../../src/actions/predicting/open-import.ts'
import { findAuthor } from '../../src/storage/authors.ts'
import { countPredictions } from '../../src/storage/funnel.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'

const MONTH = '2026-06'
const said = { earliest: instant('2026-01-05T08:00:00.000Z'), latest: instant('2026-01-05T09:00:00.000Z') }

/** So many questions that an author forecast by an import, and that came out. */
const settled = async (world: World, author: string, count: number): Promise<void> => {
  const context = world.at('2026-03-01')
  const about = { source: 'made for a test', licence: 'CC0', note: 'none', whole: true }
  const { import: opened } = await openImport(context, { name: `Mills of ${author}`, ...about })
  const keys = Array.from({ length: count }, (_, at) => `${author} ${at}`)
  const forecasts = keys.map((question) => ({
    question,
    wording: `The mill of ${question} closes.`,
    askedAt: said.earliest,
    windowEnd: day('2026-01-31'),
    forecast: question,
    author,
    probability: 0.6,
    said,
  }))
  const outcomes = keys.map((question) => ({
    question,
    outcome: 'yes' as const,
    resolvedAt: instant('2026-01-20T00:00:00.000Z'),
  }))
  await importPart(context, { importId: opened.id, items: forecasts })
  await importOutcomes(context, { importId: opened.id, items: outcomes })
}

type Plan = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Plan[] } & Record<string, unknown>

/** How many rows the parts of a plan gave or threw away, all of their rounds together. */
const rowsOf = (plan: Plan): number => {
  const thrownAway = Object.entries(plan).flatMap(([name, n]) => (name.startsWith('Rows Removed') ? [Number(n)] : []))
  const own = [plan['Actual Rows'], ...thrownAway].reduce((so, n) => so + n, 0) * plan['Actual Loops']
  return (plan.Plans ?? []).reduce((so, part) => so + rowsOf(part), own)
}

/** Of an author's predictions: their number by place, and through how many rows the database went for it. */
const counting = async ({ tx }: World, slug: string) => {
  const author = await findAuthor(tx, slug)
  if (!author) throw new Error(`there is no ${slug}`)
  const query = countPredictions(tx, { authorId: author.id }, MONTH)
  const { rows } = (await tx.execute(sql`explain (analyze, format json) ${query}`)) as unknown as {
    rows: { 'QUERY PLAN': { Plan: Plan }[] }[]
  }
  const [plan] = rows[0]?.['QUERY PLAN'] ?? []
  if (!plan) throw new Error('the database does not tell its plan')
  return { counted: (await query).map(({ place, n }) => [place, n]), rows: rowsOf(plan.Plan) }
}

it('counts what an author said at the cost of that alone, in a database that has no statistics of its tables', () =>
  inWorld(async (world) => {
    await settled(world, 'Ada', 20)
    const alone = await counting(world, 'ada')
    expect(alone.counted).toEqual([['scored', 20]])
    await settled(world, 'Ben', 200)
    const beside = await counting(world, 'ada')
    expect(beside.counted).toEqual([['scored', 20]])
    expect(beside.rows).toBeLessThan(2 * alone.rows)
  }))
