import { knownFrom } from '../../core/event.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { type ScoringFrame, scoredStatement, timingOf } from '../../core/resolution/scored-statement.ts'
import { ALL, changesTo, type ScoredItem, setOfCollection, setOfTopic } from '../../core/scored-item.ts'
import { dueMonthOf, horizonClassOf } from '../../core/slice.ts'
import { judgedQuestion, type OwnDecision } from '../../queries/report/own-outcomes.ts'
import type { Reader } from '../../storage/database.ts'
import { predictionsOn, type StoredPrediction } from '../../storage/predictions.ts'
import { collectionsFor, type Posting, post, standingOn } from '../../storage/scored-items.ts'
import { topicsOf } from '../../storage/topics.ts'
import type { Transacting } from '../context.ts'

type Version = { version: QuestionVersion; decision: OwnDecision }
type Decided = {
  question: Question
  versions: Map<string, Version>
  resolutionId: string
}

/** What was decided of each version of a question, by its log; null while it has none. */
const decisionOn = async (reader: Reader, question: Question): Promise<Decided | null> => {
  const { log, versions, decisions } = await judgedQuestion(reader, question.id)
  const last = log.at(-1)
  if (!last) return null
  return {
    question,
    versions: new Map(
      versions.flatMap((version) => {
        const decision = decisions.get(version.id)
        return decision ? [[version.id, { version, decision }]] : []
      }),
    ),
    resolutionId: last.id,
  }
}

/** What was said on an older version is due by that one's window, whatever the question still waits for. */
const isDue = ({ status }: Question, { closed }: OwnDecision): boolean => status !== 'open' || closed

const stateOf = ({ status }: Question, { outcome }: OwnDecision): Pick<ScoredItem, 'state' | 'hit'> => {
  if (status === 'void') return { state: 'void', hit: null }
  return outcome === null ? { state: 'pending', hit: null } : { state: 'scored', hit: outcome === 'yes' }
}

const frameOf = ({ version, decision }: Version): ScoringFrame => ({
  windowEnd: version.windowEnd,
  referenceAt: version.referenceAt,
  decidedAt: decision.event && knownFrom(decision.event),
})

/** The item of one author, or null when none of their statements counts. Each is judged by the version it was made on. */
const itemOf = (
  statements: StoredPrediction[],
  { question, versions }: Decided,
): (Omit<ScoredItem, 'sets'> & { commentaryId: string | null }) | null => {
  const on = ({ versionId }: StoredPrediction): Version => {
    const known = versions.get(versionId)
    if (!known) throw new Error(`there is no version ${versionId} of ${question.id}`)
    return known
  }
  const chosen = scoredStatement(statements, (statement) => frameOf(on(statement)))
  if (!chosen?.form) return null
  const { version, decision } = on(chosen)
  if (version.windowEnd === null || !isDue(question, decision)) return null
  return {
    authorId: chosen.authorId,
    questionId: question.id,
    predictionId: chosen.id,
    commentaryId: chosen.commentaryId,
    familyId: question.familyId,
    slice: {
      dueMonth: dueMonthOf(version.windowEnd),
      horizonClass: horizonClassOf(chosen.said.earliest, version.windowEnd),
      attribution: chosen.attribution,
      windowSource: version.windowSource,
      weakHedge: chosen.weakHedge,
      timing: timingOf(version.criteriaFixedAt, version.windowEnd, decision.reportedAt),
      origin: chosen.origin,
    },
    form: chosen.form,
    ...stateOf(question, decision),
  }
}

const itemsOf = async (reader: Reader, decided: Decided): Promise<ScoredItem[]> => {
  const { question } = decided
  // Counts are of the positive event: a forecast over several options has a score of its own and no place in them.
  if (question.kind !== 'binary') return []
  const byAuthor = new Map<string, StoredPrediction[]>()
  for (const said of await predictionsOn(reader, question.id)) {
    byAuthor.set(said.authorId, [...(byAuthor.get(said.authorId) ?? []), said])
  }
  const topics = (await topicsOf(reader, question.id)).map(setOfTopic)
  const items = [...byAuthor.values()].flatMap((statements) => itemOf(statements, decided) ?? [])
  const commentaries = items.flatMap(({ commentaryId }) => commentaryId ?? [])
  const collections = await collectionsFor(reader, question.id, commentaries)
  return items.map(({ commentaryId, ...rest }) => {
    const ofCollections = (collections.get(commentaryId ?? '') ?? []).map(setOfCollection)
    return { ...rest, sets: [ALL, ...ofCollections, ...topics] }
  })
}

/** The items of a question as its log and what was said on it make them, whatever is posted. */
export const itemsByLog = async (reader: Reader, question: Question): Promise<ScoredItem[]> => {
  const decided = await decisionOn(reader, question)
  return decided ? itemsOf(reader, decided) : []
}

/**
 * Brings the scored items and counts of a question in step with its log, inside the transaction that appended to it:
 * what no longer holds is reversed, what holds now is posted, what is unchanged stays. `cause` is the id of the sealed fact
 * that calls for it, appended in the same transaction. Returns the authors touched.
 */
export const postScores = async (scope: Transacting, question: Question, cause: string): Promise<string[]> => {
  const { tx, now, newId } = scope
  const standing = await standingOn(tx, question.id)
  const decided = await decisionOn(tx, question)
  if (!decided) return []
  const posted = () => ({ id: newId('scoredItem'), resolutionId: decided.resolutionId, cause, recordedAt: now })
  const { stale, missing } = changesTo(standing, await itemsOf(tx, decided))
  const fresh: Posting[] = missing.map((item) => ({ ...item, ...posted() }))
  const reversals = stale.map((reverses) => ({ reverses, ...posted() }))
  if (fresh.length + reversals.length > 0) await post(tx, fresh, reversals)
  return [...new Set([...stale, ...fresh].map(({ authorId }) => authorId))].sort()
}
