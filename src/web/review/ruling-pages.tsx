import type { FC } from 'hono/jsx'
import type { Dispute } from '../../core/dispute.ts'
import type { Page } from '../../storage/keyset.ts'
import { Alert } from '../dispute-form.tsx'
import { DisputeItem } from '../dispute-list.tsx'
import { rulingWords, subjectWords } from '../dispute-words.ts'
import { InstantTime } from '../layout.tsx'
import { DeskFrame, type Done, DoneNote } from './frame.tsx'
import type { Ruling, RulingList } from './ruling-view.ts'
import { type Entered, EvidenceFields, ReasonField, VoidFields } from './settling-forms.tsx'

export const rulingHref = (disputeId: string): string => `/review/disputes/${disputeId}`

const SHOWN = 200
const beginning = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).trimEnd()}…`)

const Waiting: FC<{ title: string; id: 'open' | 'received'; none: string; disputes: Page<Dispute> }> = ({
  title,
  id,
  none,
  disputes: { items, next },
}) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {items.length === 0 ? <p class="empty">{none}</p> : null}
    <ol class="plain">
      {items.map((dispute) => (
        <li>
          <p>
            <a href={rulingHref(dispute.id)}>Dispute of {subjectWords[dispute.subject.kind]}</a>
          </p>
          {dispute.grounds === null ? null : <p dir="auto">{beginning(dispute.grounds)}</p>}
          <p class="small">
            To be ruled by <InstantTime at={dispute.ruleBy} />
          </p>
        </li>
      ))}
    </ol>
    {next === null ? null : (
      <p>
        <a href={`/review/disputes?${id}=${encodeURIComponent(next)}#${id}`}>Further ones</a>
      </p>
    )}
  </section>
)

/** The third queue: disputes to be confirmed, and to be ruled. */
export const RulingListPage: FC<RulingList> = ({ received, open }) => (
  <DeskFrame title="Disputes" queue="/review/disputes">
    <h1>Disputes</h1>
    <Waiting title="To be ruled" id="open" none="No confirmed dispute waits." disputes={open} />
    <Waiting title="Came in, not confirmed" id="received" none="Nothing unconfirmed waits." disputes={received} />
  </DeskFrame>
)

type View = Ruling & { wrong: string[]; entered: Entered; done: Done | null; mayRule: boolean }

const ConfirmForm: FC<View & { replyId: string | null }> = ({ dispute, entered, replyId }) => {
  const id = replyId ?? dispute.id
  const mine = (entered['replyId'] ?? '') === (replyId ?? '') && entered['verdict'] === undefined ? entered : {}
  return (
    <form
      class="panel"
      method="post"
      action={`${rulingHref(dispute.id)}/confirmations`}
      data-keep={`confirm:${id}:${dispute.id}`}
    >
      <h2>
        {replyId === null
          ? 'Confirm that it comes from who it says'
          : 'Confirm that this reply comes from the judged author'}
      </h2>
      {replyId === null ? null : <input type="hidden" name="replyId" value={replyId} />}
      <p class="field">
        <label for={`${id}-how`}>How you checked</label>
        <input id={`${id}-how`} name="how" value={mine['how'] ?? ''} required maxlength={2000} autocomplete="off" />
        <small>Never shown. Once confirmed, the words are published.</small>
      </p>
      <p class="buttons">
        <button type="submit">Confirm</button>
      </p>
    </form>
  )
}

const correctionSteps = [
  ['reopen', 'open again: what was decided does not stand, and waits for evidence'],
  ['settle', 'the other outcome, with the evidence below'],
  ['void', 'void, for the reason below'],
] as const

const CorrectionFields: FC<{ entered: Entered }> = ({ entered }) => (
  <>
    <fieldset>
      <legend>Upheld: how the question stands instead</legend>
      {correctionSteps.map(([step, words]) => (
        <p class="check">
          <label for={`step-${step}`}>
            <input type="radio" id={`step-${step}`} name="step" value={step} checked={entered['step'] === step} />
            {words}
          </label>
        </p>
      ))}
      <p class="check">
        <span>Its outcome:</span>
        {(['yes', 'no'] as const).map((outcome) => (
          <label for={`corrected-${outcome}`}>
            <input
              type="radio"
              id={`corrected-${outcome}`}
              name="outcome"
              value={outcome}
              checked={entered['outcome'] === outcome}
            />
            {outcome}
          </label>
        ))}
      </p>
    </fieldset>
    <EvidenceFields id="corrected" entered={entered} />
    <VoidFields id="corrected" entered={entered} />
  </>
)

const RuleForm: FC<View> = ({ dispute, entered }) => (
  <form class="panel" method="post" action={`${rulingHref(dispute.id)}/rulings`} data-keep={`rule:${dispute.id}`}>
    <h2>Rule</h2>
    <p class="small">
      Who decided what is disputed rules only where nobody else may. Upheld about an outcome it corrects the log; about
      anything else it takes the statements out of the scores.
    </p>
    <ReasonField id="ruling-reason" value={entered['verdict'] === undefined ? '' : (entered['reason'] ?? '')} />
    {dispute.status === 'open' && dispute.subject.kind === 'resolution' ? <CorrectionFields entered={entered} /> : null}
    <p class="buttons">
      {dispute.status === 'received' ? (
        <button type="submit" name="verdict" value="dismissed" class="quiet">
          Dismiss as spam or a hoax
        </button>
      ) : (
        <>
          <button type="submit" name="verdict" value="upheld">
            Uphold
          </button>
          <button type="submit" name="verdict" value="rejected" class="quiet">
            Reject
          </button>
        </>
      )}
    </p>
  </form>
)

const Contacts: FC<Ruling> = ({ contacts }) =>
  contacts.length === 0 ? (
    <p class="note">
      There is no way to reach them that you need: nobody left one, all is confirmed, or you decided what is disputed.
    </p>
  ) : (
    <ul class="small">
      {contacts.map(({ replyId, contact }) => (
        <li>
          {replyId === null ? 'Who disputes' : 'Who replies'}: <bdi>{contact}</bdi>
        </li>
      ))}
    </ul>
  )

/** One dispute for who confirms and rules it. */
export const RulingPage: FC<View> = (view) => {
  const { dispute, wrong, done, mayRule } = view
  const unconfirmed = dispute.replies.filter(({ confirmed }) => !confirmed)
  return (
    <DeskFrame title="A dispute" queue="/review/disputes">
      <DoneNote done={done} />
      <h1>Dispute of {subjectWords[dispute.subject.kind]}</h1>
      <DisputeItem dispute={dispute} whole />
      <Contacts {...view} />
      <Alert wrong={wrong} />
      {dispute.status === 'received' ? <ConfirmForm {...view} replyId={null} /> : null}
      {unconfirmed.map(({ id }) => (
        <ConfirmForm {...view} replyId={id} />
      ))}
      {dispute.ruling === null ? null : <p>It is {rulingWords[dispute.ruling.verdict]}.</p>}
      {dispute.ruling === null && mayRule ? <RuleForm {...view} /> : null}
      {dispute.ruling === null && !mayRule ? <p class="note">Ruling it takes the scope resolve too.</p> : null}
    </DeskFrame>
  )
}
