import type { FC } from 'hono/jsx'
import type { Calibration } from '../../queries/report/calibration.ts'
import type { ShownReference } from '../../queries/report/shown-references.ts'
import { brier, difference, percent } from '../format.ts'
import { FigureText, Head, TableBox } from '../layout.tsx'
import { referenceNames } from '../words.ts'
import { chance, Fact, Part } from './parts.tsx'

/** Below this many families the first averages are early days. */
const EARLY_DAYS = 30

const BrierFact: FC<{ report: Calibration }> = ({ report }) => {
  if (!report.brier) return null
  const { mean, interval } = report.brier
  return (
    <Fact name="Mean Brier score">
      <span class="headline">
        <FigureText figure={brier(mean, { low: interval?.low ?? null, high: interval?.high ?? null })} />
      </span>
      {report.families < EARLY_DAYS ? <span class="tag"> early days</span> : null}
      <br />
      <small>
        The average penalty: 0 best, 1 worst. Saying 50&nbsp;% every time would score 0.25.{' '}
        {interval ? 'In brackets the 95 % interval, clustered by family.' : 'One family alone gives no interval.'}
      </small>
    </Fact>
  )
}

const hitWords = ({ hits, n, families, expectedHits, hitTest, familyHitTest }: Calibration): string => {
  const said = `${hits} of ${n} happened; what was said adds up to ${expectedHits?.toFixed(1)}`
  if (!hitTest) return `${said}.`
  const rare = `${said}. A difference at least as rare has probability ${chance(hitTest.twoSided)} if every forecast is right and the questions are independent`
  if (families === n || !familyHitTest) return `${rare}.`
  return `${rare}, ${chance(familyHitTest.twoSided)} if those of a family stand or fall together.`
}

const BoundsFact: FC<{ bounds: NonNullable<Calibration['bounds']>; pending: number }> = ({ bounds, pending }) => (
  <Fact name="Bounds">
    With {pending} pending, mean Brier could still end anywhere from {bounds.brier.lowest.toFixed(2)} to{' '}
    {bounds.brier.highest.toFixed(2)} ({bounds.allYes.toFixed(2)} if all of them happen, {bounds.allNo.toFixed(2)} if
    none does), the share that happened from {percent(bounds.hitRate.lowest)} to {percent(bounds.hitRate.highest)}.
  </Fact>
)

const figureOf = (value: number | null) =>
  value === null ? 'withheld' : <FigureText figure={brier(value, { low: null, high: null })} />

const ReferenceRow: FC<{ one: ShownReference }> = ({ one }) => (
  <tr>
    <th scope="row">
      {referenceNames[one.reference]}
      {one.inSample ? <small>has seen the outcomes: no fair rival</small> : null}
      {one.rule === null ? null : <small>{one.rule}</small>}
    </th>
    <td class="n">{figureOf(one.brier)}</td>
    <td class="n">{figureOf(one.own)}</td>
    <td class="n">
      {one.difference === null ? (
        'withheld'
      ) : (
        <FigureText figure={difference(one.difference.value, one.difference.interval)} />
      )}
    </td>
    <td class="n">{one.n.toLocaleString('en-GB')}</td>
  </tr>
)

/** References of which there is something to say, in a table; of the rest the reason alone. */
const References: FC<{ references: readonly ShownReference[] }> = ({ references }) => {
  const shown = references.filter(
    ({ n, brier: theirs, difference: found }) => n > 0 && (theirs !== null || found !== null),
  )
  const absent = references.filter((one) => !shown.includes(one) && one.rule !== null)
  return (
    <>
      {shown.length === 0 ? null : (
        <TableBox
          label="References on the same questions"
          note="What others would have scored on the same questions. Difference: above 0 the author is better; in brackets the 95 % interval, clustered by family."
        >
          <table>
            <Head words={['Reference']} numbers={['Its score', 'The author’s', 'Difference', 'Questions']} />
            <tbody>
              {shown.map((one) => (
                <ReferenceRow one={one} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {absent.length === 0 ? null : <p class="note">Not held against: {absent.map(({ rule }) => rule).join('; ')}.</p>}
    </>
  )
}

/** How far what was said lay from what happened, beside what others would have scored; nothing of too few. */
export const Accuracy: FC<{ report: Calibration; references: readonly ShownReference[] }> = ({
  report,
  references,
}) => {
  const { hits, baseRate, bounds, pending, brier: score } = report
  if (hits === null || report.n === 0) return null
  return (
    <Part id="accuracy" title="Accuracy">
      <dl class="facts">
        <BrierFact report={report} />
        <Fact name="Hits against expectation">{hitWords(report)}</Fact>
        {baseRate === null ? null : <Fact name="Base rate">{percent(baseRate)} of the events happened.</Fact>}
        {bounds && pending > 0 ? <BoundsFact bounds={bounds} pending={pending} /> : null}
      </dl>
      {score === null ? null : <References references={references.filter(({ reference }) => reference !== 'others')} />}
    </Part>
  )
}
