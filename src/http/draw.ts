import type { Theme } from '../core/theme.ts'
import type { Calibration } from '../queries/report/calibration.ts'

/** A report to be drawn, with the name of the collection it is of. */
export type Drawing = { report: Calibration; collection: string | null; theme: Theme }

/** What draws for this API, handed in by the entries; `version` changes with how the same figures are drawn. */
export type Draws = { drawDiagram: (drawing: Drawing) => string; version: string }
