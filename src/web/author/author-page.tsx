import type { FC } from 'hono/jsx'
import type { Author } from '../../core/author.ts'
import type { Instant } from '../../core/time.ts'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { shownReferences } from '../../queries/report/shown-references.ts'
import { Layout } from '../layout.tsx'
import { MoreFigures } from '../more-figures.tsx'
import { type Listed, PredictionList } from '../prediction-list.tsx'
import { Accuracy } from './accuracy.tsx'
import { apiOf, CalibrationVerdict, ClaimedAndRight, Reliability } from './calibration.tsx'
import { CallLists } from './call-lists.tsx'
import { FunnelLine } from './funnel-line.tsx'
import { InShort } from './in-short.tsx'
import { Discrimination, ScoreBar } from './insight.tsx'
import { OwnWords } from './own-words.tsx'
import { Place } from './place.tsx'
import { Replies } from './replies.tsx'
import { ReportLinks } from './report-links.tsx'
import { Robustness } from './robustness.tsx'
import { NotShown, VersionsAndData } from './versions.tsx'
import { Versus } from './versus.tsx'

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

const Head: FC<Pick<AuthorView, 'author' | 'others'>> = ({ author, others }) => (
  <>
    <h1 dir="auto">{author.name}</h1>
    <p class="note">
      {kindWords[author.kind]}.{author.bot ? ' Registered by a bot.' : ''} <a href={`/v1/authors/${author.id}`}>JSON</a>
      , <a href={`/embed/authors/${encodeURIComponent(author.slug)}`}>to embed</a>
    </p>
    {others.length > 0 ? (
      <p class="note">
        Recorded as{' '}
        {others.map((name, at) => (
          <>
            {at > 0 ? ', ' : ''}
            <bdi>{name}</bdi>
          </>
        ))}{' '}
        too: <a href={`/v1/author-links?author=${author.id}`}>what was merged, and why</a>.
      </p>
    ) : null}
  </>
)

/** One report, in the order in which its figures may be read: how much there is, how good, how sure, why. */
const Report: FC<AuthorView> = (view) => {
  const references = shownReferences(view.report)
  const { figures } = view.report
  return (
    <>
      <InShort {...view} />
      <Place {...view} />
      <Accuracy report={figures} references={references} />
      <ClaimedAndRight report={figures} />
      <Reliability {...view} api={apiOf(view)} />
      <CalibrationVerdict {...view} />
      <Discrimination {...view} />
      <ScoreBar {...view} />
      <MoreFigures report={figures} />
      <Versus {...view} references={references} />
      <CallLists {...view} />
      <OwnWords {...view} />
      <Robustness {...view} />
    </>
  )
}

/** The report of one author: how much there is to count, one report whole, what was replied, and the latest predictions. */
export const AuthorPage: FC<{ view: AuthorView; listed: Listed; now: Instant }> = ({ view, listed, now }) => {
  const { author, others, funnel, boards, part, report } = view
  const { n, pending, void: voided } = report.figures
  const isEmpty = n + pending + voided === 0
  return (
    <Layout
      title={`${author.name} · Hindcast`}
      description={`What ${author.name} predicted, and what came of it.`}
      feeds={feedsOf(author)}
    >
      <Head author={author} others={others} />
      <FunnelLine author={author} funnel={funnel} month={now.slice(0, 7)} />
      {isEmpty ? (
        <p class="empty">
          There is no report yet: nothing counts before its question is due and the month of its window’s end is over.
        </p>
      ) : null}
      {boards.length > 0 ? <ReportLinks author={author} part={part} boards={boards} /> : null}
      {isEmpty ? null : <Report {...view} />}
      <Replies {...view} />
      {isEmpty ? null : <NotShown {...view} />}
      {isEmpty ? null : <VersionsAndData {...view} />}
      <PredictionList {...listed} authorId={author.id} />
    </Layout>
  )
}
