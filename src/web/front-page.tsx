import type { FC } from 'hono/jsx'
import { timings } from '../core/question.ts'
import { COHORT_SIZE, SETTLED_PERCENT } from '../core/scoring/report/cohort.ts'
import { voices } from '../core/slice.ts'
import type { Leaderboard } from '../queries/board/leaderboard.ts'
import { BoardTable } from './board-table.tsx'
import { type Boards, boardAnchor, boardHref, type CollectionBoards } from './boards.ts'
import { monthText } from './format.ts'
import { type Latest, LatestSection } from './latest.tsx'
import { Layout } from './layout.tsx'
import { otherTiming, timingMeanings, timingTitles, voiceTitles } from './words.ts'

type Cohort = Pick<Leaderboard, 'cohort'> & { readWhole: boolean }

const CohortLine: FC<Cohort> = ({ cohort: { entered, due, settled, months }, readWhole }) => {
  const [first, last] = [months[0], months.at(-1)]
  const when =
    first && last ? `, ${first === last ? monthText(first) : `${monthText(first)} to ${monthText(last)}`}` : ''
  const rule = `at least ${COHORT_SIZE} questions of past months, ${SETTLED_PERCENT}\u00a0% of them settled`
  return (
    <p class="note">
      {readWhole ? 'What the rule names was read whole.' : 'What the rule names was read in part.'} Questions due{when}:{' '}
      {due}, settled {settled}.{' '}
      {entered
        ? `Their cohort has entered the scores (${rule}).`
        : `Their cohort has not entered the scores yet, which takes ${rule}: figures stand with their bounds and nobody is ranked.`}
    </p>
  )
}

const Board: FC<{ board: Leaderboard }> = ({ board }) => {
  const { collection, timing, voice, rows } = board
  const json = boardHref(collection, timing, voice)
  const other = otherTiming(timing)
  const anchor = boardAnchor(collection, timing, voice)
  return (
    <section aria-labelledby={anchor}>
      <h3 id={anchor}>
        {timingTitles[timing]}, {voiceTitles[voice]}
      </h3>
      <p class="note">
        {timingMeanings[timing]} <a href={json}>JSON</a>
      </p>
      {rows.length > 0 ? (
        <BoardTable board={board} json={json} />
      ) : (
        <p class="empty">
          This board is empty. See{' '}
          <a href={`/?collection=${encodeURIComponent(collection.slug)}&timing=${other}&voice=${voice}`}>
            the {other} one of this collection
          </a>
          .
        </p>
      )}
    </section>
  )
}

const CollectionSection: FC<CollectionBoards> = ({ collection, boards }) => {
  const [board] = boards
  return (
    <section aria-labelledby={collection.id}>
      <h2 id={collection.id} dir="auto">
        {collection.name}
      </h2>
      <p>
        <strong>Rule.</strong> {collection.rule}
      </p>
      {collection.caveat ? (
        <p class="caveat">
          <strong>Caveat.</strong> {collection.caveat}
        </p>
      ) : null}
      {board ? <CohortLine cohort={board.cohort} readWhole={collection.readWhole} /> : null}
      {boards.map((one) => (
        <Board board={one} />
      ))}
    </section>
  )
}

type Choices = { name: string; label: string; any: string; options: readonly (readonly [string, string])[] }

const Choice: FC<Choices & { chosen: string | null }> = ({ name, label, any, options, chosen }) => (
  <p class="field">
    <label for={`board-${name}`}>{label}</label>
    <select id={`board-${name}`} name={name}>
      <option value="">{any}</option>
      {options.map(([value, words]) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </p>
)

const isNarrow = ({ collection, timing, voice }: Boards['filter']): boolean =>
  [collection, timing, voice].some((asked) => asked !== null)

/** Which boards are shown, by a form that needs no script. */
const BoardFilterForm: FC<{ boards: Boards }> = ({ boards: { filter, choices } }) => (
  <form method="get" action="/" class="filters" aria-label="Which boards">
    <Choice
      name="collection"
      label="Collection"
      any="the newest"
      options={choices.map(({ slug, name }) => [slug, name] as const)}
      chosen={filter.collection}
    />
    <Choice
      name="timing"
      label="Written down"
      any="before or after"
      options={timings.map((timing) => [timing, timingTitles[timing]] as const)}
      chosen={filter.timing}
    />
    <Choice
      name="voice"
      label="Voice"
      any="own or quoted"
      options={voices.map((voice) => [voice, voiceTitles[voice]] as const)}
      chosen={filter.voice}
    />
    <p class="buttons">
      <button type="submit">Show</button>
      {isNarrow(filter) ? <a href="/">all boards</a> : null}
    </p>
  </form>
)

const NoCollection: FC<{ boards: Boards }> = ({ boards: { filter, collections } }) =>
  filter.collection === null || collections.length > 0 ? null : (
    <p class="alert" role="alert">
      There is no collection “<bdi>{filter.collection.slice(0, 100)}</bdi>”: choose one above, or see{' '}
      <a href="/">the newest</a>.
    </p>
  )

/** The front page: what Hindcast is, the boards of each collection, and what happened last. */
export const FrontPage: FC<{ boards: Boards; latest: Latest }> = ({ boards, latest }) => (
  <Layout
    title="Hindcast: the score of published foresight"
    description="Dated predictions from commentary, resolved with evidence and scored for calibration."
  >
    <h1>Who saw it coming?</h1>
    <p class="lead">
      Hindcast keeps score of published foresight: it reads dated commentary and records every prediction in it with the
      exact words and who said them. Each one is resolved against later events with evidence, and every author’s
      calibration is reported with honest uncertainty.
    </p>
    <p>
      The same data is open to programs without a key: <a href="/docs">API reference</a>,{' '}
      <a href="/openapi.json">OpenAPI document</a>, <a href="/v1/authors">all authors</a>. How it is done, and what is
      left out: <a href="/methods">methods</a>.
    </p>
    {boards.choices.length > 0 ? <BoardFilterForm boards={boards} /> : null}
    <NoCollection boards={boards} />
    {boards.choices.length === 0 ? (
      <p class="empty">
        There is no collection yet, and nobody is ranked without one: a collection says which outlets and dates were
        read, and by which rule. <a href="/docs#op-recordCollection">Record the first one</a>.
      </p>
    ) : null}
    {boards.collections.map((one) => (
      <CollectionSection {...one} />
    ))}
    {boards.more ? (
      <p>
        Older collections are chosen above; all are in <a href="/v1/collections">the list of collections</a> as JSON.
      </p>
    ) : null}
    <LatestSection {...latest} />
  </Layout>
)
