import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import type { ForecastsOverTime, Line } from '../../queries/question/forecasts-over-time.ts'
import { percent } from '../format.ts'
import { at } from './frame.ts'
import { apart, endOfLine, spreadPaths, stepsOf } from './step-marks.ts'
import { textLines } from './text-lines.ts'
import { TimeTicks, timeScale } from './time-axis.tsx'

/** The parts of the picture in units of its viewBox: narrow enough that its text can be read on a phone. */
const WIDTH = 400
const LEFT = 44
const RIGHT = 266
const TOP = 24
const BOTTOM = 234
const HEIGHT = 262
/** Between the frame and 0 % or 100 %, so that a line along the edge is seen. */
const INSET = 6
const LABEL_GAP = 13
/** How wide a name may be beside its line, in its font size. */
const NAME_ROOM = 7

const y = scaleLinear([0, 1], [BOTTOM - INSET, TOP + INSET])
const SHARES = [0, 0.25, 0.5, 0.75, 1] as const

/** `A` to `H`: what a line and its row of the key go by, whatever their colour. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index)

const shortName = (name: string): string => {
  const [first = '', ...rest] = textLines(name, NAME_ROOM)
  return rest.length > 0 ? `${first}…` : first
}

type Drawn = Pick<ForecastsOverTime, 'lines' | 'others' | 'spread' | 'span'>
/** Where the question came out: 1 where the positive event came, 0 where not. */
type Outcome = { came: 0 | 1; words: string } | null

const Shares: FC<{ axis: string }> = ({ axis }) => (
  <g>
    {SHARES.map((p) => (
      <>
        <path class="grid" d={`M${LEFT} ${at(y(p))}H${RIGHT}`} />
        <text class="tick small" x={LEFT - 5} y={at(y(p)) + 4} text-anchor="end">
          {percent(p)}
        </text>
      </>
    ))}
    <path class="frame" d={`M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`} />
    <text class="strong" x="2" y="13">
      {axis} ↑
    </text>
  </g>
)

const Lines: FC<{ lines: readonly Line[]; x: ReturnType<typeof timeScale> }> = ({ lines, x }) => {
  const ends = lines.map(({ stands }) => endOfLine(stands, x, y))
  const places = apart(
    ends.map((end) => end?.y ?? BOTTOM),
    LABEL_GAP,
    [TOP + 4, BOTTOM],
  )
  return (
    <g>
      {lines.map(({ stands, name }, index) => (
        <path class={`line line-${index}`} d={stepsOf(stands, x, y)}>
          <title>{name}</title>
        </path>
      ))}
      {lines.map(({ name }, index) => {
        const end = ends[index]
        if (!end) return null
        const label = at((places[index] ?? 0) + 4)
        return (
          <>
            <circle class={`mark-${index}`} cx={at(end.x)} cy={at(end.y)} r="2.6" />
            <text class={`small mark-${index}`} x={RIGHT + 7} y={label}>
              <tspan class="strong">{letterOf(index)}</tspan> {percent(end.p)} {shortName(name)}
            </text>
          </>
        )
      })}
    </g>
  )
}

/** What was said over time, step by step: a line for each of those that are named, grey for the rest. Null where nothing stood. */
export const StepChart: FC<{
  forecasts: Drawn
  outcome: Outcome
  title: string
  description: string
  axis: string
}> = ({ forecasts: { lines, others, spread, span }, outcome, title, description, axis }) => {
  if (span === null) return null
  const x = timeScale(span.from, span.to, [LEFT + 3, RIGHT])
  const paths = spreadPaths(spread, x, y)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby="steps-title"
      aria-describedby="steps-desc"
    >
      <title id="steps-title">{title}</title>
      <desc id="steps-desc">{description}</desc>
      <Shares axis={axis} />
      <TimeTicks x={x} top={TOP} bottom={BOTTOM} />
      {spread.length > 0 ? <path class="spread" d={paths.half} /> : null}
      {others.length > 0 ? <path class="line-rest" d={others.map((stands) => stepsOf(stands, x, y)).join('')} /> : null}
      {spread.length > 0 ? <path class="line-rest median" d={paths.median} /> : null}
      <Lines lines={lines} x={x} />
      {outcome ? (
        <path class="outcome" d={`M${RIGHT} ${at(y(outcome.came)) - 6}l6 6l-6 6l-6 -6z`}>
          <title>{outcome.words}</title>
        </path>
      ) : null}
    </svg>
  )
}

/** A line as it looks, for the key below the picture. */
export const LineSample: FC<{ index: number }> = ({ index }) => (
  <svg class="sample" viewBox="0 0 34 8" width="34" height="8" aria-hidden="true">
    <path class={`line line-${index}`} d="M0 4H34" />
  </svg>
)
