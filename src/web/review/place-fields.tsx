import type { FC } from 'hono/jsx'
import type { Suggestion, Suggestions } from '../../queries/matching/suggestions.ts'
import { counted } from '../format.ts'
import { DayTime } from '../layout.tsx'
import type { Typed } from './form.ts'
import { Key } from './frame.tsx'

const verdictTexts = {
  same: 'the same claim',
  family: 'of one family: they stand or fall together',
  related: 'related',
  other: 'another claim',
} as const

type Said = { value: string; digit: string | null; chosen: string }

const Place: FC<Said & { children?: unknown }> = ({ value, digit, chosen, children }) => (
  <label class="place" for={`place-${value || 'rule'}`}>
    <input
      type="radio"
      id={`place-${value || 'rule'}`}
      name="place"
      value={value}
      checked={chosen === value}
      data-key={digit === null ? undefined : `j${digit}`}
    />
    <span>
      {digit === null ? null : <Key of={digit} />} {children as never}
    </span>
  </label>
)

/** A question as a reviewer needs it: its words and window, never what came of it. */
const Suggested: FC<{ suggestion: Suggestion }> = ({ suggestion }) => {
  const { question, verdict, opposed, polarity, authors } = suggestion
  return (
    <>
      <bdi>{question.version.wording}</bdi>
      <small>
        {verdictTexts[verdict]}
        {opposed ? ', the other way round' : ''}; until{' '}
        {question.version.windowEnd ? <DayTime day={question.version.windowEnd} /> : 'no end'};{' '}
        {counted(authors, 'author')}; these words are said of its {polarity === '+' ? 'event' : 'opposite'}
      </small>
    </>
  )
}

const ruleTexts = {
  joined: 'joins what its author said before',
  family: 'a question of its own, in the family of what its author said before',
  new: 'a question of its own',
} as const

/** Why the rule says so. Of a question that takes no more statements only that: what came of it is no matter of the review. */
const reasonOf = ({ wouldBe, questions }: Suggestions): string => {
  const near = questions.find(({ question }) => question.id === wouldBe?.questionId)
  const isOver = near !== undefined && near.question.status !== 'open'
  return isOver ? 'that question takes no more statements' : (wouldBe?.reason ?? '')
}

const SaidOf: FC<{ chosen: string }> = ({ chosen }) => (
  <p class="field">
    <label for="said">On the question joined, the words are said of</label>
    <select id="said" name="said">
      <option value="" selected={chosen === ''}>
        what the comparison found
      </option>
      <option value="+" selected={chosen === '+'}>
        its event
      </option>
      <option value="-" selected={chosen === '-'}>
        the opposite of its event
      </option>
    </select>
  </p>
)

/** So many are a digit away; longer lists help nobody to decide. */
const MOST = 9

/** On which question the candidate comes to stand. */
export const PlaceFields: FC<{ suggestions: Suggestions; typed: Typed }> = ({ suggestions, typed }) => {
  const { wouldBe, questions } = suggestions
  const chosen = typed['place'] ?? ''
  return (
    <fieldset data-prefix="j" data-say="Join: the digit of a question, 0 for one of its own, Escape to leave it.">
      <legend>
        <Key of="j" /> On which question
      </legend>
      <Place value="" digit={null} chosen={chosen}>
        As the rule says: {ruleTexts[wouldBe?.did ?? 'new']}
        <small>{reasonOf(suggestions)}</small>
      </Place>
      {questions.slice(0, MOST).map((suggestion, at) => (
        <Place value={suggestion.question.id} digit={String(at + 1)} chosen={chosen}>
          <Suggested suggestion={suggestion} />
        </Place>
      ))}
      {wouldBe?.did === 'new' ? null : (
        <Place value="new" digit="0" chosen={chosen}>
          A question of its own: not the same as anything its author said
        </Place>
      )}
      <details open={chosen === 'other' || (typed['said'] ?? '') !== ''}>
        <summary>Another question</summary>
        <Place value="other" digit={null} chosen={chosen}>
          The question of this id:
        </Place>
        <p class="field">
          <label for="question">Its id</label>
          <input id="question" name="question" value={typed['question'] ?? ''} maxlength={40} placeholder="qst_…" />
        </p>
        <SaidOf chosen={typed['said'] ?? ''} />
      </details>
    </fieldset>
  )
}
