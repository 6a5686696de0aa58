import type { FC } from 'hono/jsx'
import type { Author } from '../../core/author.ts'
import { counted } from '../format.ts'
import { Layout } from '../layout.tsx'
import { authorHref } from '../words.ts'
import { Pager, Wrong } from './list-parts.tsx'
import { listHref } from './list-query.ts'

const PATH = '/authors'

export type AuthorsView = {
  asked: Partial<Record<'q' | 'cursor', string>>
  items: Author[]
  next: string | null
  wrong: string | null
  status: 200 | 404 | 422
}

const kindWords: Readonly<Record<Author['kind'], string>> = {
  person: 'a person',
  organisation: 'an organisation',
  model: 'a model',
  unattributed: 'nobody by name',
}

const Items: FC<{ authors: readonly Author[] }> = ({ authors }) => (
  <ul class="names">
    {authors.map(({ slug, name, kind, bot }) => (
      <li>
        <a href={authorHref(slug)}>
          <bdi>{name}</bdi>
        </a>{' '}
        <small>
          {kindWords[kind]}
          {bot ? ', registered by a bot' : ''}
        </small>
      </li>
    ))}
  </ul>
)

/** The authors, newest first, or those whose names begin so. */
export const AuthorsPage: FC<{ view: AuthorsView }> = ({ view: { asked, items, next, wrong } }) => (
  <Layout title="Authors · Hindcast" description="Whose predictions are recorded here.">
    <h1>Authors</h1>
    <p>
      Whose predictions are recorded: people, organisations and models. Who is ranked, and why somebody is not, stands
      on <a href="/">the boards</a>.
    </p>
    <Wrong wrong={wrong} />
    <form method="get" action={PATH} class="row">
      <p class="field">
        <label for="q">Name</label>
        <input id="q" name="q" type="search" value={asked.q ?? ''} maxlength={200} aria-describedby="q-note" />
      </p>
      <p>
        <button type="submit">Search</button>
      </p>
      <p class="note" id="q-note">
        The beginnings of words of the name, in any order, accents or not.
      </p>
    </form>
    {items.length === 0 ? (
      wrong === null ? (
        <p class="empty">
          {asked.q === undefined ? (
            'Nobody is recorded yet: authors come with the commentary that they sign, or with the forecasts that they submit.'
          ) : (
            <>
              Nobody’s name begins so. <a href={PATH}>See all authors</a>.
            </>
          )}
        </p>
      ) : null
    ) : (
      <>
        <p class="note" role="status">
          {counted(items.length, 'author')} on this page, the newest first.{' '}
          <a href={listHref('/v1/authors', { q: asked.q })}>JSON</a>
        </p>
        <Items authors={items} />
      </>
    )}
    <Pager
      first={asked.cursor === undefined ? null : listHref(PATH, { q: asked.q })}
      next={next === null ? null : listHref(PATH, { q: asked.q, cursor: next })}
      words="More authors"
    />
  </Layout>
)
