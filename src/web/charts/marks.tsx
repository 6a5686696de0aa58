import { area, line } from 'd3-shape'
import type { FC } from 'hono/jsx'
import { percent } from '../format.ts'
import type { Diagram } from './diagram.ts'
import { dotLabels } from './dot-labels.ts'
import { at, BARS_BOTTOM, BARS_TOP, BOTTOM, heightIn, LEFT, RIGHT, radiusIn, TICKS, TOP, x, y } from './frame.ts'

type Drawn = { diagram: Diagram }
type Ends = { p: number; low: number; high: number }

/** Half the width at which a band of one point alone is drawn: it has none of its own. */
const ALONE = 0.015

const widened = (ends: readonly Ends[]): Ends[] => {
  const [only] = ends
  if (only === undefined || ends.length > 1) return [...ends]
  return [
    { ...only, p: Math.max(0, only.p - ALONE) },
    { ...only, p: Math.min(1, only.p + ALONE) },
  ]
}

const region = area<Ends>()
  .x(({ p }) => x(p))
  .y0(({ low }) => y(low))
  .y1(({ high }) => y(high))
  .digits(2)
const along = line<{ p: number; share: number }>()
  .x(({ p }) => x(p))
  .y(({ share }) => y(share))
  .digits(2)

/** Lines of the grid with their whole percentages, and what either axis means. */
export const Axes: FC = () => (
  <g>
    {TICKS.map((tick) => (
      <>
        <path class="grid" d={`M${at(x(tick))} ${TOP}V${BARS_BOTTOM}M${LEFT} ${at(y(tick))}H${RIGHT}`} />
        <text class="tick" x={LEFT - 6} y={at(y(tick)) + 4.5} text-anchor="end">
          {percent(tick)}
        </text>
        <text class="tick" x={at(x(tick))} y={BARS_BOTTOM + 16} text-anchor="middle">
          {percent(tick)}
        </text>
      </>
    ))}
    <path class="frame" d={`M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`} />
    <text class="strong" x="8" y="14">
      happened ↑
    </text>
    <text class="strong" x={RIGHT} y={BARS_BOTTOM + 34} text-anchor="end">
      said →
    </text>
  </g>
)

/** Where the line of a calibrated author would run, filled, between two solid edges. */
export const Band: FC<Drawn> = ({ diagram: { points } }) => {
  const ends = widened(points)
  const edge = (share: (ends: Ends) => number) => along(ends.map((one) => ({ p: one.p, share: share(one) }))) ?? ''
  return (
    <g>
      <path class="band" d={region(ends) ?? ''} />
      <path class="edge" d={edge(({ low }) => low)} />
      <path class="edge" d={edge(({ high }) => high)} />
    </g>
  )
}

/** Where the line could still end, outlined: it fills nothing, since it may hold the whole band. */
export const BoundsOutline: FC<Drawn> = ({ diagram: { bounds } }) => {
  if (bounds === null) return null
  const ends = widened(bounds.map(({ p, lowest, highest }) => ({ p, low: lowest, high: highest })))
  return <path class="bounds" d={region(ends) ?? ''} />
}

export const Diagonal: FC = () => <path class="diagonal" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />

/** The line level along each step, and a dot with the number of forecasts of each, the greatest behind. */
export const Curve: FC<Drawn> = ({ diagram }) => {
  const radius = radiusIn(diagram)
  return (
    <g>
      <path class="curve" d={along(diagram.points.map(({ p, recalibrated }) => ({ p, share: recalibrated }))) ?? ''} />
      {diagram.dots
        .toSorted((a, b) => b.n - a.n)
        .map(({ p, observed, n, words }) => (
          <circle class="dot" cx={at(x(p))} cy={at(y(observed))} r={at(radius(n))}>
            <title>{words}</title>
          </circle>
        ))}
      {dotLabels(diagram).map((label) => (
        <text class="count" x={at(label.x)} y={at(label.y)}>
          {label.text}
        </text>
      ))}
    </g>
  )
}

/** How many forecasts said so much, in steps of five points. */
export const Bars: FC<Drawn> = ({ diagram }) => {
  const height = heightIn(diagram)
  const greatest = diagram.bars.reduce((so, { n }) => Math.max(so, n), 0)
  return (
    <g>
      {diagram.bars.map(({ from, to, n }) => (
        <rect
          class="bar"
          x={at(x(from) + 0.75)}
          y={at(BARS_BOTTOM - height(n))}
          width={at(x(to) - x(from) - 1.5)}
          height={at(height(n))}
          data-n={n}
        >
          <title>{`${n.toLocaleString('en-GB')} said ${percent(from)} to ${percent(to)}`}</title>
        </rect>
      ))}
      <path class="frame" d={`M${LEFT - 4} ${BARS_TOP}H${LEFT}V${BARS_BOTTOM}H${RIGHT}`} />
      <text class="small" x={LEFT - 6} y={BARS_TOP + 4.5} text-anchor="end">
        {greatest.toLocaleString('en-GB')}
      </text>
    </g>
  )
}
