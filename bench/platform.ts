import postgres from 'postgres'

/**
 * A database with the shape of a real platform, as large as one likes, drawn by a seed inside Postgres: authors whose numbers of forecasts
 * have a heavy tail (one says a seventh of all), questions a hundredth of which draw twenty times as many forecasts as the others,
 * probabilities that cluster on round numbers, a quarter in words, topics, horizons of days to years, and families. Of the questions whose
 * window has ended 19 of 20 are settled, one of 50 is void, the others wait.
 *
 * Rows stand as the product leaves them, counts and ledger positions included, with two differences: an item was posted once, as what
 * it is by now, without having waited before; and digests have their form alone, so the ledger cannot be verified.
 */
export type Platform = { predictions: number; seed: number }

/** Forecasts for each question. */
const EACH = 7
const DAYS = 1_825
const START = '2021-01-01'
/** Windows that end before it are over. */
const TODAY = '2026-10-01'

/** Ids of the platform: `aut_00000000000000000000000001` is who says a seventh of all. */
export const platformId = (prefix: string, at: number): string => `${prefix}_${String(at).padStart(26, '0')}`

const id = (prefix: string, of: string): string => `'${prefix}_' || lpad((${of})::text, 26, '0')`
/** A draw from [0, 1) by what it is of and what it is for. */
const draw = (of: string, purpose: number): string => `bench_draw(${of}, ${purpose})`
const fact = (of: string): string => `'{}'::jsonb as salts, encode(sha256((${of})::text::bytea), 'hex') as digest`

const helpers = (seed: number): string => `
  create function bench_draw(of bigint, purpose bigint) returns float8 language sql immutable parallel safe as
  $$ select ((hashint8extended(of, ${seed} * 1000 + purpose) >> 12) & 2251799813685247)::float8 / 2251799813685248 $$`

/** Questions with what is drawn of each: chance, length of window, and how it stands. */
const drawnQuestions = (count: number): string => `
  create unlogged table bench_questions as
  select q, asked, asked::date + len as window_end, chance,
    1 + (floor((q - 1) / 5.0) * 5)::bigint as family, 1 + floor(10 * ${draw('q', 5)})::int as topic,
    case when asked::date + len >= date '${TODAY}' then 'open' when fate < 0.95 then 'resolved' when fate < 0.97 then 'void' else 'due' end as status,
    ${draw('q', 6)} < chance as came
  from (
    select q, timestamptz '${START} 00:00:00Z' + (q - 1) * (interval '${DAYS} days' / ${count}) as asked,
      power(${draw('q', 1)}, 1.5) as chance, ${draw('q', 4)} as fate,
      case when ${draw('q', 2)} < 0.3 then 20 when ${draw('q', 2)} < 0.6 then 80 when ${draw('q', 2)} < 0.9 then 300 else 700 end as len
    from generate_series(1, ${count}) q
  ) drawn`

/** Forecasts: of seven on a question one is by the author of a seventh of all, and of the others each fifth goes to the popular one nearby. */
const drawnForecasts = (count: number, authors: number): string => `
  create unlogged table bench_forecasts as
  select i, question.q, author, question.asked + interval '1 hour' * (1 + k) + interval '1 minute' * floor(30 * ${draw('i', 11)}) as said,
    case when ${draw('i', 12)} < 0.25 then 'phrase:' || case
        when p < 0.04 then 'almost-no-chance' when p < 0.12 then 'highly-unlikely' when p < 0.3 then 'unlikely' when p < 0.45 then 'probably-not'
        when p < 0.55 then 'about-even' when p < 0.65 then 'better-than-even' when p < 0.75 then 'likely' when p < 0.85 then 'with-high-probability'
        else 'almost-certain' end || ':+'
      else 'micro:' || (case when ${draw('i', 13)} < 0.6 then round(p * 20) * 50000 when ${draw('i', 13)} < 0.97 then round(p * 100) * 10000
        else round(p * 1000) * 1000 end)::int end as form
  from (
    select i, k, case when k = 0 or ${draw('i', 7)} > 0.2 then q else q - (q - 1) % 100 end as q,
      case when k = 0 then 1 else 2 + floor(${authors - 1} * power(${draw('i', 8)}, 3))::bigint end as author,
      least(0.99, greatest(0.01, power(${draw('q', 1)}, 1.5) + 0.4 * (${draw('i', 9)} - 0.5))) as p
    from (select i, 1 + (i - 1) / ${EACH} as q, ((i - 1) % ${EACH})::int as k from generate_series(1::bigint, ${count}) i) numbered
  ) drawn
  join bench_questions question on question.q = drawn.q`

