import { pool } from '../../../src/core/scoring/counts.ts'
import { missingShown } from '../../../src/core/scoring/report/missing.ts'
import { report } from '../../../src/core/scoring/report/report.ts'
import { withhold } from '../../../src/core/scoring/report/withhold.ts'
import { Instant } from '../../../src/core/time.ts'
import type { Calibration } from '../../../src/queries/report/calibration.ts'
import { VERSIONS } from '../../../src/queries/report/versions.ts'

type Said = { p: number; n: number; hits: number }
type Made = { name?: string; said: readonly Said[]; open?: readonly { p: number; n: number }[]; entered?: boolean }

/** The public report of an author who said these numbers, every forecast a family of its own. */
export const reportOf = ({ name = 'Ada Say', said, open = [], entered }: Made): Calibration => {
  const families = said.flatMap(({ p, n, hits }) =>
    Array.from({ length: n }, (_, at) => [{ p, n: 1, hits: at < hits ? 1 : 0 }]),
  )
  const full = report({ counts: pool(said), families, unsettled: open })
  const { unsettled, ...figures } = withhold(full, { entered: entered ?? false })
  return {
    author: {
      id: 'aut_01m80qrsxn6zssv4f1wcbpb0s8',
      name,
      slug: 'ada-say',
      kind: 'person',
      bot: false,
      recordedAt: Instant.parse('2026-01-01T00:00:00.000Z'),
    },
    collectionId: null,
    timing: 'prospective',
    voice: 'own',
    cohort: entered === undefined ? null : { entered, due: 200, settled: 198, months: ['2026-02'] },
    ...figures,
    missing: missingShown(full, figures),
    pending: unsettled,
    void: 0,
    counts: [],
    versions: VERSIONS,
    snapshot: null,
    asOf: Instant.parse('2026-06-15T12:00:00.000Z'),
    seeAlso: null,
  }
}

/** Two hundred forecasts that lean too far, in tenths. */
export const TWO_HUNDRED: readonly Said[] = [
  { p: 0.05, n: 40, hits: 6 },
  { p: 0.2, n: 25, hits: 9 },
  { p: 0.35, n: 20, hits: 8 },
  { p: 0.5, n: 20, hits: 9 },
  { p: 0.65, n: 20, hits: 12 },
  { p: 0.8, n: 35, hits: 23 },
  { p: 0.95, n: 40, hits: 33 },
]
