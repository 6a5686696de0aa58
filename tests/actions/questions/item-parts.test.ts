import { expect, it } from 'vitest'
import { mergeAuthor } from '../../../src/actions/predicting/link-authors.ts'
import { itemsOfQuestion } from '../../../src/actions/questions/post-scores.ts'
import type { Question } from '../../../src/core/question.ts'
import type { ScoredItem } from '../../../src/core/scored-item.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { standingOn } from '../../../src/storage/scored-items.ts'
import { run } from '../../queries/board/races.ts'
import { inWorld, type World } from '../../support/embedded.ts'
import { itemsByLog } from '../../support/items.ts'

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Flo', 'Gus']

/** One settled question on which seven spoke, three of them twice, and of whom one counts for another. */
const spokenOn = async (world: World): Promise<Question> => {
  const said = Object.fromEntries(NAMES.map((name, at) => [name, 0.1 + at / 10]))
  const earlier = { Ben: 0.5, Dan: 0.5, Gus: 0.5 }
  const { ids } = await run(world, [{ key: 'one', said, earlier, outcome: 'yes' }])
  await mergeAuthor(world.at('2025-04-01'), { author: 'flo', into: 'ben', reason: 'the same person' })
  const question = await findQuestion(world.tx, ids.get('one') ?? '')
  if (!question) throw new Error('there is no question')
  return question
}

const byAuthor = (items: readonly ScoredItem[]) =>
  items.map(({ authorId, predictionId, form }) => [authorId, predictionId, form].join(' ')).sort()

it.each([1, 2, 3, 100])('the items of a question are the same read %i statements at a time', (most) =>
  inWorld(async (world) => {
    const question = await spokenOn(world)
    const [standing, read] = [await standingOn(world.tx, question.id), await itemsByLog(world.tx, question, most)]
    expect(byAuthor(read.scored)).toEqual(byAuthor(standing.scored))
    expect(byAuthor(read.first)).toEqual(byAuthor(standing.first))
    expect(read.scored).toHaveLength(6)
    expect(read.first.length).toBeGreaterThan(0)
  }),
)

it('each part holds whole authors, and no more of them than it takes', () =>
  inWorld(async (world) => {
    const question = await spokenOn(world)
    const parts: string[][] = []
    for await (const { standing, holding } of itemsOfQuestion(world.tx, question, 3)) {
      expect(byAuthor(standing.scored)).toEqual(byAuthor(holding.scored))
      parts.push(holding.scored.map(({ authorId }) => authorId).sort())
    }
    expect(parts.length).toBeGreaterThan(2)
    expect(new Set(parts.flat()).size).toBe(parts.flat().length)
  }))
