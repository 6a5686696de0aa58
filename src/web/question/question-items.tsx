import type { FC } from 'hono/jsx'
import type { Question } from '../../core/question.ts'
import { DayTime } from '../layout.tsx'
import { questionHref, standingWords } from '../words.ts'

/** Where a topic leads: the questions that have it. */
export const topicHref = (topic: string): string => `/questions?topic=${encodeURIComponent(topic)}`

export const TopicLinks: FC<{ topics: readonly string[] }> = ({ topics }) => (
  <>
    {topics.map((topic, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <a href={topicHref(topic)}>{topic}</a>
      </>
    ))}
  </>
)

const Item: FC<{ question: Question }> = ({ question }) => {
  const { id, version, topics } = question
  return (
    <li>
      <p>
        <a href={questionHref(id)} dir="auto">
          {version.wording}
        </a>
      </p>
      <p class="small">
        <strong>{standingWords(question)}</strong>; window <DayTime day={version.windowStart} /> to{' '}
        {version.windowEnd ? <DayTime day={version.windowEnd} /> : 'no end'}
        {topics.length > 0 ? '; ' : ''}
        <TopicLinks topics={topics} />
      </p>
    </li>
  )
}

/** Questions, each with where it stands. */
export const QuestionItems: FC<{ questions: readonly Question[] }> = ({ questions }) => (
  <ul class="plain">
    {questions.map((question) => (
      <Item question={question} />
    ))}
  </ul>
)
