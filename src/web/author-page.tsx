import type { FC } from 'hono/jsx'
import type { Author } from '../core/author.ts'
import type { Funnel } from '../core/funnel.ts'
import { timings } from '../core/question.ts'
import { voices } from '../core/slice.ts'
import type { Instant } from '../core/time.ts'
import { withProbability } from '../queries/probabilities.ts'
import { type Calibration, calibration } from '../queries/report/calibration.ts'
import { funnel } from '../queries/report/funnel.ts'
import { asSaidOn } from '../queries/report/own-outcomes.ts'
import { recordsOf } from '../storage/author-records.ts'
import { authorsByIds } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'
import { listPredictions } from '../storage/predictions.ts'
import { FunnelLine, type Recorded } from './author-funnel.tsx'
import { withDisputes } from './disputed.ts'
import { Layout } from './layout.tsx'
import { PredictionList, type Said } from './prediction-list.tsx'
import { ReportSection } from './report-section.tsx'

/** One page of predictions is counted in the funnel, its first rows are listed. */
const COUNTED = 200
const LISTED = 20

export type AuthorView = {
  author: Author
  /** Names of the records that are merged into the author's own. */
  others: string[]
  funnel: Funnel
  month: string
  recorded: Recorded
  reports: Calibration[]
  said: Said[]
}

const reportsOf = async (reader: Reader, author: Author, now: Instant): Promise<Calibration[]> => {
  const reports: Calibration[] = []
  for (const voice of voices) {
    for (const timing of timings) {
      const report = await calibration(reader, { author, collection: null, timing, voice, now })
      if (report.n + report.pending + report.void > 0) reports.push(report)
    }
  }
  return reports
}

/** Everything the page of an author shows. */
export const readAuthorView = async (reader: Reader, author: Author, now: Instant): Promise<AuthorView> => {
  const records = await recordsOf(reader, author.id)
  const filter = { authorIds: records, questionId: null, commentaryId: null }
  const { items, next } = await listPredictions(reader, filter, { limit: COUNTED, cursor: null })
  const listed = items.slice(0, LISTED)
  const questions = await asSaidOn(reader, listed)
  const said: Said[] = listed.map((stored) => ({
    prediction: withProbability(stored),
    question: questions.get(stored.versionId) ?? null,
    disputes: [],
  }))
  return {
    author,
    others: (await authorsByIds(reader, records.slice(1))).map(({ name }) => name),
    funnel: await funnel(reader, { authorId: author.id }, now),
    month: now.slice(0, 7),
    recorded: {
      predictions: items.length,
      more: next !== null,
      unscored: items.filter(({ scoreable }) => !scoreable).length,
    },
    reports: await reportsOf(reader, author, now),
    said: await withDisputes(reader, said),
  }
}

const kindWords: Readonly<Record<Author['kind'], string>> = {
  person: 'A person',
  organisation: 'An organisation, or several who sign together',
  model: 'A model',
  unattributed: 'An unattributed voice: listed, never ranked, and nobody guesses who it was',
}

const feedsOf = ({ id, name }: Author) => [
  { href: `/v1/authors/${id}/feed.atom`, type: 'application/atom+xml', title: `${name} (Atom)` },
  { href: `/v1/authors/${id}/feed.json`, type: 'application/feed+json', title: `${name} (JSON Feed)` },
]

/** The report of one author: what there is to count, then every report that holds anything, then the predictions. */
export const AuthorPage: FC<AuthorView> = ({ author, others, funnel, month, recorded, reports, said }) => (
  <Layout
    title={`${author.name} · Hindcast`}
    description={`What ${author.name} predicted, and what came of it.`}
    feeds={feedsOf(author)}
  >
    <h1>{author.name}</h1>
    <p class="note">
      {kindWords[author.kind]}.{author.bot ? ' Registered by a bot.' : ''} <a href={`/v1/authors/${author.id}`}>JSON</a>
    </p>
    {others.length > 0 ? (
      <p class="note">
        Recorded as {others.join(', ')} too:{' '}
        <a href={`/v1/author-links?author=${author.id}`}>what was merged, and why</a>.
      </p>
    ) : null}
    <FunnelLine funnel={funnel} month={month} recorded={recorded} />
    {reports.length === 0 ? (
      <p class="empty">
        There is no report yet: nothing counts before its question is due and the month of its window’s end is over.
      </p>
    ) : null}
    {reports.map((report) => (
      <ReportSection report={report} />
    ))}
    <PredictionList said={said} authorId={author.id} more={recorded.more || recorded.predictions > said.length} />
  </Layout>
)
