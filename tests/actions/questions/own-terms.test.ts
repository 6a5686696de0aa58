import { describe, expect, it } from 'vitest'
import { ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import { type AddVersion, addVersion } from '../../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { resolveInBatch } from '../../../src/actions/resolving/resolve-in-batch.ts'
import { type ResolveQuestion, resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { closeDueQuestions } from '../../../src/jobs/close-due-questions.ts'
import { countingOf } from '../../../src/queries/report/counting.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { dueMonths } from '../../../src/storage/collections.ts'
import { listCorrections } from '../../../src/storage/corrections.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { listVersionsWaiting } from '../../../src/storage/work.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../../support/embedded.ts'
import { servicesOver } from '../../support/press-services.ts'
import { opened, outcomeOf } from '../disputes/disputing.ts'
import { expectExact, standingItems } from '../exact.ts'
import { accepted, reportOf, searchedThrough, settleNo, settleYes, voidIt } from '../story.ts'

const NOW = '2026-08-01'
const said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
const extended = { windowEnd: day('2026-06-30'), criteria: 'Yes if it rains by the end of June.', reason: 'as agreed' }

const add = (world: World, questionId: string, version: Partial<AddVersion>) =>
  addVersion(world.at('2026-02-01'), { questionId, version: { expectedVersion: 1, reason: 'clearer', ...version } })

/** Settles the question itself, by its newest version. */
const settle = (world: World, questionId: string) =>
  resolveQuestion(world.at(NOW), {
    step: 'settle',
    questionId,
    outcome: 'no',
    evidence: searchedThrough('2026-07-31'),
    reason: 'read',
    correct: false,
  })

const itemsOf = async (world: World, authors: string[]) => {
  const items = await standingItems(world)
  return authors.map((author) => {
    const item = items.find(({ authorId }) => authorId === author)
    return item ? [item.state, item.hit, item.dueMonth] : null
  })
}

const statesOf = async (world: World, authors: string[]) =>
  (await itemsOf(world, authors)).map((item) => item?.slice(0, 2) ?? null)

/** Ada spoke on rain, Ben on what was made of it: until when, or what counts as rain, was changed in between. */
const twoVersions = async (world: World, version: Partial<AddVersion>) => {
  const { question, prediction } = await accepted(world, said)
  await add(world, question.id, version)
  const ben = await accepted(world, { ...said, on: '2026-02-05', by: ['Ben'], review: { questionId: question.id } })
  return {
    id: question.id,
    ada: prediction,
    ben: ben.prediction,
    authors: [prediction.authorId, ben.prediction.authorId],
  }
}
const onOwnTerms = (
  world: World,
  questionId: string,
  { outcome = 'yes', on = '2026-02-20', correct = false, now = NOW }: OwnTerms = {},
) =>
  reportOf(world, { title: `shown on ${on}`, on, now }).then((evidence) =>
    resolveQuestion(world.at(now), {
      step: 'settle',
      questionId,
      version: 1,
      outcome,
      evidence: outcome === 'yes' ? evidence : searchedThrough('2026-07-31'),
      reason: `on its own terms: ${outcome} ${on}`,
      correct,
    }),
  )
type OwnTerms = { outcome?: 'yes' | 'no'; on?: string; correct?: boolean; now?: string }

/** The versions that a person has left to settle, with how many statements wait on each. */
const waiting = async ({ tx }: World) =>
  (await listVersionsWaiting(tx, { limit: 5, cursor: null })).items.map(({ version, statements }) => [
    version.id,
    statements,
  ])

describe('a prediction on other terms than those the outcome was found on', () => {
  const heavy = 'Yes if at least 10 mm fall.'
  it.each<[string, Partial<AddVersion>]>([
    ['wording', { wording: 'It pours by March.', criteria: heavy }],
    ['criteria', { criteria: heavy }],
    ['condition', { condition: 'if the wind turns' }],
    ['criteria and orientation', { criteria: heavy, orientation: 'opposite' }],
    ['criteria and window', { ...extended }],
  ])('waits, though only its %s differ, and says so', (_, version) =>
    inWorld(async (world) => {
      const { id, ada, ben, authors } = await twoVersions(world, version)
      await settle(world, id)
      expect(await statesOf(world, authors)).toEqual([
        ['pending', null],
        ['scored', false],
      ])
      expect(await countingOf(world.tx, ada)).toEqual({
        counts: true,
        reason: 'waits: its version’s terms differ from those the outcome was found on',
      })
      expect(await countingOf(world.tx, ben)).toEqual({ counts: true, reason: null })
      await expectExact(world)
    }),
  )

  it('is scored by what a person finds on its own terms, and the question stays as it is', () =>
    inWorld(async (world) => {
      const { id, ada, authors } = await twoVersions(world, { criteria: heavy })
      expect(await waiting(world)).toEqual([])
      await settle(world, id)
      expect(await waiting(world)).toEqual([[ada.versionId, 1]])
      const { question } = await onOwnTerms(world, id)
      expect(await waiting(world)).toEqual([])
      expect(question).toMatchObject({ status: 'resolved', outcome: 'no' })
      expect(await findQuestion(world.tx, id)).toEqual(question)
      expect(await statesOf(world, authors)).toEqual([
        ['scored', true],
        ['scored', false],
      ])
      expect(await countingOf(world.tx, ada)).toEqual({ counts: true, reason: null })
      await expectExact(world)
      const log = await logOf(world.tx, id)
      expect(log.map(({ step, versionId }) => [step, versionId])).toEqual([
        ['settle', question.version.id],
        ['settle-version', ada.versionId],
      ])
    }))

  it('is settled, corrected and reopened apart from its question; the same sent twice is once', () =>
    inWorld(async (world) => {
      const { id, authors } = await twoVersions(world, { criteria: heavy })
      await onOwnTerms(world, id)
      expect(await statesOf(world, authors)).toEqual([['scored', true], null])
      await expect(onOwnTerms(world, id, { outcome: 'no' })).rejects.toMatchObject({
        code: 'illegal-step',
        stands: { kind: 'resolution', step: 'settle-version', outcome: 'yes' },
      })
      const corrected = await onOwnTerms(world, id, { outcome: 'no', correct: true })
      expect(corrected.scoreChanges).toMatchObject([{ before: { hits: 1 }, after: { hits: 0 } }])
      expect((await onOwnTerms(world, id, { outcome: 'no', correct: true })).scoreChanges).toEqual([])
      const { items } = await listCorrections(world.tx, { limit: 5, cursor: null })
      expect(items).toMatchObject([{ step: 'settle-version', outcome: 'no', before: { outcome: 'yes' } }])
      await resolveQuestion(world.at(NOW), { step: 'reopen', questionId: id, version: 1, reason: 'look again' })
      expect(await statesOf(world, authors)).toEqual([['pending', null], null])
      const again = resolveQuestion(world.at(NOW), { step: 'reopen', questionId: id, version: 1, reason: 'again' })
      await expect(again).rejects.toMatchObject({ code: 'illegal-step' })
      expect((await findQuestion(world.tx, id))?.status).toBe('open')
      await expectExact(world)
    }))

  it('keeps its own outcome when its question is corrected, and is void with it', () =>
    inWorld(async (world) => {
      const { id, authors } = await twoVersions(world, { criteria: heavy })
      await settle(world, id)
      await onOwnTerms(world, id)
      await settleYes(world, { question: id, now: NOW, on: '2026-03-10', correct: true })
      expect(await statesOf(world, authors)).toEqual([
        ['scored', true],
        ['scored', true],
      ])
      await voidIt(world, { question: id, now: NOW, correct: true })
      expect((await statesOf(world, authors)).map((item) => item?.[0])).toEqual(['void', 'void'])
      await expect(onOwnTerms(world, id, { on: '2026-02-21', correct: true })).rejects.toMatchObject({
        code: 'illegal-step',
      })
      await expectExact(world)
    }))

  it('is corrected by the first decision that moves it too, be it on its own terms', () =>
    inWorld(async (world) => {
      const turned = { orientation: 'opposite' as const, criteria: said.quote }
      const { question, prediction } = await accepted(world, said)
      const criteria = question.version.criteria
      await add(world, question.id, turned)
      await add(world, question.id, { expectedVersion: 2, criteria })
      await settle(world, question.id)
      expect(await statesOf(world, [prediction.authorId])).toEqual([['scored', true]])
      const { position } = await sealFacts(world.at(NOW), {})
      const corrected = await onOwnTerms(world, question.id, { outcome: 'no' })
      expect(await statesOf(world, [prediction.authorId])).toEqual([['scored', false]])
      expect(corrected.scoreChanges).toMatchObject([{ before: { hits: 1 }, after: { hits: 0 } }])
      const { items } = await listCorrections(world.tx, { limit: 5, cursor: null })
      expect(items).toMatchObject([
        { step: 'settle-version', outcome: 'no', before: { outcome: 'yes', voidReason: null } },
      ])
      await expectExact(world)
      const sealed = await sealFacts(world.at(NOW), {})
      const listed = (at: number) =>
        readAsOf(world.tx, at, (reader) => listCorrections(reader, { limit: 5, cursor: null }))
      expect((await listed(position)).items).toEqual([])
      expect((await listed(sealed.position)).items).toEqual(items)
    }))

  it('is corrected where its question, still open, is voided', () =>
    inWorld(async (world) => {
      const { id, authors } = await twoVersions(world, { criteria: heavy })
      expect((await onOwnTerms(world, id)).scoreChanges).toEqual([])
      const { scoreChanges } = await voidIt(world, { question: id, now: NOW })
      expect((await statesOf(world, authors)).map((item) => item?.[0])).toEqual(['void', 'void'])
      expect(scoreChanges).toMatchObject([{ authorId: authors[0], before: { n: 1 }, after: { n: 0 } }])
      const { items } = await listCorrections(world.tx, { limit: 5, cursor: null })
      expect(items).toMatchObject([{ step: 'void', voidReason: 'annulled', before: { outcome: 'yes' } }])
      await expectExact(world)
    }))

  it('is corrected where the trigger of its question fails', () =>
    inWorld(async (world) => {
      const { question: wind } = await createQuestion(world.at('2026-01-01'), {
        wording: 'The wind turns.',
        windowStart: day('2026-01-01'),
        windowEnd: day('2026-03-31'),
      })
      const condition = 'if the wind turns'
      const { question } = await accepted(world, { ...said, found: { condition } })
      const trigger = { questionId: wind.id, outcome: 'yes' as const, gates: false }
      await add(world, question.id, { condition, trigger })
      await onOwnTerms(world, question.id)
      const { scoreChanges } = await settleNo(world, { question: wind.id, now: NOW })
      expect(scoreChanges).toMatchObject([{ questionId: question.id, before: { n: 1 }, after: { n: 0 } }])
      const { items } = await listCorrections(world.tx, { limit: 5, cursor: null })
      expect(items).toMatchObject([{ questionId: question.id, step: 'void', before: { outcome: 'yes' } }])
    }))

  it('that nothing had decided before is corrected by nothing', () =>
    inWorld(async (world) => {
      const { id } = await twoVersions(world, { criteria: heavy })
      expect((await settle(world, id)).scoreChanges).toEqual([])
      expect((await onOwnTerms(world, id)).scoreChanges).toEqual([])
      expect((await listCorrections(world.tx, { limit: 5, cursor: null })).items).toEqual([])
    }))

  it('is judged by its own window, whoever settles it', () =>
    inWorld(async (world) => {
      const { id } = await twoVersions(world, extended)
      await expect(onOwnTerms(world, id, { on: '2026-05-02' })).rejects.toMatchObject({
        code: 'insufficient-evidence',
      })
      const missing = resolveQuestion(world.at(NOW), { step: 'reopen', questionId: id, version: 7, reason: 'look' })
      await expect(missing).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'version' }] })
    }))

  it('is open to a dispute, which corrects that outcome and no other', () =>
    inWorld(async (world) => {
      const { id, authors } = await twoVersions(world, { criteria: heavy })
      await settle(world, id)
      await onOwnTerms(world, id)
      const { id: disputeId } = await opened(world, { subject: await outcomeOf(world, id) }, NOW)
      await ruleDispute(world.at(NOW), {
        disputeId,
        ruling: {
          verdict: 'upheld',
          reason: 'it was sleet',
          correction: { step: 'settle', outcome: 'no', evidence: searchedThrough('2026-07-31') },
        },
      })
      expect(await statesOf(world, authors)).toEqual([
        ['scored', false],
        ['scored', false],
      ])
      expect((await logOf(world.tx, id)).map(({ step }) => step)).toEqual([
        'settle',
        'settle-version',
        'reopen-version',
        'settle-version',
      ])
    }))

  it('cannot be void alone by a dispute, which says what to do', () =>
    inWorld(async (world) => {
      const { id, authors } = await twoVersions(world, { criteria: heavy })
      await settle(world, id)
      await onOwnTerms(world, id)
      const { id: disputeId } = await opened(world, { subject: await outcomeOf(world, id) }, NOW)
      const ruling = {
        verdict: 'upheld' as const,
        reason: 'nobody can tell',
        correction: { step: 'void' as const, voidReason: 'ambiguous' as const, evidence: [] },
      }
      await expect(ruleDispute(world.at(NOW), { disputeId, ruling })).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'correction' }],
        remedy: expect.stringContaining('reopen it'),
      })
      expect((await findQuestion(world.tx, id))?.status).toBe('resolved')
      expect((await statesOf(world, authors)).map((item) => item?.[0])).toEqual(['scored', 'scored'])
    }))
})

