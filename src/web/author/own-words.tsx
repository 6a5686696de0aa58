import type { FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import type { ShownPhrase, ShownWords } from '../../queries/report/shown-words.ts'
import { percent, share } from '../format.ts'
import { Head, TableBox } from '../layout.tsx'
import { Part, together } from './parts.tsx'
import { reportQuery } from './report-links.tsx'

/** Phrases of one table; the API has the rest. */
const SHOWN = 30

const saidOf = ({ phrase }: ShownPhrase): string => `“${phrase.replaceAll('-', ' ')}”`

const PhraseRow: FC<{ one: ShownPhrase }> = ({ one }) => {
  const { n, hits, pending, readers, frequency } = one
  return (
    <tr>
      <th scope="row">{saidOf(one)}</th>
      <td class="n">
        {hits} of {n}
      </td>
      <td class="n">{frequency === null ? 'too few uses' : percent(frequency)}</td>
      <td class="n">{share(readers.mean, readers)}</td>
      <td class="n">{pending}</td>
    </tr>
  )
}

const PhraseTable: FC<{ phrases: readonly ShownPhrase[]; label: string; note: string }> = ({
  phrases,
  label,
  note,
}) => (
  <TableBox label={label} note={note}>
    <table>
      <Head words={['Called']} numbers={['Happened', 'Share', 'Readers hear', 'Due, not settled']} />
      <tbody>
        {phrases.slice(0, SHOWN).map((one) => (
          <PhraseRow one={one} />
        ))}
      </tbody>
    </table>
  </TableBox>
)

const orderWords = ({ order }: ShownWords): string | null => {
  if (order === null || order.tau === null) return null
  const [first] = order.violations
  const against = first
    ? ` What was called “${first.lower.replaceAll('-', ' ')}” happened more often than what was called “${first.higher.replaceAll('-', ' ')}”.`
    : ' No two of them came true the other way round.'
  return `Words in the order in which readers hear them: Kendall’s tau ${order.tau.toFixed(2)}, 1 as ordered, −1 reversed.${against}`
}

const two = (value: number): string => value.toFixed(2)

/** Between what the score lies when words mean what other lexicons, or other readers, take them to mean. */
const Range: FC<{ scores: NonNullable<ShownWords['scores']> }> = ({ scores }) => (
  <details>
    <summary>The score under every lexicon</summary>
    <TableBox
      label="Mean Brier score under every lexicon"
      note={`Mean Brier score of all ${scores.statements} statements, ${scores.inWords} of them in words, when words are read otherwise. Standards are comparable only where they cover the same statements.`}
    >
      <table>
        <Head words={['Read by']} numbers={['Score', 'Lowest', 'Highest', 'Statements']} />
        <tbody>
          <tr>
            <th scope="row">The mean of what readers hear: the headline</th>
            <td class="n">{two(scores.atMean)}</td>
            <td class="n">{two(scores.bounds.shared.lowest)}</td>
            <td class="n">{two(scores.bounds.shared.highest)}</td>
            <td class="n">{scores.statements}</td>
          </tr>
          <tr>
            <th scope="row">The median of what readers hear</th>
            <td class="n">{two(scores.atMedian)}</td>
            <td class="n">–</td>
            <td class="n">–</td>
            <td class="n">{scores.statements}</td>
          </tr>
          <tr>
            <th scope="row">
              Every reader in turn
              <small>of it {two(scores.lexiconVariance)} is how much readers disagree: no fault of the author</small>
            </th>
            <td class="n">{two(scores.expectedBrier)}</td>
            <td class="n">–</td>
            <td class="n">–</td>
            <td class="n">{scores.statements}</td>
          </tr>
          {scores.yardsticks
            .filter(({ covered }) => covered > 0)
            .map(({ yardstick, midpoint, shared, covered }) => (
              <tr>
                <th scope="row">{yardstick}</th>
                <td class="n">{midpoint === null ? '–' : two(midpoint)}</td>
                <td class="n">{shared === null ? '–' : two(shared.lowest)}</td>
                <td class="n">{shared === null ? '–' : two(shared.highest)}</td>
                <td class="n">{covered}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </TableBox>
  </details>
)

const Hedges: FC<Pick<ShownWords, 'hedges'>> = ({ hedges: { statements, hedged, share: hedgedShare, interval } }) =>
  hedgedShare === null || statements === 0 ? null : (
    <p class="note">
      {hedged} of the {statements} statements that fell due only said may, might, could or possible (
      {interval ? share(hedgedShare, interval) : percent(hedgedShare)}): recorded and resolved, in no score.
    </p>
  )

/** What an author's words came to: of the things called likely, how many happened. */
export const OwnWords: FC<AuthorView> = ({ author, part, words }) => {
  const { phrases, weak, scores } = words
  const said = phrases.filter(({ n, pending }) => n + pending > 0)
  if (said.length + weak.length === 0) return null
  const order = orderWords(words)
  const inWords = scores !== null && scores.inWords > 0 ? scores : null
  return (
    <Part id="words" title="The author’s own words">
      <ul class="told">
        {said.flatMap(({ sentence }) => (sentence === null ? [] : [<li>{together(sentence)}</li>])).slice(0, SHOWN)}
      </ul>
      {said.length > 0 ? (
        <PhraseTable
          phrases={said}
          label="The author’s own lexicon"
          note="Of what was called so, how much happened, of the event as it was asserted. Readers hear: mean, 5 % and 95 % of readers, or of the makers’ judgement."
        />
      ) : null}
      {order === null ? null : <p>{order}</p>}
      {inWords ? <Range scores={inWords} /> : null}
      {weak.length > 0 ? (
        <details>
          <summary>Weak hedges, in no score ({weak.length})</summary>
          <PhraseTable
            phrases={weak}
            label="Weak hedges"
            note="They commit to nothing: recorded and resolved, in no score."
          />
        </details>
      ) : null}
      <Hedges hedges={words.hedges} />
      <p class="note">
        <a href={`/v1/authors/${encodeURIComponent(author.slug)}/lexicon?${reportQuery(part)}`}>
          The own lexicon as JSON
        </a>
        , with intervals and published standards.
      </p>
    </Part>
  )
}
