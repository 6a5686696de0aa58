import { expect, it } from 'vitest'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { setOfCollection } from '../../../src/core/scored-item.ts'
import { comparisons } from '../../../src/queries/comparing/comparisons.ts'
import { filterOf } from '../../../src/queries/report/report.ts'
import { evidenceOfAuthor, overturnedOf } from '../../../src/queries/report/standing-evidence.ts'
import { reportCounts } from '../../../src/storage/report-counts.ts'
import { instant, inWorld } from '../../support/embedded.ts'
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
