import { uuidOf } from '../../core/id.ts'
import type { Prediction } from '../../core/prediction.ts'
import type { ResolutionEntry } from '../../core/proposal.ts'
import type { Instant } from '../../core/time.ts'
import { recordsOf } from '../../storage/author-records.ts'
import type { Reader } from '../../storage/database.ts'
import { newsIds } from '../../storage/news.ts'
import { predictionsByIds } from '../../storage/predictions.ts'
import { questionsByIds } from '../../storage/questions.ts'
import { entriesByIds } from '../../storage/resolutions.ts'
import { versionsByIds } from '../../storage/versions.ts'
import { publicEntry, publicPrediction, publicQuestion, publicVersion } from '../public.ts'

/** One piece of news of a feed. `id`: `urn:uuid:`, the same wherever it is read. `path`: of the thing. */
export type NewsItem = {
  id: string
  title: string
  text: string
  path: string
  author: string | null
  kind: 'prediction' | 'resolution'
  at: Instant
}

/** So many of each kind are looked at, and so many items are given. */
const NEWEST = 50

const percent = (p: number): string => `${Math.round(p * 1000) / 10} %`

/** Who does what. What reviewers took back of an author's words is no act of the author's. */
const sayingOf = ({ authorName, act, origin, probability }: Prediction): string => {
  if (act === 'withdraw') return `${authorName} withdraws`
  if (act === 'mistake')
    return origin === 'commentary'
      ? `Taken back, recorded of ${authorName} by mistake`
      : `${authorName} marks as a slip`
  return `${authorName} ${probability === null ? 'gives a distribution' : `says ${percent(probability)}`}`
}

const ofPrediction = (said: Prediction, wording: string): NewsItem => ({
  id: `urn:uuid:${uuidOf(said.id)}`,
  title: `${sayingOf(said)}: ${wording}`,
  text: said.quote === null ? wording : `“${said.quote}”`,
  path: `/v1/predictions/${said.id}`,
  author: said.authorName,
  kind: 'prediction',
  at: said.recordedAt,
})

const decisionOf = ({ step, outcome, voidReason }: ResolutionEntry): string =>
  step === 'settle' ? `Resolved ${String(outcome)}` : step === 'void' ? `Void (${voidReason})` : 'Reopened'

const ofResolution = (entry: ResolutionEntry, wording: string): NewsItem => ({
  id: `urn:uuid:${uuidOf(entry.id)}`,
  title: `${decisionOf(entry)}: ${wording}`,
  text: entry.reason,
  path: `/v1/questions/${entry.questionId}`,
  author: null,
  kind: 'resolution',
  at: entry.recordedAt,
})

/** The newest predictions and resolutions of an author or a topic, as anyone may see them, newest first. */
export const newsOf = async (reader: Reader, of: { authorId: string } | { topic: string }): Promise<NewsItem[]> => {
  const asked = 'topic' in of ? of : { authorIds: await recordsOf(reader, of.authorId) }
  const { predictionIds, resolutionIds } = await newsIds(reader, asked, NEWEST)
  const said = (await predictionsByIds(reader, predictionIds)).map(publicPrediction)
  const decided = (await entriesByIds(reader, resolutionIds)).map(publicEntry)
  const versions = new Map(
    (await versionsByIds(reader, [...new Set(said.map(({ versionId }) => versionId))]))
      .map(publicVersion)
      .map(({ id, wording }) => [id, wording]),
  )
  const questions = new Map(
    (await questionsByIds(reader, [...new Set(decided.map(({ questionId }) => questionId))]))
      .map(publicQuestion)
      .map(({ id, version }) => [id, version.wording]),
  )
  return [
    ...said.map((one) => ofPrediction(one, versions.get(one.versionId) ?? '')),
    ...decided.map((entry) => ofResolution(entry, questions.get(entry.questionId) ?? '')),
  ]
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
    .slice(0, NEWEST)
}
