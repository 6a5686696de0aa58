import type { FC } from 'hono/jsx'
import type { PlainText } from '../../storage/commentaries.ts'
import type { Statement } from './read-commentary-page.ts'

type Piece = { text: string; statement: string | null }

/** The text in pieces, those that became statements apart; of two that overlap the first keeps what both hold. */
export const piecesOf = (text: string, statements: readonly Statement[]): Piece[] => {
  const pieces: Piece[] = []
  let done = 0
  for (const { place, prediction } of statements) {
    if (place === null) continue
    const [start, end] = [Math.max(done, place.start), Math.min(place.end, text.length)]
    if (end <= start) continue
    if (start > done) pieces.push({ text: text.slice(done, start), statement: null })
    pieces.push({ text: text.slice(start, end), statement: prediction.id })
    done = end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), statement: null })
  return pieces
}

/** The whole text with its statements marked in place. For reviewers alone. */
export const WholeText: FC<{ text: PlainText; statements: readonly Statement[] }> = ({ text, statements }) => (
  <section aria-labelledby="text">
    <h2 id="text">The text</h2>
    <p class="note">
      Shown because you are signed in as a reviewer; it is not public. Version {text.version}, read by {text.reader}.
      What became a statement is marked.
    </p>
    <p class="said whole" dir="auto">
      {piecesOf(text.text, statements).map(({ text: piece, statement }) =>
        statement === null ? (
          piece
        ) : (
          <mark>
            <a href={`#${statement}`}>{piece}</a>
          </mark>
        ),
      )}
    </p>
  </section>
)
