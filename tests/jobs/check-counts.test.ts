import { type SQL, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { checkCounts, shareOf } from '../../src/jobs/check-counts.ts'
import { checkSealed } from '../../src/jobs/check-sealed.ts'
import { listRuns } from '../../src/storage/job-runs.ts'
import { authorsAfter, countLogged, loggedAfter, standingsAfter } from '../../src/storage/recount.ts'
import { accepted, type Said, settleNo, settleYes, voidIt } from '../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { unguarded, waitingIn } from '../support/ledger.ts'
import { servicesOver } from '../support/press-services.ts'
import { countsOffByLog } from '../support/recount.ts'

const NIGHT = '2026-06-01T03:30:00.000Z'
const run = (world: World) => checkCounts(servicesOver(world, [], { now: NIGHT }), REVIEWER, instant(NIGHT))
const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }

/** Two authors on a question that is settled, one on a question that is corrected to void, and one that is open. */
const story = async (world: World) => {
  const now = '2026-05-01'
  const { question, prediction } = await accepted(world, rain)
  await accepted(world, { ...rain, by: ['Ben'], review: { questionId: question.id } })
  await settleYes(world, { question: question.id, now, on: '2026-03-01' })
  const other = await accepted(world, { ...rain, quote: 'It will likely snow.', review: { newQuestion: true } })
  await settleNo(world, { question: other.question.id, now })
  await voidIt(world, { question: other.question.id, now, correct: true })
  const open = await accepted(world, { ...rain, quote: 'It will likely hail.', review: { newQuestion: true } })
  return { id: question.id, authorId: prediction.authorId, voided: other.question.id, open: open.question.id }
}
type Story = Awaited<ReturnType<typeof story>>

/** What no write through the actions leaves behind: a statement, or a step of the log, that no scores were posted for. */
const unposted = async ({ tx }: World, { id, voided }: Story, fact: 'statement' | 'step'): Promise<void> => {
  if (fact === 'statement') {
    const other = sql`jsonb_build_object('id', 'prd_unposted', 'candidate_id', null, 'author_id',
      (select author_id from predictions where author_id <> said.author_id limit 1))`
    await tx.execute(sql`insert into predictions select (jsonb_populate_record(said, ${other})).* from predictions said
      where question_id = ${voided}`)
    return
  }
  const reopened = sql`jsonb_build_object('id', 'res_unposted', 'position', 2, 'step', 'reopen', 'outcome', null,
    'version_id', null, 'deciding_evidence_id', null)`
  await tx.execute(sql`insert into resolution_entries select (jsonb_populate_record(entry, ${reopened})).* from
    resolution_entries entry where question_id = ${id}`)
  await tx.execute(sql`update questions set status = 'due', outcome = null where id = ${id}`)
}

