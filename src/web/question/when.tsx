import type { FC } from 'hono/jsx'
import { endOf, startOf } from '../../core/time.ts'
import { type Mark, Timeline, type TimelineRow } from '../charts/timeline.tsx'
import { counted, dayText, instantText } from '../format.ts'
import { Head, TableBox } from '../layout.tsx'
import { outcomeWords, stepWords } from './outcome-words.ts'
import type { QuestionView } from './read-question.ts'

/** Days of what was said that the table names; the rest stands in the table of statements. */
const SAID_NAMED = 1

const criteriaMarks = ({ question: { versions } }: QuestionView): Mark[] =>
  versions.toReversed().map(({ criteriaFixedAt, version }) => ({
    from: criteriaFixedAt,
    words: `Criteria fixed${versions.length > 1 ? `, version ${version}` : ''}: ${instantText(criteriaFixedAt)}`,
  }))

const windowMarks = ({ question: { version } }: QuestionView): Mark[] => [
  {
    from: startOf(version.windowStart),
    to: version.windowEnd ? endOf(version.windowEnd) : null,
    words: `Window: ${dayText(version.windowStart)} to ${version.windowEnd ? dayText(version.windowEnd) : 'no end'}`,
  },
]

const eventMarks = ({ evidence, named }: QuestionView): Mark[] =>
  [...new Set(evidence.recorded.flatMap(({ eventId }) => eventId ?? []))].flatMap((id) => {
    const event = named.events.get(id)
    if (!event) return []
    const { earliest, latest } = event.happened
    const when = [...new Set([earliest, latest].map((instant) => dayText(instant.slice(0, 10))))].join(' to ')
    return [{ from: latest, words: `Reported: ${event.title}, ${when}` }]
  })

const logMarks = ({ question: { log, version, versions, options } }: QuestionView): Mark[] =>
  log
    .filter(({ step }) => step !== 'close' && step !== 'close-version')
    .map(({ step, outcome, voidReason, versionId, recordedAt }) => {
      const of = versions.find(({ id }) => id === versionId) ?? version
      const how = outcome ? `, ${outcomeWords(outcome, of, options)}` : voidReason ? `, ${voidReason}` : ''
      return { from: recordedAt, words: `${stepWords[step]}${how}: ${instantText(recordedAt)}` }
    })

/** The rows of the timeline of a question; what was said stands as bars, so that ten thousand are no more than ten. */
const rowsOf = (view: QuestionView): TimelineRow[] => [
  { label: 'Criteria fixed', looks: 'diamond', marks: criteriaMarks(view) },
  { label: 'Window', looks: 'span', marks: windowMarks(view) },
  {
    label: 'Said',
    looks: 'bars',
    marks: view.forecasts.said.map((from) => ({ from, words: instantText(from) })),
  },
  { label: 'Reported', looks: 'dot', marks: eventMarks(view) },
  { label: 'Settled', looks: 'diamond', marks: logMarks(view) },
]

const wordsOf = (rows: readonly TimelineRow[]): { label: string; words: string }[] =>
  rows.flatMap(({ label, looks, marks }) => {
    if (looks !== 'bars' || marks.length <= SAID_NAMED) return marks.map(({ words }) => ({ label, words }))
    const [first = '', last = ''] = [marks[0]?.words, marks.at(-1)?.words]
    return [{ label, words: `${counted(marks.length, 'statement')}; the first: ${first}; the last: ${last}` }]
  })

/** When it was asked, answered, reported and settled: a picture, and the same as a table. */
export const WhenSection: FC<{ view: QuestionView }> = ({ view }) => {
  const rows = rowsOf(view)
  const words = wordsOf(rows)
  return (
    <section aria-labelledby="when">
      <h2 id="when">When</h2>
      <figure class="diagram wide">
        <Timeline
          rows={rows}
          title="When it was asked, answered, reported and settled"
          description={words.map((one) => one.words).join('. ')}
        />
        <figcaption>
          <p>
            Diamonds are records, placed when they were made; an arrow says that one lies outside the picture. Bars
            count statements. The window is the days in which it may come.
          </p>
        </figcaption>
      </figure>
      <details>
        <summary>The dates as a table</summary>
        <TableBox label="The dates of this question">
          <table>
            <Head words={['What', 'When']} />
            <tbody>
              {words.map(({ label, words: text }) => (
                <tr>
                  <th scope="row">{label}</th>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </section>
  )
}
