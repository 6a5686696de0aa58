import type { FC } from 'hono/jsx'
import { at } from './frame.ts'
import { placeOf, TimeTicks, timeScale } from './time-axis.tsx'

const WIDTH = 400
const LEFT = 104
const RIGHT = 390
const TOP = 6
const ROW = 24
const DAY = 86_400_000
/** How many bars what was said is counted in. */
const BARS = 48

/** What stands in one row: points, or stretches where `to` is given; `null`: it goes on. */
export type Mark = { from: string; to?: string | null; words: string }
export type TimelineRow = { label: string; looks: 'diamond' | 'dot' | 'span' | 'bars'; marks: Mark[] }

type Placed = { row: TimelineRow; middle: number; x: ReturnType<typeof timeScale> }

/** A mark that lies outside what is drawn stands at the edge, with an arrow outward. */
const arrowAt = (x: ReturnType<typeof timeScale>, instant: string): '' | '‹' | '›' => {
  const place = x(Date.parse(instant))
  if (place < LEFT - 0.5) return '‹'
  return place > RIGHT + 0.5 ? '›' : ''
}

const Points: FC<Placed> = ({ row: { marks, looks }, middle, x }) => (
  <>
    {marks.map(({ from, words }) => {
      const place = at(placeOf(x, from))
      const arrow = arrowAt(x, from)
      return (
        <>
          <path
            class={looks === 'diamond' ? 'dot' : 'bar'}
            d={
              looks === 'diamond'
                ? `M${place} ${middle - 6}l6 6l-6 6l-6 -6z`
                : `M${place - 4} ${middle}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`
            }
          >
            <title>{words}</title>
          </path>
          {arrow ? (
            <text
              class="strong"
              x={place + (arrow === '›' ? -9 : 9)}
              y={middle + 4}
              text-anchor={arrow === '›' ? 'end' : 'start'}
            >
              {arrow}
            </text>
          ) : null}
        </>
      )
    })}
  </>
)

const Spans: FC<Placed> = ({ row: { marks }, middle, x }) => (
  <>
    {marks.map(({ from, to = null, words }) => {
      const [left, right] = [placeOf(x, from), to === null ? RIGHT : placeOf(x, to)]
      return (
        <rect class="span" x={at(left)} y={middle - 5} width={at(Math.max(2, right - left))} height="10" rx="2">
          <title>{words}</title>
        </rect>
      )
    })}
  </>
)

/** So many a stretch of the scale, as bars on the floor of the row: however much was said, there are no more of them. */
const Bars: FC<Placed> = ({ row: { marks }, middle, x }) => {
  const counts = new Map<number, number>()
  for (const { from } of marks) {
    const bar = Math.min(BARS - 1, Math.floor(((placeOf(x, from) - LEFT) / (RIGHT - LEFT)) * BARS))
    counts.set(bar, (counts.get(bar) ?? 0) + 1)
  }
  const most = Math.max(1, ...counts.values())
  const width = (RIGHT - LEFT) / BARS
  return (
    <>
      {[...counts].map(([bar, n]) => {
        const height = Math.max(3, (n / most) * (ROW - 6))
        return (
          <rect
            class="bar"
            x={at(LEFT + bar * width + 0.5)}
            y={at(middle + ROW / 2 - 3 - height)}
            width={at(width - 1)}
            height={at(height)}
          >
            <title>{`${n.toLocaleString('en-GB')} said`}</title>
          </rect>
        )
      })}
    </>
  )
}

const kinds = { diamond: Points, dot: Points, span: Spans, bars: Bars } as const

/**
 * What the scale runs over: the stretches and what was said and reported. A diamond, which may tell of a record made long
 * after, widens it by half its length at most and stands at its edge beyond that.
 */
export const spanOfTimeline = (rows: readonly TimelineRow[]): { from: string; to: string } | null => {
  const momentsOf = (of: (row: TimelineRow) => boolean): number[] =>
    rows
      .filter(of)
      .flatMap(({ marks }) => marks.flatMap(({ from, to }) => [from, to ?? from].map((one) => Date.parse(one))))
  const bearing = momentsOf(({ looks }) => looks !== 'diamond')
  const records = momentsOf(({ looks }) => looks === 'diamond')
  const base = bearing.length > 0 ? bearing : records
  if (base.length === 0) return null
  const ends = (moments: readonly number[]): [number, number] =>
    moments.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [moments[0] ?? 0, moments[0] ?? 0])
  const [first, last] = ends(base)
  const slack = Math.max((last - first) / 2, DAY)
  const near = records.filter((one) => one >= first - slack && one <= last + slack)
  const [from, to] = ends([...base, ...near])
  return { from: new Date(from).toISOString(), to: new Date(Math.max(to, from + DAY)).toISOString() }
}

/** When a question was asked, answered and settled, row by row on one scale of time. */
export const Timeline: FC<{ rows: TimelineRow[]; title: string; description: string }> = ({
  rows,
  title,
  description,
}) => {
  const shown = rows.filter(({ marks }) => marks.length > 0)
  const span = spanOfTimeline(shown)
  if (span === null) return null
  const x = timeScale(span.from, span.to, [LEFT, RIGHT])
  const bottom = TOP + shown.length * ROW
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox={`0 0 ${WIDTH} ${bottom + 22}`}
      role="img"
      aria-labelledby="timeline-title"
      aria-describedby="timeline-desc"
    >
      <title id="timeline-title">{title}</title>
      <desc id="timeline-desc">{description}</desc>
      <TimeTicks x={x} top={TOP} bottom={bottom} />
      {shown.map((row, index) => {
        const middle = TOP + index * ROW + ROW / 2
        const Marks = kinds[row.looks]
        return (
          <g>
            <text class="small" x="2" y={middle + 4}>
              {row.label}
            </text>
            <path class="grid" d={`M${LEFT} ${TOP + (index + 1) * ROW}H${RIGHT}`} />
            <Marks row={row} middle={middle} x={x} />
          </g>
        )
      })}
      <path class="frame" d={`M${LEFT} ${TOP}V${bottom}H${RIGHT}`} />
    </svg>
  )
}
