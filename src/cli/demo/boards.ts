import Table from 'cli-table3'
import { timings } from '../../core/question.ts'
import { voices } from '../../core/slice.ts'
import type { Collection } from '../../core/source.ts'
import type { Instant } from '../../core/time.ts'
import { type Leaderboard, type LeaderboardRow, leaderboard } from '../../queries/board/leaderboard.ts'
import { calibration } from '../../queries/report/calibration.ts'
import { findAuthor } from '../../storage/authors.ts'
import type { Reader } from '../../storage/database.ts'
import { reliabilityText } from '../reliability-text.ts'

const figure = (value: number): string => value.toFixed(6)
const short = (value: number): string => value.toFixed(3)

const rankOf = ({ rank, provisional, tiedWith }: LeaderboardRow): string =>
  rank === null ? '–' : `${tiedWith.length > 0 ? '=' : ''}${rank}${provisional ? ' prov.' : ''}`

const brierOf = ({ brier, bounds }: LeaderboardRow, entered: boolean): string => {
  if (!brier) return 'withheld'
  // Outside an entered cohort a figure stands only with its bounds: what is pending, all one way or the other.
  if (!entered && bounds) return `${short(brier.mean)}, bounds ${short(bounds.lowest)}–${short(bounds.highest)}`
  const interval = brier.low === null || brier.high === null ? '' : ` (${short(brier.low)}–${short(brier.high)})`
  return `${figure(brier.mean)}${interval}`
}

/** The shrunk difference where there is one, for that is what the rank goes by. */
const differenceOf = ({ difference, shrunk }: LeaderboardRow): string => {
  if (!difference) return ''
  const { value } = shrunk ?? difference
  const ends = shrunk ?? difference.interval
  const sign = value >= 0 ? '+' : ''
  return `${sign}${short(value)}${ends === null ? '' : ` (${short(ends.low)} to ${short(ends.high)})`}`
}

const hitsOf = ({ hits, expectedHits }: LeaderboardRow): string =>
  hits === null || expectedHits === null ? '' : `${hits} / ${expectedHits.toFixed(1)}`

const boardText = (board: Leaderboard): string => {
  const table = new Table({
    head: ['rank', 'author', 'n', 'families', 'pending', 'hits / expected', 'Brier', `against the ${board.against}`],
    style: { head: [], border: [] },
  })
  for (const row of board.rows) {
    const counts = [row.n, row.families, row.pending]
    table.push([
      rankOf(row),
      row.author.name,
      ...counts,
      hitsOf(row),
      brierOf(row, board.cohort.entered),
      differenceOf(row),
    ])
  }
  const reasons = board.rows.filter((row) => row.notRanked).map((row) => `  ${row.author.name}: ${row.notRanked}`)
  return [table.toString(), ...(reasons.length > 0 ? ['  Not ranked:', ...reasons] : [])].join('\n')
}

/** The boards of a collection as text: prospective and retrospective apart, own voice and quoted speakers apart. */
export const boardsText = async (reader: Reader, collection: Collection, now: Instant): Promise<string> => {
  const lines = [`${collection.name}`, `  ${collection.rule}`]
  if (collection.caveat) lines.push(`  ${collection.caveat}`)
  for (const timing of timings) {
    for (const voice of voices) {
      const board = await leaderboard(reader, { collection, timing, voice, now })
      const name = `${timing}, ${voice === 'own' ? 'own voice' : 'quoted speakers'}`
      if (board.rows.length > 0) lines.push('', `  ${name}`, boardText(board))
      else if (voice === 'own') {
        const other = timing === 'prospective' ? 'retrospective' : 'prospective'
        lines.push('', `  ${name}: nothing here; see ${other}`)
      }
    }
  }
  return lines.join('\n')
}

/** The reliability diagram of one author as text, where the number of families allows it. */
export const diagramText = async (reader: Reader, slug: string, now: Instant): Promise<string> => {
  const author = await findAuthor(reader, slug)
  if (!author) return `no author ${slug}`
  const query = { author, collection: null, timing: 'prospective' as const, voice: 'own' as const, now }
  const { curve, groups, n, families } = await calibration(reader, query)
  if (!curve || !groups) return `${author.name}: too few families for a diagram`
  const diagram = reliabilityText({ curve: curve.points, blocks: curve.blocks }, groups)
  return `${author.name}, ${n} forecasts in ${families} families\n${diagram}`
}