describe('checkCounts', () => {
  it('finds nothing where everything is written by what appends to the log', () =>
    inWorld(async (world) => {
      await story(world)
      expect(await run(world)).toEqual({
        questions: 3,
        madeAnew: 2,
        authors: 2,
        linked: 0,
        rehashed: 0,
        facts: expect.any(Number),
        differences: 0,
        runsForgotten: 0,
        answersForgotten: 0,
        linksForgotten: 0,
        attemptsForgotten: 0,
        deliveriesForgotten: 0,
        deadLettersForgotten: 0,
        requestsForgotten: 0,
      })
      expect(await run(world)).toBeNull()
    }))

  it.each<[string, (story: Story) => SQL, RegExp]>([
    [
      'an outcome that is not that of the log',
      ({ id }) => sql`update questions set outcome = 'no' where id = ${id}`,
      /^1 differ: qst_\w+ stands as resolved no, its log says resolved yes$/,
    ],
    [
      'another reason for being void',
      ({ voided }) => sql`update questions set void_reason = 'ambiguous' where id = ${voided}`,
      /^1 differ: qst_\w+ stands as void ambiguous, its log says void annulled$/,
    ],
    [
      'a status without a log',
      ({ open }) => sql`update questions set status = 'due' where id = ${open}`,
      /^1 differ: qst_\w+ stands as due, its log says open$/,
    ],
    [
      'a hit that no posting gives',
      ({ authorId }) => sql`update score_counts set hits = hits - 1 where author_id = ${authorId} and hits > 0`,
      /^1 differ: the counts of aut_\w+ \(all, phrase:likely:\+\) are not the sum of the postings$/,
    ],
    [
      'a void that is not counted',
      ({ authorId }) => sql`update score_counts set void = 0 where author_id = ${authorId}`,
      /^1 differ: the counts of aut_\w+ \(all, phrase:likely:\+\)/,
    ],
    [
      'a family that lost a forecast',
      ({ authorId }) => sql`update family_counts set n = 0, hits = 0 where author_id = ${authorId}`,
      /^1 differ: the counts of aut_\w+ \(all, fam_\w+, phrase:likely:\+\)/,
    ],
    [
      'a row that is gone',
      ({ authorId }) => sql`delete from score_counts where author_id = ${authorId}`,
      /^1 differ: the counts of aut_\w+ \(all, phrase:likely:\+\)/,
    ],
    [
      'a record that counts for whom no link names',
      ({ authorId }) => sql`update authors set canonical_id = ${authorId} where id <> ${authorId}`,
      /aut_\w+ counts for aut_\w+, its links say aut_\w+/,
    ],
  ])('names %s, and repairs nothing', (_, plant, error) =>
    inWorld(async (world) => {
      await world.tx.execute(plant(await story(world)))
      await expect(run(world)).rejects.toThrow(error)
      const filter = { job: 'check-counts', status: null, now: instant(NIGHT) }
      const { items } = await listRuns(world.tx, filter, { limit: 5, cursor: null })
      expect(items).toMatchObject([{ status: 'failed', error: expect.stringMatching(error) }])
      await expect(run(world)).rejects.toThrow(error)
    }),
  )

  it.each<[string, (world: World) => Promise<unknown>, RegExp]>([
    [
      'a fact that waits no more',
      ({ tx }) => tx.execute(sql`delete from unsealed_facts where kind = 'prediction'`),
      /^1 differ: 4 of predictions do not stand once in the ledger or wait for it: prd_\w+, prd_\w+, prd_\w+$/,
    ],
    [
      'a fact that waits with the digest of another',
      ({ tx }) =>
        tx.execute(sql`update unsealed_facts set digest = repeat('0', 64) where seq in
          (select seq from unsealed_facts where kind = 'resolution' order by seq limit 1)`),
      /^1 differ: 1 of resolution_entries do not stand once in the ledger or wait for it: res_\w+$/,
    ],
    [
      'a fact that is sealed and waits all the same',
      async ({ tx }) => {
        await tx.execute(sql`insert into ledger_leaves (position, kind, fact_id, digest, sealed_at, ends)
          select 1, kind, fact_id, digest, now(), true from unsealed_facts where kind = 'prediction' order by seq limit 1`)
      },
      /^2 differ: 1 of predictions do not .*: prd_\w+; 1 in the ledger or waiting for it are none of predictions$/,
    ],
    [
      'what waits and is no fact, and a leaf at a position of its own',
      async ({ tx }) => {
        await tx.execute(
          sql`insert into unsealed_facts (kind, fact_id, digest, xact) values ('event', 'evt_0', repeat('0', 64), '1')`,
        )
        await tx.execute(sql`insert into ledger_leaves (position, kind, fact_id, digest, sealed_at, ends)
          values (3, 'collection-question', 'col_0/qst_0', repeat('0', 64), now(), true)`)
      },
      /^3 differ: 1 in .* none of events; 1 in .* none of collection_questions; 2 positions of the ledger have no leaf$/,
    ],
  ])('names %s', (_, plant, error) =>
    inWorld(async (world) => {
      await story(world)
      await unguarded(world.tx, () => plant(world))
      await expect(run(world)).rejects.toThrow(error)
    }),
  )

  it('looks at every fact, sealed or not, from batch to batch', () =>
    inWorld(async (world) => {
      await story(world)
      const { collection } = await recordCollection(world.at('2026-05-02'), {
        name: 'Rain',
        rule: 'all of it',
        readWhole: true,
        caveat: null,
      })
      const other = sql`select ${collection.id}::text, id, now() from questions`
      await world.tx.execute(sql`insert into collection_questions (collection_id, question_id, recorded_at) ${other}`)
      const all = (await waitingIn(world.tx)).length
      expect(await checkSealed(world.tx, 2)).toEqual({ checked: all, differences: [] })
      await sealFacts(world.at('2026-05-02'), {})
      expect(await checkSealed(world.tx, 2)).toEqual({ checked: all, differences: [] })
      await unguarded(world.tx, () =>
        world.tx.execute(sql`delete from ledger_leaves where kind = 'collection-question'`),
      )
      const { differences } = await checkSealed(world.tx, 2)
      expect(differences).toEqual([
        expect.stringMatching(/^3 of collection_questions do not stand once in the ledger or wait for it: col_/),
      ])
    }))

  it.each<['statement' | 'step', RegExp, number]>([
    [
      'statement',
      /^1 differ: qst_\w+: the item of aut_\w+ is none, its log makes void phrase:likely:\+ of prd_\w+$/,
      1,
    ],
    [
      'step',
      /^2 differ: (qst_\w+: the item of aut_\w+ is scored hit phrase:likely:\+ of prd_\w+, its log makes pending phrase:likely:\+ of prd_\w+(; )?){2}$/,
      2,
    ],
  ])('names a %s that is in no posting, though the counts are the sum of those', (fact, error, rows) =>
    inWorld(async (world) => {
      const told = await story(world)
      expect(await countsOffByLog(world.tx)).toMatchObject({ scores: [], families: [] })
      await unposted(world, told, fact)
      await expect(run(world)).rejects.toThrow(error)
      const { scores } = await countsOffByLog(world.tx)
      expect(scores.filter((line) => line.startsWith('due'))).toHaveLength(rows)
    }),
  )

  it('makes all anew in as many nights as it takes', () =>
    inWorld(async (world) => {
      await story(world)
      expect(await countLogged(world.tx)).toBe(2)
      const nights = ['2026-06-01', '2026-06-02'].map((night) => shareOf(2, day(night), 1))
      expect(nights.map(({ parts }) => parts)).toEqual([2, 2])
      const taken = await Promise.all(nights.map((share) => loggedAfter(world.tx, share, '', 5)))
      const all = await loggedAfter(world.tx, shareOf(2, day('2026-06-01')), '', 5)
      expect(taken.flat().sort()).toEqual(all)
      expect(all).toHaveLength(2)
    }))

  it('reads on from batch to batch', () =>
    inWorld(async (world) => {
      await story(world)
      const [first, second] = await standingsAfter(world.tx, '', 2)
      const rest = await standingsAfter(world.tx, second?.id ?? '', 2)
      expect(new Set([first?.id, second?.id, ...rest.map(({ id }) => id)]).size).toBe(3)
      expect(await standingsAfter(world.tx, rest.at(-1)?.id ?? '', 2)).toEqual([])
      const [author] = await authorsAfter(world.tx, '', 1)
      expect(await authorsAfter(world.tx, author ?? '', 5)).toHaveLength(1)
    }))
})
