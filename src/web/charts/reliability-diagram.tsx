import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { Theme } from '../../core/theme.ts'
import type { Calibration } from '../../queries/report/calibration.ts'
import type { Corrected } from '../../storage/author-disputes.ts'
import { brier, counted, dayText, instantText } from '../format.ts'
import { chartStyle } from './colours.ts'
import { type Diagram, diagramOf, sliceWords, whyNone } from './diagram.ts'
import { BARS_BOTTOM, WIDTH } from './frame.ts'
import { Legend, legendHeight } from './legend.tsx'
import { Axes, Band, Bars, BoundsOutline, Curve, Diagonal } from './marks.tsx'
import { textLines } from './text-lines.ts'

const LEGEND_TOP = BARS_BOTTOM + 44
const MARGIN = 8
const LINE = 16

const Marks: FC<{ diagram: Diagram }> = ({ diagram }) => (
  <>
    <Axes />
    <Band diagram={diagram} />
    <Diagonal />
    <BoundsOutline diagram={diagram} />
    <Curve diagram={diagram} />
    <Bars diagram={diagram} />
    <Legend diagram={diagram} top={LEGEND_TOP} />
  </>
)

const marksHeight = (diagram: Diagram): number => LEGEND_TOP + legendHeight(diagram) + MARGIN

type Picture = { report: Calibration; collection?: string | null }

const titleOf = ({ author }: Calibration): string => `${author.name}: what was said against what happened`

/** The picture in words, for whoever cannot see it. */
const descriptionOf = ({ report, collection = null }: Picture, diagram: Diagram | null): string => {
  const of = `Reliability diagram. ${sliceWords(report, collection)}.`
  if (diagram === null) return `${of} ${whyNone(report)}`
  const axes = 'Across: the probability that was said. Up: how often it happened.'
  return `${of} ${axes} ${diagram.caption} Steps of the line: ${diagram.dots.map(({ words }) => words).join('; ')}.`
}

/** `id` sets the picture apart from the others of a page. */
type Frame = { id: string; height: number; title: string; description: string; children?: Child }

const Image: FC<Frame> = ({ id, height, title, description, children }) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    class="chart"
    viewBox={`0 0 ${WIDTH} ${height}`}
    role="img"
    aria-labelledby={`${id}-title`}
    aria-describedby={`${id}-desc`}
  >
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{description}</desc>
    {children}
  </svg>
)

/** The diagram inside a page, which styles it and writes its caption below; nothing where the curve is withheld. */
export const ReliabilityDiagram: FC<Picture & { id: string }> = ({ id, ...picture }) => {
  const diagram = diagramOf(picture.report)
  if (diagram === null) return null
  const words = { title: titleOf(picture.report), description: descriptionOf(picture, diagram) }
  return (
    <Image id={id} height={marksHeight(diagram)} {...words}>
      <Marks diagram={diagram} />
    </Image>
  )
}

type Line = { text: string; looks: 'strong head' | 'small' | 'plain' }
/** How wide a line may be in its own font size. */
const room: Readonly<Record<Line['looks'], number>> = { 'strong head': 21, plain: 27.5, small: 30 }

const linesOf = (text: string, looks: Line['looks'], most = Number.POSITIVE_INFINITY): Line[] => {
  const lines = textLines(text, room[looks])
  const shown = lines.slice(0, most)
  return shown.map((line, at) => ({ text: lines.length > most && at === most - 1 ? `${line} …` : line, looks }))
}

const Lines: FC<{ lines: readonly Line[]; top: number }> = ({ lines, top }) => (
  <>
    {lines.map(({ text, looks }, row) => (
      <text class={looks} x={MARGIN} y={top + (row + 0.75) * LINE}>
        {text}
      </text>
    ))}
  </>
)

const scoreWords = ({ mean, interval }: NonNullable<Calibration['brier']>): string =>
  `Mean Brier score ${brier(mean, { low: interval?.low ?? null, high: interval?.high ?? null }).text}${interval ? ', 95\u00a0% interval' : ''}; always 50\u00a0% scores 0.25.`

const correctedWords = ({ n, last }: Corrected): string =>
  n === 0
    ? 'No correction has moved this score.'
    : `${counted(n, 'correction')} moved this score${last === null ? '' : `, the last ${dayText(last.slice(0, 10))}`}.`

/**
 * The diagram as a picture that stands alone: it carries its style, whose it is, its caption and what it was made by. Where
 * the curve is withheld the picture says so, with the rule.
 */
export const DiagramFile: FC<Required<Picture> & { theme: Theme; corrected?: Corrected }> = ({
  theme,
  corrected,
  ...picture
}) => {
  const { report, collection } = picture
  const diagram = diagramOf(report)
  const head = [
    ...linesOf(report.author.name, 'strong head', 2),
    ...linesOf(sliceWords(report, collection), 'plain', 2),
  ]
  const made = `Hindcast · ${report.versions.scoring} · ${instantText(report.asOf)}`
  const foot = [
    ...linesOf(diagram?.caption ?? whyNone(report), 'plain'),
    ...(report.brier ? linesOf(scoreWords(report.brier), 'plain') : []),
    ...(corrected ? linesOf(correctedWords(corrected), 'plain') : []),
  ]
  const drawnTop = MARGIN + head.length * LINE + 12
  const footTop = drawnTop + (diagram ? marksHeight(diagram) : 0)
  const madeTop = footTop + foot.length * LINE + 5
  const height = madeTop + LINE + MARGIN
  return (
    <Image id="diagram" height={height} title={titleOf(report)} description={descriptionOf(picture, diagram)}>
      <style>{raw(chartStyle(theme))}</style>
      <rect class="paper" width={WIDTH} height={height} />
      <Lines lines={head} top={MARGIN} />
      {diagram ? (
        <g transform={`translate(0 ${drawnTop})`}>
          <Marks diagram={diagram} />
        </g>
      ) : null}
      <Lines lines={foot} top={footTop} />
      <Lines lines={linesOf(made, 'small')} top={madeTop} />
    </Image>
  )
}
