import type { FC } from 'hono/jsx'
import type { Comparison } from '../../queries/comparing/comparison-schema.ts'
import type { AuthorView } from '../../queries/report/author-view.ts'
import type { ShownReference } from '../../queries/report/shown-references.ts'
import { difference, signed } from '../format.ts'
import { FigureText, Head, TableBox } from '../layout.tsx'
import { referenceNames } from '../words.ts'
import { Part, together } from './parts.tsx'
import { reportQuery } from './report-links.tsx'

const findings: Readonly<Record<NonNullable<Comparison['finding']>, string>> = {
  ahead: 'better, however often one looks',
  behind: 'worse, however often one looks',
  'not-distinguishable': 'cannot be told apart',
}

const nameOf = ({ kind, baseline }: Comparison): string =>
  kind === 'baseline' && baseline ? referenceNames[baseline] : referenceNames.others

const Row: FC<{ one: Comparison }> = ({ one }) => {
  const { difference: found, anytime, common, families, finding, withheld } = one
  if (!found)
    return (
      <tr>
        <th scope="row">{nameOf(one)}</th>
        <td colspan={3}>{together(withheld[0]?.rule ?? 'nothing in common')}</td>
        <td class="n">{common}</td>
      </tr>
    )
  const { sequence = null } = anytime ?? {}
  return (
    <tr>
      <th scope="row">
        {nameOf(one)}
        <small>{families} families in common</small>
      </th>
      <td class="n">
        <FigureText figure={difference(found.value, found.interval)} />
      </td>
      <td class="n">{sequence ? `${signed(sequence.low, 2)} to ${signed(sequence.high, 2)}` : 'none yet'}</td>
      <td>{finding ? findings[finding] : ''}</td>
      <td class="n">{common.toLocaleString('en-GB')}</td>
    </tr>
  )
}

const Live: FC<{ comparisons: readonly Comparison[] }> = ({ comparisons }) => {
  const met = comparisons.filter(({ common }) => common > 0)
  if (met.length === 0) return <p>Nobody else, and no recorded baseline, stands beside these questions.</p>
  return (
    <>
      <TableBox
        label="Beside others on common questions"
        note="Mean Brier of the other less the author’s, on the questions that both answered: above 0 the author is better. In brackets the 95 % interval, clustered by family; the confidence sequence holds at all times at once, of what both said first."
      >
        <table>
          <Head words={['Beside']} numbers={['Difference', 'Confidence sequence', 'Finding', 'Questions']} />
          <tbody>
            {met.map((one) => (
              <Row one={one} />
            ))}
          </tbody>
        </table>
      </TableBox>
      <ul class="told">{met.flatMap(({ sentence }) => (sentence === null ? [] : [<li>{together(sentence)}</li>]))}</ul>
    </>
  )
}

const Kept: FC<{ references: readonly ShownReference[] }> = ({ references }) => (
  <TableBox
    label="Beside others on common questions"
    note="Mean Brier of the other less the author’s, on the questions that both answered: above 0 the author is better. In brackets the 95 % interval, clustered by family."
  >
    <table>
      <Head words={['Beside']} numbers={['Difference', 'Questions', 'Families']} />
      <tbody>
        {references.map(({ reference, n, difference: found }) => (
          <tr>
            <th scope="row">{referenceNames[reference]}</th>
            <td class="n">{found ? <FigureText figure={difference(found.value, found.interval)} /> : 'withheld'}</td>
            <td class="n">{n.toLocaleString('en-GB')}</td>
            <td class="n">{(found?.families ?? 0).toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableBox>
)

/** What a confidence sequence needs is every statement of everybody on these questions: of many it is asked for by itself. */
const More: FC<Pick<AuthorView, 'author' | 'part'> & { folded: boolean }> = ({ author, part, folded }) => {
  const href = `/v1/authors/${encodeURIComponent(author.slug)}/comparisons?${reportQuery(part)}`
  return (
    <p class="note">
      {folded ? (
        <>
          The confidence sequence, which holds however often one looks, is made anew when it is asked for:{' '}
          <a href={href}>comparisons as JSON</a>; add <code>&amp;with=</code> and a short name for one other author.
        </>
      ) : (
        <>
          <a href={href}>Comparisons as JSON</a>; add <code>&amp;with=</code> and a short name for one other author.
        </>
      )}
    </p>
  )
}

/** How the author did beside others on common questions; nothing where a rule withholds it, which is told at the end. */
export const Versus: FC<AuthorView & { references: readonly ShownReference[] }> = (view) => {
  const { comparisons, notCompared, references } = view
  if (notCompared !== null) return null
  const beside = references.filter(
    ({ reference, n }) => n > 0 && reference !== 'half' && reference !== 'in-sample-base-rate',
  )
  return (
    <Part id="versus" title="Beside others">
      {comparisons ? (
        <Live comparisons={comparisons.comparisons} />
      ) : beside.length > 0 ? (
        <Kept references={beside} />
      ) : (
        <p>Nobody else, and no recorded baseline, stands beside these questions in the report of the night.</p>
      )}
      <More {...view} folded={comparisons === null} />
    </Part>
  )
}
