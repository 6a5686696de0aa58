import type { FC } from 'hono/jsx'
import type { Author } from '../../core/author.ts'
import type { Part } from '../../queries/report/author-counts.ts'
import type { OwnBoard } from '../../queries/report/author-view.ts'
import { counted } from '../format.ts'
import { authorHref, timingMeanings, timingTitles, voiceTitles } from '../words.ts'

type Place = Pick<OwnBoard, 'timing' | 'voice' | 'collection'>

/** The query by which pages and API alike name a report. */
export const reportQuery = ({
  timing,
  voice,
  collection,
}: Pick<Part, 'timing' | 'voice'> & { collection: { slug: string } | null }): string =>
  `timing=${timing}&voice=${voice}${collection ? `&collection=${encodeURIComponent(collection.slug)}` : ''}`

const isSame = (one: Place, other: Place): boolean =>
  one.timing === other.timing && one.voice === other.voice && one.collection?.id === other.collection?.id

const Title: FC<Place> = ({ timing, voice, collection }) => (
  <>
    {timingTitles[timing]}, {voiceTitles[voice]}, {collection ? <bdi>{collection.name}</bdi> : 'everything'}
  </>
)

/** Collections on one page; whoever is in more finds them all as JSON. */
const SHOWN = 40

/** Which report this page shows, and the others by plain links. */
export const ReportLinks: FC<{ author: Author; part: Part; boards: readonly OwnBoard[] }> = ({
  author,
  part,
  boards,
}) => {
  const others = boards.filter((one) => !isSame(one, part))
  return (
    <>
      <p>
        This page shows one report: <strong>{timingTitles[part.timing].toLowerCase()}</strong>,{' '}
        {part.voice === 'own' ? 'in the author’s own voice' : 'as others quote them'}, of{' '}
        {part.collection ? (
          <>
            the collection <bdi>{part.collection.name}</bdi>
          </>
        ) : (
          'everything recorded'
        )}
        . {timingMeanings[part.timing]}
      </p>
      {others.length > 0 ? (
        <nav aria-label="Other reports of this author">
          <details open={others.length <= 4}>
            <summary>{counted(others.length, 'other report')} of this author, which no figure below mixes in</summary>
            <ul>
              {others.slice(0, SHOWN).map((one) => (
                <li>
                  <a href={`${authorHref(author.slug)}?${reportQuery(one)}`}>
                    <Title {...one} />
                  </a>
                  : {one.n.toLocaleString('en-GB')} settled
                </li>
              ))}
            </ul>
            {others.length > SHOWN ? <p class="note">{others.length - SHOWN} more are not listed here.</p> : null}
          </details>
        </nav>
      ) : null}
    </>
  )
}
