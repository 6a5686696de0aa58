import type { Child, FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import type { Calibration } from '../../queries/report/calibration.ts'
import { captionOf } from '../charts/diagram.ts'
import { ReliabilityDiagram } from '../charts/reliability-diagram.tsx'
import { counted, percent, share, signed } from '../format.ts'
import { Head, InstantTime, TableBox } from '../layout.tsx'
import { CurveTables, GroupsTable } from '../report-tables.tsx'
import { chance, Fact, Part, ruleOf, together, withInterval } from './parts.tsx'
import { reportQuery } from './report-links.tsx'

const points = (value: number): string => signed(100 * value, 0)

/** How sure what was said was of the side it leaned to, against how often that side came. */
export const ClaimedAndRight: FC<{ report: Calibration }> = ({ report: { leaning, groups } }) => {
  if (!leaning && !groups) return null
  return (
    <Part id="claimed" title="Claimed and right">
      {leaning ? (
        <dl class="facts">
          <Fact name="Claimed">{percent(leaning.claimed.value)} on average, for the side each leaned to</Fact>
          <Fact name="Right">
            {leaning.right.interval ? share(leaning.right.value, leaning.right.interval) : percent(leaning.right.value)}{' '}
            of the time
          </Fact>
          <Fact name="Over-confidence">
            {withInterval(leaning.overconfidence.value, leaning.overconfidence.interval, points)} points{' '}
            <small>above 0 more was claimed than came; 95&nbsp;% interval, clustered by family</small>
          </Fact>
        </dl>
      ) : null}
      {groups ? <GroupsTable groups={groups} /> : null}
    </Part>
  )
}

/** What was said against what happened, with its numbers behind it. */
export const Reliability: FC<AuthorView & { api: (ending: '' | '.svg' | '.csv') => string }> = ({
  report,
  api,
  part,
}) => {
  const { figures } = report
  const caption = captionOf(figures)
  if (caption === null || figures.curve === null) return null
  return (
    <Part id="diagram" title="Reliability diagram">
      <figure class="diagram">
        <ReliabilityDiagram
          report={figures}
          collection={part.collection?.name ?? null}
          id={`diagram-${part.timing}-${part.voice}`}
        />
        <figcaption>
          <p>{caption}</p>
          <p>
            <a href={api('.svg')}>The diagram as SVG</a>, <a href={api('.csv')}>its numbers as CSV</a>
          </p>
        </figcaption>
      </figure>
      <details>
        <summary>The numbers of the diagram</summary>
        <CurveTables curve={figures.curve} json={api('')} />
      </details>
    </Part>
  )
}

type Row = { name: string; here: Child; target: string; note?: string }

const score = (value: number): string => value.toFixed(3)
const two = (value: number): string => signed(value, 2).replace('+', '')
const eValue = (e: number | 'Infinity'): string => {
  if (e === 'Infinity') return 'infinite: a certainty failed'
  return e > 10_000 ? 'over 10,000' : e.toFixed(1)
}

const rowsOf = ({
  slope,
  gap,
  hitTest,
  familyHitTest,
  decomposition,
  eValue: e,
  spiegelhalter,
}: Calibration): Row[] => [
  ...(slope
    ? [
        {
          name: 'Slope',
          here: withInterval(slope.slope.value, slope.slope.interval, two),
          target: '1',
          note: 'below 1 over-confident, above 1 under-confident; Cox recalibration, 95 % interval',
        },
      ]
    : []),
  ...(gap
    ? [
        {
          name: 'Said minus happened, in points',
          here: withInterval(gap.value, gap.interval, points),
          target: '0',
          note: `above 0 more was said than happened${hitTest ? `; exact p ${chance(hitTest.twoSided)} if questions are independent` : ''}${familyHitTest ? `, ${chance(familyHitTest.twoSided)} if families stand or fall together` : ''}`,
        },
      ]
    : []),
  ...(decomposition
    ? [
        {
          name: 'Miscalibration (MCB)',
          here: score(decomposition.mcb),
          target: `about ${score(decomposition.chance.mean)} by luck alone`,
          note: `95 of 100 calibrated authors stay below ${score(decomposition.chance.most)}`,
        },
      ]
    : []),
  ...(e
    ? [
        {
          name: 'Evidence against calibration (e-value)',
          here: eValue(e.e),
          target: 'about 1 or less',
          note: '6 hints, 20 is strong, however often one looks',
        },
      ]
    : []),
  ...(spiegelhalter
    ? [
        {
          name: 'Spiegelhalter’s z, over families',
          here: signed(spiegelhalter.z, 2),
          target: '0',
          note: `p ${chance(spiegelhalter.p)}; above 0 over-confident`,
        },
      ]
    : []),
]

/** The verdict of the newest night, or why there is none. */
export const Verdict: FC<AuthorView> = ({ report: { judgement, figures } }) => {
  const { judged, notJudged } = judgement
  const rule = ruleOf(figures.withheld, 'curve') ?? ruleOf(judged?.withheld ?? [], 'verdict')
  if (judged?.verdict)
    return (
      <p>
        <strong>{together(judged.verdict.sentence)}</strong>{' '}
        <small>
          As a night judged it, <InstantTime at={judged.snapshot.at} />, on {counted(judged.n, 'forecast')} in{' '}
          {counted(judged.families, 'family', 'families')}.
        </small>
      </p>
    )
  return <p>There is no verdict: {notJudged ?? rule ?? 'questions that are due wait to be settled'}.</p>
}

/** The words that the evidence allows, and the evidence. */
export const CalibrationVerdict: FC<AuthorView> = (view) => {
  const { figures } = view.report
  const rows = figures.slope || figures.eValue || figures.decomposition || figures.curve ? rowsOf(figures) : []
  if (rows.length === 0) return null
  return (
    <Part id="verdict" title="Verdict on calibration">
      <Verdict {...view} />
      <TableBox label="The evidence on calibration">
        <table>
          <Head words={['Evidence', 'Here', 'If calibrated']} />
          <tbody>
            {rows.map(({ name, here, target, note }) => (
              <tr>
                <th scope="row">
                  {name}
                  {note ? <small>{together(note)}</small> : null}
                </th>
                <td>{here}</td>
                <td>{target}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p class="note">
        Words come from the strength of the e-value, after a test over every author of the board; their direction from
        the intervals. <a href="/methods">How words are chosen</a>.
      </p>
    </Part>
  )
}

/** The address of a report of the API, with its files. */
export const apiOf =
  ({ author, part }: Pick<AuthorView, 'author' | 'part'>) =>
  (ending: '' | '.svg' | '.csv' = ''): string =>
    `/v1/authors/${encodeURIComponent(author.slug)}/calibration${ending}?${reportQuery(part)}`
