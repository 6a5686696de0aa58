import { type ScaleTime, scaleUtc } from 'd3-scale'
import type { FC } from 'hono/jsx'
import { toInstant } from '../../core/time.ts'
import { dayText, monthText } from '../format.ts'
import { at } from './frame.ts'

const DAY = 86_400_000
const TICKS = 4
/** Nearer to each other, the words of two ticks would touch. */
const APART = 58

export type TimeScale = ScaleTime<number, number>

/** A scale of instants from `left` to `right`; a span of no width is given a day to either side. */
export const timeScale = (from: string, to: string, [left, right]: readonly [number, number]): TimeScale => {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const ends = last > first ? [first, last] : [first - DAY, first + DAY]
  return scaleUtc(ends, [left, right])
}

/** The place of an instant, held inside the ends of the scale. */
export const placeOf = (x: TimeScale, instant: string): number => {
  const [left = 0, right = 0] = x.range()
  return Math.min(right, Math.max(left, x(Date.parse(instant))))
}

const spanOf = (x: TimeScale): number => {
  const [first, last] = x.domain()
  return (last?.getTime() ?? 0) - (first?.getTime() ?? 0)
}

/** What stands at a tick: the year, the month or the day, as wide apart as the ticks are. */
const tickText = (tick: Date, span: number): string => {
  const instant = toInstant(tick)
  if (span > 4 * 365 * DAY) return instant.slice(0, 4)
  if (span > 90 * DAY) return monthText(instant.slice(0, 7))
  if (span > 3 * DAY) return dayText(instant.slice(0, 10)).slice(0, -5)
  return `${dayText(instant.slice(0, 10)).slice(0, -5)} ${instant.slice(11, 16)}`
}

/** Upright lines at round moments, each with its words below `bottom`. */
export const TimeTicks: FC<{ x: TimeScale; top: number; bottom: number }> = ({ x, top, bottom }) => {
  const [left = 0, right = 0] = x.range()
  const span = spanOf(x)
  const shown: { place: number; text: string }[] = []
  for (const tick of x.ticks(TICKS)) {
    const [place, text, last] = [x(tick), tickText(tick, span), shown.at(-1)]
    if (last === undefined || (place - last.place >= APART && text !== last.text)) shown.push({ place, text })
  }
  return (
    <g>
      {shown.map(({ place, text }) => (
        <>
          <path class="grid" d={`M${at(place)} ${top}V${bottom}`} />
          <text
            class="tick small"
            x={at(place)}
            y={bottom + 15}
            text-anchor={place - left < 22 ? 'start' : right - place < 22 ? 'end' : 'middle'}
          >
            {text}
          </text>
        </>
      ))}
    </g>
  )
}
