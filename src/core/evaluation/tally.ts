/** What is counted on one document; a set's counts are the sums over its documents. */
export const counts = [
  'core',
  'found',
  'candidates',
  'alarms',
  'inexact',
  'negatives',
  'negativesTaken',
  'own',
  'ownRight',
  'quoted',
  'quotedRight',
  'reported',
  'reportedRight',
  'side',
  'near',
  'windows',
  'windowsRight',
  'inventedEnds',
  'conditions',
  'conditionsRight',
  'falseConditions',
] as const
export type Tally = Record<(typeof counts)[number], number>

export const emptyTally = (): Tally => Object.fromEntries(counts.map((name) => [name, 0])) as Tally

export const sumTallies = (tallies: readonly Tally[]): Tally => {
  const total = emptyTally()
  for (const tally of tallies) for (const name of counts) total[name] += tally[name]
  return total
}
