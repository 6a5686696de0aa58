import { expect, it } from 'vitest'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { setOfCollection } from '../../../src/core/scored-item.ts'
import { comparisons } from '../../../src/queries/comparing/comparisons.ts'
import { filterOf } from '../../../src/queries/report/report.ts'
import { evidenceOfAuthor, overturnedOf } from '../../../src/queries/report/standing-evidence.ts'
import { reportCounts } from '../../../src/storage/report-counts.ts'
import { accepted, settleNo } from '../../actions/story.ts'
import { day, instant, inWorld } from '../../support/embedded.ts'
import { authorNamed, manyRaces, run } from '../board/races.ts'

const NOW = instant('2025-06-01T00:00:00.000Z')

it('starts again after an outcome that was taken back, though its question waits and stands in no pair', () =>
  inWorld(async (world) => {
    const made = await run(
      world,
      manyRaces(4, () => ({ Ada: 0.7, Ben: 0.6 })),
    )
    const [ada, ben] = [authorNamed(made, 'Ada'), authorNamed(made, 'Ben')]
    const part = { timing: 'prospective', voice: 'own', now: NOW } as const
    const filter = filterOf({ authorId: ada.id, set: setOfCollection(made.collection.id), ...part })
    const evidence = async () => evidenceOfAuthor(world.tx, filter, (await reportCounts(world.tx, filter)).families)
    const before = await evidence()
    expect([before.since, before.families.length, before.open.flat()]).toEqual([null, 4, []])

    const questionId = made.ids.get('R-0') ?? ''
    await resolveQuestion(world.at('2025-05-03'), { step: 'reopen', questionId, reason: 'the report was withdrawn' })
    const { authorId: _, ...slice } = filter
    const since = (await overturnedOf(world.tx, slice, [ada.id, ben.id])).get(ada.id)
    expect(since).toMatch(/^2025-05-03/)
    const after = await evidence()
    expect(after.since).toBe(since)
    // All else was settled before; what is left is the question that waits.
    expect([after.families, after.open]).toEqual([[], [[expect.objectContaining({ p: 0.7, n: 1 })]]])
    const opponents = [{ kind: 'author', author: ben }] as const
    const { comparisons: beside } = await comparisons(world.tx, ada, opponents, {
      ...part,
      collection: made.collection,
    })
    expect(beside[0]).toMatchObject({ common: 3, with: 'ben' })
  }))

it('rests on what was said of each family first, and counts what was said of it later, settled or open', () =>
  inWorld(async (world) => {
    const [on, end] = ['2025-01-05', '2025-03-31']
    const { question, prediction } = await accepted(world, { on, end, quote: 'It will likely rain.' })
    const again = { newQuestion: true, familyId: question.familyId } as const
    const snow = await accepted(world, { on: '2025-01-12', end, quote: 'It will likely snow.', review: again })
    const hail = await accepted(world, { on: '2025-01-13', end, quote: 'It will likely hail.', review: again })
    const fog = { on, end, quote: 'There will likely be fog.', review: { newQuestion: true } } as const
    const apart = await accepted(world, fog)
    for (const { id } of [question, snow.question, apart.question])
      await settleNo(world, { question: id, now: '2025-04-10' })
    await closeQuestion(world.at('2025-04-10'), { questionId: hail.question.id, asOf: day('2025-04-10') })
    const filter = filterOf({
      authorId: prediction.authorId,
      set: 'all',
      timing: 'prospective',
      voice: 'own',
      now: NOW,
    })
    const { families } = await reportCounts(world.tx, filter)
    expect(families.reduce((so, { n }) => so + n, 0)).toBe(3)
    const live = await evidenceOfAuthor(world.tx, filter, families)
    expect(live).toMatchObject({ since: null, later: 2 })
    expect(live.families.map((of) => of.reduce((so, { n }) => so + n, 0))).toEqual([1, 1])
    expect(live.open.flat()).toEqual([])
  }))
