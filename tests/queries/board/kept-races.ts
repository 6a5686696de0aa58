import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { setOfCollection } from '../../../src/core/scored-item.ts'
import { writeReports } from '../../../src/jobs/write-reports.ts'
import { day, instant, REVIEWER, type World } from '../../support/embedded.ts'
import { servicesOver } from '../../support/press-services.ts'
import { manyRaces, type Races, run } from './races.ts'

const NIGHT = instant('2025-06-01T04:00:00.000Z')

export const scopeOf = ({ collection }: Races) => ({
  set: setOfCollection(collection.id),
  timing: 'prospective' as const,
  voice: 'own' as const,
})

export const questionOf = ({ ids }: Races): string => [...ids.values()][0] ?? ''

/** A board of so many races, as the night kept it; the first of them is due, and on the second Ada spoke twice. */
export const keptBoardOf = async (world: World, count: number): Promise<Races> => {
  const said = (at: number) => ({ Ada: 0.25, Ben: at % 2 ? 0.5 : 0.7 })
  const [first, second, ...others] = manyRaces(count, said)
  if (!first || !second) throw new Error('a board is of races')
  const races = await run(world, [{ ...first, outcome: 'open' }, { ...second, earlier: { Ada: 0.4 } }, ...others])
  await closeQuestion(world.at('2025-03-01'), { questionId: questionOf(races), asOf: day('2025-03-01') })
  await sealFacts(world.at('2025-05-30'), {})
  await writeReports(servicesOver(world, [], { now: NIGHT }), REVIEWER, NIGHT)
  return races
}
