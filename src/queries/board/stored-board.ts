import { z } from 'zod'
import { baselineKinds, noBaselineReasons } from '../../core/baseline.ts'
import { keptVerdict, referenceIds, StoredVerdict } from '../report/stored-report.ts'
import { Withheld } from '../report/withheld.ts'
import { BoardDifference, boardPlace, keptPlace, opponents } from './stored-place.ts'

const Brier = z.object({ mean: z.number(), low: z.number().nullable(), high: z.number().nullable() })

/** The questions that a board is of, or those that wait. */
export const BoardCohort = z.object({
  entered: z.boolean().meta({ description: 'enough questions due, and enough of them settled' }),
  due: z.int(),
  settled: z.int(),
  months: z.array(z.string()),
})

/** The figures of one author on a board. */
export const boardFigures = {
  n: z.int().meta({ description: 'scored forecasts' }),
  families: z.int().meta({ description: 'event families; every minimum counts these' }),
  pending: z.int().meta({ description: 'due and not settled' }),
  void: z.int().meta({ description: 'never scored, always counted; of the same months as n and pending' }),
  hits: z.int().nullable().meta({ description: 'positive events that came' }),
  expectedHits: z.number().nullable().meta({ description: 'how many should have come by what was said' }),
  brier: Brier.nullable().meta({
    description: 'mean (p − o)², 0 best, 1 worst; 95 % interval clustered by family; ranks nobody',
  }),
  bounds: z
    .object({ lowest: z.number(), highest: z.number() })
    .nullable()
    .meta({ description: 'where the mean Brier could still go once all is settled' }),
  withheld: Withheld,
}

/** A forecaster that nobody is. */
export const ReferenceRow = z.object({
  reference: z.enum(referenceIds).meta({
    description:
      'half: always 50 %; others: the mean of all who answered a question, two at least; in-sample-base-rate: how often things came true here, where no base rate was recorded; else the baseline of that name',
  }),
  inSample: z.boolean().meta({ description: 'it has seen the outcomes: no fair rival' }),
  n: z.int().meta({ description: 'settled questions of the board that it has a forecast on' }),
  families: z.int(),
  brier: Brier.nullable().meta({
    description: '0 best, 1 worst; null where it is withheld, which that of half never is',
  }),
  difference: BoardDifference.nullable().meta({
    description: 'as an author’s: above 0 is better; null where `withheld` says why',
  }),
  withheld: z.string().nullable().meta({
    description:
      'why difference and, but of half, brier are withheld: too few families, or questions are due and open outside cohorts that entered',
  }),
})

/** Where there is no baseline that counts. */
export const MissingReferences = z
  .array(z.object({ reference: z.enum(baselineKinds), reason: z.enum(noBaselineReasons), n: z.int() }))
  .meta({
    description:
      'questions on which no baseline of a kind counts beside anything said there, and why: none is recorded (none-recorded), or it is of a version that asks for something else (other-terms) or of other days (other-window), or of later',
  })

const Row = z.object({
  id: z.string(),
  entered: z.boolean(),
  ...boardFigures,
  ...boardPlace,
  verdict: StoredVerdict.nullable(),
})

const Difficulty = z
  .object({ rules: z.string(), questions: z.int() })
  .meta({ description: 'how many questions have a difficulty, found by which rules' })

/** A board by the rules of now, as a snapshot keeps it; `tiedWith` and `id` are ids of authors. */
export const StoredBoard = z
  .object({
    cohort: BoardCohort.nullable().meta({ description: 'null without a collection: nothing enters' }),
    against: z.enum(opponents),
    method: z
      .enum(['shrunk', 'head-to-head'])
      .nullable()
      .meta({ description: 'null on a part, where nobody is ranked' }),
    difficulty: Difficulty.nullable(),
    rows: z.array(Row),
    references: z.array(ReferenceRow),
    missingReferences: MissingReferences,
  })
  .meta({ id: 'StoredBoard' })
export type StoredBoard = z.infer<typeof StoredBoard>
export type StoredRow = StoredBoard['rows'][number]

const KeptBoard = StoredBoard.extend({
  difficulty: Difficulty.nullable().default(null),
  rows: z.array(Row.extend({ ...keptPlace, verdict: keptVerdict })),
  references: z.array(ReferenceRow.extend({ withheld: ReferenceRow.shape.withheld.default(null) })),
  missingReferences: MissingReferences.default([]),
})

/** A stored board by the rules of now; null where earlier rules made it, whose boards held less. */
export const storedBoard = (board: unknown): StoredBoard | null => {
  const read = KeptBoard.safeParse(board)
  return read.success ? read.data : null
}
