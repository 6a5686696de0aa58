import type { FC, PropsWithChildren } from 'hono/jsx'
import type { Candidate, Commentary } from '../../core/commentary.ts'
import { DayTime } from '../layout.tsx'
import { deskHref } from './addresses.ts'
import { excerptOf } from './excerpt.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { titleOf } from './queue-page.tsx'

type Marked = { commentaryId: string; byId: ReadonlyMap<string, Candidate>; current: string | null }

/** The passage that a piece leads to: the shortest one over it that is not on the desk already. */
const ledTo = ({ over }: Piece, current: string | null): string | null => over.find((id) => id !== current) ?? null

const Mark: FC<Marked & { piece: Piece; id: string | undefined }> = ({ commentaryId, byId, current, piece, id }) => {
  const other = ledTo(piece, current)
  const isCurrent = current !== null && piece.over.includes(current)
  const status = byId.get(other ?? current ?? '')?.status ?? 'pending'
  const inner = other ? (
    <a href={deskHref(commentaryId, other)} title={`${status}${piece.over.length > 1 ? ', overlaps another' : ''}`}>
      {piece.text}
    </a>
  ) : (
    piece.text
  )
  return (
    <mark id={id} class={isCurrent ? 'current' : status}>
      {inner}
    </mark>
  )
}

/** Says that a text goes on, and leads to the nearest candidate there. */
const Further: FC<PropsWithChildren<{ commentaryId: string; to: string | null; link: string }>> = ({
  commentaryId,
  to,
  link,
  children,
}) => (
  <p class="note">
    {children} {to ? <a href={deskHref(commentaryId, to)}>{link}</a> : null}
  </p>
)

/** The text, or of a long one the part around the current candidate, with its candidates marked where they stand; those of other versions of it stand in the list alone. */
const Text: FC<{ commentary: Commentary; text: string; marked: readonly Candidate[]; current: string | null }> = ({
  commentary,
  text,
  marked,
  current,
}) => {
  const excerpt = excerptOf(text, marked, current)
  const byId = new Map(marked.map((candidate) => [candidate.id, candidate]))
  let isFound = false
  const anchorOf = ({ over }: Piece): string | undefined => {
    if (isFound || current === null || !over.includes(current)) return undefined
    isFound = true
    return 'passage'
  }
  return (
    <>
      {excerpt.cutBefore ? (
        <Further commentaryId={commentary.id} to={excerpt.earlier} link="Earlier candidates">
          This text is long. It begins before the part that is shown.
        </Further>
      ) : null}
      {piecesOf(excerpt.text, excerpt.spans).map((pieces) => (
        <p dir="auto">
          {pieces.map((piece) =>
            piece.over.length === 0 ? (
              piece.text
            ) : (
              <Mark commentaryId={commentary.id} byId={byId} current={current} piece={piece} id={anchorOf(piece)} />
            ),
          )}
        </p>
      ))}
      {excerpt.cutAfter ? (
        <Further commentaryId={commentary.id} to={excerpt.later} link="Later candidates">
          This text is long. It goes on after the part that is shown.
        </Further>
      ) : null}
    </>
  )
}

/** An address that a browser may be led to. */
const WEB = /^https?:\/\//i

type Article = {
  commentary: Commentary
  text: { version: number; text: string } | null
  candidates: readonly Candidate[]
  current: string | null
}

/** A commentary as it was published, with nothing that became known later. */
export const Article: FC<Article> = ({ commentary, text, candidates, current }) => (
  <article class="piece" id="article" tabindex={0} aria-labelledby="article-title">
    <h2 id="article-title" dir="auto">
      {titleOf(commentary)}
    </h2>
    <p class="note">
      {commentary.bylines.map(({ name }) => (
        <>
          <bdi>{name}</bdi>,{' '}
        </>
      ))}
      {commentary.publisher ? (
        <>
          <bdi>{commentary.publisher}</bdi>,{' '}
        </>
      ) : null}
      <DayTime day={commentary.publishedOn} />.{' '}
      {commentary.url && WEB.test(commentary.url) ? (
        <a href={commentary.url} rel="noreferrer">
          Where it was published
        </a>
      ) : null}
    </p>
    {text === null ? (
      <p class="empty">The text was removed. Its candidates can be decided by their own words, which stand beside.</p>
    ) : (
      <Text
        commentary={commentary}
        text={text.text}
        marked={candidates.filter(({ textVersion }) => textVersion === text.version)}
        current={current}
      />
    )}
  </article>
)
