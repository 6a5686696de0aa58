import { gzipped } from '../core/gzip.ts'
import { sha256 } from '../core/ledger/digest.ts'
import type { Scope } from '../core/snapshot.ts'
import { dropStanding, keepStanding, type MadeBy } from '../storage/standing-reports.ts'
import { action } from './context.ts'

/** The reports of one author that are kept from now on; `body`: the JSON that is answered. */
export type KeepStandingReports = MadeBy & {
  authorId: string
  reports: readonly (Scope & { body: string })[]
}

/** Keeps these reports of an author, and no others, in the place of those before. */
export const keepStandingReports = action<KeepStandingReports, void>(
  async ({ tx, now }, { authorId, reports, rules, dueBefore }) => {
    for (const { set, timing, voice, body } of reports) {
      const tag = (await sha256(body)).slice(0, 32)
      const made = { body, tag, zipped: await gzipped(body), rules, dueBefore, madeAt: now }
      await keepStanding(tx, { authorId, set, timing, voice, ...made })
    }
    await dropStanding(tx, authorId, reports)
  },
)
