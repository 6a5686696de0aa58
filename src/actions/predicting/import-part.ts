import { identityOfName, inNameOrder, slugOf } from '../../core/author.ts'
import type { ImportForecast } from '../../core/importing/import-item.ts'
import { mustBeDatedRight, type Placed, predictionRow, questionDigest, versionRow } from '../../core/importing/rows.ts'
import type { ItemResult } from '../../core/item-result.ts'
import { factAtOnce } from '../../core/ledger/fact.ts'
import { Problem } from '../../core/problem.ts'
import { putAuthor } from '../../storage/authors.ts'
import { addQuestionsToCollection, findCollection } from '../../storage/collections.ts'
import type { Transaction } from '../../storage/database.ts'
import {
  authorsByIdentities,
  type Import,
  lockImport,
  questionsByDigest,
  type StandingQuestion,
  standingForecasts,
} from '../../storage/imports.ts'
import { holdLinks, holdQuestions } from '../../storage/lock-order.ts'
import { insertPredictions } from '../../storage/predictions.ts'
import { insertFamilies, insertQuestions, insertVersions, questionsByIds } from '../../storage/questions.ts'
import { action, type Transacting } from '../context.ts'
import { postScoresOfAll } from '../questions/post-scores.ts'

export type ImportPart = { importId: string; items: readonly ImportForecast[] }

/** Holds the import that is named, and before it who counts for whom. Throws `not-found`. */
export const mustLockImport = async ({ tx }: Transacting, importId: string): Promise<Import> => {
  await holdLinks(tx)
  const held = await lockImport(tx, importId)
  if (!held)
    throw new Problem('not-found', `there is no import ${importId}`, 'open it first', [
      { field: 'id', detail: 'none such' },
    ])
  return held
}

/** The id of each author by name; those that are new are recorded. */
const authorsOf = async (scope: Transacting, names: readonly string[]): Promise<Map<string, string>> => {
  const { tx, now, newId, actor } = scope
  const distinct = inNameOrder([...new Set(names)])
  const standing = await authorsByIdentities(tx, distinct.map(identityOfName))
  const ids = new Map<string, string>()
  for (const name of distinct) {
    const identity = identityOfName(name)
    const id = standing.get(identity)
    if (id !== undefined) ids.set(name, id)
    else {
      const row = { id: newId('author'), name, slug: slugOf(name), kind: 'person' as const, bot: false, identity }
      const { author } = await putAuthor(tx, { ...row, recordedBy: actor.name, recordedAt: now })
      standing.set(identity, author.id)
      ids.set(name, author.id)
    }
  }
  return ids
}

/** Those questions that there are, by their digest, as they stand once they are held. */
const holdStanding = async (tx: Transaction, digests: readonly string[]): Promise<Map<string, StandingQuestion>> => {
  const found = await questionsByDigest(tx, digests)
  if (found.size === 0) return found
  const ids = [...found.values()].map(({ id }) => id)
  await holdQuestions(tx, ids)
  return questionsByDigest(tx, digests)
}

/** The questions of these items by their digest, held; those that are new are made, each a family of its own. */
const questionsOf = async (
  scope: Transacting,
  held: Import,
  items: readonly Placed[],
): Promise<Map<string, StandingQuestion>> => {
  const { tx, now, newId, actor } = scope
  // The first row of a question says what it is; those after it are held against that.
  const wanted = new Map(items.toReversed().map((item) => [item.digest, item]))
  const standing = await holdStanding(tx, [...wanted.keys()])
  const fresh = [...wanted.values()].filter(({ digest }) => !standing.has(digest))
  const made = fresh.map((item) => ({
    ...item,
    id: newId('question'),
    familyId: newId('family'),
    versionId: newId('version'),
  }))
  await insertFamilies(
    tx,
    made.map(({ familyId }) => ({ id: familyId, label: null, recordedAt: now })),
  )
  await insertQuestions(
    tx,
    made.map(({ id, familyId, digest }) => ({
      id,
      kind: 'binary' as const,
      familyId,
      requestDigest: digest,
      recordedAt: now,
    })),
  )
  const versions = made.map(({ forecast, id, versionId }) =>
    versionRow(forecast, held, { id: versionId, questionId: id, by: actor.name, now }),
  )
  await insertVersions(
    tx,
    versions.map((row) => factAtOnce('version', row, scope)),
  )
  for (const { digest, id, versionId, forecast } of made) {
    const { wording, windowEnd } = forecast
    standing.set(digest, { digest, id, versionId, status: 'open', outcome: null, wording, windowEnd })
  }
  return standing
}

