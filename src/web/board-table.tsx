import type { FC } from 'hono/jsx'
import type { Leaderboard, LeaderboardRow } from '../queries/leaderboard.ts'
import { brier, difference } from './format.ts'
import { FigureText, Head, TableBox } from './layout.tsx'
import { authorHref, timingTitles, voiceTitles } from './words.ts'

/** A longer board goes on in its JSON. */
const ROWS_SHOWN = 100
const TIES_NAMED = 3

type Names = ReadonlyMap<string, string>

const tieWords = ({ tiedWith }: LeaderboardRow, names: Names): string => {
  const known = tiedWith.slice(0, TIES_NAMED).map((slug) => names.get(slug) ?? slug)
  const more = tiedWith.length - known.length
  const all = more > 0 ? [...known, `${more} more`] : known
  return `tie: cannot be told apart from ${all.join(', ')}`
}

const RankCell: FC<{ row: LeaderboardRow }> = ({ row }) => {
  if (row.rank === null) return <td class="figure">–</td>
  return (
    <td class="figure">
      {row.rank}
      {row.tiedWith.length > 0 ? ' =' : ''}
      {row.provisional ? <small class="tag">provisional</small> : null}
    </td>
  )
}

const DifferenceCell: FC<{ row: LeaderboardRow; names: Names }> = ({ row, names }) => {
  if (!row.difference) return <td class="wrap">not ranked: {row.notRanked ?? 'nobody to compare with'}</td>
  const { mean, commonQuestions } = row.difference
  return (
    <td class="wrap">
      <FigureText figure={difference(mean, row.difference)} />
      <small>on {commonQuestions} common questions</small>
      {row.tiedWith.length > 0 ? <small>{tieWords(row, names)}</small> : null}
    </td>
  )
}

const withheldRule = ({ withheld }: LeaderboardRow, field: string): string =>
  withheld.find((one) => one.field === field)?.rule ?? 'nothing settled yet'

const boundsWords = ({ lowest, highest }: { lowest: number; highest: number }): string =>
  `once all is settled: between ${lowest.toFixed(2)} and ${highest.toFixed(2)}`

const BrierCell: FC<{ row: LeaderboardRow; entered: boolean }> = ({ row, entered }) => {
  const { bounds, pending } = row
  const showsBounds = bounds !== null && (!entered || pending > 0)
  return (
    <td class="wrap">
      {row.brier ? (
        <FigureText figure={brier(row.brier.mean, row.brier)} />
      ) : (
        <small>withheld: {withheldRule(row, 'brier')}</small>
      )}
      {showsBounds ? <small>{boundsWords(bounds)}</small> : null}
    </td>
  )
}

const Row: FC<{ row: LeaderboardRow; names: Names; entered: boolean }> = ({ row, names, entered }) => (
  <tr>
    <RankCell row={row} />
    <th scope="row">
      <a href={authorHref(row.author.slug)}>{row.author.name}</a>
      <small>{row.author.kind}</small>
    </th>
    <DifferenceCell row={row} names={names} />
    <BrierCell row={row} entered={entered} />
    <td class="n">{row.n}</td>
    <td class="n">{row.families}</td>
    <td class="n">{row.pending}</td>
    <td class="n">{row.void}</td>
  </tr>
)

const BoardNote: FC<{ rows: LeaderboardRow[] }> = ({ rows }) => (
  <>
    {rows.some(({ rank }) => rank !== null)
      ? 'Ordered by the difference from the others: their mean Brier score less this author’s on common questions, so above zero is better.'
      : 'Nobody is ranked here; the rows stand in alphabetical order.'}{' '}
    In brackets 95&nbsp;% intervals, clustered by family.
  </>
)

/** The rows of one board, ranked ones first. */
export const BoardTable: FC<{ board: Leaderboard; json: string }> = ({ board, json }) => {
  const { rows, timing, voice, cohort } = board
  const names = new Map(rows.map(({ author }) => [author.slug, author.name]))
  const label = `${timingTitles[timing]}, ${voiceTitles[voice]}`
  return (
    <>
      <TableBox label={`${board.collection.name}: ${label}`} note={<BoardNote rows={rows} />}>
        <table>
          <Head
            words={['Rank', 'Author', 'Difference from the others', 'Mean Brier']}
            numbers={['Settled', 'Families', 'Pending', 'Void']}
          />
          <tbody>
            {rows.slice(0, ROWS_SHOWN).map((row) => (
              <Row row={row} names={names} entered={cohort.entered} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {rows.length > ROWS_SHOWN ? (
        <p class="note">
          {rows.length - ROWS_SHOWN} more in <a href={json}>the JSON of this board</a>.
        </p>
      ) : null}
    </>
  )
}
