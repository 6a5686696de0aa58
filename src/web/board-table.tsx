import type { FC } from 'hono/jsx'
import type { Leaderboard, LeaderboardRow } from '../queries/board/leaderboard.ts'
import { brier, difference, percent } from './format.ts'
import { FigureText, Head, TableBox } from './layout.tsx'
import { authorHref, referenceNames, timingTitles, voiceTitles } from './words.ts'

/** A longer board goes on in its JSON. */
const ROWS_SHOWN = 100
const TIES_NAMED = 3

type Names = ReadonlyMap<string, string>
/** What the board has: entered cohorts, and whether anybody has a verdict or an adjusted score. */
type Shows = { entered: boolean; verdicts: boolean; adjusted: boolean }

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
      {row.rankInterval ? (
        <small>
          {row.rankInterval.low} to {row.rankInterval.high}
        </small>
      ) : null}
      {row.provisional ? <small class="tag">provisional</small> : null}
    </td>
  )
}

/** The shrunk difference where there is one, for that is what the rank goes by; as measured it stands in small. */
const DifferenceCell: FC<{ row: LeaderboardRow; names: Names }> = ({ row, names }) => {
  const { shrunk, notRanked } = row
  if (!row.difference) return <td class="wrap">not ranked: {notRanked ?? 'nobody to compare with'}</td>
  const { value, interval, n } = row.difference
  const measured = difference(value, interval)
  return (
    <td class="wrap">
      <FigureText figure={shrunk ? difference(shrunk.value, shrunk) : measured} />
      {shrunk ? <small>as measured {measured.text}</small> : null}
      <small>on {n} common questions</small>
      {row.saidBefore === null ? null : (
        <small>the others had said {percent(row.saidBefore)} of theirs by the time of this author’s</small>
      )}
      {notRanked ? <small>not ranked: {notRanked}</small> : null}
      {row.tiedWith.length > 0 ? <small>{tieWords(row, names)}</small> : null}
    </td>
  )
}

const withheldRule = ({ withheld }: LeaderboardRow, field: string): string =>
  withheld.find((one) => one.field === field)?.rule ?? 'nothing settled yet'

const boundsWords = ({ lowest, highest }: { lowest: number; highest: number }): string =>
  `once all is settled: between ${lowest.toFixed(2)} and ${highest.toFixed(2)}`

/** The score as if everybody had answered questions of one difficulty; where nobody has one the note of the board says why. */
const AdjustedLine: FC<{ row: LeaderboardRow; anybody: boolean }> = ({ row, anybody }) => {
  const { adjusted, notAdjusted } = row
  if (adjusted)
    return (
      <small>
        adjusted for difficulty <FigureText figure={brier(adjusted.value, adjusted)} />, on {adjusted.n} questions
      </small>
    )
  return anybody ? <small>not adjusted for difficulty: {notAdjusted}</small> : null
}

const BrierCell: FC<{ row: LeaderboardRow; shows: Shows }> = ({ row, shows }) => {
  const { bounds, pending } = row
  const showsBounds = bounds !== null && (!shows.entered || pending > 0)
  return (
    <td class="wrap">
      {row.brier ? (
        <FigureText figure={brier(row.brier.mean, row.brier)} />
      ) : (
        <small>withheld: {withheldRule(row, 'brier')}</small>
      )}
      {showsBounds ? <small>{boundsWords(bounds)}</small> : null}
      <AdjustedLine row={row} anybody={shows.adjusted} />
    </td>
  )
}

const VerdictCell: FC<{ row: LeaderboardRow }> = ({ row }) => (
  <td class="verdict">
    {row.verdict ? row.verdict.sentence : <small>no verdict: {withheldRule(row, 'verdict')}</small>}
  </td>
)

const Row: FC<{ row: LeaderboardRow; names: Names; shows: Shows }> = ({ row, names, shows }) => (
  <tr>
    <RankCell row={row} />
    <th scope="row">
      <a href={authorHref(row.author.slug)} dir="auto">
        {row.author.name}
      </a>
      <small>{row.author.kind}</small>
    </th>
    <DifferenceCell row={row} names={names} />
    <BrierCell row={row} shows={shows} />
    {shows.verdicts ? <VerdictCell row={row} /> : null}
    <td class="n">{row.n}</td>
    <td class="n">{row.families}</td>
    <td class="n">{row.pending}</td>
    <td class="n">{row.void}</td>
  </tr>
)

type Reference = Leaderboard['references'][number]

