import { describe, expect, it } from 'vitest'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { openPredictions } from '../../../src/queries/open-predictions.ts'
import { findAuthor } from '../../../src/storage/authors.ts'
import { readAuthorPage } from '../../../src/web/author/read-author.ts'
import { accepted, settleYes } from '../../actions/story.ts'
import { statementsOf } from '../../support/counting-statements.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'

const NOW = instant('2026-05-01T12:00:00.000Z')

/** Ada on one thing more, which was settled by another version than hers, or is open still. */
const saidMore = async (world: World, thing: string, settled: boolean) => {
  const said = { on: '2026-01-05', quote: `There will likely be ${thing}.`, end: settled ? '2026-03-31' : '2026-12-31' }
  const { question, prediction } = await accepted(world, { ...said, review: { newQuestion: true } })
  if (settled) {
    const version = {
      expectedVersion: 1,
      orientation: 'opposite' as const,
      criteria: question.version.criteria,
      reason: 'x',
    }
    await addVersion(world.at('2026-02-01'), { questionId: question.id, version })
    await settleYes(world, { question: question.id, now: '2026-04-01', on: '2026-03-01' })
  }
  return prediction.authorId
}

describe('as many statements, however many rows', () => {
  it('of the page of an author, each with its question as it was said on', () =>
    inWorld(async (world) => {
      const authorId = await saidMore(world, 'rain', true)
      await saidMore(world, 'snow', false)
      const author = await findAuthor(world.tx, authorId)
      if (!author) throw new Error('no author')
      const view = () => readAuthorPage(world.tx, author, { timing: null, voice: null, collection: null }, NOW)
      const few = await statementsOf(world.tx, view)
      expect(few).toBeGreaterThan(0)
      for (const thing of ['hail', 'fog', 'frost', 'sleet']) await saidMore(world, thing, true)
      expect((await view()).listed.said.map(({ question }) => question?.outcome ?? null).sort()).toEqual(
        ['no', 'no', 'no', 'no', 'no', null].sort(),
      )
      expect(await statementsOf(world.tx, view)).toBe(few)
    }))

  it('of what an author has standing', () =>
    inWorld(async (world) => {
      const authorId = await saidMore(world, 'rain', false)
      const read = () => openPredictions(world.tx, { authorId, now: NOW }, { limit: 20, cursor: null })
      const few = await statementsOf(world.tx, read)
      expect(few).toBeGreaterThan(0)
      for (const thing of ['hail', 'fog', 'frost']) await saidMore(world, thing, false)
      expect((await read()).items).toHaveLength(4)
      expect(await statementsOf(world.tx, read)).toBe(few)
    }))
})
