import { type Event, knownFrom } from '../core/event.ts'
import type { Question, QuestionVersion } from '../core/question.ts'
import { scoredStatement, timingOf } from '../core/resolution/scored-statement.ts'
import { ALL, type ScoredItem, setOfCollection } from '../core/scored-item.ts'
import { dueMonthOf, horizonClassOf } from '../core/slice.ts'
import { findEvent } from '../storage/events.ts'
import { predictionsOn, type StoredPrediction } from '../storage/predictions.ts'
import { versionsOf } from '../storage/questions.ts'
import { logOf } from '../storage/resolutions.ts'
import { collectionsFor, type Posting, post, standingOn } from '../storage/scored-items.ts'
import type { Transacting } from './context.ts'

type Decided = { question: Question; event: Event | null; resolutionId: string }

/** The event that decided a question, by the last entry of its log; null while it is open. */
const decisionOn = async ({ tx }: Transacting, question: Question): Promise<Decided | null> => {
  const last = (await logOf(tx, question.id)).at(-1)
  if (!last || question.status === 'open') return null
  const deciding = last.evidence.find(({ id }) => id === last.decidingEvidenceId)
  const event = deciding?.eventId ? await findEvent(tx, deciding.eventId) : null
  return { question, event, resolutionId: last.id }
}

const stateOf = ({ status, outcome }: Question): Pick<ScoredItem, 'state' | 'hit'> => {
  if (status === 'resolved') return { state: 'scored', hit: outcome === 'yes' }
  return { state: status === 'void' ? 'void' : 'pending', hit: null }
}

/** The item of one author, or null when none of their statements counts. */
const itemOf = (
  statements: StoredPrediction[],
  versions: Map<string, QuestionVersion>,
  { question, event }: Decided,
): (Omit<ScoredItem, 'sets'> & { commentaryId: string | null }) | null => {
  const { windowEnd, referenceAt } = question.version
  const chosen = scoredStatement(statements, { windowEnd, referenceAt, decidedAt: event && knownFrom(event) })
  const version = versions.get(chosen?.versionId ?? '')
  if (!chosen?.form || !version || version.windowEnd === null) return null
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
      timing: timingOf(version.criteriaFixedAt, version.windowEnd, event?.published.earliest ?? null),
      origin: chosen.origin,
    },
    form: chosen.form,
    ...stateOf(question),
  }
}

const itemsOf = async (scope: Transacting, decided: Decided): Promise<ScoredItem[]> => {
  const { question } = decided
  const versions = new Map((await versionsOf(scope.tx, question.id)).map((version) => [version.id, version]))
  const byAuthor = new Map<string, StoredPrediction[]>()
  for (const said of await predictionsOn(scope.tx, question.id)) {
    byAuthor.set(said.authorId, [...(byAuthor.get(said.authorId) ?? []), said])
  }
  const items: ScoredItem[] = []
  for (const statements of byAuthor.values()) {
    const item = itemOf(statements, versions, decided)
    if (!item) continue
    const { commentaryId, ...rest } = item
    const collections = await collectionsFor(scope.tx, question.id, commentaryId)
    items.push({ ...rest, sets: [ALL, ...collections.map(setOfCollection)] })
  }
  return items
}

const content = ({ authorId, predictionId, familyId, sets, slice, form, state, hit }: ScoredItem): string =>
  JSON.stringify([authorId, predictionId, familyId, sets, Object.entries(slice).sort(), form, state, hit])

/**
 * Brings the scored items and counts of a question in step with its log, inside the transaction that appended to it:
 * what no longer holds is reversed, what holds now is posted, what is unchanged stays. Returns the authors touched.
 */
export const postScores = async (scope: Transacting, question: Question): Promise<string[]> => {
  const { tx, now, newId } = scope
  const standing = await standingOn(tx, question.id)
  const decided = await decisionOn(scope, question)
  if (!decided) return []
  const { resolutionId } = decided
  const wanted = await itemsOf(scope, decided)
  const kept = new Set(wanted.map(content))
  const stale = standing.filter((posting) => !kept.has(content(posting)))
  const held = new Set(standing.map(content))
  const fresh: Posting[] = wanted
    .filter((item) => !held.has(content(item)))
    .map((item) => ({ ...item, id: newId('scoredItem'), resolutionId, recordedAt: now }))
  const reversals = stale.map((reverses) => ({ id: newId('scoredItem'), reverses, resolutionId, recordedAt: now }))
  if (fresh.length + reversals.length > 0) await post(tx, fresh, reversals)
  return [...new Set([...stale, ...fresh].map(({ authorId }) => authorId))].sort()
}