const differs = ({ wording, windowEnd }: StandingQuestion, forecast: ImportForecast): Problem | null => {
  if (wording === forecast.wording && windowEnd === forecast.windowEnd) return null
  const detail = `its question stands as “${wording.slice(0, 80)}”, until ${windowEnd}`
  return new Problem('conflict', detail, 'import it under another name, or give the new proposition an id of its own', [
    { field: 'question', detail },
  ])
}

/** Brings the scores of held questions in step that were closed or decided before what was said on them came. */
const rescore = async (scope: Transacting, causes: ReadonlyMap<string, string>): Promise<void> => {
  const questions = await questionsByIds(scope.tx, [...causes.keys()])
  await postScoresOfAll(
    scope,
    questions.map((question) => ({ question, cause: causes.get(question.id) ?? '' })),
  )
}

/** Checks each by itself: what is wrong with one keeps none of the others back. */
const checked = (scope: Transacting, importId: string, items: readonly ImportForecast[]): (Placed | Problem)[] =>
  items.map((forecast) => {
    try {
      mustBeDatedRight(forecast, scope.now)
      return { forecast, digest: questionDigest(scope.hash, importId, forecast.question) }
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
  })

/**
 * Records forecasts of an import, with the authors and questions that are new, in one transaction. What stands already, by the key
 * of its source, is not recorded again; what is refused is refused by itself. Throws `not-found` where there is no such import.
 */
export const importPart = action<ImportPart, ItemResult[]>(async (scope, { importId, items }) => {
  const { tx, now, newId, actor } = scope
  const held = await mustLockImport(scope, importId)
  const placed = checked(scope, importId, items)
  const good = placed.filter((item): item is Placed => !(item instanceof Problem))
  const authors = await authorsOf(
    scope,
    good.map(({ forecast }) => forecast.author),
  )
  const questions = await questionsOf(scope, held, good)
  const keyOf = ({ forecast: { question, forecast } }: Placed): string => `${question}\u001f${forecast}`
  const standing = await standingForecasts(tx, importId, good.map(keyOf))
  const rows: Parameters<typeof insertPredictions>[1] = []
  const causes = new Map<string, string>()
  const results = placed.map((item): ItemResult => {
    if (item instanceof Problem) return { status: 'refused', problem: item }
    const id = standing.get(keyOf(item))
    if (id !== undefined) return { status: 'standing', id }
    const question = questions.get(item.digest)
    const authorId = authors.get(item.forecast.author)
    if (!question || !authorId) throw new Error(`the place of ${keyOf(item)} vanished`)
    const problem = differs(question, item.forecast)
    if (problem) return { status: 'refused', problem }
    const place = { id: newId('prediction'), authorId, questionId: question.id, versionId: question.versionId }
    const made = { ...place, importId, importKey: keyOf(item), by: actor.name, now }
    rows.push(factAtOnce('prediction', predictionRow(item.forecast, made), scope))
    standing.set(keyOf(item), made.id)
    if (question.status !== 'open') causes.set(question.id, made.id)
    return { status: 'recorded', id: made.id }
  })
  await insertPredictions(tx, rows)
  const collection = await findCollection(tx, slugOf(held.name))
  if (collection)
    await addQuestionsToCollection(tx, collection.id, [...new Set(rows.map(({ questionId }) => questionId))], now)
  await rescore(scope, causes)
  return results
})
