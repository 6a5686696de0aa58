import type { FC } from 'hono/jsx'
import type { Problem } from '../../core/problem.ts'
import { Alert } from '../dispute-form.tsx'
import { DayTime, InstantTime } from '../layout.tsx'
import { positiveEvent } from '../words.ts'
import { EvidenceSides, FoundSides } from './evidence-sides.tsx'
import { DeskFrame, type Done, DoneNote, Key } from './frame.tsx'
import { ByHandForm, type Entered, outcomeWords, ReasonField, VoidForm } from './settling-forms.tsx'
import { settlingHref } from './settling-list-page.tsx'
import type { Judged, Settling } from './settling-view.ts'

/** What was sent and refused: what to mend, what stands instead, and everything that had been typed. */
export type Refused = { wrong: string[]; stands: Problem['stands']; entered: Entered }
type View = Settling & { refused: Refused | null; done: Done | null }

const proposer = ({ resolver, rules }: Judged['proposal']): string =>
  resolver === null ? 'by a person or a key' : `by the rule ${resolver}${rules === null ? '' : `, ${rules}`}`

/** `keys`: whether keys decide this one; of several only the first. */
const ProposalPanel: FC<{ judged: Judged; view: View; keys: boolean }> = ({
  judged: { proposal, verdict },
  view,
  keys,
}) => {
  const { options, events, refused } = view
  const { id, outcome, rationale, evidence, recordedAt } = proposal
  const mine = refused?.entered['proposal'] === id ? refused.entered : {}
  return (
    <section class="panel" aria-labelledby={id}>
      <h3 id={id}>Proposed: {outcomeWords(outcome, options)}</h3>
      <p class="small">
        {proposer(proposal)}, <InstantTime at={recordedAt} />
      </p>
      {rationale === '' ? null : <p dir="auto">{rationale}</p>}
      <EvidenceSides evidence={evidence} events={events} level={4} />
      <p class={verdict.settles ? 'note' : 'caveat'}>
        {verdict.settles ? 'This evidence settles it: ' : 'This evidence does not settle it yet: '}
        {verdict.reason}.{verdict.settles ? '' : ` ${verdict.remedy}.`}
      </p>
      <form
        method="post"
        action={`/review/proposals/${proposal.questionId}/decisions`}
        data-keep={`${id}:${proposal.questionId}`}
      >
        <input type="hidden" name="proposal" value={id} />
        <ReasonField id={`${id}-reason`} value={mine['reason'] ?? rationale} />
        <p class="buttons">
          <button type="submit" name="decision" value="settle" data-key={keys ? 'a' : undefined}>
            {keys ? <Key of="a" /> : null} Settle as {outcomeWords(outcome, options)}
          </button>
          <button type="submit" name="decision" value="decline" class="quiet" data-key={keys ? 'd' : undefined}>
            {keys ? <Key of="d" /> : null} Decline: this evidence does not bear so
          </button>
        </p>
      </form>
    </section>
  )
}

const Facts: FC<View> = ({ question, question: { version, status }, evidence, options }) => (
  <dl class="facts">
    <dt>Positive event</dt>
    <dd>{options.length > 0 ? 'one of its options comes' : positiveEvent(question)}</dd>
    <dt>Criteria</dt>
    <dd dir="auto">{version.criteria}</dd>
    <dt>Window</dt>
    <dd>
      {version.windowStart === null ? 'from its publication' : <DayTime day={version.windowStart} />} to{' '}
      {version.windowEnd === null ? 'no end' : <DayTime day={version.windowEnd} />}; {status}
    </dd>
    <dt>Searched</dt>
    <dd>
      what was published after <DayTime day={evidence.since} />
    </dd>
  </dl>
)

const Stands: FC<{ stands: Problem['stands'] }> = ({ stands }) =>
  stands ? (
    <p class="caveat">
      What stands now: {stands.step ?? 'nothing'}
      {stands.outcome ? ` ${stands.outcome}` : ''}, recorded <InstantTime at={stands.recordedAt} />
      {stands.reason ? <>, because “{stands.reason}”</> : null}.
    </p>
  ) : null

const Recorded: FC<View> = ({ evidence, events }) =>
  evidence.recorded.length === 0 ? null : (
    <details>
      <summary>All evidence recorded on this question ({evidence.recorded.length})</summary>
      <EvidenceSides evidence={evidence.recorded} events={events} level={3} />
    </details>
  )

const isDecided = ({ status }: Settling['question']): boolean => status === 'resolved' || status === 'void'

const Deciding: FC<View> = (view) => (
  <>
    <section aria-labelledby="proposals">
      <h2 id="proposals">What is proposed</h2>
      {view.judged.length === 0 ? <p class="empty">Nothing waits.</p> : null}
      {view.judged.map((judged, at) => (
        <ProposalPanel judged={judged} view={view} keys={at === 0} />
      ))}
      <Recorded {...view} />
    </section>
    <section aria-labelledby="found">
      <h2 id="found">What the search found</h2>
      <p class="note">Later passages that speak of the claim, best first. No finding settles anything by itself.</p>
      <FoundSides found={view.evidence.found} />
    </section>
    <section aria-labelledby="by-hand">
      <h2 id="by-hand">Decide by hand</h2>
      <ByHandForm {...view} entered={view.refused?.entered ?? {}} />
      <VoidForm questionId={view.question.id} entered={view.refused?.entered ?? {}} />
    </section>
  </>
)

/** One question to settle: its terms, what is proposed with evidence side by side, and the ways to decide. */
export const SettlingPage: FC<View> = (view) => {
  const { question, next, refused, done } = view
  return (
    <DeskFrame title="Settle a question" queue="/review/proposals">
      <DoneNote done={done} />
      <h1 dir="auto">{question.version.wording}</h1>
      <Facts {...view} />
      <Alert wrong={refused?.wrong ?? []} />
      <Stands stands={refused?.stands ?? null} />
      <p>
        <a href={next === null ? '/review/proposals' : settlingHref(next)} data-key="n">
          <Key of="n" /> Keep waiting: {next === null ? 'back to the list' : 'on to the next question'}
        </a>{' '}
        <span class="small">(what is proposed stays, and nothing is recorded)</span>
      </p>
      {isDecided(question) ? (
        <p class="note">
          This question is {question.status}. <a href={`/questions/${question.id}`}>Its log</a> says by what; it is
          corrected by a dispute.
        </p>
      ) : (
        <Deciding {...view} />
      )}
    </DeskFrame>
  )
}
