import type { FC } from 'hono/jsx'
import type { QuestionOption } from '../../core/option.ts'
import { type Outcome, outcomes, type VoidReason, voidReasons } from '../../core/resolution/lifecycle.ts'
import type { Settling } from './settling-view.ts'

/** Everything that was typed, by the name of its field. */
export type Entered = Readonly<Record<string, string>>

/** An outcome as reviewers say it: yes or no of the positive event, or the option's label. */
export const outcomeWords = (outcome: Outcome, options: readonly QuestionOption[]): string =>
  options.find(({ id }) => id === outcome)?.label ?? outcome

export const voidWords: Readonly<Record<VoidReason, string>> = {
  annulled: 'annulled: the question broke',
  ambiguous: 'ambiguous: the world did not say',
  'not-applicable': 'not applicable: its condition never came true',
}

export const ReasonField: FC<{ id: string; value: string; label?: string }> = ({ id, value, label = 'Why' }) => (
  <p class="field">
    <label for={id}>{label}</label>
    <textarea id={id} name="reason" class="short" rows={2} required maxlength={5000}>
      {value}
    </textarea>
  </p>
)

const Choices: FC<{ options: readonly QuestionOption[]; chosen: string | undefined; id: string }> = ({
  options,
  chosen,
  id,
}) => (
  <fieldset>
    <legend>Outcome</legend>
    <p class="check">
      {(options.length > 0 ? options.map((one) => one.id) : outcomes).map((outcome) => (
        <label for={`${id}-${outcome}`}>
          <input
            type="radio"
            id={`${id}-${outcome}`}
            name="outcome"
            value={outcome}
            required
            checked={chosen === outcome}
          />
          {outcomeWords(outcome, options)}
        </label>
      ))}
    </p>
  </fieldset>
)

type Line = {
  id: string
  name: string
  label: string
  value: string
  type: 'text' | 'url' | 'date'
  note?: string
}

const LineField: FC<Line> = ({ id, name, label, value, type, note }) => (
  <p class="field">
    <label for={id}>{label}</label>
    <input
      id={id}
      name={name}
      type={type}
      value={value}
      maxlength={type === 'text' ? 300 : 2000}
      autocomplete="off"
      aria-describedby={note ? `${id}-note` : undefined}
    />
    {note ? <small id={`${id}-note`}>{note}</small> : null}
  </p>
)

/** Evidence as a form takes it: something that happened, with its report, or what was searched and how far. */
export const EvidenceFields: FC<{ id: string; entered: Entered }> = ({ id, entered }) => (
  <>
    <fieldset>
      <legend>What happened</legend>
      <LineField
        id={`${id}-title`}
        name="title"
        type="text"
        label="In a sentence"
        value={entered['title'] ?? ''}
        note="Of “no”: something that rules the positive event out for good."
      />
      <LineField
        id={`${id}-happened`}
        name="happened"
        type="date"
        label="On which day (UTC)"
        value={entered['happened'] ?? ''}
      />
      <LineField id={`${id}-url`} name="url" type="url" label="Address of the report" value={entered['url'] ?? ''} />
    </fieldset>
    <fieldset>
      <legend>Or: nothing was found</legend>
      <LineField
        id={`${id}-through`}
        name="readThrough"
        type="date"
        label="Read through which day (UTC)"
        value={entered['readThrough'] ?? ''}
        note="A passed deadline is not evidence: say how far you have read."
      />
      <p class="field">
        <label for={`${id}-statement`}>Where you looked</label>
        <textarea id={`${id}-statement`} name="statement" class="short" rows={2} maxlength={5000}>
          {entered['statement'] ?? ''}
        </textarea>
      </p>
    </fieldset>
  </>
)

/** Settles a question by evidence that the reviewer brings. */
export const ByHandForm: FC<Settling & { entered: Entered }> = ({ question, options, entered }) => {
  const mine = entered['step'] === 'settle' ? entered : {}
  return (
    <form
      class="panel"
      method="post"
      action={`/review/proposals/${question.id}/resolutions`}
      data-keep={`settle:${question.id}`}
    >
      <h3>Settle with evidence of your own</h3>
      <input type="hidden" name="step" value="settle" />
      <Choices options={options} chosen={mine['outcome']} id="by-hand" />
      <EvidenceFields id="by-hand" entered={mine} />
      <ReasonField id="by-hand-reason" value={mine['reason'] ?? ''} />
      <p class="buttons">
        <button type="submit">Settle</button>
      </p>
    </form>
  )
}

export const VoidFields: FC<{ id: string; entered: Entered }> = ({ id, entered }) => (
  <fieldset>
    <legend>Why it is void</legend>
    {voidReasons.map((reason) => (
      <p class="check">
        <label for={`${id}-${reason}`}>
          <input
            type="radio"
            id={`${id}-${reason}`}
            name="voidReason"
            value={reason}
            checked={entered['voidReason'] === reason}
          />
          {voidWords[reason]}
        </label>
      </p>
    ))}
  </fieldset>
)

/** Voids a question: nothing that was said on it is scored, all of it is counted. */
export const VoidForm: FC<{ questionId: string; entered: Entered }> = ({ questionId, entered }) => {
  const mine = entered['step'] === 'void' ? entered : {}
  return (
    <form
      class="panel"
      method="post"
      action={`/review/proposals/${questionId}/resolutions`}
      data-keep={`void:${questionId}`}
    >
      <h3>Void the question</h3>
      <input type="hidden" name="step" value="void" />
      <VoidFields id="void" entered={mine} />
      <ReasonField id="void-reason" value={mine['reason'] ?? ''} />
      <p class="buttons">
        <button type="submit" class="quiet">
          Void it
        </button>
      </p>
    </form>
  )
}
