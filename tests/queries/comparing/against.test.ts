import { describe, expect, it } from 'vitest'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { windowSources } from '../../../src/core/candidate.ts'
import { setOfCollection } from '../../../src/core/scored-item.ts'
import { crowdDifferences } from '../../../src/core/scoring/comparing/crowd-difference.ts'
import {
  againstAuthor,
  againstCrowd,
  firstAgainstAuthor,
  scoredPairs,
  versionsOn,
} from '../../../src/queries/comparing/against.ts'
import { probabilityOf } from '../../../src/queries/probabilities.ts'
import { filterOf, type ReportQuery } from '../../../src/queries/report/report.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { commonQuestions, type ItemRow, itemsOfAuthors } from '../../../src/storage/board-items.ts'
import { accepted, searchedThrough, settleYes, voidIt } from '../../actions/story.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { authorNamed, manyRaces, type Races, run } from '../board/races.ts'

const NOW = instant('2025-06-01T00:00:00.000Z')

/** Ada on all, Ben on every second, Cyd on every third; some of them open. */
const races = (world: World): Promise<Races> =>
  run(
    world,
    manyRaces(12, (at) => ({
      Ada: 0.1 + at / 20,
      Ben: at % 2 ? null : 0.5,
      Cyd: at % 3 ? null : 0.9,
    })).map((race, at) => (at === 4 ? { ...race, outcome: 'open' } : race)),
  )

const queryOf = (made: Races, name: string): ReportQuery => ({
  authorId: authorNamed(made, name).id,
  set: setOfCollection(made.collection.id),
  timing: 'prospective',
  voice: 'own',
  now: NOW,
})

describe('againstCrowd', () => {
  it('is what the whole board gives, of each author, from the questions of that one alone', () =>
    inWorld(async (world) => {
      const made = await races(world)
      const slice = {
        set: setOfCollection(made.collection.id),
        windowSources: [...windowSources],
        dueBefore: '9999-12',
      }
      const board = (await itemsOfAuthors(world.tx, slice, null)).filter(({ state }) => state === 'scored')
      const losses = board.map(({ authorId, questionId, form, hit }) => ({
        forecaster: authorId,
        question: questionId,
        loss: (probabilityOf(form) - Number(hit)) ** 2,
      }))
      const whole = crowdDifferences(losses)
      expect(whole.length).toBeGreaterThan(10)
      for (const name of ['Ada', 'Ben', 'Cyd']) {
        const query = queryOf(made, name)
        const { rows, leftOut } = await againstCrowd(world.tx, query)
        expect(leftOut).toEqual([])
        const expected = whole.filter(({ forecaster }) => forecaster === query.authorId)
        const sorted = expected.sort((a, b) => (a.question < b.question ? -1 : 1))
        expect(rows.map(({ question, others }) => [question, others])).toEqual(
          sorted.map(({ question, others }) => [question, others]),
        )
        for (const [at, { p, outcome, othersLoss }] of rows.entries()) {
          expect(othersLoss - (p - outcome) ** 2).toBeCloseTo(sorted[at]?.difference ?? Number.NaN, 12)
        }
      }
    }))

  it('tells how many of the others had spoken before, and what they said on average', () =>
    inWorld(async (world) => {
      const said = { end: '2025-03-31', quote: 'It will likely rain.' }
      const { question, prediction } = await accepted(world, { ...said, on: '2025-02-05' })
      const more = { review: { questionId: question.id } }
      const unlikely = { phrase: 'unlikely' }
      await accepted(world, { ...said, ...more, on: '2025-02-04', by: ['Ben'], found: unlikely })
      await accepted(world, { ...said, ...more, on: '2025-02-06', by: ['Cyd'] })
      await settleYes(world, { question: question.id, now: '2025-04-02', on: '2025-03-01' })
      const query = { set: 'all', timing: 'prospective', voice: 'own', now: NOW } as const
      const [row] = (await againstCrowd(world.tx, { ...query, authorId: prediction.authorId })).rows
      const [likely, not] = [probabilityOf('phrase:likely:+'), probabilityOf('phrase:unlikely:+')]
      expect(row).toMatchObject({ others: 2, before: 1, outcome: 1 })
      expect(row?.crowd).toBeCloseTo((likely + not) / 2, 12)
    }))

  it('reads as it read at a position', () =>
    inWorld(async (world) => {
      const made = await races(world)
      const query = queryOf(made, 'Ada')
      const { position } = await sealFacts(world.at('2025-03-02'), {})
      const before = await againstCrowd(world.tx, query)
      await voidIt(world, { question: before.rows[0]?.question ?? '', now: '2025-03-03', correct: true })
      await sealFacts(world.at('2025-03-03'), {})
      expect((await againstCrowd(world.tx, query)).rows).toHaveLength(before.rows.length - 1)
      expect(await readAsOf(world.tx, position, (reader) => againstCrowd(reader, query))).toEqual(before)
    }))
})

