import { knownFrom } from '../../core/event.ts'
import { groupBy } from '../../core/group-by.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { firstStatement, type ScoringFrame, scoredStatement, timingOf } from '../../core/resolution/scored-statement.ts'
import {
  ALL,
  changesTo,
  type Items,
  itemKinds,
  type ScoredItem,
  setOfCollection,
  setOfTopic,
} from '../../core/scored-item.ts'
import { dueMonthOf, horizonClassOf } from '../../core/slice.ts'
import { judgedQuestion, type OwnDecision } from '../../queries/report/own-outcomes.ts'
import { holdLinks } from '../../storage/author-links.ts'
import { mergedOn } from '../../storage/author-records.ts'
import type { Reader } from '../../storage/database.ts'
import { predictionsOn, type StoredPrediction } from '../../storage/predictions.ts'
import { collectionsFor, post, standingOn } from '../../storage/scored-items.ts'
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

type Item = Omit<ScoredItem, 'sets'> & { commentaryId: string | null }

/** One statement as an item of an author; null where it is not due. Each is judged by the version it was made on. */
const itemOf = (authorId: string, said: StoredPrediction | null, { question, versions }: Decided): Item | null => {
  const own = said && versions.get(said.versionId)
  if (!said?.form || !own) return null
  const { version, decision } = own
  if (version.windowEnd === null || !isDue(question, decision)) return null
  return {
    authorId,
    questionId: question.id,
    predictionId: said.id,
    commentaryId: said.commentaryId,
    familyId: question.familyId,
    slice: {
      dueMonth: dueMonthOf(version.windowEnd),
      horizonClass: horizonClassOf(said.said.earliest, version.windowEnd),
      attribution: said.attribution,
      windowSource: version.windowSource,
      weakHedge: said.weakHedge,
      timing: timingOf(version.criteriaFixedAt, version.windowEnd, decision.reportedAt),
      origin: said.origin,
    },
    form: said.form,
    ...stateOf(question, decision),
  }
}

/**
 * The item of one author, under whichever of their records they spoke, none where no statement counts; and what they said first,
 * where that is another.
 */
const itemsBy = (authorId: string, statements: readonly StoredPrediction[], decided: Decided): Items<Item> => {
  const frame = ({ versionId }: StoredPrediction): ScoringFrame => {
    const known = decided.versions.get(versionId)
    if (!known) throw new Error(`there is no version ${versionId} of ${decided.question.id}`)
    return frameOf(known)
  }
  const [chosen, first] = [scoredStatement(statements, frame), firstStatement(statements, frame)]
  const scored = itemOf(authorId, chosen, decided)
  const said = first?.id === chosen?.id ? null : itemOf(authorId, first, decided)
  return { scored: scored ? [scored] : [], first: said ? [said] : [] }
}

const itemsOf = async (reader: Reader, decided: Decided): Promise<Items<ScoredItem>> => {
  const { question } = decided
  // Counts are of the positive event: a forecast over several options has a score of its own and no place in them.
  if (question.kind !== 'binary') return { scored: [], first: [] }
  const merged = await mergedOn(reader, question.id)
  const said = await predictionsOn(reader, question.id)
  const byAuthor = groupBy(said, ({ authorId }) => merged.get(authorId) ?? authorId)
  const topics = (await topicsOf(reader, question.id)).map(setOfTopic)
  const items = [...byAuthor].map(([authorId, statements]) => itemsBy(authorId, statements, decided))
  const [scored, first] = [items.flatMap((one) => one.scored), items.flatMap((one) => one.first)]
  const commentaries = [...scored, ...first].flatMap(({ commentaryId }) => commentaryId ?? [])
  const collections = await collectionsFor(reader, question.id, [...new Set(commentaries)])
  const inSets = ({ commentaryId, ...rest }: Item): ScoredItem => {
    const ofCollections = (collections.get(commentaryId ?? '') ?? []).map(setOfCollection)
    return { ...rest, sets: [ALL, ...ofCollections, ...topics] }
  }
  return { scored: scored.map(inSets), first: first.map(inSets) }
}

/** The items of a question as its log and what was said on it make them, whatever is posted. */
export const itemsByLog = async (reader: Reader, question: Question): Promise<Items<ScoredItem>> => {
  const decided = await decisionOn(reader, question)
  return decided ? itemsOf(reader, decided) : { scored: [], first: [] }
}

/**
 * Brings the items and counts of a question in step with its log, inside the transaction that appended to it:
 * what no longer holds is reversed, what holds now is posted, what is unchanged stays. `cause` is the id of the sealed fact
 * that calls for it, appended in the same transaction. Returns the authors touched.
 */
export const postScores = async (scope: Transacting, question: Question, cause: string): Promise<string[]> => {
  const { tx, now, newId } = scope
  await holdLinks(tx)
  const decided = await decisionOn(tx, question)
  if (!decided) return []
  const posted = () => ({ id: newId('scoredItem'), resolutionId: decided.resolutionId, cause, recordedAt: now })
  const [standing, holding] = [await standingOn(tx, question.id), await itemsOf(tx, decided)]
  const touched = new Set<string>()
  for (const kind of itemKinds) {
    const { stale, missing } = changesTo(standing[kind], holding[kind])
    const fresh = missing.map((item) => ({ ...item, ...posted() }))
    const reversals = stale.map((reverses) => ({ reverses, ...posted() }))
    if (fresh.length + reversals.length > 0) await post(tx, kind, fresh, reversals)
    for (const { authorId } of [...stale, ...fresh]) touched.add(authorId)
  }
  return [...touched].sort()
}
