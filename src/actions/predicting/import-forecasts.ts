import type { BaselineKind } from '../../core/baseline.ts'
import type { Thing } from '../../core/id.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { formOfProbability } from '../../core/prediction.ts'
import type { orientations } from '../../core/question.ts'
import type { Day, Instant, Moment } from '../../core/time.ts'
import { addQuestionsToCollection } from '../../storage/collections.ts'
import { insertImport, questionsOfImport } from '../../storage/imports.ts'
import { insertPredictions } from '../../storage/predictions.ts'
import { insertFamilies, insertQuestions, insertVersions } from '../../storage/questions.ts'
import { action, type Transacting } from '../context.ts'
import { recordFirstBaselines } from './record-baseline.ts'

export type ImportedForecast = { authorId: string; probability: number; said: Moment; key: string }
export type ImportedBaseline = { kind: BaselineKind; probability: number; at: Moment; source: string; url?: string }
export type ImportedQuestion = {
  key: string
  family: string
  wording: string
  criteria: string
  orientation: (typeof orientations)[number]
  windowStart: Day
  windowEnd: Day
  criteriaFixedAt: Instant
  forecasts: ImportedForecast[]
  /** Reference probabilities that the source or another had published by then. */
  baselines?: ImportedBaseline[]
}
export type ImportForecasts = {
  name: string
  source: string
  licence: string
  note: string
  collectionId: string
  questions: ImportedQuestion[]
}
/** The question that stands for each key; `created` is false when this import was loaded before. */
export type Imported = { created: boolean; questionIds: Map<string, string> }

const familyIds = (questions: ImportedQuestion[], newId: (thing: Thing) => string): Map<string, string> =>
  new Map([...new Set(questions.map(({ family }) => family))].map((family) => [family, newId('family')]))

const versionOf = (
  { now, newId, newSalt, actor }: Transacting,
  source: string,
  questionId: string,
  question: ImportedQuestion,
) => {
  const { wording, criteria, orientation, windowStart, windowEnd, criteriaFixedAt, forecasts } = question
  const said = forecasts.map((forecast) => forecast.said.latest).sort()
  return factOf(
    'version',
    {
      id: newId('version'),
      questionId,
      version: 1,
      wording,
      criteria,
      orientation,
      condition: null,
      trigger: null,
      windowStart,
      windowEnd,
      windowZone: 'UTC' as const,
      windowSource: 'stated' as const,
      resolver: 'manual' as const,
      resolvers: [],
      referenceAt: said.at(-1) ?? null,
      criteriaFixedAt,
      criteriaSource: source,
      reason: null,
      recordedBy: actor.name,
      recordedAt: now,
    },
    newSalt,
  )
}

type Place = { questionId: string; versionId: string; importId: string }

const predictionOf = ({ now, newId, newSalt, actor }: Transacting, place: Place, forecast: ImportedForecast) =>
  factOf(
    'prediction',
    {
      id: newId('prediction'),
      ...place,
      authorId: forecast.authorId,
      act: 'state' as const,
      form: formOfProbability(forecast.probability),
      refersTo: null,
      expiresAt: null,
      saidEarliest: forecast.said.earliest,
      saidLatest: forecast.said.latest,
      attribution: 'own' as const,
      directness: 'verbatim' as const,
      weakHedge: false,
      scoreable: true,
      unscoredReason: null,
      origin: 'imported' as const,
      quote: null,
      commentaryId: null,
      candidateId: null,
      importKey: forecast.key,
      recordingReason: null,
      recordedBy: actor.name,
      recordedAt: now,
    },
    newSalt,
  )

/** What an import holds its forecasts against, dated inside the window. */
const recordReferences = (
  scope: Transacting,
  places: readonly { question: ImportedQuestion; id: string; versionId: string }[],
): Promise<void> =>
  recordFirstBaselines(
    scope,
    places.flatMap(({ question: { baselines = [], windowEnd }, id: questionId, versionId }) =>
      baselines.map((baseline) => ({ ...baseline, questionId, versionId, windowEnd })),
    ),
  )

/** A forecast is known by its question's key and its own. */
const KEY_END = '\u001f'
const CHUNK = 500

/**
 * Loads published forecasts in bulk, marked as an import with its source, licence and note. Criteria count as fixed on
 * the day the source had published them. An import of the same name changes nothing the second time.
 */
export const importForecasts = action<ImportForecasts, Imported>(async (scope, input) => {
  const { tx, now, newId } = scope
  const { name, source, licence, note, questions } = input
  const recorded = await insertImport(tx, { id: newId('import'), name, source, licence, note, recordedAt: now })
  if (!recorded) {
    const standing = await questionsOfImport(tx, name)
    return {
      created: false,
      questionIds: new Map(standing.map(({ questionId, key }) => [key.split(KEY_END)[0] ?? '', questionId])),
    }
  }
  const families = familyIds(questions, newId)
  await insertFamilies(
    tx,
    [...families].map(([label, id]) => ({ id, label: `${name}: ${label}`, recordedAt: now })),
  )
  const questionIds = new Map<string, string>()
  for (let at = 0; at < questions.length; at += CHUNK) {
    const chunk = questions.slice(at, at + CHUNK).map((question) => ({ question, id: newId('question') }))
    await insertQuestions(
      tx,
      chunk.map(({ question, id }) => ({
        id,
        kind: 'binary' as const,
        familyId: families.get(question.family) ?? '',
        requestDigest: null,
        recordedAt: now,
      })),
    )
    const versions = await Promise.all(chunk.map(({ question, id }) => versionOf(scope, source, id, question)))
    await insertVersions(tx, versions)
    for (const { question, id } of chunk) questionIds.set(question.key, id)
    const places = chunk.flatMap(({ question, id: questionId }, index) =>
      question.forecasts.map((forecast) => ({
        forecast: { ...forecast, key: `${question.key}${KEY_END}${forecast.key}` },
        place: { questionId, versionId: versions[index]?.id ?? '', importId: recorded.id },
      })),
    )
    const rows = await Promise.all(places.map(({ place, forecast }) => predictionOf(scope, place, forecast)))
    for (let row = 0; row < rows.length; row += CHUNK) await insertPredictions(tx, rows.slice(row, row + CHUNK))
    await recordReferences(
      scope,
      chunk.map((one, index) => ({ ...one, versionId: versions[index]?.id ?? '' })),
    )
  }
  await addQuestionsToCollection(tx, input.collectionId, [...questionIds.values()], now)
  return { created: true, questionIds }
})
