import type { FC } from 'hono/jsx'
import type { Prediction } from '../../core/prediction.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { type ForecastsOverTime, MOST_NAMED } from '../../queries/question/forecasts-over-time.ts'
import { LineSample, letterOf, StepChart } from '../charts/step-chart.tsx'
import { deeds, ForecastWords } from '../forecast-words.tsx'
import { counted, dayText, percent } from '../format.ts'
import { Head, MomentTime, TableBox } from '../layout.tsx'
import { TakenBackNote } from '../taken-back-note.tsx'
import { authorHref, commentaryHref, positiveEvent } from '../words.ts'
import { SAID_LISTED } from './read-question.ts'

type View = { question: Question; forecasts: ForecastsOverTime; optionNames: ReadonlyMap<string, string> }

const othersWords = ({ others, spread }: ForecastsOverTime): string => {
  if (spread.length > 0)
    return ` The ${MOST_NAMED} who said most have a line of their own; the grey band holds the middle half of everybody’s forecasts, the grey line is their median.`
  return others.length > 0
    ? ` The ${MOST_NAMED} who said most have a line of their own; grey are the other ${others.length}.`
    : ''
}

/** The picture in a sentence or two: what is drawn, of how many, and what is not. */
export const captionOf = ({ question, forecasts }: View): string => {
  const { acts, authors, late, readLast } = forecasts
  const drawn =
    question.kind === 'categorical'
      ? `The mean probability that ${counted(authors, 'author')} gave to each option, in ${counted(acts, 'statement')}.`
      : `${counted(acts, 'statement')} of ${counted(authors, 'author')}: the probability that ${positiveEvent(question)}, from when it was said until the next, a withdrawal or the end.`
  const left = [
    ...(readLast === null ? [] : [`Only the last ${readLast.toLocaleString('en-GB')} are drawn.`]),
    ...(late === 0
      ? []
      : [`${counted(late, 'statement')} came after the window, and ${late === 1 ? 'is' : 'are'} not drawn.`]),
  ]
  return [`${drawn}${othersWords(forecasts)}`, ...left].join(' ')
}

const lastOf = ({ lines }: ForecastsOverTime): string =>
  lines.map(({ name, stands }) => `${name} last ${percent(stands.at(-1)?.p ?? 0)}`).join('; ')

const outcomeOf = ({ status, outcome }: Question): { came: 0 | 1; words: string } | null => {
  if (status !== 'resolved' || (outcome !== 'yes' && outcome !== 'no')) return null
  return outcome === 'yes' ? { came: 1, words: 'it came' } : { came: 0, words: 'it did not come' }
}

const Key: FC<{ forecasts: ForecastsOverTime }> = ({ forecasts: { lines } }) => (
  <ul class="key">
    {lines.map(({ name, slug, stands }, index) => (
      <li>
        <LineSample index={index} /> <strong>{letterOf(index)}</strong>{' '}
        {slug === null ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={authorHref(slug)}>
            <bdi>{name}</bdi>
          </a>
        )}{' '}
        <small>
          {stands.length === 1 ? '' : `${percent(stands[0]?.p ?? 0)} → `}
          {percent(stands.at(-1)?.p ?? 0)}
        </small>
      </li>
    ))}
  </ul>
)

const Figure: FC<View> = (view) => {
  const { question, forecasts } = view
  if (forecasts.span === null) return null
  const caption = captionOf(view)
  const axis =
    question.kind === 'categorical' ? 'probability of each option' : `probability that ${positiveEvent(question)}`
  return (
    <figure class="diagram steps">
      <StepChart
        forecasts={forecasts}
        outcome={outcomeOf(question)}
        title="What was said over time"
        description={`Step chart from ${dayText(forecasts.span.from.slice(0, 10))} to ${dayText(forecasts.span.to.slice(0, 10))}. ${caption} ${lastOf(forecasts)}.`}
        axis={axis}
      />
      <figcaption>
        <Key forecasts={forecasts} />
        <p>{caption}</p>
        {outcomeOf(question) ? <p>The diamond at the end stands where it came out.</p> : null}
      </figcaption>
    </figure>
  )
}

const Distribution: FC<{ prediction: Prediction; optionNames: View['optionNames'] }> = ({
  prediction,
  optionNames,
}) => (
  <>
    {(prediction.distribution ?? []).map(({ optionId, probability }, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <bdi>{optionNames.get(optionId) ?? optionId}</bdi> {percent(probability)}
      </>
    ))}
  </>
)

const Row: FC<{ prediction: Prediction; question: Question; optionNames: View['optionNames'] }> = ({
  prediction,
  question,
  optionNames,
}) => (
  <tr>
    <td>
      {deeds[prediction.act]} <MomentTime moment={prediction.said} />
    </td>
    <th scope="row">
      <a href={authorHref(prediction.authorId)}>
        <bdi>{prediction.authorName}</bdi>
      </a>
    </th>
    <td class="wrap">
      {prediction.distribution ? (
        <Distribution prediction={prediction} optionNames={optionNames} />
      ) : (
        <ForecastWords prediction={prediction} question={question} />
      )}
      {prediction.scoreable ? null : (
        <small>listed, not scored: {prediction.unscoredReason ?? 'no reason given'}</small>
      )}
      {prediction.weakHedge ? <small>a weak hedge, kept out of the score</small> : null}
      <small>
        <a href={`/v1/predictions/${prediction.id}`}>JSON</a>
      </small>
    </td>
    <td class="quote">
      {prediction.quote === null ? null : <q dir="auto">{prediction.quote}</q>}
      {prediction.commentaryId === null ? null : (
        <small>
          <a href={commentaryHref(prediction.commentaryId)}>the piece</a>
        </small>
      )}
    </td>
  </tr>
)

type Listed = {
  said: { items: Prediction[]; more: boolean; takenBack: number }
  versionsById: ReadonlyMap<string, QuestionVersion>
}

/** Everybody's predictions: the chart, and behind it the statements themselves, newest first. */
export const SaidSection: FC<View & Listed> = ({ said, versionsById, ...view }) => {
  const { question, forecasts, optionNames } = view
  const json = `/v1/predictions?question=${question.id}`
  return (
    <section aria-labelledby="said">
      <h2 id="said">What was said</h2>
      {said.items.length === 0 ? (
        <p class="empty">
          {said.takenBack === 0 ? 'Nobody has said anything on it yet.' : 'Nothing that was recorded on it stands.'}
        </p>
      ) : null}
      {said.items.length > 0 && forecasts.span === null ? (
        <p class="empty">Nothing was said before the end of the window, so there is nothing to draw.</p>
      ) : null}
      <Figure {...view} />
      {said.items.length === 0 ? null : (
        <details open={said.items.length <= 5}>
          <summary>
            {said.more
              ? `The newest ${SAID_LISTED} of ${counted(forecasts.acts, 'statement')}`
              : counted(said.items.length, 'statement')}{' '}
            as a table
          </summary>
          <TableBox label="Statements on this question">
            <table class="said-table">
              <Head words={['When', 'Who', 'What', 'In which words']} />
              <tbody>
                {said.items.map((prediction) => (
                  <Row
                    prediction={prediction}
                    question={{ ...question, version: versionsById.get(prediction.versionId) ?? question.version }}
                    optionNames={optionNames}
                  />
                ))}
              </tbody>
            </table>
          </TableBox>
        </details>
      )}
      <p class="note">
        {said.more ? 'Older ones, and all' : 'All'} details: <a href={json}>the predictions on it as JSON</a>.
        <TakenBackNote n={said.takenBack} of={`question=${question.id}`} />
      </p>
    </section>
  )
}