describe('a batch that is sent again', () => {
  const heavy = 'Yes if at least 10 mm fall.'
  /** The question as no, and its first version as yes. */
  const decisions = async (world: World, questionId: string) => {
    const step = { step: 'settle', questionId, reason: 'read', correct: false } as const
    const evidence = await reportOf(world, { title: 'it poured', on: '2026-02-20', now: NOW })
    return [
      { ...step, version: 1, outcome: 'yes' as const, evidence },
      { ...step, outcome: 'no' as const, evidence: searchedThrough('2026-07-31') },
    ]
  }
  const sent = async (world: World, inputs: ResolveQuestion[]) =>
    (await resolveInBatch(world.at(NOW), inputs)).map((result) =>
      result.status === 'refused' ? result.problem.code : [result.status, result.id],
    )
  const entriesOf = async ({ tx }: World, id: string) => (await logOf(tx, id)).map((entry) => entry.id)

  it('finds what was settled of a version as standing, as itself and as a correction that says the same', () =>
    inWorld(async (world) => {
      const { id } = await twoVersions(world, { criteria: heavy })
      const inputs = await decisions(world, id)
      const first = await sent(world, inputs)
      const entries = await entriesOf(world, id)
      expect(first).toEqual(entries.map((entry) => ['recorded', entry]))
      const standing = entries.map((entry) => ['standing', entry])
      expect(await sent(world, inputs)).toEqual(standing)
      const corrections = inputs.map((input) => ({ ...input, correct: true }))
      expect(await sent(world, corrections)).toEqual(standing)
      expect(await sent(world, corrections.toReversed())).toEqual(standing.toReversed())
      expect(await entriesOf(world, id)).toEqual(entries)
    }))

  it('finds what was reopened of a version as standing, where it was for the same reason', () =>
    inWorld(async (world) => {
      const { id } = await twoVersions(world, { criteria: heavy })
      await sent(world, await decisions(world, id))
      const again: ResolveQuestion = { step: 'reopen', questionId: id, version: 1, reason: 'look again' }
      expect(await sent(world, [again])).toEqual([['recorded', (await entriesOf(world, id))[2]]])
      expect(await sent(world, [again])).toEqual([['standing', (await entriesOf(world, id))[2]]])
      expect(await sent(world, [{ ...again, reason: 'it was sleet' }])).toEqual(['illegal-step'])
    }))
})

