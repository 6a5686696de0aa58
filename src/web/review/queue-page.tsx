import type { FC } from 'hono/jsx'
import type { Commentary } from '../../core/commentary.ts'
import type { ReviewAgreement } from '../../core/second-opinion.ts'
import type { Instant } from '../../core/time.ts'
import { DayTime, Head, InstantTime, TableBox } from '../layout.tsx'
import { deskHref } from './addresses.ts'
import { AgreementSection } from './agreement.tsx'
import { DeskFrame } from './frame.tsx'

export type WaitingPiece = { commentary: Commentary; since: Instant; waiting: number }
type Queue = { pieces: readonly WaitingPiece[]; next: string | null; first: boolean; agreement: ReviewAgreement }

/** What a commentary is called where it has no title. */
export const titleOf = ({ title, publisher }: Commentary): string =>
  title ?? (''.trim() || (publisher ? `Untitled, ${publisher}` : 'Untitled'))

const Row: FC<{ piece: WaitingPiece; first: boolean }> = ({ piece: { commentary, since, waiting }, first }) => (
  <tr>
    <th scope="row" class="title">
      <a href={deskHref(commentary.id)} data-key={first ? 'n' : undefined}>
        <bdi>{titleOf(commentary)}</bdi>
      </a>
      <small>
        {commentary.bylines.map(({ name }, at) => (
          <>
            {at > 0 ? ', ' : ''}
            <bdi>{name}</bdi>
          </>
        ))}
      </small>
    </th>
    <td>
      <bdi>{commentary.publisher ?? ''}</bdi>
    </td>
    <td>
      <DayTime day={commentary.publishedOn} />
    </td>
    <td>
      <InstantTime at={since} />
    </td>
    <td class="n">{waiting}</td>
  </tr>
)

const Nothing: FC<{ first: boolean }> = ({ first }) => (
  <p class="empty">
    {first ? 'No candidate waits for a review.' : 'No further commentary waits.'} Candidates come with commentaries:
    record one through <a href="/docs#op-recordCommentary">the API</a>, or have a feed read. What was decided is on the
    pages of its authors.
  </p>
)

/** The first queue: what was found and waits for somebody to decide on it. */
export const QueuePage: FC<Queue> = ({ pieces, next, first, agreement }) => (
  <DeskFrame title="Candidates" queue="/review">
    <h1>Candidates</h1>
    <p>
      Passages that extraction takes for predictions, by commentary, the one first that waits longest. Nothing of them
      is published or counted before somebody has accepted it.
    </p>
    {pieces.length === 0 ? (
      <Nothing first={first} />
    ) : (
      <TableBox label="Commentaries with candidates that wait">
        <table>
          <Head words={['Commentary', 'Publisher', 'Published', 'Waiting since']} numbers={['Candidates']} />
          <tbody>
            {pieces.map((piece, at) => (
              <Row piece={piece} first={at === 0} />
            ))}
          </tbody>
        </table>
      </TableBox>
    )}
    {next ? (
      <p>
        <a href={`/review?cursor=${next}`} rel="next">
          Further commentaries
        </a>
      </p>
    ) : null}
    <AgreementSection agreement={agreement} />
  </DeskFrame>
)
