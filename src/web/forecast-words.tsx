import type { FC } from 'hono/jsx'
import type { Act, Prediction } from '../core/prediction.ts'
import type { Question } from '../core/question.ts'
import { percent } from './format.ts'
import { formWords, positiveEvent } from './words.ts'

/** What an author did, before when they did it. */
export const deeds: Readonly<Record<Act, string>> = {
  state: 'Said',
  reaffirm: 'Said again',
  withdraw: 'Withdrawn',
  mistake: 'Marked as a mistake',
}

/** What a prediction gives the positive event of its question, and the words or number that it was said in. */
export const ForecastWords: FC<{ prediction: Prediction; question: Question | null }> = ({
  prediction: { form, probability, lexiconVersion },
  question,
}) => {
  if (form === null) return <>what was said before</>
  if (probability === null) return <>{formWords(form).said}</>
  const { kind, said, of } = formWords(form)
  const event = question ? positiveEvent(question) : 'the event happens'
  return (
    <>
      <strong title={probability.toFixed(6)}>{percent(probability)}</strong> that {event}
      {kind === 'words' ? ` (${said}, said of ${of}, by lexicon ${lexiconVersion})` : ''}
    </>
  )
}
