import type { FC } from 'hono/jsx'
import type { ResolutionEntry } from '../core/proposal.ts'
import type { Question } from '../core/question.ts'
import { dayOf, type Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { findQuestion, listQuestions } from '../storage/questions.ts'
import { listResolutions } from '../storage/resolutions.ts'
import { nextDue } from '../storage/work.ts'
import { type CorrectionsView, readCorrections } from './corrections.ts'
import { counted } from './format.ts'
import { DayTime, InstantTime } from './layout.tsx'
import { questionHref, standingWords } from './words.ts'

const SHOWN = 6
/** Entries of the log that are looked through for verdicts: most of it may be questions falling due. */
const LOOKED_THROUGH = 100

type Verdict = { entry: ResolutionEntry; question: Question }
export type Latest = { next: Question[]; due: Question[]; verdicts: Verdict[]; corrections: Corrected[] }
type Corrected = CorrectionsView['corrections'][number]

const latestDue = async (reader: Reader): Promise<Question[]> => {
  const { items } = await listQuestions(
    reader,
    { status: 'due', authorIds: null, collectionId: null, familyId: null },
    { limit: LOOKED_THROUGH, cursor: null },
  )
  const ended = ({ version }: Question): string => version.windowEnd ?? ''
  return items.sort((a, b) => (ended(a) < ended(b) ? 1 : -1)).slice(0, SHOWN)
}

const latestVerdicts = async (reader: Reader): Promise<Verdict[]> => {
  const { items } = await listResolutions(reader, { questionId: null }, { limit: LOOKED_THROUGH, cursor: null })
  const verdicts: Verdict[] = []
  for (const entry of items.filter(({ step }) => step === 'settle' || step === 'void')) {
    if (verdicts.length === SHOWN || verdicts.some(({ question }) => question.id === entry.questionId)) continue
    const question = await findQuestion(reader, entry.questionId)
    if (question) verdicts.push({ entry, question })
  }
  return verdicts
}

export const readLatest = async (reader: Reader, now: Instant): Promise<Latest> => ({
  next: await nextDue(reader, dayOf(now), SHOWN),
  due: await latestDue(reader),
  verdicts: await latestVerdicts(reader),
  corrections: (await readCorrections(reader, null, now)).corrections.slice(0, SHOWN),
})

const Windowed: FC<{ question: Question; tense: 'ends' | 'ended' }> = ({ question: { id, version }, tense }) => (
  <li>
    <a href={questionHref(id)} dir="auto">
      {version.wording}
    </a>
    {version.windowEnd ? (
      <small>
        {' '}
        window {tense} <DayTime day={version.windowEnd} />
      </small>
    ) : null}
  </li>
)

const Correction: FC<Corrected> = ({ correction, question, changes }) => (
  <li>
    {question ? (
      <a href={questionHref(question.id)} dir="auto">
        {question.version.wording}
      </a>
    ) : (
      'A question'
    )}
    <small>
      {' '}
      corrected <InstantTime at={correction.recordedAt} />: {correction.reason};{' '}
      {counted(changes.length, 'score change')}
    </small>
  </li>
)

const Settled: FC<Verdict> = ({ entry, question }) => (
  <li>
    <a href={questionHref(question.id)} dir="auto">
      {question.version.wording}
    </a>{' '}
    <strong>{standingWords(question)}</strong>
    <small>
      {' '}
      decided <InstantTime at={entry.recordedAt} />: {entry.reason}
    </small>
  </li>
)

/** What falls due next, what fell due, and what was decided and corrected last. */
export const LatestSection: FC<Latest> = ({ next, due, verdicts, corrections }) => (
  <section aria-labelledby="latest">
    <h2 id="latest">Latest</h2>
    <h3>Falls due next</h3>
    {next.length === 0 ? <p class="empty">No open question has a window that ends.</p> : null}
    <ul class="plain">
      {next.map((question) => (
        <Windowed question={question} tense="ends" />
      ))}
    </ul>
    <h3>Questions due</h3>
    <p class="note">
      Their windows are over and nobody has settled them: a passed deadline is not evidence.{' '}
      <a href="/questions?status=due">All of them</a>
    </p>
    {due.length === 0 ? <p class="empty">No question is due.</p> : null}
    <ul class="plain">
      {due.map((question) => (
        <Windowed question={question} tense="ended" />
      ))}
    </ul>
    <h3>Resolutions</h3>
    <p class="note">
      Each with its evidence in the log of its question. <a href="/v1/resolutions">The whole log as JSON</a>
    </p>
    {verdicts.length === 0 ? <p class="empty">Nothing has been decided lately.</p> : null}
    <ul class="plain">
      {verdicts.map((verdict) => (
        <Settled {...verdict} />
      ))}
    </ul>
    <h3>Corrections</h3>
    {corrections.length === 0 ? <p class="empty">Nothing has been corrected.</p> : null}
    <ul class="plain">
      {corrections.map((one) => (
        <Correction {...one} />
      ))}
    </ul>
    <p class="note">
      <a href="/corrections">All corrections, and what is disputed</a>
    </p>
  </section>
)
