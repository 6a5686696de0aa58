import type { Hash } from '../ledger/digest.ts'
import { formOfProbability } from '../prediction.ts'
import { Problem } from '../problem.ts'
import { dayOf, endOf, type Instant, momentOf } from '../time.ts'
import type { ImportForecast } from './import-item.ts'

/** A forecast with the digest by which its question is found again. */
export type Placed = { forecast: ImportForecast; digest: string }

/** By which a question of an import is found again: the import, and how its source knows the question. */
export const questionDigest = (hash: Hash, importId: string, question: string): string =>
  hash(JSON.stringify(['import', importId, question]))

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** Holds that nothing lies in the future, and that a window does not end before it begins. Throws `invalid-input`. */
export const mustBeDatedRight = ({ askedAt, windowEnd, said }: ImportForecast, now: Instant): void => {
  const moment = momentOf(said)
  if (moment.earliest > now) throw refuse('said', `it was said in the future, ${moment.earliest}`, 'check the date')
  if (askedAt > now) throw refuse('askedAt', `its question was asked in the future, ${askedAt}`, 'check the date')
  if (windowEnd < dayOf(askedAt))
    throw refuse(
      'windowEnd',
      `its window ended on ${windowEnd}, before it was asked on ${dayOf(askedAt)}`,
      'check both dates',
    )
}

const CRITERIA = 'As its source resolves it.'

/** The first version of an imported question. Counted is what stood when its window ended. */
export const versionRow = (
  { wording, criteria = CRITERIA, url, askedAt, windowEnd }: ImportForecast,
  { source }: { source: string },
  { id, questionId, by, now }: { id: string; questionId: string; by: string; now: Instant },
) => ({
  id,
  questionId,
  version: 1,
  wording,
  criteria,
  orientation: 'as-worded' as const,
  condition: null,
  trigger: null,
  windowStart: dayOf(askedAt),
  windowEnd,
  windowZone: 'UTC' as const,
  windowSource: 'stated' as const,
  resolver: 'manual' as const,
  resolvers: [],
  referenceAt: endOf(windowEnd),
  criteriaFixedAt: askedAt,
  criteriaSource: url === undefined ? source : `${source}, ${url}`,
  reason: null,
  recordedBy: by,
  recordedAt: now,
})

type Made = {
  id: string
  authorId: string
  questionId: string
  versionId: string
  importId: string
  importKey: string
  by: string
  now: Instant
}

/** An imported forecast as it is recorded: said when its source says, and marked as imported. */
export const predictionRow = ({ probability, said }: ImportForecast, { by, now, ...place }: Made) => {
  const { earliest, latest } = momentOf(said)
  return {
    ...place,
    act: 'state' as const,
    form: formOfProbability(probability),
    refersTo: null,
    expiresAt: null,
    saidEarliest: earliest,
    saidLatest: latest,
    attribution: 'own' as const,
    directness: 'verbatim' as const,
    weakHedge: false,
    scoreable: true,
    unscoredReason: null,
    origin: 'imported' as const,
    quote: null,
    commentaryId: null,
    candidateId: null,
    recordingReason: null,
    recordedBy: by,
    recordedAt: now,
  }
}

/**
 * What the source's own resolution is as an event: it says that the question came out so by the day on which it was resolved there, or
 * by the end of its window where that came first. When it happened in the world the source does not tell.
 */
export const resolutionEvent = (
  { outcome, resolvedAt, url }: { outcome: 'yes' | 'no'; resolvedAt: Instant; url?: string | undefined },
  { source, wording, windowEnd }: { source: string; wording: string; windowEnd: string },
) => {
  const end = endOf(windowEnd as never)
  const by = resolvedAt < end ? resolvedAt : end
  const title = `${source} resolved “${outcome}”: ${wording}`
  return {
    title: title.length > 300 ? `${title.slice(0, 299)}…` : title,
    happened: { earliest: by, latest: by },
    published: { earliest: resolvedAt, latest: resolvedAt },
    ...(url === undefined ? {} : { url }),
  }
}
