import type { BoardVerdict } from './board-verdicts.ts'
import { type Entrant, isCanonical } from './entrant.ts'
import type { Sample } from './evidence.ts'
import type { RobustItem } from './robustness.ts'
import type { Standing } from './standing.ts'
import type { VerdictCode } from './verdict.ts'
import { survivalAt, verdictCode, verdictCodeOf } from './verdict-code.ts'

/** A verdict, and what makes it anew of other items or of a sample. */
export type Coded = {
  code: VerdictCode
  of: (items: readonly RobustItem[]) => VerdictCode
  standing: Standing
  ofSample: (sample: Sample) => VerdictCode
}

type Row = { id: string; verdict: BoardVerdict | null }

/** All who were judged at once, and the seed and number of draws of each verdict that is made anew. */
type Place = { rows: readonly Row[]; seed: string; draws: number }

/**
 * How a verdict on other items would read in this author's place on the board; null where there is none. What was said first in the place
 * of a scored item stays as long as its family does: another reading of the item leaves it as it is.
 */
export const codedOf = (row: Row, entrant: Entrant, standing: Standing, { rows, seed, draws }: Place): Coded | null => {
  if (row.verdict === null) return null
  const tested = rows.flatMap(({ id, verdict }) => (verdict ? [{ id, e: verdict.evidence.eValue }] : []))
  const at = tested.findIndex(({ id }) => id === row.id)
  const survives = survivalAt(
    tested.map(({ e }) => e),
    at,
  )
  const { items, waiting } = standing
  const [scored, families] = [new Set(entrant.items), new Set(entrant.items.map(({ family }) => family))]
  const begun = items.filter((item) => !scored.has(item))
  const moments = new Map(items.map(({ family, said }) => [family, said]))
  const options = { survives, canonical: isCanonical(items), seed: `${seed} ${row.id} again`, draws }
  return {
    code: row.verdict.code,
    of: (others) => {
      const kept = new Set(others.map(({ family }) => family))
      const first = others.filter(({ family, said, restated }) => !restated && moments.get(family) === said)
      const stood = begun.filter(({ family }) => kept.has(family) || !families.has(family))
      return verdictCode([...first, ...stood], waiting, options)
    },
    standing,
    ofSample: (sample) => verdictCodeOf(sample, options),
  }
}
