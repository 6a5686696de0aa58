import { describe, expect, it } from 'vitest'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { changeTopics } from '../../../src/actions/questions/change-topics.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { calibration } from '../../../src/queries/report/calibration.ts'
import { CallPage, calls } from '../../../src/queries/report/calls.ts'
import { resolvedTimes } from '../../../src/queries/report/resolved-times.ts'
import { findAuthor } from '../../../src/storage/authors.ts'
import type { CallOrder } from '../../../src/storage/calls.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { accepted, reportOf, settleNo } from '../../actions/story.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { authorNamed, manyRaces, type Races, run } from '../board/races.ts'

const now = instant('2026-06-01T00:00:00.000Z')
const part = { collection: null, timing: 'prospective', voice: 'own', now } as const

/** All pages of so many, walked to the end. */
const walked = async (world: World, races: Races, order: CallOrder, limit: number) => {
  const author = authorNamed(races, 'Ada')
  const pages: CallPage[] = []
  let cursor: string | null = null
  do {
    const page: CallPage = await calls(world.tx, { ...part, author, order }, { limit, cursor })
    pages.push(CallPage.strict().parse(page))
    cursor = page.next
  } while (cursor !== null)
  return pages.flatMap(({ items }) => items)
}

describe('calls', () => {
  it('walk every settled forecast once, by what each cost, and their losses make the Brier score', () =>
    inWorld(async (world) => {
      const races = await run(
        world,
        manyRaces(14, (at) => ({ Ada: [0.1, 0.5, 0.9, 0.123457][at % 4] ?? 0.5, Ben: 0.5 })),
      )
      const worst = await walked(world, races, 'worst', 5)
      const losses = worst.map(({ loss }) => loss)
      expect(losses).toHaveLength(14)
      expect(losses).toEqual([...losses].sort((a, b) => b - a))
      expect(new Set(worst.map(({ predictionId }) => predictionId)).size).toBe(14)
      const best = await walked(world, races, 'best', 3)
      expect(best.map(({ loss }) => loss)).toEqual([...losses].sort((a, b) => a - b))
      const report = await calibration(world.tx, { author: authorNamed(races, 'Ada'), ...part })
      expect(losses.reduce((so, loss) => so + loss, 0) / 14).toBeCloseTo(report.brier?.mean ?? Number.NaN, 12)
      expect(worst[0]).toMatchObject({
        commentary: null,
        question: { wording: expect.stringContaining('red candidate') },
      })
    }))

  it('rest on the entry that settled the version they were said on, not on the last of the log', () =>
    inWorld(async (world) => {
      const said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
      const { question, prediction } = await accepted(world, said)
      const version = { expectedVersion: 1, criteria: 'Yes if at least 10 mm fall.', reason: 'clearer' }
      await addVersion(world.at('2026-02-01'), { questionId: question.id, version })
      const more = { on: '2026-02-05', by: ['Ben'], review: { questionId: question.id } }
      const { prediction: bens } = await accepted(world, { ...said, ...more })
      await settleNo(world, { question: question.id, now: '2026-04-02' })
      await resolveQuestion(world.at('2026-04-09'), {
        step: 'settle',
        questionId: question.id,
        version: 1,
        outcome: 'yes',
        evidence: await reportOf(world, { title: 'rain', on: '2026-03-05', now: '2026-04-09' }),
        reason: 'on its own terms',
        correct: false,
      })
      // A topic is another cause by which items are posted anew; the last of the log is of the first version.
      const change = { add: ['rain'], reason: 'it is about rain' }
      await changeTopics(world.at('2026-04-10'), { questionId: question.id, change })
      const [main, own] = await logOf(world.tx, question.id)
      expect([main?.step, own?.step]).toEqual(['settle', 'settle-version'])
      const callOf = async (authorId: string) => {
        const author = await findAuthor(world.tx, authorId)
        if (!author) throw new Error('no author')
        const page = await calls(world.tx, { ...part, author, order: 'worst' }, { limit: 5, cursor: null })
        return page.items
      }
      expect(await callOf(bens.authorId)).toMatchObject([
        {
          outcome: 'no',
          resolution: {
            id: main?.id,
            settledAt: main?.recordedAt,
            sources: [{ deciding: true, kind: 'search-statement' }],
          },
        },
      ])
      expect(await callOf(prediction.authorId)).toMatchObject([
        {
          outcome: 'yes',
          resolution: { id: own?.id, settledAt: own?.recordedAt, sources: [{ deciding: true, title: 'rain' }] },
        },
      ])
      const times = await resolvedTimes(world.tx, [question.id])
      expect(times.get(prediction.versionId)).toEqual({ settledAt: own?.recordedAt, overturnedAt: null })
      expect(times.get(bens.versionId)).toEqual({ settledAt: main?.recordedAt, overturnedAt: null })
    }))

  it('say that there are none, and by which rule', () =>
    inWorld(async (world) => {
      const races = await run(world, [{ key: 'open', said: { Ada: 0.5 }, outcome: 'open' }])
      const author = authorNamed(races, 'Ada')
      const page = await calls(world.tx, { ...part, author, order: 'best' }, { limit: 5, cursor: null })
      expect(page).toMatchObject({
        n: 0,
        items: [],
        withheld: [{ field: 'calls', rule: 'a list of calls needs 1 family; this author has 0' }],
      })
      const settled = await run(world, [{ key: 'won', said: { Ada: 0.5 }, outcome: 'yes' }])
      const one = { ...part, author: authorNamed(settled, 'Ada'), order: 'best' as const }
      for (const cursor of ['eA', btoa('1.5~prd_1'), btoa('best.12345678901~prd_1'), btoa('worst.1~prd_1')]) {
        await expect(calls(world.tx, one, { limit: 5, cursor })).rejects.toMatchObject({ code: 'invalid-input' })
      }
    }))
})
