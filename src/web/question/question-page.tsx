import type { Child, FC } from 'hono/jsx'
import type { Question } from '../../core/question.ts'
import { disputeFormHref } from '../dispute-words.ts'
import { DayTime, InstantTime, Layout } from '../layout.tsx'
import { positiveEvent, questionHref } from '../words.ts'
import { CriteriaSection } from './criteria.tsx'
import { EvidenceSection } from './evidence.tsx'
import { DisputedSection, LogSection } from './log.tsx'
import { statusWords } from './outcome-words.ts'
import { QuestionItems, TopicLinks } from './question-items.tsx'
import type { QuestionView } from './read-question.ts'
import { SaidSection } from './said.tsx'
import { WhenSection } from './when.tsx'

const sourceNotes: Readonly<Record<Question['version']['windowSource'], string>> = {
  stated: '',
  rule: ', by a rule from the words of time',
  default: ', set by default: there are no words of time',
}

const Trigger: FC<{ view: QuestionView }> = ({ view: { question, trigger } }) => {
  const { trigger: named, condition } = question.version
  if (named === null) return condition === null ? null : <bdi>{condition}</bdi>
  return (
    <>
      {condition === null ? null : <bdi>{condition}: </bdi>}
      asked only if{' '}
      <a href={questionHref(named.questionId)}>{trigger ? trigger.version.wording : 'another question'}</a> settles “
      {named.outcome}”{named.gates ? '; what happened before that does not count' : ''}
    </>
  )
}

const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Facts: FC<{ view: QuestionView }> = ({ view }) => {
  const { question } = view
  const { version, topics } = question
  return (
    <dl class="facts">
      <Fact name="Stands">
        <strong>{statusWords(question, question.options)}</strong>
      </Fact>
      {question.kind === 'binary' ? <Fact name="Counts as positive">that {positiveEvent(question)}</Fact> : null}
      <Fact name="Window">
        <DayTime day={version.windowStart} /> to {version.windowEnd ? <DayTime day={version.windowEnd} /> : 'no end'}
        {sourceNotes[version.windowSource]}
      </Fact>
      <Fact name="Forecast that counts">
        {version.referenceAt ? (
          <>
            the first in commentary; of submitted ones that which stands <InstantTime at={version.referenceAt} />
          </>
        ) : (
          'what each author said first'
        )}
      </Fact>
      {version.trigger !== null || version.condition !== null ? (
        <Fact name="Condition">
          <Trigger view={view} />
        </Fact>
      ) : null}
      {topics.length > 0 ? (
        <Fact name="Topics">
          <TopicLinks topics={topics} />
        </Fact>
      ) : null}
      <Fact name="Data">
        <a href={`/v1/questions/${question.id}`}>JSON</a>
      </Fact>
    </dl>
  )
}

const Contest: FC<{ question: Question }> = ({ question: { id, status } }) =>
  status === 'resolved' || status === 'void' ? (
    <p>
      <a class="button" href={disputeFormHref(id)}>
        Contest this outcome
      </a>{' '}
      <small>without a key; it is ruled by somebody else than who decided it, where there is anybody</small>
    </p>
  ) : (
    <p class="small">
      Is something recorded here wrong? <a href="/disputes/new">Dispute it</a>; the outcome can be contested once there
      is one.
    </p>
  )

const Related: FC<{ title: string; id: string; note?: string; questions: Question[] }> = ({
  title,
  id,
  note,
  questions,
}) =>
  questions.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note ? <p class="note">{note}</p> : null}
      <QuestionItems questions={questions} />
    </section>
  )

/** One question: what is asked, by what it is judged, who said what when, and how it came out. */
export const QuestionPage: FC<{ view: QuestionView }> = ({ view }) => {
  const { question, triggered, family, similar } = view
  const options = new Map(question.options.map(({ id, label }) => [id as string, label]))
  return (
    <Layout
      title={`${question.version.wording.slice(0, 100)} · Hindcast`}
      description="What was asked, said and settled."
    >
      <h1 class="wording" dir="auto">
        {question.version.wording}
      </h1>
      <Facts view={view} />
      <Contest question={question} />
      <SaidSection {...view} question={question} optionNames={options} />
      <WhenSection view={view} />
      <CriteriaSection question={question} versions={question.versions} options={question.options} />
      <EvidenceSection view={view} options={options} />
      <LogSection view={view} />
      <DisputedSection view={view} />
      <Related title="Waits for this one" id="triggered" questions={triggered} />
      <Related
        title="Stands or falls with it"
        id="family"
        note="Questions of one family are one event seen several ways; a score counts the family, not each."
        questions={family}
      />
      <Related title="Similar questions" id="similar" questions={similar} />
    </Layout>
  )
}

/** No question of that id. */
export const NoQuestionPage: FC = () => (
  <Layout title="No such question · Hindcast">
    <h1>There is no such question</h1>
    <p>
      The address holds the id of a question, <code>qst_…</code>. It may be misspelt or cut short.{' '}
      <a href="/questions">See all questions</a>, or <a href="/">the boards</a>.
    </p>
  </Layout>
)
