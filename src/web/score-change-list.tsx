import type { FC } from 'hono/jsx'
import type { ScoreChange, ScoreStanding } from '../core/score-change.ts'
import type { Names } from './corrections.ts'
import { counted, signed } from './format.ts'
import { authorHref, timingTitles, voiceTitles } from './words.ts'

/** Where a score stood before or after a correction. */
export const StandingWords: FC<{ standing: ScoreStanding }> = ({
  standing: { n, families, hits, brier, pending, bounds },
}) => (
  <>
    {counted(n, 'forecast')} in {counted(families, 'family', 'families')}
    {hits === null ? '' : `, ${hits} happened`}
    {brier === null ? '' : `, Brier ${brier.toFixed(4)}`}
    {bounds !== null && pending !== null && pending > 0
      ? `, ${counted(pending, 'more', 'more')} due: it ends between ${bounds.lowest.toFixed(4)} and ${bounds.highest.toFixed(4)}`
      : ''}
  </>
)

/** What a correction did to the headline score of each author. */
export const ScoreChangeList: FC<{ changes: ScoreChange[]; names: Names }> = ({ changes, names }) =>
  changes.length === 0 ? (
    <p class="small">No headline score moved.</p>
  ) : (
    <ul class="small">
      {changes.map(({ authorId, timing, voice, before, after, delta }) => {
        const author = names.get(authorId)
        return (
          <li>
            <a href={author ? authorHref(author.slug) : `/v1/authors/${authorId}`}>{author?.name ?? authorId}</a> (
            {timingTitles[timing].toLowerCase()}, {voiceTitles[voice]}): <StandingWords standing={before} />; now{' '}
            <StandingWords standing={after} />
            {delta === null ? '' : `; mean Brier ${signed(delta, 4)}`}
          </li>
        )
      })}
    </ul>
  )