/** A forecaster that nobody is: the cells of what an author alone can have stay empty. */
const ReferenceLine: FC<{ row: Reference; shows: Shows }> = ({ row, shows }) => (
  <tr>
    <td class="figure">–</td>
    <th scope="row">
      {referenceNames[row.reference]}
      {row.inSample ? <small>has seen the outcomes</small> : null}
    </th>
    <td class="wrap">
      {row.difference ? <FigureText figure={difference(row.difference.value, row.difference.interval)} /> : null}
    </td>
    <td class="wrap">
      {row.brier ? <FigureText figure={brier(row.brier.mean, row.brier)} /> : <small>withheld: {row.withheld}</small>}
    </td>
    {shows.verdicts ? <td /> : null}
    <td class="n">{row.n}</td>
    <td class="n">{row.families}</td>
    <td />
    <td />
  </tr>
)

const References: FC<{ rows: readonly Reference[]; shows: Shows }> = ({ rows, shows }) =>
  rows.length === 0 ? null : (
    <tbody class="references">
      <tr>
        <th colspan={shows.verdicts ? 9 : 8} scope="rowgroup">
          For comparison, on the questions of this board: nobody’s forecasts, and of no rank
        </th>
      </tr>
      {rows.map((row) => (
        <ReferenceLine row={row} shows={shows} />
      ))}
    </tbody>
  )

const orderWords = ({ against, method }: Leaderboard): string => {
  const from =
    against === 'others'
      ? 'the difference from the others: their mean Brier score less this author’s on common questions'
      : `the difference from the ${against} baseline: its mean Brier score less this author’s on the same questions`
  return method === 'shrunk'
    ? `Ordered by ${from}, drawn towards the middle by what luck may have in it; above zero is better. Under each rank stand the ranks that may be the true one, nine times in ten. Equal ranks are ties.`
    : `Ordered by ${from}, so above zero is better. Ranks come from comparing authors two by two; equal ranks are ties.`
}

/** Why nobody has a verdict: the one reason, or that of whoever has most families. */
const noVerdicts = (rows: readonly LeaderboardRow[]): string | null => {
  const [most] = [...rows].sort((a, b) => b.families - a.families)
  if (!most || rows.some(({ verdict }) => verdict !== null)) return null
  const rule = withheldRule(most, 'verdict')
  const all = rows.every((row) => withheldRule(row, 'verdict') === rule)
  return `Nobody here has a verdict on calibration${all ? '' : `; of ${most.author.name}, who has the most families`}: ${rule}.`
}

const adjustedWords = ({ rows, notAdjusted }: Leaderboard): string | null => {
  if (rows.length === 0) return null
  if (notAdjusted !== null) return `No score is adjusted for how hard the questions were: ${notAdjusted}.`
  if (rows.some(({ adjusted }) => adjusted !== null))
    return 'Adjusted for difficulty, a mean Brier score is as if all had answered questions that were equally hard; it ranks nobody.'
  const reasons = [...new Set(rows.map((row) => row.notAdjusted))]
  return `Nobody’s score is adjusted for how hard the questions were${reasons.length === 1 ? `: ${reasons[0]}` : ''}.`
}

const BoardNote: FC<{ board: Leaderboard }> = ({ board }) => (
  <>
    {board.rows.some(({ rank }) => rank !== null)
      ? orderWords(board)
      : 'Nobody is ranked here; the rows stand in alphabetical order.'}{' '}
    In brackets 95&nbsp;% intervals, clustered by family. {noVerdicts(board.rows)} {adjustedWords(board)}
  </>
)

/** The rows of one board, ranked ones first. */
export const BoardTable: FC<{ board: Leaderboard; json: string }> = ({ board, json }) => {
  const { rows, timing, voice, cohort, references } = board
  const names = new Map(rows.map(({ author }) => [author.slug, author.name]))
  const shows: Shows = {
    entered: cohort.entered,
    verdicts: rows.some(({ verdict }) => verdict !== null),
    adjusted: rows.some(({ adjusted }) => adjusted !== null),
  }
  const label = `${timingTitles[timing]}, ${voiceTitles[voice]}`
  return (
    <>
      <TableBox label={`${board.collection.name}: ${label}`} note={<BoardNote board={board} />}>
        <table class="board">
          <Head
            words={['Rank', 'Author', 'Difference', 'Mean Brier', ...(shows.verdicts ? ['Calibration'] : [])]}
            numbers={['Settled', 'Families', 'Pending', 'Void']}
          />
          <tbody>
            {rows.slice(0, ROWS_SHOWN).map((row) => (
              <Row row={row} names={names} shows={shows} />
            ))}
          </tbody>
          <References rows={references} shows={shows} />
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
