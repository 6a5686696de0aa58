import type { FC } from 'hono/jsx'
import type { Candidate, Commentary } from '../../core/commentary.ts'
import type { ReviewAgreement } from '../../core/second-opinion.ts'
import { Alert } from '../dispute-form.tsx'
import { OrientationFields } from './accept-form.tsx'
import { deedHref } from './addresses.ts'
import { AgreementSection } from './agreement.tsx'
import { Article } from './article.tsx'
import type { DeskView } from './desk.ts'
import { shownOf, type Typed } from './form.ts'
import { DeskFrame, type Done, DoneNote, Key } from './frame.tsx'
import { KeysHelp } from './keys-help.tsx'
import { Found } from './panel.tsx'
import { LikelihoodFields } from './reading-fields.tsx'
import { acceptance } from './reasons.ts'
import { RejectForm } from './reject-form.tsx'
import { Kept } from './stands-as.tsx'

export type SecondView = {
  /** As it was found, with nothing of what was decided. */
  candidate: Candidate
  commentary: Commentary
  text: DeskView['text']
  next: string | null
}
/** What was sent of a candidate and not taken; it may wait for nobody's opinion any more. */
export type SecondRefused = { candidateId: string; deed: 'accept' | 'reject'; typed: Typed; wrong: string[] }

const AcceptSecond: FC<{ candidate: Candidate; typed: Typed }> = ({ candidate, typed }) => (
  <form method="post" action={deedHref(candidate.id, 'second/accept')} data-keep={`second:${candidate.id}`}>
    <details data-key="e" open={Object.keys(typed).length > 0}>
      <summary>
        <Key of="e" /> Read it otherwise
      </summary>
      <OrientationFields candidate={candidate} typed={typed} />
      <LikelihoodFields shown={{ ...shownOf(candidate), ...typed }} />
      <p class="field">
        <label for="until">Last day</label>
        <input id="until" name="until" type="date" value={typed['until'] ?? shownOf(candidate).until} />
      </p>
    </details>
    <p class="field">
      <label for="reason">Why it is one</label>
      <input id="reason" name="reason" required maxlength={2000} value={typed['reason'] ?? acceptance(candidate)} />
    </p>
    <p>
      <button type="submit" data-key="a" aria-keyshortcuts="a">
        <Key of="a" /> I would accept it
      </button>
    </p>
  </form>
)

const Judged: FC<{ view: SecondView; refused: SecondRefused | undefined }> = ({ view, refused }) => {
  const { candidate, commentary, text, next } = view
  const typedIn = (deed: SecondRefused['deed']): Typed =>
    refused?.deed === deed && refused.candidateId === candidate.id ? refused.typed : {}
  return (
    <div class="desk">
      <section class="decide" aria-labelledby="now">
        <h2 id="now" tabindex={-1} data-focus>
          A candidate to judge
        </h2>
        <Found candidate={candidate} commentary={commentary} />
        <AcceptSecond candidate={candidate} typed={typedIn('accept')} />
        <RejectForm candidate={candidate} deed="second/reject" typed={typedIn('reject')} />
        <p class="steps">
          {next ? (
            <a href={secondHref(next)} data-key="n" rel="next">
              <Key of="n" /> Another one
            </a>
          ) : null}
        </p>
      </section>
      <Article commentary={commentary} text={text} candidates={[candidate]} current={candidate.id} />
    </div>
  )
}

const secondHref = (candidateId: string): string => `/review/second?candidate=${candidateId}`

type Page = {
  view: SecondView | null
  agreement: ReviewAgreement
  done: Done | null
  refused?: SecondRefused | undefined
}

/** The second queue: what somebody else decided, judged again by who is not told how. */
export const SecondPage: FC<Page> = ({ view, agreement, done, refused }) => (
  <DeskFrame title="Second opinions" queue="/review/second">
    <h1>Second opinions</h1>
    <DoneNote done={done} />
    <p>
      Somebody else has decided on these. You judge them without being told how, by the text as it stood when it was
      published; the first decision stands until a dispute is ruled.
    </p>
    <Alert wrong={refused?.wrong ?? []} />
    {refused && refused.candidateId !== view?.candidate.id ? <Kept typed={refused.typed} /> : null}
    {view ? (
      <Judged view={view} refused={refused} />
    ) : (
      <p class="empty">Nothing waits for a second opinion of yours.</p>
    )}
    <AgreementSection agreement={agreement} />
    <KeysHelp />
  </DeskFrame>
)
