import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import { at, WIDTH } from './frame.ts'

/** The parts of a mean Brier score: `brier` = `mcb` − `dsc` + `unc`, each at least 0. */
export type Parts = { brier: number; mcb: number; dsc: number; unc: number }

const LEFT = 8
const RIGHT = WIDTH - 52
const ROW = 44
const BAR = 16
const TOP = 6
const AXIS = 30

type Row = { words: string; look: string; from: number; to: number; text: string }

const two = (value: number): string => value.toFixed(3)

const rowsOf = ({ brier, mcb, dsc, unc }: Parts): Row[] => [
  { words: 'difficulty of the questions', look: 'difficulty', from: 0, to: unc, text: two(unc) },
  { words: 'less insight', look: 'insight', from: unc - dsc, to: unc, text: `−${two(dsc)}` },
  { words: 'plus miscalibration', look: 'miscalibration', from: unc - dsc, to: unc - dsc + mcb, text: `+${two(mcb)}` },
  { words: 'the penalty: mean Brier score', look: 'total', from: 0, to: brier, text: two(brier) },
]

/** What the bar shows, for whoever cannot see it. */
const description = ({ brier, mcb, dsc, unc }: Parts): string =>
  `Difficulty of the questions ${two(unc)}, less insight ${two(dsc)}, plus miscalibration ${two(mcb)}, makes the mean Brier score ${two(brier)}. 0 is best.`

/**
 * A mean Brier score taken apart, as one bar in steps: from the difficulty of the questions back by insight, on by miscalibration, to the
 * score. `id` sets the picture apart from the others of a page.
 */
export const OneBar: FC<{ parts: Parts; id: string; of: string }> = ({ parts, id, of }) => {
  const rows = rowsOf(parts)
  const greatest = Math.max(0.25, parts.unc, parts.brier)
  const x = scaleLinear([0, greatest], [LEFT, RIGHT]).nice(5)
  const bottom = TOP + rows.length * ROW
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox={`0 0 ${WIDTH} ${bottom + AXIS}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{`${of}: the score taken apart`}</title>
      <desc id={`${id}-desc`}>{description(parts)}</desc>
      {x.ticks(5).map((tick) => (
        <>
          <path class="grid" d={`M${at(x(tick))} ${TOP}V${bottom}`} />
          <text class="tick" x={at(x(tick))} y={bottom + 16} text-anchor="middle">
            {tick.toFixed(2)}
          </text>
        </>
      ))}
      {rows.map(({ words, look, from, to, text }, row) => {
        const y = TOP + row * ROW + 22
        return (
          <g>
            <text class={look === 'total' ? 'strong' : ''} x={LEFT} y={y - 6}>
              {words}
            </text>
            <rect
              class={look}
              x={at(x(Math.min(from, to)))}
              y={y}
              width={at(Math.max(1, Math.abs(x(to) - x(from))))}
              height={BAR}
            />
            <text class="strong" x={at(x(Math.max(from, to)) + 5)} y={y + 12.5}>
              {text}
            </text>
            {row < rows.length - 1 ? (
              <path class="step" d={`M${at(x(row === 0 ? to : row === 1 ? from : to))} ${y + BAR}V${y + ROW}`} />
            ) : null}
          </g>
        )
      })}
      <path class="frame" d={`M${at(x(0))} ${TOP}V${bottom}`} />
    </svg>
  )
}
