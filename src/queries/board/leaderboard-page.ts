import { z } from 'zod'
import { Leaderboard, LeaderboardRow } from './leaderboard.ts'

/** A board as it is answered: its rows page by page. */
export const LeaderboardPage = Leaderboard.omit({ rows: true })
  .extend({
    items: z.array(LeaderboardRow).meta({ description: 'a page of the rows, in the order of the board' }),
    next: z.string().nullable().meta({ description: 'cursor of the next page; null on the last' }),
  })
  .meta({ id: 'LeaderboardPage' })