const rows = (authors: number): string[] => [
  `insert into authors (id, name, slug, kind, bot, identity, recorded_by, recorded_at)
   select ${id('aut', 'a')}, 'Forecaster ' || a, 'forecaster-' || a, 'person', false, 'name:forecaster ' || a, 'bench', '${START}'
   from generate_series(1, ${authors}) a`,
  `insert into families (id, recorded_at) select distinct ${id('fam', 'family')}, timestamptz '${START}' from bench_questions`,
  `insert into questions (id, kind, status, outcome, void_reason, recorded_at)
   select ${id('qst', 'q')}, 'binary', status, case when status = 'resolved' then case when came then 'yes' else 'no' end end,
     case when status = 'void' then 'ambiguous' end, asked from bench_questions order by q`,
  `insert into family_members (question_id, family_id, recorded_at)
   select ${id('qst', 'q')}, ${id('fam', 'family')}, asked from bench_questions order by q`,
  `insert into question_versions (id, question_id, version, wording, criteria, orientation, window_start, window_end, window_zone, window_source,
     resolver, reference_at, criteria_fixed_at, recorded_by, recorded_at, salts, digest)
   select ${id('qsv', 'q')}, ${id('qst', 'q')}, 1, 'Works number ' || q || ' in district ' || topic || ' closes.', 'As two newspapers report.', 'as-worded',
     asked::date, window_end, 'UTC', 'stated', 'manual', window_end::timestamptz, asked, 'bench', asked, ${fact('q')} from bench_questions order by q`,
  `insert into question_topics (id, question_id, position, topic, act, reason, after_decision, recorded_by, recorded_at, salts, digest)
   select ${id('tpc', 'q')}, ${id('qst', 'q')}, 1, 'district-' || topic, 'added', 'drawn', false, 'bench', asked, ${fact('-q')} from bench_questions order by q`,
  `insert into predictions (id, author_id, question_id, version_id, act, form, said_earliest, said_latest, attribution, directness, weak_hedge,
     scoreable, origin, recorded_by, recorded_at, salts, digest)
   select ${id('prd', 'i')}, ${id('aut', 'author')}, ${id('qst', 'q')}, ${id('qsv', 'q')}, 'state', form, said, said, 'own', 'verbatim', false, true,
     'submitted', 'bench', said, ${fact("i || ' said'")} from bench_forecasts order by i`,
  `insert into resolution_entries (id, question_id, position, version_id, step, outcome, void_reason, decider, rules, reason, evidence_digest,
     recorded_at, salts, digest)
   select ${id('res', '2 * q - 1')}, ${id('qst', 'q')}, 1, null, 'close', null, null, 'bench', 'resolution-4', 'its window ended', '',
     window_end + interval '1 day', ${fact("q || ' closed'")} from bench_questions where status <> 'open' order by q`,
  `insert into resolution_entries (id, question_id, position, version_id, step, outcome, void_reason, decider, rules, reason, evidence_digest,
     recorded_at, salts, digest)
   select ${id('res', '2 * q')}, ${id('qst', 'q')}, 2, case when status = 'resolved' then ${id('qsv', 'q')} end,
     case status when 'resolved' then 'settle' else 'void' end, case when status = 'resolved' then case when came then 'yes' else 'no' end end,
     case when status = 'void' then 'ambiguous' end, 'bench', 'resolution-4', 'drawn', '', window_end + interval '2 days', ${fact("q || ' settled'")}
   from bench_questions where status in ('resolved', 'void') order by q`,
]

const LAST = `select author, q, max(i) as i, min(i) as first from bench_forecasts group by author, q`

