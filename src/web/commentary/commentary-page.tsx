import type { Child, FC } from 'hono/jsx'
import type { Commentary } from '../../core/commentary.ts'
import { disputeFormHref } from '../dispute-words.ts'
import { deeds, ForecastWords } from '../forecast-words.tsx'
import { counted } from '../format.ts'
import { DayTime, InstantTime, Layout, MomentTime } from '../layout.tsx'
import { TakenBackNote } from '../taken-back-note.tsx'
import { authorHref, httpHref, questionHref, standingWords } from '../words.ts'
import { type CommentaryView, STATEMENTS_SHOWN, type Statement } from './read-commentary-page.ts'
import { WholeText } from './whole-text.tsx'

const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Bylines: FC<{ commentary: Commentary }> = ({ commentary: { id, bylines } }) => {
  if (bylines.length === 0) return <>nobody signed it</>
  return (
    <ul class="bylines">
      {bylines.map((author) => (
        <li>
          <a href={authorHref(author.slug)}>
            <bdi>{author.name}</bdi>
          </a>{' '}
          <small>
            <a href={disputeFormHref(id, author.id)}>did not sign it?</a>
          </small>
        </li>
      ))}
    </ul>
  )
}

const Where: FC<{ commentary: Commentary }> = ({ commentary: { publisher, url } }) => {
  const href = httpHref(url)
  return (
    <>
      {publisher === null ? null : <bdi>{publisher}</bdi>}
      {publisher !== null && url !== null ? ', ' : ''}
      {href === null ? (
        url
      ) : (
        <a href={href} rel="nofollow noopener">
          {href}
        </a>
      )}
      {publisher === null && url === null ? 'not told' : ''}
    </>
  )
}

const Kept: FC<{ view: CommentaryView }> = ({ view: { commentary, run, reading, redaction } }) => (
  <>
    SHA-256 of the text <code>{commentary.contentSha256}</code>.{' '}
    {redaction ? (
      <>
        The text was taken out <InstantTime at={redaction.recordedAt} />: {redaction.reason}. Its quotes and the hash
        stay.
      </>
    ) : (
      <>The text is archived here and shown to reviewers alone.</>
    )}{' '}
    {reading ? `Read as ${reading.mediaType} by ${reading.reader}. ` : ''}
    {run ? `Its passages were found by extractor ${run.extractorVersion} with lexicon ${run.lexiconVersion}.` : ''}
  </>
)

const Facts: FC<{ view: CommentaryView }> = ({ view }) => {
  const { commentary } = view
  return (
    <dl class="facts">
      <Fact name="Signed by">
        <Bylines commentary={commentary} />
      </Fact>
      <Fact name="Where">
        <Where commentary={commentary} />
      </Fact>
      <Fact name="Published">
        <MomentTime moment={commentary.published} />
        {commentary.published.earliest.slice(0, 10) === commentary.published.latest.slice(0, 10) ? null : (
          <>
            ; windows are counted from <DayTime day={commentary.publishedOn} />
          </>
        )}
      </Fact>
      <Fact name="Language">{commentary.language}</Fact>
      <Fact name="Recorded">
        <InstantTime at={commentary.recordedAt} />
      </Fact>
      <Fact name="Kept">
        <Kept view={view} />
      </Fact>
      <Fact name="Data">
        <a href={`/v1/commentaries/${commentary.id}`}>JSON</a> ·{' '}
        <a href={`/v1/candidates?commentary=${commentary.id}`}>passages that were reviewed</a>
      </Fact>
    </dl>
  )
}

const Item: FC<{ statement: Statement; signers: ReadonlySet<string> }> = ({ statement, signers }) => {
  const { prediction, question } = statement
  const { id, quote, act, authorId, authorName, scoreable, unscoredReason, weakHedge } = prediction
  return (
    <li id={id}>
      {quote === null ? null : (
        <blockquote dir="auto">
          <p>{quote}</p>
        </blockquote>
      )}
      <p class="small">
        {signers.has(authorId) ? null : (
          <>
            By{' '}
            <a href={authorHref(authorId)}>
              <bdi>{authorName}</bdi>
            </a>
            , who is quoted.{' '}
          </>
        )}
        {deeds[act]}: <ForecastWords prediction={prediction} question={question} />.{' '}
        {weakHedge ? 'A weak hedge, kept out of the score. ' : ''}
        {scoreable ? '' : `Listed, not scored: ${unscoredReason ?? 'no reason given'}. `}
        <a href={`/v1/predictions/${id}`}>JSON</a> · <a href={disputeFormHref(id)}>Dispute it</a>
      </p>
      {question ? (
        <p>
          <a href={questionHref(question.id)} dir="auto">
            {question.version.wording === quote ? 'The question' : question.version.wording}
          </a>
          {question.version.wording === quote ? ': ' : ' '}
          <strong>{standingWords(question)}</strong>
        </p>
      ) : null}
    </li>
  )
}

const nothingIn = ({ accepted, takenBack }: CommentaryView): string => {
  if (takenBack > 0) return 'No prediction that was recorded of it stands.'
  if (accepted) return 'No prediction in it was recorded.'
  return 'No passage of it has been accepted as a prediction yet. What waits for review is shown to reviewers alone.'
}

const Statements: FC<{ view: CommentaryView }> = ({ view }) => {
  const { commentary, statements, more, takenBack } = view
  const signers = new Set(commentary.bylines.map(({ id }) => id as string))
  const json = `/v1/predictions?commentary=${commentary.id}`
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">What it predicts</h2>
      {statements.length === 0 ? (
        <p class="empty">{nothingIn(view)}</p>
      ) : (
        <p class="note">In the order of the text, each in the words that it was said in, and what became of it.</p>
      )}
      <ol class="plain">
        {statements.map((one) => (
          <Item statement={one} signers={signers} />
        ))}
      </ol>
      {statements.length === 0 ? null : (
        <p class="note">
          {more ? `These are the newest ${STATEMENTS_SHOWN}; all` : `All ${counted(statements.length, 'statement')}`}:{' '}
          <a href={json}>the predictions of this piece as JSON</a>.
        </p>
      )}
      {takenBack === 0 ? null : (
        <p class="note">
          <TakenBackNote n={takenBack} of={`commentary=${commentary.id}`} />
        </p>
      )}
    </section>
  )
}

/** One commentary: who published it where and when, what it predicts, and what became of that. */
export const CommentaryPage: FC<{ view: CommentaryView }> = ({ view }) => {
  const { commentary, text, statements } = view
  const title = commentary.title ?? `A piece of ${commentary.publishedOn}`
  return (
    <Layout
      title={`${title.slice(0, 100)} · Hindcast`}
      description="Who published it, what it predicts, what became of that."
    >
      <h1 class="wording" dir="auto">
        {title}
      </h1>
      <Facts view={view} />
      <Statements view={view} />
      {text ? (
        <>
          <p>
            <a href="/review">The review desk</a>
          </p>
          <WholeText text={text} statements={statements} />
        </>
      ) : null}
    </Layout>
  )
}

/** No commentary of that id. */
export const NoCommentaryPage: FC = () => (
  <Layout title="No such commentary · Hindcast">
    <h1>There is no such commentary</h1>
    <p>
      The address holds the id of a commentary, <code>cmt_…</code>. It may be misspelt or cut short.{' '}
      <a href="/authors">Find its author</a>, or <a href="/questions">see all questions</a>.
    </p>
  </Layout>
)