describe('an older version whose window has ended', () => {
  const run = (world: World, at: string) =>
    closeDueQuestions(servicesOver(world, [], { now: at }), REVIEWER, instant(at))

  it('is due, while its question is open by the newest', () =>
    inWorld(async (world) => {
      const { id, authors } = await twoVersions(world, extended)
      expect(await run(world, '2026-03-31T23:00:00.000Z')).toEqual({ closed: 0 })
      expect(await itemsOf(world, authors)).toEqual([null, null])
      expect(await run(world, '2026-04-01T00:00:00.000Z')).toEqual({ closed: 1 })
      expect(await run(world, '2026-04-01T01:00:00.000Z')).toEqual({ closed: 0 })
      expect(await itemsOf(world, authors)).toEqual([['pending', null, '2026-03'], null])
      expect((await findQuestion(world.tx, id))?.status).toBe('open')
      const [entry] = await logOf(world.tx, id)
      expect(entry).toMatchObject({ step: 'close-version', reason: 'its window ended on 2026-03-31' })
      await expectExact(world)
      expect(await run(world, '2026-07-01T00:00:00.000Z')).toEqual({ closed: 1 })
      expect(await itemsOf(world, authors)).toEqual([
        ['pending', null, '2026-03'],
        ['pending', null, '2026-06'],
      ])
      await expectExact(world)
    }))

  it('is left alone where nobody spoke on it', () =>
    inWorld(async (world) => {
      const { question } = await createQuestion(world.at('2026-01-01'), {
        wording: 'It rains by March.',
        windowStart: day('2026-01-01'),
        windowEnd: day('2026-03-31'),
      })
      await add(world, question.id, extended)
      expect(await run(world, '2026-04-01T00:00:00.000Z')).toEqual({ closed: 0 })
    }))

  it('counts for the cohort of its own month', () =>
    inWorld(async (world) => {
      const frame = { name: 'Rain', rule: 'all of it', readWhole: true, caveat: null }
      const { collection } = await recordCollection(world.at('2026-01-01'), frame)
      const piece = { collection: collection.slug }
      const { question } = await accepted(world, { ...said, piece })
      await add(world, question.id, extended)
      const months = () => dueMonths(world.tx, collection.id, '2027-01')
      expect(await months()).toEqual([{ month: '2026-06', due: 1, settled: 0 }])
      await run(world, '2026-04-01T00:00:00.000Z')
      expect(await months()).toEqual([{ month: '2026-03', due: 1, settled: 0 }])
      await accepted(world, { ...said, on: '2026-02-05', by: ['Ben'], piece, review: { questionId: question.id } })
      await settle(world, question.id)
      expect(await months()).toEqual([
        { month: '2026-03', due: 1, settled: 0 },
        { month: '2026-06', due: 1, settled: 1 },
      ])
      const { position } = await sealFacts(world.at(NOW), {})
      await onOwnTerms(world, question.id)
      expect((await months())[0]).toEqual({ month: '2026-03', due: 1, settled: 1 })
      const before = await readAsOf(world.tx, position, (reader) => dueMonths(reader, collection.id, '2027-01'))
      expect(before[0]).toEqual({ month: '2026-03', due: 1, settled: 0 })
      const sealed = await sealFacts(world.at(NOW), {})
      expect(await readAsOf(world.tx, sealed.position, (reader) => findQuestion(reader, question.id))).toMatchObject({
        status: 'resolved',
        outcome: 'no',
      })
    }))
})
