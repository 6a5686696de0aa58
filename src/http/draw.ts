import type { Theme } from '../core/theme.ts'
import type { Calibration } from '../queries/report/calibration.ts'
import type { Corrected } from '../storage/author-disputes.ts'

/** A report to be drawn, with the name of the collection it is of, and how many corrections moved its score. */
export type Drawing = { report: Calibration; collection: string | null; theme: Theme; corrected?: Corrected }

/** What draws for this API, handed in by the entries; `version` changes with how the same figures are drawn. */
export type Draws = { drawDiagram: (drawing: Drawing) => string; version: string }
