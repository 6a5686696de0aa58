import type { FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { brier } from '../format.ts'
import { FigureText, Head, TableBox } from '../layout.tsx'
import { Part } from './parts.tsx'

type Box = NonNullable<NonNullable<AuthorView['report']['judgement']['judged']>['robustness']>
type Check = Box['checks'][number]

const checkWords: Readonly<Record<Check['check'], string>> = {
  'without-largest': 'Without the five largest contributions',
  'one-per-family': 'One statement a family',
  'first-forecast': 'The first forecast on each question',
  'final-forecast': 'The last forecast on each question',
  'due-cohorts': 'Only cohorts that have entered',
  lexicon: 'Words read by',
  coder: 'Read by another coder',
}

const changed = ({ sideChanges, verdictChanges }: Check): string =>
  [sideChanges ? 'better or worse changes' : '', verdictChanges ? 'the verdict changes' : '']
    .filter(Boolean)
    .join('; ') || 'nothing changes'

const Row: FC<{ check: Check }> = ({ check }) => (
  <tr>
    <th scope="row">
      {checkWords[check.check]}
      {check.by === null ? '' : ` ${check.by}`}
      <small>{check.affected} left out or read differently</small>
    </th>
    <td class="n">
      {check.brier === null ? (
        'withheld'
      ) : (
        <FigureText
          figure={brier(check.brier, { low: check.interval?.low ?? null, high: check.interval?.high ?? null })}
        />
      )}
    </td>
    <td class="n">
      {check.n} <small>{check.families} families</small>
    </td>
    <td>{changed(check)}</td>
  </tr>
)

/** The score made anew under other choices, as the newest night kept it; nothing where it kept none. */
export const Robustness: FC<AuthorView> = ({ report: { judgement, figures } }) => {
  const box = judgement.judged?.robustness
  if (!box || !figures.brier || box.headline.brier === null) return null
  const flips = box.checks.filter(({ sideChanges, verdictChanges }) => sideChanges || verdictChanges).length
  return (
    <Part id="robustness" title="Robustness">
      <p>
        {flips === 0
          ? `The score was made anew in ${box.checks.length} other ways, and neither side nor verdict changes in any of them.`
          : `The score was made anew in ${box.checks.length} other ways; in ${flips} of them side or verdict changes.`}
      </p>
      <details open={flips > 0}>
        <summary>What was changed, and what came of it</summary>
        <TableBox label="Robustness">
          <table>
            <Head words={['Otherwise']} numbers={['Mean Brier', 'Statements', 'Against the headline']} />
            <tbody>
              {box.checks.map((check) => (
                <Row check={check} />
              ))}
            </tbody>
          </table>
        </TableBox>
        {box.notApplicable.length > 0 ? (
          <ul class="small">
            {box.notApplicable.map(({ check, reason }) => (
              <li>
                {checkWords[check]}: {reason}
              </li>
            ))}
          </ul>
        ) : null}
      </details>
    </Part>
  )
}
