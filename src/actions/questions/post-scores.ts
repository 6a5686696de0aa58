import { knownFrom } from '../../core/event.ts'
import { groupBy } from '../../core/group-by.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import {
  firstStatement,
  type SayingFrame,
  type ScoringFrame,
  scoredStatement,
  timingOf,
} from '../../core/resolution/scored-statement.ts'
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
import { judgedQuestions, type OwnDecision } from '../../queries/report/own-outcomes.ts'
import { mergedOn } from '../../storage/author-records.ts'
import type { Reader } from '../../storage/database.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { predictionsOnAll, type StoredPrediction } from '../../storage/predictions.ts'
import { collectionsFor, type Posting, post, standingOnAll } from '../../storage/scored-items.ts'
import { type Authors, reachOfStatements } from '../../storage/statement-reach.ts'
import { topicsOfAll } from '../../storage/topics.ts'
import type { Transacting } from '../context.ts'

type Version = { version: QuestionVersion; decision: OwnDecision }
type Decided = {
  question: Question
  versions: Map<string, Version>
  resolutionId: string
}

/** What was decided of each version of questions, by their logs; nothing of those that have none. */
const decisionsOn = async (reader: Reader, questions: readonly Question[]): Promise<Decided[]> => {
  const judged = await judgedQuestions(
    reader,
    questions.map(({ id }) => id),
  )
  return questions.flatMap((question) => {
    const { log = [], versions = [], decisions } = judged.get(question.id) ?? {}
    const last = log.at(-1)
    if (!last) return []
    const decided = versions.flatMap((version): [string, Version][] => {
      const decision = decisions?.get(version.id)
      return decision ? [[version.id, { version, decision }]] : []
    })
    return [{ question, versions: new Map(decided), resolutionId: last.id }]
  })
}

/** What was said on an older version is due by that one's window, whatever the question still waits for. */
const isDue = ({ status }: Question, { closed }: OwnDecision): boolean => status !== 'open' || closed

const stateOf = ({ status }: Question, { outcome }: OwnDecision): Pick<ScoredItem, 'state' | 'hit'> => {
  if (status === 'void') return { state: 'void', hit: null }
  return outcome === null ? { state: 'pending', hit: null } : { state: 'scored', hit: outcome === 'yes' }
}

const frameOf = ({ version, decision }: Version): ScoringFrame & SayingFrame => ({
  windowEnd: version.windowEnd,
  referenceAt: version.referenceAt,
  decidedAt: decision.event && knownFrom(decision.event),
  reportedAt: decision.reportedAt,
})

type Item = Omit<ScoredItem, 'sets'> & { commentaryId: string | null }

