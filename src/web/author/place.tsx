import type { FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { counted } from '../format.ts'

/** The place on the board of the collection, or why there is none; nothing of everything, on which nobody is ranked. */
export const Place: FC<AuthorView> = ({ part: { collection }, report: { judgement } }) => {
  const place = judgement.judged?.place
  if (!collection || !place) return null
  const { rank, rankInterval, notRanked, provisional, tiedWith } = place
  if (rank === null) return <p>Not ranked in this collection: {notRanked}</p>
  return (
    <p>
      {provisional ? 'Provisional rank' : 'Rank'} <strong>{rank}</strong>
      {rankInterval ? `, perhaps ${rankInterval.low} to ${rankInterval.high}` : ''}
      {tiedWith.length > 0 ? `; ${counted(tiedWith.length, 'author')} cannot be told apart` : ''}.
    </p>
  )
}
