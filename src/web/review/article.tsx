import type { FC } from 'hono/jsx'
import type { Candidate, Commentary } from '../../core/commentary.ts'
import { DayTime } from '../layout.tsx'
import { deskHref } from './addresses.ts'
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

/** The text with its candidates marked where they stand; those of other versions of it stand in the list alone. */
const Text: FC<{ commentary: Commentary; text: string; marked: readonly Candidate[]; current: string | null }> = ({
  commentary,
  text,
  marked,
  current,
}) => {
  const byId = new Map(marked.map((candidate) => [candidate.id, candidate]))
  let isFound = false
  const anchorOf = ({ over }: Piece): string | undefined => {
    if (isFound || current === null || !over.includes(current)) return undefined
    isFound = true
    return 'passage'
  }
  return (
    <>
      {piecesOf(text, marked).map((pieces) => (
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
