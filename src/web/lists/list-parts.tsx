import type { FC } from 'hono/jsx'

/** What was asked for wrongly, above the form that it is put right in. */
export const Wrong: FC<{ wrong: string | null }> = ({ wrong }) =>
  wrong === null ? null : (
    <div class="alert" role="alert">
      <p>{wrong}.</p>
    </div>
  )

/** The ways to the first page and to the next; none where all stands on one. */
export const Pager: FC<{ first: string | null; next: string | null; words: string }> = ({ first, next, words }) =>
  first === null && next === null ? null : (
    <nav class="pager" aria-label="Pages">
      {first === null ? null : <a href={first}>First page</a>}
      {next === null ? null : (
        <a href={next} rel="next">
          {words}
        </a>
      )}
    </nav>
  )
