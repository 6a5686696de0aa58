import { z } from 'zod'
import type { Reader } from '../../storage/database.ts'
import { type AuthorReport, latestReportIn, madeBy } from '../../storage/snapshots.ts'
import { shownDifference, shownPlace } from '../board/board-place.ts'
import { opponents } from '../board/stored-place.ts'
import type { Part, Reach } from './author-counts.ts'
import { KeptSnapshot, keptSnapshot } from './read-at.ts'
import { Chance } from './report-schema.ts'
import { StoredReport, storedReport } from './stored-report.ts'
import { RULES, rulesNamed, Versions } from './versions.ts'
import { Withheld } from './withheld.ts'

const { verdict, bootstrap, robustness } = StoredReport.shape

/** What the counts of one author cannot give: from the newest report that was kept of this board. */
export const Judged = z
  .object({
    snapshot: KeptSnapshot.meta({
      description: 'which board, frozen: give its id as `snapshot` for all of the report',
    }),
    position: z.int().meta({ description: 'the position of the ledger as of which it was made' }),
    versions: Versions,
    n: z.int(),
    families: z.int(),
    verdict,
    bootstrap,
    robustness,
    chance: z
      .object({ mcb: Chance.nullable(), ece: Chance.nullable() })
      .meta({ description: 'what luck alone gives of miscalibration and of the binned calibration error' }),
    place: z
      .object({
        ...shownPlace,
        against: z.enum(opponents).nullable().meta({ description: 'what the difference is from' }),
      })
      .meta({ description: 'on the board; `tiedWith` holds ids' }),
    withheld: Withheld.meta({ description: 'as it was then' }),
  })
  .meta({ id: 'Judged' })
export type Judged = z.infer<typeof Judged>

/** Either what was judged, or why nothing is. */
export type Judgement = { judged: Judged; notJudged: null } | { judged: null; notJudged: string }

/** Of an author of whom nothing was kept. */
export const NOT_KEPT: Judgement = {
  judged: null,
  notJudged: 'no report of this author on this board has been kept yet; each night keeps what changed',
}

/** What a report that was kept judged. */
export const judgedFrom = ({ body, snapshot }: AuthorReport): Judgement => {
  const report = madeBy(snapshot, RULES) ? storedReport(body) : null
  if (!report) {
    const rules = rulesNamed(snapshot)
    const notJudged = `the newest kept report, of ${snapshot.id}, is of other rules (${rules}); each night keeps a new one`
    return { judged: null, notJudged }
  }
  const { decomposition, calibrationError, board, verdict: found, bootstrap: drawn, robustness: box } = report
  return {
    judged: {
      snapshot: keptSnapshot(snapshot),
      position: snapshot.position,
      versions: {
        scoring: snapshot.scoringRules,
        lexicon: snapshot.lexiconVersion,
        resolution: snapshot.resolutionRules,
      },
      n: report.n,
      families: report.families,
      verdict: found,
      bootstrap: drawn,
      robustness: box,
      chance: { mcb: decomposition?.chance ?? null, ece: calibrationError?.chance ?? null },
      place: { ...board, difference: shownDifference(board.difference), against: board.difference?.against ?? null },
      withheld: report.withheld,
    },
    notJudged: null,
  }
}

/** What the newest report of an author on a board says that counts alone cannot; of those that were kept by `now`. */
export const judgementOf = async (
  reader: Reader,
  authorId: string,
  { timing, voice, now }: Part,
  { slice }: Reach,
): Promise<Judgement> => {
  const report = await latestReportIn(reader, { set: slice.set, timing, voice }, authorId, now)
  if (report) return judgedFrom(report)
  return NOT_KEPT
}