/** One statement as an item of an author, judged by the version it was made on; null where that is not due, or `early` waits for it. */
const itemOf = (
  authorId: string,
  said: StoredPrediction | null,
  { question, versions }: Decided,
  { early }: { early: boolean },
): Item | null => {
  const own = said && versions.get(said.versionId)
  if (!said?.form || !own) return null
  const { version, decision } = own
  if (version.windowEnd === null || !(early || isDue(question, decision))) return null
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
 * where that is another: it waits where the version that it was made on is not due and the item's is.
 */
const itemsBy = (authorId: string, statements: readonly StoredPrediction[], decided: Decided): Items<Item> => {
  const frame = ({ versionId }: StoredPrediction): ScoringFrame & SayingFrame => {
    const known = decided.versions.get(versionId)
    if (!known) throw new Error(`there is no version ${versionId} of ${decided.question.id}`)
    return frameOf(known)
  }
  const [chosen, first] = [scoredStatement(statements, frame), firstStatement(statements, frame)]
  const scored = itemOf(authorId, chosen, decided, { early: false })
  const said = first?.id === chosen?.id ? null : itemOf(authorId, first, decided, { early: scored !== null })
  return { scored: scored ? [scored] : [], first: said ? [said] : [] }
}

/** What holds of questions whoever spoke on them: their topics, and of the records that did who they count for. */
type Around = { topics: ReadonlyMap<string, readonly string[]>; merged: ReadonlyMap<string, string> }

/** The items of some authors on these questions. */
const itemsOf = async (
  reader: Reader,
  decided: readonly Decided[],
  of: Authors,
  { topics, merged }: Around,
): Promise<Items<ScoredItem>> => {
  const ids = decided.map(({ question }) => question.id)
  const said = await predictionsOnAll(reader, ids, of)
  const items = decided.flatMap((one) => {
    const byAuthor = groupBy(said.get(one.question.id) ?? [], ({ authorId }) => merged.get(authorId) ?? authorId)
    return [...byAuthor].map(([authorId, statements]) => itemsBy(authorId, statements, one))
  })
  const [scored, first] = [items.flatMap((one) => one.scored), items.flatMap((one) => one.first)]
  const commentaries = [...scored, ...first].flatMap(({ commentaryId }) => commentaryId ?? [])
  const collections = await collectionsFor(reader, ids, [...new Set(commentaries)])
  const inSets = ({ commentaryId, ...rest }: Item): ScoredItem => {
    const ofCollections = (collections.get(commentaryId ?? rest.questionId) ?? []).map(setOfCollection)
    return { ...rest, sets: [ALL, ...ofCollections, ...(topics.get(rest.questionId) ?? []).map(setOfTopic)] }
  }
  return { scored: scored.map(inSets), first: first.map(inSets) }
}

/** So many statements are read at a time: a question on which a hundred thousand spoke takes no more memory than one of these. */
const MOST_SAID = 5_000

type ItemsPart = { standing: Items<Posting>; holding: Items<ScoredItem> }

/** The items on questions as they are posted, and as the logs of the decided ones make them: of some authors after the others, by their ids. */
async function* itemsInParts(
  reader: Reader,
  questionIds: readonly string[],
  all: readonly Decided[],
  most = MOST_SAID,
): AsyncGenerator<ItemsPart> {
  // Counts are of the positive event: a forecast over several options has a score of its own and no place in them.
  const decided = all.filter(({ question }) => question.kind === 'binary')
  const ids = decided.map(({ question }) => question.id)
  const around = { topics: await topicsOfAll(reader, ids), merged: await mergedOn(reader, ids) }
  for (let after = ''; ; ) {
    const upTo = await reachOfStatements(reader, ids, { after, most })
    const standing = await standingOnAll(reader, questionIds, { after, upTo })
    yield { standing, holding: await itemsOf(reader, decided, { after, upTo }, around) }
    if (upTo === null) return
    after = upTo
  }
}

/** The items of a question as they are posted, and as its log and what was said on it make them, in parts. */
export async function* itemsOfQuestion(reader: Reader, question: Question, most?: number): AsyncGenerator<ItemsPart> {
  yield* itemsInParts(reader, [question.id], await decisionsOn(reader, [question]), most)
}

/** A question whose log was appended to, or what was said on it, and the sealed fact that calls for its scores to follow. */
export type Moving = { question: Question; cause: string }

/**
 * Brings the items and counts of questions in step with their logs, inside the transaction that appended to them:
 * what no longer holds is reversed, what holds now is posted, what is unchanged stays. `cause` is the id of the sealed fact
 * that calls for it, appended in the same transaction. Returns the ids of the questions on which an item moved.
 */
export const postScoresOfAll = async (scope: Transacting, moving: readonly Moving[]): Promise<string[]> => {
  const { tx, now, newId } = scope
  await holdLinks(tx)
  const causes = new Map(moving.map(({ question, cause }) => [question.id, cause]))
  const decided = await decisionsOn(
    tx,
    moving.map(({ question }) => question),
  )
  const entries = new Map(decided.map(({ question, resolutionId }) => [question.id, resolutionId]))
  const posted = ({ questionId }: ScoredItem) => ({
    id: newId('scoredItem'),
    resolutionId: entries.get(questionId) ?? '',
    cause: causes.get(questionId) ?? null,
    recordedAt: now,
  })
  const touched = new Set<string>()
  for await (const { standing, holding } of itemsInParts(tx, [...entries.keys()], decided)) {
    for (const kind of itemKinds) {
      const { stale, missing } = changesTo(standing[kind], holding[kind])
      const fresh = missing.map((item) => ({ ...item, ...posted(item) }))
      const reversals = stale.map((reverses) => ({ reverses, ...posted(reverses) }))
      if (fresh.length + reversals.length > 0) await post(tx, kind, fresh, reversals)
      for (const { questionId } of [...stale, ...fresh]) touched.add(questionId)
    }
  }
  return [...touched]
}

/** The same of one question. */
export const postScores = (scope: Transacting, question: Question, cause: string): Promise<string[]> =>
  postScoresOfAll(scope, [{ question, cause }])
