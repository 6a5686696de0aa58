import type { FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { OneBar } from '../charts/one-bar.tsx'
import { percent } from '../format.ts'
import { Head, TableBox } from '../layout.tsx'
import { Fact, Part, sentenceAbout, together } from './parts.tsx'

/** Whether what was called likelier happened more often. */
export const Discrimination: FC<AuthorView> = ({ report: { figures, sentences } }) => {
  const { auc, decomposition } = figures
  if (!auc && !decomposition) return null
  const sentence = sentenceAbout(sentences, 'auc')
  return (
    <Part id="discrimination" title="Discrimination">
      {sentence === null ? null : <p>{together(sentence)}</p>}
      <dl class="facts">
        {auc ? (
          <Fact name="AUC">
            <span title={auc.auc.toFixed(6)}>{auc.auc.toFixed(2)}</span>
            {auc.interval ? ` (${auc.interval.low.toFixed(2)} to ${auc.interval.high.toFixed(2)})` : ''}; {percent(0.5)}{' '}
            is chance, 1 is best
          </Fact>
        ) : null}
        {decomposition ? (
          <Fact name="Insight (DSC)">
            <span title={decomposition.dsc.toFixed(6)}>{decomposition.dsc.toFixed(3)}</span> of a possible{' '}
            {decomposition.unc.toFixed(3)}: what telling the questions apart takes off the penalty
          </Fact>
        ) : null}
      </dl>
    </Part>
  )
}

/** The penalty as one bar. */
export const ScoreBar: FC<AuthorView> = ({ author, report: { figures, sentences } }) => {
  const { brier, decomposition } = figures
  if (!brier || !decomposition) return null
  const { mcb, dsc, unc } = decomposition
  const rows: [name: string, value: number, meaning: string][] = [
    ['Miscalibration (MCB)', mcb, 'what saying other numbers for the same order would have saved'],
    ['Insight (DSC)', dsc, 'what telling likely from unlikely questions took off'],
    ['Difficulty of the questions (UNC)', unc, 'the penalty of saying how many happened, of each'],
    ['Mean Brier score', brier.mean, 'miscalibration − insight + difficulty'],
  ]
  return (
    <Part id="bar" title="Where the penalty comes from">
      <p>{together(sentenceAbout(sentences, 'mcb') ?? '')}</p>
      <figure class="diagram">
        <OneBar parts={{ brier: brier.mean, mcb, dsc, unc }} id="one-bar" of={author.name} />
        <figcaption>
          <p>Mean Brier score = miscalibration − insight + difficulty of the questions.</p>
        </figcaption>
      </figure>
      <details>
        <summary>The numbers of the bar</summary>
        <TableBox label="The parts of the mean Brier score">
          <table>
            <Head words={['Part', 'What it is']} numbers={['Value']} />
            <tbody>
              {rows.map(([name, value, meaning]) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{meaning}</td>
                  <td class="n" title={value.toFixed(6)}>
                    {value.toFixed(3)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </Part>
  )
}
