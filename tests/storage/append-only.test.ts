import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { replyToDispute } from '../../src/actions/disputes/reply-to-dispute.ts'
import { ruleDispute } from '../../src/actions/disputes/rule-dispute.ts'
import { mergeAuthor } from '../../src/actions/predicting/link-authors.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { recordBaseline } from '../../src/actions/predicting/record-baseline.ts'
import { changeTopics } from '../../src/actions/questions/change-topics.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import { firstItems, scoredItems } from '../../src/storage/tables/scores.ts'
import { opened } from '../actions/disputes/disputing.ts'
import { accepted, pieceOf, toldNothing, voidIt } from '../actions/story.ts'
import { day, inWorld, type World } from '../support/embedded.ts'

const facts = [
  'author_links',
  'baselines',
  'candidate_reviews',
  'commentaries',
  'commentary_places',
  'dispute_confirmations',
  'dispute_replies',
  'dispute_rulings',
  'disputes',
  'document_readings',
  'erasures',
  'event_candidate_reviews',
  'events',
  'evidence',
  'exclusions',
  'extraction_runs',
  'first_items',
  'matches',
  'predictions',
  'question_options',
  'question_topics',
  'question_versions',
  'redactions',
  'resolution_entries',
  'resolution_evidence',
  'score_changes',
  'scored_items',
  'second_opinions',
  'source_coverage',
]

/** What belongs to facts and carries no digest of its own. */
const besides = [
  'authors',
  'bylines',
  'candidates',
  'collection_commentaries',
  'collection_questions',
  'collections',
  'commentary_identities',
  'event_candidates',
  'families',
  'family_members',
  'imports',
  'ledger_checkpoints',
  'ledger_leaves',
  'ledger_subtrees',
  'proposal_evidence',
  'question_difficulties',
  'reports',
  'snapshots',
  'unsealed_facts',
]

/** Of nothing: the form of a digest is all that is looked at here. */
const DIGEST = '0'.repeat(64)

/** At least one row in each table of facts. */
const oneOfEach = async (world: World) => {
  const said = { on: '2026-01-05', quote: 'It will rain by March.', end: '2026-03-31' }
  const { question, prediction } = await accepted(world, said)
  const change = { add: ['weather'], reason: 'it is about rain' }
  await changeTopics(world.at('2026-01-06'), { questionId: question.id, change })
  const base = { kind: 'base-rate' as const, probability: 0.5, at: day('2026-01-01'), source: 'the gauge' }
  await recordBaseline(world.at('2026-01-06'), { questionId: question.id, ...base })
  for (const on of ['2026-01-06', '2026-01-07']) {
    await accepted(world, { on, quote: 'The Orrin bridge will likely open by June.', end: '2026-06-30' })
  }
  const context = world.at('2026-05-01')
  await world.tx.execute(sql`insert into commentary_places (id, commentary_id, asked_url, url, canonical_url, status,
    bytes_sha256, joined_by, fetched_at, recorded_at, salts, digest)
    select 'plc_1', id, 'https://example.org', 'https://example.org', 'https://example.org', 200, '', 'new', now(), now(),
    '{}', ${DIGEST} from commentaries limit 1`)
  const piece = pieceOf({ on: '2026-01-05', quote: 'A read text.', end: null })
  await recordCommentary(context, { ...piece, document: toldNothing })
  const { source } = await recordSource(context, { name: 'Gazette', reportingLagDays: 0 })
  await recordCoverage(context, { sourceId: source.id, readThrough: day('2026-04-30') })
  await resolveQuestion(context, {
    step: 'settle',
    questionId: question.id,
    outcome: 'no',
    reason: 'nothing was found',
    evidence: [{ kind: 'coverage', bearing: 'none', sourceId: source.id, readThrough: day('2026-04-30') }],
    correct: false,
  })
  await voidIt(world, { question: question.id, now: '2026-05-02', correct: true })
  await world.tx.insert(firstItems).select(world.tx.select().from(scoredItems).limit(1))
  const dispute = await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } })
  await replyToDispute(context, { disputeId: dispute.id, text: 'I never said so.' })
  await redactText(context, { subject: { kind: 'dispute', id: dispute.id }, reason: 'it names a neighbour' })
  await ruleDispute(context, { disputeId: dispute.id, ruling: { verdict: 'upheld', reason: 'a misquotation' } })
  await world.tx.execute(sql`insert into event_candidates (id, commentary_id, text_version, start, "end", quote, title, occurred,
    latest, date_source, date_words, entities, verb, attribution, directness, reasons, facts_version, recorded_at)
    select 'evc_1', id, 1, 0, 1, 'It', 'It', true, '2026-01-01', 'undated', '', '[]', 'be', 'own', 'verbatim', '[]', '1', now()
    from commentaries limit 1`)
  await world.tx.execute(sql`insert into event_candidate_reviews (id, event_candidate_id, decision, reason, reviewer,
    recorded_at, salts, digest) values ('evr_1', 'evc_1', 'reject', 'no', 'test', now(), '{}', ${DIGEST})`)
  await world.tx.execute(sql`insert into second_opinions (id, candidate_id, review_id, decision, reason, reviewer, recorded_at,
    salts, digest) select 'sop_1', candidate_id, id, 'reject', 'no', 'test', now(), '{}', ${DIGEST} from candidate_reviews
    limit 1`)
  await createQuestion(context, {
    wording: 'Who wins?',
    criteria: 'By the count.',
    windowStart: day('2026-05-01'),
    windowEnd: null,
    options: [{ label: 'Ada' }, { label: 'Ben' }],
  })
  await world.tx.execute(sql`insert into erasures (id, person_id, by, erased_by, recorded_at, salts, digest)
    values ('ers_1', 'psn_1', 'self', 'person:psn_1', now(), '{}', ${DIGEST})`)
  await recordAuthor(context, { name: 'Aida', kind: 'person' })
  await mergeAuthor(context, { author: 'aida', into: 'ada', reason: 'a slip of the pen' })
  await world.tx.execute(sql`insert into events (id, title, happened_earliest, happened_latest, published_earliest,
    published_latest, recorded_by, recorded_at, salts, digest)
    values ('evt_1', 'Rain', now(), now(), now(), now(), 'test', now(), '{}', ${DIGEST})`)
}

