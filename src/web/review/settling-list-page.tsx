import type { FC } from 'hono/jsx'
import type { Question } from '../../core/question.ts'
import { counted } from '../format.ts'
import { DayTime } from '../layout.tsx'
import { DeskFrame, type Done, DoneNote } from './frame.tsx'
import type { SettlingList } from './settling-view.ts'

export const settlingHref = (questionId: string): string => `/review/proposals/${questionId}`

const WindowEnd: FC<{ question: Question }> = ({ question: { version } }) =>
  version.windowEnd === null ? (
    <>window without end</>
  ) : (
    <>
      window to <DayTime day={version.windowEnd} />
    </>
  )

/** The second queue: what was proposed and waits for somebody who decides, then what waits and nobody has proposed on. */
export const SettlingListPage: FC<SettlingList & { done: Done | null }> = ({
  proposed,
  more,
  unproposed,
  moreUnproposed,
  done,
}) => (
  <DeskFrame title="Proposed resolutions" queue="/review/proposals">
    <h1>Proposed resolutions</h1>
    <DoneNote done={done} />
    <p>
      Who said what on a question is hidden here: an outcome is judged by its criteria and its evidence. A passed
      deadline is not evidence.
    </p>
    {proposed.length === 0 ? <p class="empty">No proposal waits for a decision.</p> : null}
    <ol class="plain">
      {proposed.map(({ question, proposals }) => (
        <li>
          <p>
            <a href={settlingHref(question.id)} dir="auto">
              {question.version.wording}
            </a>
          </p>
          <p class="small">
            {counted(proposals.length, 'proposal')}: {[...new Set(proposals.map(({ outcome }) => outcome))].join(', ')};{' '}
            <WindowEnd question={question} />
          </p>
        </li>
      ))}
    </ol>
    {more === null ? null : (
      <p>
        <a href={`/review/proposals?cursor=${encodeURIComponent(more)}`}>Older proposals</a>
      </p>
    )}
    <section aria-labelledby="unproposed">
      <h2 id="unproposed">Due, and nobody has proposed</h2>
      {unproposed.length === 0 ? <p class="empty">There is none.</p> : null}
      <ol class="plain">
        {unproposed.map((question) => (
          <li>
            <p>
              <a href={settlingHref(question.id)} dir="auto">
                {question.version.wording}
              </a>
            </p>
            <p class="small">
              <WindowEnd question={question} />
            </p>
          </li>
        ))}
      </ol>
      {moreUnproposed === null ? null : (
        <p>
          <a href={`/review/proposals?due=${encodeURIComponent(moreUnproposed)}#unproposed`}>Further ones</a>
        </p>
      )}
    </section>
  </DeskFrame>
)
