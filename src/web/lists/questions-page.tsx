import type { FC } from 'hono/jsx'
import type { Question } from '../../core/question.ts'
import { statuses } from '../../core/resolution/lifecycle.ts'
import { counted } from '../format.ts'
import { Layout } from '../layout.tsx'
import { QuestionItems } from '../question/question-items.tsx'
import { Pager, Wrong } from './list-parts.tsx'
import { listHref } from './list-query.ts'
import type { Asked, QuestionsView } from './read-questions.ts'

const PATH = '/questions'

const statusNames: Readonly<Record<Question['status'], string>> = {
  open: 'Open',
  due: 'Due, not settled',
  resolved: 'Resolved',
  void: 'Void',
}

const StatusLinks: FC<{ asked: Asked }> = ({ asked: { q: _, cursor: __, ...asked } }) => (
  <nav class="filters" aria-label="Questions by where they stand">
    {[undefined, ...statuses].map((status) => (
      <a href={listHref(PATH, { ...asked, status })} aria-current={asked.status === status ? 'true' : undefined}>
        {status === undefined ? 'All' : statusNames[status]}
      </a>
    ))}
  </nav>
)

const SearchForm: FC<{ asked: Asked }> = ({ asked }) => (
  <form method="get" action={PATH} class="row">
    <p class="field">
      <label for="q">Words of a question</label>
      <input id="q" name="q" type="search" value={asked.q ?? ''} maxlength={200} />
    </p>
    <p>
      <button type="submit">Search</button>
    </p>
  </form>
)

const FilterForm: FC<{ asked: Asked; collections: QuestionsView['collections'] }> = ({ asked, collections }) => {
  const known = collections.some(({ slug, id }) => asked.collection === slug || asked.collection === id)
  return (
    <form method="get" action={PATH} class="row">
      {asked.status === undefined ? null : <input type="hidden" name="status" value={asked.status} />}
      <p class="field">
        <label for="topic">Topic</label>
        <input id="topic" name="topic" value={asked.topic ?? ''} maxlength={60} />
      </p>
      <p class="field">
        <label for="collection">Collection</label>
        <select id="collection" name="collection">
          <option value="">any</option>
          {asked.collection !== undefined && !known ? (
            <option value={asked.collection} selected>
              {asked.collection}
            </option>
          ) : null}
          {collections.map(({ id, slug, name }) => (
            <option value={slug} selected={asked.collection === slug || asked.collection === id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="author">Author</label>
        <input id="author" name="author" value={asked.author ?? ''} maxlength={300} aria-describedby="author-note" />
      </p>
      <p>
        <button type="submit">Filter</button>
      </p>
      <p class="note" id="author-note">
        An author goes by the short name in the address of their page: <a href="/authors">find one</a>.
      </p>
    </form>
  )
}

const narrowed = ({ q: _, cursor: __, ...asked }: Asked): boolean => Object.keys(asked).length > 0

const Listed: FC<{ view: QuestionsView }> = ({ view: { asked, items, wrong } }) => {
  if (wrong !== null) return null
  if (items.length > 0) return <QuestionItems questions={items} />
  if (asked.q !== undefined) return <p class="empty">No question holds these words. Try fewer, or other ones.</p>
  return narrowed(asked) ? (
    <p class="empty">
      No question is like that. <a href={PATH}>See all</a>.
    </p>
  ) : (
    <p class="empty">
      There is no question yet: each comes of a prediction that a reviewer accepts, or is asked by{' '}
      <a href="/docs#op-createQuestion">the API</a>.
    </p>
  )
}

/** The questions, newest first, by links and forms that need no script. */
export const QuestionsPage: FC<{ view: QuestionsView }> = ({ view }) => {
  const { asked, collections, items, next, wrong } = view
  const { cursor, ...rest } = asked
  const json =
    asked.q === undefined ? listHref('/v1/questions', rest) : listHref('/v1/search', { q: asked.q, kind: 'question' })
  return (
    <Layout title="Questions · Hindcast" description="What is asked of the future, and how it came out.">
      <h1>Questions</h1>
      <p>What predictions are about, each with the criteria by which it is settled.</p>
      <StatusLinks asked={asked} />
      <Wrong wrong={wrong} />
      <SearchForm asked={asked} />
      <details open={narrowed(asked)}>
        <summary>Filter by topic, collection or author</summary>
        <FilterForm asked={asked} collections={collections} />
      </details>
      {items.length === 0 ? null : (
        <p class="note" role="status">
          {counted(items.length, 'question')} on this page,{' '}
          {asked.q === undefined ? 'the newest first' : 'the best match first; a search looks through all of them'}.{' '}
          <a href={json}>JSON</a>
        </p>
      )}
      <Listed view={view} />
      <Pager
        first={cursor === undefined ? null : listHref(PATH, rest)}
        next={next === null ? null : listHref(PATH, { ...rest, cursor: next })}
        words={asked.q === undefined ? 'Older questions' : 'More questions'}
      />
    </Layout>
  )
}
