import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Context } from '../../actions/context.ts'
import { type ImportedQuestion, importForecasts } from '../../actions/predicting/import-forecasts.ts'
import { recordAuthor } from '../../actions/predicting/record-author.ts'
import { recordCollection } from '../../actions/record-collection.ts'
import { recordEvent } from '../../actions/resolving/record-event.ts'
import { recordSource } from '../../actions/resolving/record-source.ts'
import { resolveQuestion } from '../../actions/resolving/resolve-question.ts'
import type { Collection } from '../../core/source.ts'
import type { Day, Instant } from '../../core/time.ts'
import { findQuestion } from '../../storage/questions.ts'
import type { Terminal } from '../terminal.ts'

const Row = z.object({
  branch: z.enum(['House', 'Senate', 'Governor']),
  race: z.string().regex(/^[A-Z]{2}-/),
  version: z.enum(['classic', 'deluxe', 'lite']),
  Republican_WinProbability: z.coerce.number().min(0).max(1),
  Republican_Won: z.enum(['0', '1']),
})
type Row = z.infer<typeof Row>

const NAME = 'FiveThirtyEight 2018 midterm forecasts'
const SOURCE = 'FiveThirtyEight, 2018 House, Senate and governor forecasts, final state (CC BY 4.0)'
const NOTE =
  'The file gives only the day of each forecast, 2018-11-06. These are the final forecasts, made before the first polls ' +
  'closed; so the latest bound of the statement is 2018-11-06T22:59:59Z. Positive: the Republican wins.'
const RULE =
  'All 506 races of the 2018 House, Senate and governor elections that FiveThirtyEight forecast, each by its three models, the final forecast of each.'
const CAVEAT =
  "One night's races share a national swing: families are states, which are not independent of one another, so the intervals are too narrow."
const SAID = { earliest: '2018-11-06T00:00:00.000Z' as Instant, latest: '2018-11-06T22:59:59.000Z' as Instant }
const WINDOW = { windowStart: '2018-11-06' as Day, windowEnd: '2019-01-03' as Day }

export const readRaces = (csv: string): Row[] =>
  z.array(Row).parse(parse(csv, { columns: true, skip_empty_lines: true, bom: true }))

const byRace = (rows: Row[]): Map<string, Row[]> => {
  const races = new Map<string, Row[]>()
  for (const row of rows) races.set(row.race, [...(races.get(row.race) ?? []), row])
  return races
}

const questionOf = (race: string, rows: Row[], authors: Map<string, string>): ImportedQuestion => ({
  key: race,
  family: race.slice(0, 2),
  wording: `The Republican wins the 2018 ${rows[0]?.branch ?? ''} race ${race}.`,
  criteria: 'Yes if the Republican is declared the winner; no if another candidate is.',
  orientation: 'as-worded',
  ...WINDOW,
  criteriaFixedAt: '2018-11-06T00:00:00.000Z' as Instant,
  forecasts: rows.map(({ version, Republican_WinProbability: probability }) => ({
    authorId: authors.get(version) ?? '',
    probability,
    said: SAID,
    key: version,
  })),
})

/** Records who won a race and settles its question by that; a settled one stays. */
const settleRace = async (
  context: Context,
  sourceId: string,
  questionId: string,
  race: string,
  republicanWon: boolean,
): Promise<boolean> => {
  const question = await findQuestion(context.database.reader, questionId)
  if (!question || question.status === 'resolved' || question.status === 'void') return false
  const { event } = await recordEvent(context, {
    title: `${republicanWon ? 'The Republican' : 'Another candidate'} wins ${race}`,
    happened: '2018-11-07' as Day,
    sourceId,
  })
  await resolveQuestion(context, {
    step: 'settle',
    questionId,
    outcome: republicanWon ? 'yes' : 'no',
    evidence: [{ kind: 'report', bearing: republicanWon ? 'shows' : 'excludes', eventId: event.id }],
    reason: 'as published with the forecasts',
    correct: false,
  })
  return true
}

/** Bulk-loads the real forecasts of 2018 and settles them as published. The second time nothing changes. */
export const loadRaces = async (terminal: Terminal, context: Context, csv: string): Promise<Collection> => {
  const races = byRace(readRaces(csv))
  const authors = new Map<string, string>()
  for (const version of ['classic', 'deluxe', 'lite']) {
    const { author } = await recordAuthor(context, { name: `FiveThirtyEight ${version}`, kind: 'model' })
    authors.set(version, author.id)
  }
  const { collection } = await recordCollection(context, {
    name: NAME,
    rule: RULE,
    readWhole: true,
    caveat: `${CAVEAT} ${NOTE}`,
  })
  const { source } = await recordSource(context, { name: 'FiveThirtyEight', reportingLagDays: null })
  const { created, questionIds } = await importForecasts(context, {
    name: NAME,
    source: SOURCE,
    licence: 'CC BY 4.0',
    note: NOTE,
    collectionId: collection.id,
    questions: [...races].map(([race, rows]) => questionOf(race, rows, authors)),
  })
  terminal.note(`  ${created ? 'loaded' : 'stands'}: ${races.size} races, ${races.size * authors.size} forecasts`)
  let settled = 0
  for (const [race, rows] of races) {
    const questionId = questionIds.get(race)
    if (questionId && (await settleRace(context, source.id, questionId, race, rows[0]?.Republican_Won === '1')))
      settled += 1
    if (settled > 0 && settled % 100 === 0) terminal.note(`  settled ${settled} of ${races.size}`)
  }
  terminal.note(`  settled ${settled} just now`)
  return collection
}
