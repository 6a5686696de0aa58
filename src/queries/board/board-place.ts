import type { z } from 'zod'
import { Difference, type Difference as DifferenceShape, differenceOf } from '../comparing/difference.ts'
import { type BoardDifference, boardPlace } from './stored-place.ts'

/** An author's place as answers show it; all null, with `notRanked`, where there is none. */
export const shownPlace = {
  ...boardPlace,
  difference: Difference.nullable().meta({ description: 'as measured; orders nobody where `shrunk` is given' }),
}

type Kept = z.infer<typeof BoardDifference>

/** A difference as boards keep it, in the one shape of answers. */
export const shownDifference = (kept: Kept | null): DifferenceShape | null =>
  kept && differenceOf({ ...kept, value: kept.mean, n: kept.commonQuestions })