const pairsOf = async (world: World, query: ReportQuery, otherId: string) => {
  const { authorId, ...slice } = filterOf(query)
  const common = (await commonQuestions(world.tx, slice, { authorId, others: [otherId] })).get(otherId) ?? []
  const asked = common.map(({ first }) => first.questionId)
  const { shared, met, leftOut } = againstAuthor(common, await versionsOn(world.tx, asked))
  const pairs = scoredPairs(met)
  expect(shared).toHaveLength(pairs.length)
  return { pairs, leftOut }
}

describe('againstAuthor', () => {
  it('pairs the questions that both are scored on, and no others', () =>
    inWorld(async (world) => {
      const made = await races(world)
      const { pairs } = await pairsOf(world, queryOf(made, 'Ben'), authorNamed(made, 'Cyd').id)
      const common = ['R-0', 'R-6'].map((key) => made.ids.get(key) ?? '').sort()
      expect(pairs.map(({ question }) => question)).toEqual(common)
      for (const pair of pairs) expect(pair).toMatchObject({ first: 0.5, second: 0.9, outcome: 1 })
      const other = await pairsOf(world, queryOf(made, 'Cyd'), authorNamed(made, 'Ben').id)
      expect(other.pairs.map(({ first, second }) => [first, second])).toEqual(
        pairs.map(({ first, second }) => [second, first]),
      )
      expect(await pairsOf(world, queryOf(made, 'Ben'), 'aut_nobody')).toEqual({ pairs: [], leftOut: [] })
    }))

  /** Ada and Ben say the same words of one question, Ben after it was worded anew; it rained on 1 March. */
  const reworded = async (world: World, changes: { criteria?: string; opposite?: boolean; end?: string }) => {
    const said = { end: '2025-03-31', quote: 'It will likely rain.' }
    const { question, prediction } = await accepted(world, { ...said, on: '2025-02-05' })
    const version = {
      expectedVersion: 1,
      reason: 'worded anew',
      criteria: changes.criteria ?? question.version.criteria,
      ...(changes.opposite && { orientation: 'opposite' as const }),
      ...(changes.end && { windowEnd: day(changes.end) }),
    }
    await addVersion(world.at('2025-02-06'), { questionId: question.id, version })
    const second = await accepted(world, {
      ...said,
      ...(changes.end && { end: changes.end }),
      on: '2025-02-07',
      by: ['Ben'],
      ...(changes.opposite && { found: { orientation: 'opposite', polarity: '-' } }),
      review: { questionId: question.id },
    })
    return { question, ids: [prediction.authorId, second.prediction.authorId] as const }
  }
  const everything = { set: 'all', timing: 'prospective', voice: 'own', now: NOW } as const
  const metBy = async (world: World, [own, other]: readonly [string, string]) => ({
    alone: await pairsOf(world, { ...everything, authorId: own }, other),
    crowd: await againstCrowd(world.tx, { ...everything, authorId: own }),
  })

  it('turns what was said of a version that asks for the opposite', () =>
    inWorld(async (world) => {
      const { question, ids } = await reworded(world, { opposite: true })
      await resolveQuestion(world.at('2025-04-03'), {
        step: 'settle',
        questionId: question.id,
        outcome: 'no',
        evidence: searchedThrough('2025-04-02'),
        reason: 'it did rain',
        correct: false,
      })
      const slice = { set: 'all', windowSources: ['stated' as const], dueBefore: '2025-06' }
      const items = await itemsOfAuthors(world.tx, slice, ids)
      const [own, theirs] = ids.map((id) => items.find(({ authorId }) => authorId === id))
      expect([own?.hit, theirs?.hit]).toEqual([true, false])
      const { alone, crowd } = await metBy(world, ids)
      const theirLoss = probabilityOf(theirs?.form ?? '') ** 2
      const [pair] = alone.pairs
      expect(pair).toMatchObject({ first: probabilityOf(own?.form ?? ''), outcome: 1 })
      expect(pair && (pair.second - pair.outcome) ** 2).toBeCloseTo(theirLoss, 12)
      expect(crowd.rows[0]?.crowd).toBeCloseTo(pair?.second ?? Number.NaN, 12)
      expect(crowd.rows[0]?.othersLoss).toBeCloseTo(theirLoss, 12)
      expect([alone.leftOut, crowd.leftOut]).toEqual([[], []])
    }))

  it('leaves out what only looks like one question, and says why: never by how it came out', () =>
    inWorld(async (world) => {
      const { question, ids } = await reworded(world, { criteria: 'Yes if a gauge holds a millimetre.' })
      await settleYes(world, { question: question.id, now: '2025-04-02', on: '2025-03-01' })
      await resolveQuestion(world.at('2025-04-03'), {
        step: 'settle',
        questionId: question.id,
        version: 1,
        outcome: 'no',
        evidence: searchedThrough('2025-04-02'),
        reason: 'it did not rain by the first wording',
        correct: false,
      })
      const left = [{ reason: 'other-terms', n: 1 }]
      const { alone, crowd } = await metBy(world, ids)
      expect(alone).toEqual({ pairs: [], leftOut: left })
      expect(crowd).toEqual({ rows: [], leftOut: left })
    }))

  it('leaves out other days, though both came out the same', () =>
    inWorld(async (world) => {
      const { question, ids } = await reworded(world, { end: '2025-04-30' })
      await settleYes(world, { question: question.id, now: '2025-05-02', on: '2025-03-01' })
      const left = [{ reason: 'other-window', n: 1 }]
      const { alone, crowd } = await metBy(world, ids)
      expect(alone).toEqual({ pairs: [], leftOut: left })
      expect(crowd).toEqual({ rows: [], leftOut: left })
    }))
})

