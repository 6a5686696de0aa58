import type { Dispute } from '../../core/dispute.ts'
import type { Event } from '../../core/event.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import type { Prediction } from '../../core/prediction.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import type { ScoreChange } from '../../core/score-change.ts'
import type { Source } from '../../core/source.ts'
import type { Instant } from '../../core/time.ts'
import { evidenceFor, type QuestionEvidence } from '../../queries/evidence/question-evidence.ts'
import { publicEvent, publicPrediction, publicQuestion, publicQuestionEvidence } from '../../queries/public.ts'
import { type ForecastsOverTime, forecastsOverTime } from '../../queries/question/forecasts-over-time.ts'
import { similarQuestions } from '../../queries/question/similar-questions.ts'
import { type QuestionDetail, questionDetail } from '../../queries/question-detail.ts'
import { shownDispute } from '../../queries/shown-dispute.ts'
import { authorsByIds } from '../../storage/authors.ts'
import { commentariesByIds } from '../../storage/commentaries.ts'
import type { Reader } from '../../storage/database.ts'
import { listDisputes } from '../../storage/disputes.ts'
import { erasedAmong } from '../../storage/erasures.ts'
import { eventsByIds } from '../../storage/events.ts'
import { listPredictions } from '../../storage/predictions.ts'
import { listQuestions, questionsByIds, questionsTriggeredBy } from '../../storage/questions.ts'
import { listScoreChanges } from '../../storage/score-changes.ts'
import { sourcesByIds } from '../../storage/sources.ts'
import { countTakenBack } from '../../storage/taken-back.ts'
import type { Names } from '../corrections.ts'

/** So many of each are shown; the rest stands in the JSON that is linked. */
export const SAID_LISTED = 50
const DISPUTES = 20
const CHANGES = 50
const FOUND = 5
const OTHERS = 6
/** Pieces of evidence whose events and sources are named; a question has seldom more than ten. */
export const EVIDENCE_SHOWN = 50

/** What pieces of evidence name, by id. */
export type Named = {
  events: ReadonlyMap<string, Event>
  sources: ReadonlyMap<string, Source>
  /** A piece: its title and the hash of its text. */
  pieces: ReadonlyMap<string, { title: string | null; contentSha256: string }>
}

export type QuestionView = {
  question: QuestionDetail
  forecasts: ForecastsOverTime
  said: { items: Prediction[]; more: boolean; takenBack: number }
  versionsById: ReadonlyMap<string, QuestionVersion>
  evidence: QuestionEvidence
  named: Named
  disputes: Dispute[]
  changes: ScoreChange[]
  names: Names
  /** Those who decided something and whose account is erased. */
  erased: ReadonlySet<string>
  /** What it waits for, what waits for it, what stands or falls with it, what speaks of the same. */
  trigger: Question | null
  triggered: Question[]
  family: Question[]
  similar: Question[]
}

const namedBy = async (reader: Reader, { recorded, found }: QuestionEvidence): Promise<Named> => {
  const shown = recorded.slice(0, EVIDENCE_SHOWN)
  const events = await eventsByIds(
    reader,
    [...shown, ...found].flatMap(({ eventId }) => eventId ?? []),
  )
  const known = [...events.values()].map(publicEvent)
  const pieces = await commentariesByIds(reader, [
    ...new Set([...shown, ...found, ...known].flatMap(({ commentaryId }) => commentaryId ?? [])),
  ])
  return {
    events: new Map(known.map((event) => [event.id, event])),
    sources: await sourcesByIds(
      reader,
      [...shown, ...known].flatMap(({ sourceId }) => sourceId ?? []),
    ),
    pieces: new Map(pieces.map(({ id, title, contentSha256 }) => [id, { title, contentSha256 }])),
  }
}

const related = async (reader: Reader, { id, familyId, version }: Question) => {
  const filter = { status: null, authorIds: null, collectionId: null, familyId }
  const family = (await listQuestions(reader, filter, { limit: OTHERS + 1, cursor: null })).items
  const triggered = await questionsByIds(reader, (await questionsTriggeredBy(reader, [id])).slice(0, OTHERS))
  const [trigger] = version.trigger ? await questionsByIds(reader, [version.trigger.questionId]) : []
  return {
    trigger: trigger ? publicQuestion(trigger) : null,
    triggered: triggered.map(publicQuestion),
    family: family.filter((one) => one.id !== id).map(publicQuestion),
  }
}

/** Everything the page of a question shows, of a bounded number of rows. Throws `not-found`. */
export const readQuestion = async (
  reader: Reader,
  id: string,
  { now, tagger }: { now: Instant; tagger: Tagger },
): Promise<QuestionView> => {
  const question = await questionDetail(reader, id)
  const { items, next } = await listPredictions(
    reader,
    { authorIds: null, questionId: id, commentaryId: null, takenBack: false },
    { limit: SAID_LISTED, cursor: null },
  )
  const evidence = publicQuestionEvidence(await evidenceFor(reader, question, { tagger, limit: FOUND, whole: false }))
  const ofQuestion = { status: null, questionId: id, confirmedOnly: true }
  const disputes = (await listDisputes(reader, ofQuestion, { limit: DISPUTES, cursor: null }, now)).items
  const changes = (
    await listScoreChanges(reader, { authorIds: null, questionId: id }, { limit: CHANGES, cursor: null })
  ).items
  const authors = await authorsByIds(reader, [...new Set(changes.map(({ authorId }) => authorId))])
  const near = await related(reader, question)
  const kin = new Set(near.family.map((one) => one.id))
  const similar = await similarQuestions(reader, question, { tagger, limit: OTHERS })
  return {
    question,
    forecasts: await forecastsOverTime(
      reader,
      { question, versions: question.versions, options: question.options },
      now,
    ),
    said: {
      items: items.map(publicPrediction),
      more: next !== null,
      takenBack: await countTakenBack(reader, { questionId: id }),
    },
    versionsById: new Map(question.versions.map((version) => [version.id, version])),
    evidence,
    named: await namedBy(reader, evidence),
    disputes: disputes.map((one) => shownDispute(one, false)),
    changes,
    names: new Map(authors.map((author) => [author.id, { name: author.name, slug: author.slug }])),
    erased: await erasedAmong(reader, [...new Set(question.log.map(({ decider }) => decider))]),
    ...near,
    similar: similar.filter((one) => !kin.has(one.id)).map(publicQuestion),
  }
}
