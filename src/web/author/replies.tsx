import type { FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { DisputeList } from '../dispute-list.tsx'
import { counted, signed } from '../format.ts'
import { InstantTime } from '../layout.tsx'
import { StandingWords } from '../score-change-list.tsx'
import { Part } from './parts.tsx'

const Changes: FC<Pick<AuthorView, 'changes'>> = ({ changes }) => (
  <ul class="plain small">
    {changes.map(({ before, after, delta, recordedAt, questionId }) => (
      <li>
        <InstantTime at={recordedAt} />: <StandingWords standing={before} />; now <StandingWords standing={after} />
        {delta === null ? '' : `; mean Brier ${signed(delta, 4)}`}.{' '}
        <a href={`/questions/${questionId}`}>The question</a>
      </li>
    ))}
  </ul>
)

/** What was disputed and replied, and what corrections did to the score. */
export const Replies: FC<AuthorView> = ({ author, corrected, changes, disputes }) => (
  <Part id="replies" title="Replies and corrections">
    <p>
      {corrected.n === 0 ? (
        'No correction has moved this score.'
      ) : (
        <>
          {counted(corrected.n, 'correction')} moved this score, the last{' '}
          {corrected.last === null ? '' : <InstantTime at={corrected.last} />}.
        </>
      )}{' '}
      {disputes.length === 0
        ? 'No dispute concerns this author.'
        : 'Disputes that concern this author, the newest first, with what was replied:'}
    </p>
    {disputes.length > 0 ? <DisputeList disputes={disputes} /> : null}
    {changes.length > 0 ? (
      <>
        <h3 id="changes">What corrections did to this score</h3>
        <Changes changes={changes} />
      </>
    ) : null}
    <p class="note">
      Anybody may <a href={`/disputes/new?author=${author.id}`}>dispute a statement or an outcome</a>; the reply of the
      judged author stands beside the verdict. <a href="/corrections">All corrections</a>,{' '}
      <a href={`/v1/score-changes?author=${author.id}`}>those of this author as JSON</a>.
    </p>
  </Part>
)
