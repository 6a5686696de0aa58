import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { passageStatistics } from '../../src/storage/passage-statistics.ts'
import { likelyPassages } from '../../src/storage/passages.ts'
import { nothingFound } from '../actions/story.ts'
import { day, inWorld, type World } from '../support/embedded.ts'

const record = async (world: World, on: string, text: string, language = 'en'): Promise<string> => {
  const commentary = { text, publishedOn: day(on), bylines: [], language }
  return (await recordCommentary(world.at('2026-06-01'), { commentary, extraction: nothingFound })).commentary.id
}

const search = (keys: [string, number][], rest: Partial<Parameters<typeof likelyPassages>[1]> = {}) => ({
  keys: new Map(keys),
  names: [],
  after: day('2026-01-01'),
  through: null,
  notIn: [],
  ...rest,
})

describe('the passages of what is recorded', () => {
  it('are counted and found by their keys, what counts most first', () =>
    inWorld(async (world) => {
      await record(world, '2026-02-01', 'The talks in Moscow have ended without a deal.')
      await record(world, '2026-03-01', 'The talks in Oslo have begun.')
      await record(world, '2026-03-02', 'The orchard is in bloom.')
      expect(await passageStatistics(world.tx, ['@russia', 'talk', "o'clock\\"])).toEqual({
        passages: 3,
        holding: new Map([
          ['@russia', 1],
          ['talk', 2],
          ["o'clock\\", 0],
        ]),
      })
      const found = await likelyPassages(
        world.tx,
        search([
          ['@russia', 2],
          ['talk', 1],
        ]),
        10,
      )
      expect(found.map(({ quote }) => quote)).toEqual([
        'The talks in Moscow have ended without a deal.',
        'The talks in Oslo have begun.',
      ])
    }))

  it('are found by a name that is spelt alike', () =>
    inWorld(async (world) => {
      await record(world, '2026-02-01', 'In the end Lukashenka spoke for an hour.')
      const found = await likelyPassages(world.tx, search([['nothing', 1]], { names: ['lukashenko'] }), 10)
      expect(found).toHaveLength(1)
    }))

  it('are those published after a day and through another, and not in a piece left out', () =>
    inWorld(async (world) => {
      const first = await record(world, '2026-02-01', 'The talks went on all night.')
      await record(world, '2026-03-01', 'The talks went on all week.')
      const dates = async (rest: Partial<Parameters<typeof likelyPassages>[1]>) =>
        (await likelyPassages(world.tx, search([['talk', 1]], rest), 10)).map(({ publishedOn }) => publishedOn)
      expect(await dates({ after: day('2026-02-01') })).toEqual(['2026-03-01'])
      expect(await dates({ through: day('2026-02-28') })).toEqual(['2026-02-01'])
      expect(await dates({ notIn: [first] })).toEqual(['2026-03-01'])
    }))

  it('go with their text', () =>
    inWorld(async (world) => {
      const id = await record(world, '2026-02-01', 'The talks went on all night.')
      await world.tx.execute(sql`delete from commentary_texts where commentary_id = ${id}`)
      expect(await likelyPassages(world.tx, search([['talk', 1]]), 10)).toEqual([])
    }))

  it('are kept for English alone', () =>
    inWorld(async (world) => {
      await record(world, '2026-02-01', 'Die Gespräche gingen die ganze Nacht weiter.', 'de')
      expect((await passageStatistics(world.tx, [])).passages).toBe(0)
    }))
})