/** The items of one kind: what is scored is what an author said last before the reference, `first` what they began with where that is another. */
const items = (table: 'scored_items' | 'first_items'): string => {
  const [of, only] = table === 'scored_items' ? ['chosen.i', ''] : ['chosen.first', 'and chosen.first <> chosen.i']
  const days = `(question.window_end - (forecast.said at time zone 'UTC')::date)`
  const entry = id('res', `case when question.status = 'due' then 2 * question.q - 1 else 2 * question.q end`)
  return `insert into ${table} (id, author_id, question_id, prediction_id, resolution_id, cause, family_id, sets, due_month, horizon_class, attribution,
      window_source, weak_hedge, timing, origin, form, state, hit, sign, recorded_at)
    select ${id(table === 'scored_items' ? 'sci' : 'fsi', of)}, ${id('aut', 'forecast.author')}, ${id('qst', 'question.q')}, ${id('prd', 'forecast.i')},
      ${entry}, ${entry}, ${id('fam', 'question.family')}, jsonb_build_array('all', 'topic:district-' || question.topic),
      to_char(question.window_end, 'YYYY-MM'),
      case when ${days} <= 30 then 'up-to-30-days' when ${days} <= 91 then 'up-to-91-days' when ${days} <= 366 then 'up-to-366-days' else 'longer' end,
      'own', 'stated', false, 'prospective', 'submitted', forecast.form,
      case question.status when 'resolved' then 'scored' when 'void' then 'void' else 'pending' end,
      case when question.status = 'resolved' then question.came end, 1, question.window_end + interval '2 days'
    from (${LAST}) chosen join bench_questions question on question.q = chosen.q
    join bench_forecasts forecast on forecast.i = ${of}
    where question.status <> 'open' ${only} order by ${of}`
}

const key = 'author_id, set, due_month, horizon_class, attribution, window_source, weak_hedge, timing, origin'
const inSets = `from (select item.*, jsonb_array_elements_text(sets) as set from scored_items item) posted`
const counts: string[] = [
  `insert into score_counts (${key}, form, pending, void, n, hits)
   select ${key}, form, count(*) filter (where state = 'pending'), count(*) filter (where state = 'void'),
     count(*) filter (where state = 'scored'), count(*) filter (where hit) ${inSets} group by ${key}, form`,
  `insert into family_counts (${key}, family_id, form, n, hits)
   select ${key}, family_id, form, count(*), count(*) filter (where hit) ${inSets} where state = 'scored' group by ${key}, family_id, form`,
]

/** Every fact at its position, in the order of when it was recorded. */
const leaves = `
  insert into ledger_leaves (position, kind, fact_id, digest, sealed_at, ends)
  select row_number() over (order by recorded_at, kind, id), kind, id, digest, recorded_at, true from (
    select 'version' as kind, id, digest, recorded_at from question_versions union all
    select 'topic', id, digest, recorded_at from question_topics union all
    select 'prediction', id, digest, recorded_at from predictions union all
    select 'resolution', id, digest, recorded_at from resolution_entries
  ) facts`

/** What is indexed besides keys and uniques: made anew once all rows are there. */
const INDEXES = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
  join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
  where nspname = 'public' and not exists (select from pg_constraint where conindid = indexrelid) and not indisunique`

/**
 * Fills a migrated, empty database as its owner; what is told to `note` is what takes minutes. Triggers and foreign keys sleep meanwhile:
 * the rows keep to them.
 */
export const fillPlatform = async (
  url: string,
  { predictions, seed }: Platform,
  note: (line: string) => void = () => undefined,
): Promise<{ authors: number; questions: number }> => {
  const questions = Math.max(1, Math.floor(predictions / EACH))
  const authors = Math.max(50, Math.floor(predictions / 1000))
  const sql = postgres(url, { max: 1, onnotice: () => undefined, idle_timeout: 0 })
  const began = performance.now()
  const run = async (name: string, statement: string): Promise<void> => {
    await sql.unsafe(statement)
    note(`${((performance.now() - began) / 1000).toFixed(0)} s: ${name}`)
  }
  try {
    await sql.unsafe(`set session_replication_role = replica; set synchronous_commit = off; set jit = off;
      set maintenance_work_mem = '1GB'; set work_mem = '1GB'; set max_parallel_maintenance_workers = 2`)
    const indexes = await sql.unsafe(INDEXES)
    for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
    await run('drawing', helpers(seed))
    await run('questions drawn', drawnQuestions(questions))
    await run('forecasts drawn', drawnForecasts(predictions, authors))
    await sql.unsafe('analyze bench_questions, bench_forecasts')
    for (const statement of rows(authors)) await run(/into (\w+)/.exec(statement)?.[1] ?? '', statement)
    for (const table of ['scored_items', 'first_items'] as const) await run(table, items(table))
    for (const statement of counts) await run(/into (\w+)/.exec(statement)?.[1] ?? '', statement)
    await run('ledger_leaves', leaves)
    await sql.unsafe('drop table bench_questions, bench_forecasts; drop function bench_draw')
    for (const { name, made } of indexes) {
      await sql.unsafe(made)
      note(`${((performance.now() - began) / 1000).toFixed(0)} s: ${name}`)
    }
    await run('vacuum', 'vacuum analyze')
    return { authors, questions }
  } finally {
    await sql.end()
  }
}
