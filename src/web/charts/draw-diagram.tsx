import type { Theme } from '../../core/theme.ts'
import type { Calibration } from '../../queries/report/calibration.ts'
import type { Corrected } from '../../storage/author-disputes.ts'
import { DiagramFile } from './reliability-diagram.tsx'

/** To be raised with whatever changes the picture of the same figures: clients keep what they hold while it stands. */
export const DIAGRAM_VERSION = 'diagram-4'

/** Characters that no XML document may hold, though a name might. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** The reliability diagram of a report as an SVG document; `collection` is the name of the one it is of. */
export const drawDiagram = (drawing: {
  report: Calibration
  collection: string | null
  theme: Theme
  corrected?: Corrected
}): string => String(<DiagramFile {...drawing} />).replace(NOT_XML, '\ufffd')
