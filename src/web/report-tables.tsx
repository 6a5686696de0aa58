import type { FC } from 'hono/jsx'
import type { Calibration } from '../queries/report/calibration.ts'
import { percent, share } from './format.ts'
import { Head, TableBox } from './layout.tsx'
import { formWords, isJudged } from './words.ts'

/** Longer tables fold away; beyond this the JSON has the rest. */
const ROWS_SHOWN = 120

type Groups = NonNullable<Calibration['groups']>
type Curve = NonNullable<Calibration['curve']>

const groupNames: Readonly<Record<Groups[number]['range'], string>> = {
  'p <= 1/3': 'at most a third',
  '1/3 < p < 2/3': 'between',
  'p >= 2/3': 'at least two thirds',
}

export const GroupsTable: FC<{ groups: Groups }> = ({ groups }) => (
  <TableBox
    label="Three pooled groups"
    note={<>Three groups by what was said. The interval is Wilson’s, 95&nbsp;%, by family.</>}
  >
    <table>
      <Head words={['Said']} numbers={['On average', 'Happened', 'Forecasts']} />
      <tbody>
        {groups.map(({ range, n, hits, meanForecast, observed, wilson }) => (
          <tr>
            <th scope="row">{groupNames[range]}</th>
            <td class="n">{meanForecast === null ? 'none' : percent(meanForecast)}</td>
            <td class="n">{observed === null || wilson === null ? 'none' : share(observed, wilson)}</td>
            <td class="n">
              {hits} of {n}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableBox>
)

const saidRange = ({ low, high }: Curve['blocks'][number]): string =>
  low === high ? percent(low) : `${percent(low)} to ${percent(high)}`

const BlocksTable: FC<{ blocks: Curve['blocks'] }> = ({ blocks }) => (
  <TableBox
    label="Reliability: steps of the curve"
    note={
      <>
        Reliability: how often it happened when so much was said. Steps of the isotonic (PAV) curve; it has no bins to
        choose.
      </>
    }
  >
    <table>
      <Head words={['Said']} numbers={['Happened', 'Forecasts']} />
      <tbody>
        {blocks.map((block) => (
          <tr>
            <th scope="row">{saidRange(block)}</th>
            <td class="n">{percent(block.recalibrated)}</td>
            <td class="n">
              {block.hits} of {block.n}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableBox>
)

export const CurveTables: FC<{ curve: Curve; json: string }> = ({ curve: { points, blocks }, json }) => (
  <>
    <BlocksTable blocks={blocks} />
    <details>
      <summary>Every point of the curve ({points.length})</summary>
      <TableBox label="Reliability: points of the curve">
        <table>
          <Head words={['Said']} numbers={['Recalibrated', 'Forecasts']} />
          <tbody>
            {points.slice(0, ROWS_SHOWN).map(({ p, n, hits, recalibrated }) => (
              <tr>
                <th scope="row" title={p.toFixed(6)}>
                  {percent(p)}
                </th>
                <td class="n" title={recalibrated.toFixed(6)}>
                  {percent(recalibrated)}
                </td>
                <td class="n">
                  {hits} of {n}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {points.length > ROWS_SHOWN ? <Rest json={json} of={points.length} /> : null}
    </details>
  </>
)

const Rest: FC<{ json: string; of: number }> = ({ json, of }) => (
  <p class="note">
    {of - ROWS_SHOWN} more in <a href={json}>the JSON of this report</a>.
  </p>
)

type Counted = Calibration['counts'][number]

const CountRow: FC<{ count: Counted }> = ({ count: { form, probability, n, hits, pending, void: voided } }) => {
  const { said, of } = formWords(form)
  return (
    <tr>
      <th scope="row">{said}</th>
      <td>{of}</td>
      <td class="n" title={probability.toFixed(6)}>
        {percent(probability)}
        {isJudged(form) ? '*' : ''}
      </td>
      <td class="n">
        {hits} of {n}
      </td>
      <td class="n">{pending}</td>
      <td class="n">{voided}</td>
    </tr>
  )
}

/** The sufficient statistic: what was said, how often, and how often the event happened. */
export const CountsTable: FC<{ counts: Calibration['counts']; json: string }> = ({ counts, json }) => {
  const sorted = [...counts].sort((a, b) => a.probability - b.probability)
  return (
    <details open={counts.length <= 12}>
      <summary>What was said, form by form ({counts.length})</summary>
      <TableBox
        label="Counts by form"
        note={
          <>
            The probability is always that of the event; words said of its opposite (−) are turned round. Values marked
            * are a judgement of the lexicon’s makers, the others come from surveys of readers.
          </>
        }
      >
        <table>
          <Head words={['Said', 'Of']} numbers={['Probability', 'Happened', 'Pending', 'Void']} />
          <tbody>
            {sorted.slice(0, ROWS_SHOWN).map((count) => (
              <CountRow count={count} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {sorted.length > ROWS_SHOWN ? <Rest json={json} of={sorted.length} /> : null}
    </details>
  )
}
