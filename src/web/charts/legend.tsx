import type { Child, FC } from 'hono/jsx'
import type { Diagram } from './diagram.ts'

const ROW = 18

type Entry = { words: string; sign: Child }

/** What each mark is, beside a sample of it. The samples are 30 wide and centred on 0. */
const entriesOf = ({ bounds, level }: Diagram): Entry[] => [
  {
    words: 'how often it happened; dots by number of forecasts',
    sign: (
      <>
        <path class="curve" d="M0 0H30" />
        <circle class="dot" cx="15" cy="0" r="4.5" />
      </>
    ),
  },
  {
    words: `band: ${Math.round(level * 100)} of 100 calibrated authors, point by point`,
    sign: (
      <>
        <path class="band" d="M0 -5H30V5H0Z" />
        <path class="edge" d="M0 -5H30M0 5H30" />
      </>
    ),
  },
  { words: 'happened as often as said', sign: <path class="diagonal" d="M0 0H30" /> },
  ...(bounds === null
    ? []
    : [{ words: 'where open questions could still take the line', sign: <path class="bounds" d="M0 0H30" /> }]),
  {
    words: 'forecasts by what was said',
    sign: <path class="bar" d="M3 5V-1H9V5ZM12 5V-5H18V5ZM21 5V1H27V5Z" />,
  },
]

/** How high the legend of a diagram is. */
export const legendHeight = (diagram: Diagram): number => entriesOf(diagram).length * ROW

export const Legend: FC<{ diagram: Diagram; top: number }> = ({ diagram, top }) => (
  <g>
    {entriesOf(diagram).map(({ words, sign }, row) => (
      <g transform={`translate(8 ${top + row * ROW + ROW / 2})`}>
        {sign}
        <text class="small" x="38" y="4">
          {words}
        </text>
      </g>
    ))}
  </g>
)