describe('firstAgainstAuthor', () => {
  const said: ItemRow = {
    authorId: 'aut_a',
    questionId: 'qst_a',
    versionId: 'qsv_a',
    predictionId: 'prd_a',
    familyId: 'fam_a',
    form: 'micro:700000',
    state: 'scored',
    hit: true,
    weakHedge: false,
    dueMonth: '2025-03',
    horizonClass: 'up-to-30-days',
    origin: 'submitted',
    said: instant('2025-02-01T00:00:00.000Z'),
  }
  const later = { ...said, authorId: 'aut_b', form: 'micro:200000' as const, said: instant('2025-02-03T00:00:00.000Z') }

  it('is of the moment when both had spoken', () => {
    expect(firstAgainstAuthor([{ first: said, second: later }], new Map())).toEqual([
      expect.objectContaining({ first: 0.7, second: 0.2, outcome: 1, said: Date.parse(later.said) }),
    ])
  })

  it('keeps what was decided apart, as void: to leave it out would hang on how it came out', () => {
    const apart = { first: said, second: { ...later, hit: false } }
    expect(firstAgainstAuthor([apart], new Map())).toEqual([expect.objectContaining({ outcome: null, void: true })])
    expect(againstAuthor([apart], new Map())).toMatchObject({ met: [], leftOut: [{ reason: 'decided-apart', n: 1 }] })
  })
})
