import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { recordEvent } from '../src/actions/resolving/record-event.ts'
import { startLocalPostgres } from '../src/outside/local-postgres.ts'
import { questionsBorneOn } from '../src/queries/evidence/questions-borne-on.ts'
import { clock, hostContext, servicesHere } from '../src/server.ts'
import { migratePostgres } from '../src/storage/migrate-postgres.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { wordsOfVersion } from '../src/storage/search-texts.ts'
import { questionVersions } from '../src/storage/tables/questions.ts'
import { bench, figureOf, type Mode } from './harness.ts'

/**
 * Which of very many open questions a new event bears on, from its passages to the answer, beside one query of the GIN index of wordings
 * that returns as many rows; by turns, event by event, in one run.
 */
type Size = { questions: number; events: number; rounds: number }
const SIZES: Record<Mode, Size> = {
  short: { questions: 50_000, events: 40, rounds: 2 },
  full: { questions: 1_000_000, events: 100, rounds: 5 },
}
const MIGRATIONS = resolve('migrations')
const LIMIT = 20

const list = (words: string): string => `array[${words.split(' ').map((word) => `'${word}'`)}]`
const [NOUNS, DEEDS] = [
  'mill bridge harbour council parliament bank court union airline brewery refinery reactor tunnel railway museum school hospital paper theatre orchestra minister mayor party treaty tariff subsidy budget loan merger strike border ferry dam canal forest fishery prison garrison satellite rocket vaccine quarry',
  'close reopen collapse merge expand resign strike default privatise devalue ratify reject approve abandon rebuild sell flood burn move win lose',
]
const FIRST = list(
  'Bel Cor Dan Est Fal Gor Hal Ist Jor Kal Lor Mar Nor Ost Pel Quar Ros Sal Tor Ulm Vel War Xan Yor Zel Bran Crom Drey Fen Grim',
)
const LAST = list(
  'mark dor wick stad ford holm burg ness grad mouth field port dale haven moor gate bury minster cliff stead vik lund by torp hof au see tal berg heim',
)
const chosen = (words: string, of: string): string =>
  `(${words})[1 + floor(power(${of}, 2) * array_length(${words}, 1))::int]`
/** A wording by the number of its question: common words often, places seldom. */
const wording = (at: string): string => {
  const draw = (purpose: number): string =>
    `(((hashint8extended(${at}, ${purpose}) >> 12) & 2251799813685247)::float8 / 2251799813685248)`
  return `'The ' || ${chosen(list(NOUNS), draw(1))} || ' of ' || (${FIRST})[1 + floor(${draw(2)} * 30)::int] || (${LAST})[1 + floor(${draw(3)} * 30)::int]
    || ' will ' || ${chosen(list(DEEDS), draw(4))} || ' before the end of ' || (2027 + floor(${draw(5)} * 6))::text || '.'`
}

/** Open questions with the stems of their wordings, as the trigger would keep them. */
const questions = (count: number): string[] => [
  `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '512MB'; set maintenance_work_mem = '1GB'`,
  `insert into families (id, recorded_at) select 'fam_' || lpad(q::text, 26, '0'), '2026-01-01' from generate_series(1::bigint, ${count}) q`,
  `insert into questions (id, kind, status, recorded_at)
   select 'qst_' || lpad(q::text, 26, '0'), 'binary', 'open', '2026-01-01' from generate_series(1::bigint, ${count}) q`,
  `insert into family_members (question_id, family_id, recorded_at)
   select 'qst_' || lpad(q::text, 26, '0'), 'fam_' || lpad(q::text, 26, '0'), '2026-01-01' from generate_series(1::bigint, ${count}) q`,
  `insert into question_versions (id, question_id, version, wording, criteria, orientation, window_start, window_end, window_zone, window_source,
     resolver, criteria_fixed_at, recorded_by, recorded_at, salts, digest)
   select 'qsv_' || lpad(q::text, 26, '0'), 'qst_' || lpad(q::text, 26, '0'), 1, ${wording('q')}, 'As two newspapers report.', 'as-worded',
     '2026-01-01', '2032-12-31', 'UTC', 'stated', 'manual', '2026-01-01', 'bench', '2026-01-01', '{}', encode(sha256(q::text::bytea), 'hex')
   from generate_series(1::bigint, ${count}) q`,
  `insert into question_stems (stem, question_id)
   select distinct unnest(tsvector_to_array(to_tsvector('english', left(wording, 4000)))), question_id from question_versions order by 1, 2`,
  'vacuum analyze',
]

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? Number.NaN

await bench(async (mode) => {
  const size = SIZES[mode]
  const folder = mkdtempSync(join(tmpdir(), 'hindcast-bench-open-'))
  const local = await startLocalPostgres({ folder, throwaway: true })
  try {
    await migratePostgres(local.url, MIGRATIONS)
    const admin = postgres(local.url, { max: 1, onnotice: () => undefined })
    for (const statement of questions(size.questions)) await admin.unsafe(statement)
    const told = await admin.unsafe(
      `select ${wording(`q * ${Math.floor(size.questions / size.events)}`)} as wording from generate_series(1::bigint, ${size.events}) q`,
    )
    await admin.end()
    const database = openPostgres(local.url)
    const services = servicesHere(database)
    const tagger = await services.tagger()
    const events: { id: string; title: string }[] = []
    for (const { wording: asked } of told) {
      const title = String(asked)
        .replace(' will ', ' is reported to ')
        .replace(/ before the end of \d+\.$/, '')
      const { event } = await recordEvent(hostContext(services), { title, happened: clock() })
      events.push({ id: event.id, title })
    }
    const { reader } = database
    let found = 0
    const ours = async ({ id }: { id: string }): Promise<number> => {
      const items = await questionsBorneOn(reader, { eventId: id }, { tagger, limit: LIMIT })
      found = Math.max(found, items.length)
      return items.length
    }
    // The two words of a title that tell most: what, and where.
    const raw = async (title: string, rows: number): Promise<void> => {
      const [, noun = '', place = ''] = /^The (\w+) of (\w+)/.exec(title) ?? []
      await reader.execute(sql`select ${questionVersions.questionId} from ${questionVersions}
        where ${wordsOfVersion(questionVersions)} @@ to_tsquery('english', ${`${noun} | ${place}`}) limit ${rows}`)
    }
    const rounds: { ours: number[]; raw: number[] }[] = []
    for (let round = -1; round < size.rounds; round++) {
      const times: { ours: number[]; raw: number[] } = { ours: [], raw: [] }
      for (const event of events) {
        const start = performance.now()
        const rows = await ours(event)
        const between = performance.now()
        await raw(event.title, Math.max(rows, 1))
        times.ours.push(between - start)
        times.raw.push(performance.now() - between)
      }
      if (round >= 0) rounds.push(times)
    }
    await database.close()
    if (found === 0) throw new Error('no event bears on any question')
    const all = (of: 'ours' | 'raw'): string => p95(rounds.flatMap((round) => round[of])).toFixed(1)
    return [
      figureOf(
        'evidence-search',
        rounds.map((round) => p95(round.ours) / p95(round.raw)),
        {
          note: `95 of 100 events answered within ${all('ours')} ms among ${size.questions} open questions, ${found} found at most; a raw query of the GIN index for as many rows: ${all('raw')} ms`,
          target: { most: 2 },
        },
      ),
    ]
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
