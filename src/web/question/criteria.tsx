import type { FC } from 'hono/jsx'
import type { QuestionOption } from '../../core/option.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { dayText, instantText } from '../format.ts'
import { InstantTime } from '../layout.tsx'
import { httpHref, positiveEvent } from '../words.ts'
import { ruleWords } from './outcome-words.ts'

const windowText = ({ windowStart, windowEnd }: QuestionVersion): string =>
  `${dayText(windowStart)} to ${windowEnd ? dayText(windowEnd) : 'no end'}`

const rulesText = ({ resolver, resolvers }: QuestionVersion): string =>
  resolver === 'manual' ? 'settled by a person' : resolvers.map(ruleWords).join('; ')

/** What may differ from one version to the next, in words. */
const parts: readonly { name: string; text: (version: QuestionVersion) => string }[] = [
  { name: 'Wording', text: ({ wording }) => wording },
  { name: 'Criteria', text: ({ criteria }) => criteria },
  { name: 'Window', text: windowText },
  {
    name: 'Counts as positive',
    text: (version) => positiveEvent({ version, outcome: null, status: 'open', voidReason: null }),
  },
  { name: 'Condition', text: ({ condition }) => condition ?? 'none' },
  {
    name: 'Trigger',
    text: ({ trigger }) => (trigger ? `${trigger.questionId} comes out ${trigger.outcome}` : 'none'),
  },
  {
    name: 'Forecast that counts',
    text: ({ referenceAt }) => (referenceAt ? `as it stands ${instantText(referenceAt)}` : 'the first'),
  },
  { name: 'Resolved by', text: rulesText },
]

type Change = { name: string; before: string; after: string }

/** What a version changed in the one before it. */
export const changesBetween = (before: QuestionVersion, after: QuestionVersion): Change[] =>
  parts
    .map(({ name, text }) => ({ name, before: text(before), after: text(after) }))
    .filter((change) => change.before !== change.after)

const Source: FC<{ source: string | null }> = ({ source }) => {
  if (source === null) return null
  const href = httpHref(source)
  return (
    <>
      {' '}
      Source of the criteria:{' '}
      {href ? (
        <a href={href} rel="nofollow noopener">
          {source}
        </a>
      ) : (
        source
      )}
      .
    </>
  )
}

const Version: FC<{ version: QuestionVersion; before: QuestionVersion | null }> = ({ version, before }) => (
  <li>
    <h3 id={`version-${version.version}`}>Version {version.version}</h3>
    <p class="small">
      Fixed <InstantTime at={version.criteriaFixedAt} />; recorded <InstantTime at={version.recordedAt} />
      {before === null ? '.' : `. Why: ${version.reason ?? 'no reason is recorded'}.`}
    </p>
    {before === null ? (
      <p class="said">{version.criteria}</p>
    ) : (
      <dl class="changed">
        {changesBetween(before, version).map((change) => (
          <>
            <dt>{change.name}</dt>
            <dd>
              <del>{change.before}</del> <ins>{change.after}</ins>
            </dd>
          </>
        ))}
      </dl>
    )}
  </li>
)

/** By what it is judged, and every version of that, with what each changed and why. */
export const CriteriaSection: FC<{
  question: Question
  versions: readonly QuestionVersion[]
  options: readonly QuestionOption[]
}> = ({ question: { version }, versions, options }) => (
  <section aria-labelledby="criteria">
    <h2 id="criteria">Criteria</h2>
    <p class="said" dir="auto">
      {version.criteria}
    </p>
    {options.length > 0 ? (
      <>
        <p>It may come out as one of these:</p>
        <ul>
          {options.map(({ label, isOther, reason }) => (
            <li>
              <bdi>{label}</bdi>
              {isOther ? <small> whatever is none of the others</small> : null}
              {reason === null ? null : <small> added later: {reason}</small>}
            </li>
          ))}
        </ul>
      </>
    ) : null}
    <p class="note">
      Fixed <InstantTime at={version.criteriaFixedAt} />. {versions.length > 1 ? '' : 'They have not changed since.'}
      <Source source={version.criteriaSource} /> Resolved by: {rulesText(version)}.
    </p>
    {versions.length > 1 ? (
      <>
        <p>
          There are {versions.length} versions, the newest first. A prediction stays on the version that it was made on
          and is judged by it.
        </p>
        <ol class="plain" reversed>
          {versions.map((one, index) => (
            <Version version={one} before={versions[index + 1] ?? null} />
          ))}
        </ol>
      </>
    ) : null}
  </section>
)
