import { describe, expect, it } from 'vitest'
import { mergeAuthor } from '../../../src/actions/predicting/link-authors.ts'
import { recordBaseline } from '../../../src/actions/predicting/record-baseline.ts'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { changeTopics } from '../../../src/actions/questions/change-topics.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { boardInput, inputDigest } from '../../../src/queries/board/board-input.ts'
import { leaderboard } from '../../../src/queries/board/leaderboard.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { boardMovedSince } from '../../../src/storage/board-changes.ts'
import { addQuestionsToCollection } from '../../../src/storage/collections.ts'
import { latestSnapshot } from '../../../src/storage/snapshots.ts'
import { excluded } from '../../actions/disputes/disputing.ts'
import { accepted, reopen, settleNo, settleYes } from '../../actions/story.ts'
import { statementsOf } from '../../support/counting-statements.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { keptBoardOf, questionOf, scopeOf } from './kept-races.ts'
import type { Races } from './races.ts'

const MORNING = instant('2025-06-01T08:00:00.000Z')
const SOON = '2025-06-01T07:00:00.000Z'

const boardOf = (world: World, { collection }: Races, now = MORNING) =>
  leaderboard(world.tx, { collection, timing: 'prospective', voice: 'own', now })

const snapshotOf = async (world: World, races: Races) => {
  const snapshot = await latestSnapshot(world.tx, scopeOf(races))
  if (!snapshot) throw new Error('the night kept a board')
  return snapshot
}

const moved = async (world: World, races: Races) =>
  boardMovedSince(world.tx, races.collection.id, (await snapshotOf(world, races)).position)

const isSame = async (world: World, races: Races) =>
  (await inputDigest(await boardInput(world.tx, scopeOf(races), MORNING))) ===
  (await snapshotOf(world, races)).inputSha256

const secondOf = ({ ids }: Races): string => [...ids.values()][1] ?? ''

/** What may happen to a board, and whether it does anything to what the board is computed from. */
const happenings: Record<string, { happens: (world: World, races: Races) => Promise<unknown>; changes: boolean }> = {
  'an outcome is corrected': {
    happens: (world, races) =>
      settleYes(world, { question: secondOf(races), now: SOON, on: '2025-01-20', correct: true }),
    changes: true,
  },
  'a question is reopened': {
    happens: (world, races) => reopen(world, { question: secondOf(races), now: SOON }),
    changes: true,
  },
  'a baseline is recorded': {
    happens: (world, races) =>
      recordBaseline(world.at(SOON), {
        questionId: questionOf(races),
        kind: 'base-rate',
        probability: 0.4,
        at: instant('2025-01-01T08:00:00.000Z'),
        source: 'the almanac',
      }),
    changes: true,
  },
  'a version is added': {
    happens: (world, races) =>
      addVersion(world.at(SOON), {
        questionId: questionOf(races),
        version: { expectedVersion: 1, criteria: 'As certified by the court.', reason: 'the court decides' },
      }),
    changes: false,
  },
  'a topic is given': {
    happens: (world, races) =>
      changeTopics(world.at(SOON), {
        questionId: questionOf(races),
        change: { add: ['senate'], reason: 'a seat of the senate' },
      }),
    changes: false,
  },
  'a statement that was restated is taken out of the scores': {
    happens: (world, races) => excluded(world, { question: secondOf(races), which: 0, now: SOON }),
    changes: true,
  },
  'two who are ranked turn out to be one': {
    happens: async (world, races) => {
      const { authors } = await boardInput(world.tx, scopeOf(races), MORNING)
      const [one, other] = authors.map(({ id }) => id)
      await mergeAuthor(world.at(SOON), { author: one ?? '', into: other ?? '', reason: 'one hand wrote both' })
    },
    changes: true,
  },
  'a question that was due joins the collection': {
    happens: async (world, races) => {
      const { question } = await accepted(world, { on: '2025-01-05', quote: 'It will rain.', end: '2025-01-31' })
      await settleNo(world, { question: question.id, now: '2025-03-01' })
      await addQuestionsToCollection(world.tx, races.collection.id, [question.id], instant(SOON))
    },
    changes: true,
  },
}

describe('a board that nothing has happened to', () => {
  it('is the kept one, in as many statements however many questions it is of', () =>
    inWorld(async (world) => {
      const few = await keptBoardOf(world, 3)
      expect((await boardOf(world, few)).judged).not.toBeNull()
      // Its newest kept board, what happened since, and who is on it; twelve races below take as many.
      expect(await statementsOf(world.tx, () => boardOf(world, few))).toBe(3)
      expect(await isSame(world, few)).toBe(true)
    }))

  it('is the same however much is said elsewhere', () =>
    inWorld(async (world) => {
      const races = await keptBoardOf(world, 12)
      const before = await boardOf(world, races)
      const { question } = await accepted(world, { on: '2025-01-05', quote: 'It will snow.', end: '2025-01-31' })
      await settleNo(world, { question: question.id, now: '2025-03-01' })
      expect(await moved(world, races)).toBe(false)
      expect(await statementsOf(world.tx, () => boardOf(world, races))).toBe(3)
      expect(await boardOf(world, races)).toEqual(before)
    }))

  it('is computed in the next month, which may have more due', () =>
    inWorld(async (world) => {
      const races = await keptBoardOf(world, 3)
      const july = instant('2025-07-01T08:00:00.000Z')
      expect(await statementsOf(world.tx, () => boardOf(world, races, july))).toBeGreaterThan(3)
    }))
})

describe('whatever changes what a board is computed from', () => {
  for (const [name, { happens, changes }] of Object.entries(happenings)) {
    it(`is noticed before it has a position and after: ${name}`, () =>
      inWorld(async (world) => {
        const races = await keptBoardOf(world, 3)
        const { position } = await snapshotOf(world, races)
        await happens(world, races)
        expect(await isSame(world, races)).toBe(!changes)
        expect(await moved(world, races)).toBe(true)
        const waiting = await boardOf(world, races)
        await sealFacts(world.at(SOON), {})
        expect(await moved(world, races)).toBe(true)
        expect(await boardOf(world, races)).toEqual(waiting)
        // As of the position of the night nothing of it has happened.
        expect(await readAsOf(world.tx, position, (then) => boardMovedSince(then, races.collection.id, position))).toBe(
          false,
        )
        expect(
          await readAsOf(world.tx, position - 1, (then) => boardMovedSince(then, races.collection.id, position)),
        ).toBe(true)
      }))
  }
})