const count = async ({ tx }: World, table: string): Promise<number> => {
  const result = await tx.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`)
  return Number((result as unknown as { rows: { n: number }[] }).rows[0]?.n)
}

describe('facts', () => {
  it('are guarded in every table that carries a digest, and in the postings', () =>
    inWorld(async ({ tx }) => {
      const guarded = await tx.execute(sql`select distinct event_object_table as name from
        information_schema.triggers where action_statement like '%refuse_change%'`)
      const names = (guarded as unknown as { rows: { name: string }[] }).rows.map(({ name }) => name)
      expect(names.sort()).toEqual([...facts, ...besides].sort())
      const digested = await tx.execute(
        sql`select table_name as name from information_schema.columns where column_name = 'salts' and table_schema = 'public'`,
      )
      for (const { name } of (digested as unknown as { rows: { name: string }[] }).rows) expect(names).toContain(name)
    }))

  it.each(besides)('%s, which belongs to them, cannot be emptied', (table) =>
    inWorld(async (world) => {
      const attempt = sql`truncate ${sql.identifier(table)} cascade`
      await expect(world.database.transaction((tx) => tx.execute(attempt))).rejects.toMatchObject({
        code: 'fact-is-append-only',
      })
    }),
  )

  it.each(facts)('%s cannot be changed, deleted or emptied', (table) =>
    inWorld(async (world) => {
      await oneOfEach(world)
      const before = await count(world, table)
      expect(before).toBeGreaterThan(0)
      const name = sql.identifier(table)
      const column = sql.identifier(table === 'resolution_evidence' ? 'evidence_id' : 'id')
      for (const attempt of [
        sql`update ${name} set ${column} = ${column}`,
        sql`delete from ${name}`,
        sql`truncate ${name} cascade`,
      ]) {
        await expect(world.database.transaction((tx) => tx.execute(attempt))).rejects.toMatchObject({
          code: 'fact-is-append-only',
          remedy: 'append a correction instead',
        })
      }
      expect(await count(world, table)).toBe(before)
    }),
  )

  it('are of authors of whom nothing changes but who they count for', () =>
    inWorld(async (world) => {
      await recordAuthor(world.at('2026-01-01'), { name: 'Ada', kind: 'person' })
      await recordAuthor(world.at('2026-01-01'), { name: 'Ben', kind: 'person' })
      const changing = (attempt: ReturnType<typeof sql>) => world.database.transaction((tx) => tx.execute(attempt))
      const columns = await world.tx.execute(sql`select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = 'authors' and column_name <> 'canonical_id'`)
      const names = (columns as unknown as { rows: { name: string }[] }).rows.map(({ name }) => name)
      expect(names).toContain('slug')
      const other: Record<string, ReturnType<typeof sql>> = {
        bot: sql`not bot`,
        recorded_at: sql`now()`,
        kind: sql`'model'`,
      }
      for (const name of names) {
        const swapped = sql`update authors set ${sql.identifier(name)} = ${other[name] ?? sql`${sql.identifier(name)} || 'x'`}`
        await expect(changing(swapped), name).rejects.toMatchObject({ code: 'fact-is-append-only' })
      }
      await expect(changing(sql`delete from authors`)).rejects.toMatchObject({ code: 'fact-is-append-only' })
      await changing(
        sql`update authors set canonical_id = (select id from authors where slug = 'ben') where slug = 'ada'`,
      )
    }))

  it('leave the cache of the log writable', () =>
    inWorld(async (world) => {
      const {
        question: { id },
      } = await createQuestion(world.at('2026-01-01'), {
        wording: 'It rains.',
        windowStart: day('2026-01-01'),
        windowEnd: day('2026-01-31'),
      })
      await world.tx.execute(sql`update questions set status = 'due' where id = ${id}`)
    }))
})
