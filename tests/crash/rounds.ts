import { crash, type Options, type Result, type Tally } from './points.ts'

/** Points on one folder or database. Each look after a crash reads every fact, so a longer history would only make them seldom. */
const ROUND = 40

const addTally = (one: Tally | undefined, other: Tally): Tally =>
  one === undefined
    ? other
    : {
        points: one.points + other.points,
        byDelay: one.byDelay + other.byDelay,
        byTrap: one.byTrap + other.byTrap,
        byDatabase: one.byDatabase + other.byDatabase,
        fell: one.fell + other.fell,
        acknowledged: one.acknowledged + other.acknowledged,
        wrong: {
          lost: [...one.wrong.lost, ...other.wrong.lost],
          halfWritten: [...one.wrong.halfWritten, ...other.wrong.halfWritten],
          differences: [...one.wrong.differences, ...other.wrong.differences],
        },
      }

const add = (one: Result, other: Result): Result => {
  const tallies = new Map(one.tallies)
  for (const [phase, tally] of other.tallies) tallies.set(phase, addTally(tallies.get(phase), tally))
  return {
    tallies,
    facts: one.facts + other.facts,
    sealed: one.sealed + other.sealed,
    messages: one.messages + other.messages,
    received: one.received + other.received,
    verified: {
      facts: one.verified.facts + other.verified.facts,
      faults: [...one.verified.faults, ...other.verified.faults],
    },
  }
}

/** Rounds of points, each on a folder or database of its own. */
export const crashInRounds = async (options: Options): Promise<Result> => {
  let sum: Result = {
    ...{ tallies: new Map(), facts: 0, sealed: 0, messages: 0, received: 0 },
    verified: { facts: 0, faults: [] },
  }
  for (let from = 0; from < options.points; from += ROUND)
    sum = add(
      sum,
      await crash({
        ...options,
        points: Math.min(ROUND, options.points - from),
        seed: `${options.seed} ${from}`,
        note: (line) => options.note(`from ${from}: ${line}`),
      }),
    )
  return sum
}
