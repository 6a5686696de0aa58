import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { evidenceKinds } from '../../core/event.ts'
import { idOf } from '../../core/id.ts'
import { Form } from '../../core/prediction.ts'
import { toMicro } from '../../core/probability.ts'
import { timings } from '../../core/question.ts'
import { logLoss } from '../../core/scoring/binary/proper-scores.ts'
import { total } from '../../core/scoring/counts.ts'
import { whyWithheld } from '../../core/scoring/report/withhold.ts'
import { voices } from '../../core/slice.ts'
import { Day, Instant, Moment } from '../../core/time.ts'
import { type CallOrder, type CallRow, type CallSource, callOrders, callsOf, sourcesOf } from '../../storage/calls.ts'
import type { Reader } from '../../storage/database.ts'
import type { PageRequest } from '../../storage/keyset.ts'
import type { FormCount } from '../../storage/report-counts.ts'
import { probabilityOf } from '../probabilities.ts'
import { countsOfAuthors, type Part, reachOf } from './author-counts.ts'
import { byForm, headlineOf } from './monthly.ts'
import { type Deciding, judgedQuestions } from './own-outcomes.ts'
import { readAt, readAtOf } from './read-at.ts'
import { Unbounded } from './report-schema.ts'
import { VERSIONS, Versions } from './versions.ts'
import { Withheld, withheldBy } from './withheld.ts'

const Source = z.object({
  evidenceId: idOf('evidence'),
  kind: z.enum(evidenceKinds),
  deciding: z.boolean().meta({ description: 'it is what the outcome rests on' }),
  title: z.string().nullable(),
  url: z.string().nullable(),
  archiveSha256: z.string().nullable().meta({ description: 'SHA-256 of the archived copy' }),
})

/** One settled forecast of an author: what was said, what happened, and what it cost. */
export const Call = z
  .object({
    predictionId: idOf('prediction'),
    quote: z
      .string()
      .nullable()
      .meta({ description: 'verbatim, at most 300 characters; null where nothing was quoted' }),
    said: Moment,
    form: Form,
    probability: z.number().meta({ description: 'of the positive event; words at the mean of the lexicon' }),
    outcome: z.enum(['yes', 'no']),
    loss: z
      .number()
      .meta({ description: '(probability − outcome)², 0 best, 1 worst: its part in the mean Brier score, times n' }),
    logLoss: Unbounded.meta({ description: '−ln of the probability of what happened, nats, 0 best' }),
    commentary: z
      .object({ id: idOf('commentary'), title: z.string().nullable(), url: z.string().nullable() })
      .nullable()
      .meta({ description: 'where it was said; null for what was submitted or imported' }),
    question: z.object({
      id: idOf('question'),
      versionId: idOf('version'),
      wording: z.string(),
      windowEnd: Day.nullable(),
    }),
    resolution: z.object({
      id: idOf('resolution'),
      settledAt: Instant,
      log: z.string().meta({ description: 'where the whole log of the question stands' }),
      sources: z.array(Source),
    }),
  })
  .meta({ id: 'Call' })
export type Call = z.infer<typeof Call>

export const CallPage = z
  .object({
    author: Author,
    timing: z.enum(timings),
    voice: z.enum(voices),
    collectionId: z.string().nullable(),
    order: z.enum(callOrders),
    n: z.int().meta({ description: 'scored forecasts, on all pages' }),
    items: z.array(Call),
    next: z.string().nullable(),
    withheld: Withheld.meta({ description: 'the rule by which there are none' }),
    versions: Versions,
    ...readAt,
  })
  .meta({ id: 'CallPage' })
export type CallPage = z.infer<typeof CallPage>

const callOf = ({ id, form, hit, ...row }: CallRow, entry: Deciding, sources: readonly CallSource[]): Call => {
  const probability = probabilityOf(form)
  const log = logLoss(probability, { n: 1, hits: Number(hit) })
  return {
    predictionId: id,
    quote: row.quote,
    said: row.said,
    form,
    probability,
    outcome: hit ? 'yes' : 'no',
    // From the whole millionths that order the list, so that equal calls are equal to the last bit.
    loss: (row.miss / 1_000_000) ** 2,
    logLoss: Number.isFinite(log) ? log : 'Infinity',
    commentary: row.commentary,
    question: row.question,
    resolution: {
      id: entry.id,
      settledAt: entry.recordedAt,
      log: `/v1/resolutions?question=${row.question.id}`,
      sources: sources
        .filter(({ resolutionId }) => resolutionId === entry.id)
        .map(({ resolutionId: _, ...source }) => ({
          ...source,
          deciding: source.evidenceId === entry.evidenceId,
        })),
    },
  }
}

/** Each call with the entry that settled the version it was said on, whatever the log says of other versions since. */
const settledBy = async (reader: Reader, rows: readonly CallRow[]): Promise<{ row: CallRow; entry: Deciding }[]> => {
  const judged = await judgedQuestions(reader, [...new Set(rows.map(({ question }) => question.id))])
  return rows.map((row) => {
    const entry = judged.get(row.question.id)?.decisions.get(row.question.versionId)?.entry
    if (!entry) throw new Error(`nothing settled version ${row.question.versionId}, which a call is scored by`)
    return { row, entry }
  })
}

export type CallsQuery = Part & { author: Author; order: CallOrder }

/** What stands behind a list of calls: what was scored by form, and of how many families. */
export type CallsOf = { forms: readonly FormCount[]; families: number }

type Millionths = ReadonlyMap<string, number>

/**
 * The forms that the first so many calls are of: all that was said in one form and came out alike cost the same, so of others none needs to
 * be read.
 */
export const formsOfFirst = (forms: readonly FormCount[], micros: Millionths, order: CallOrder, limit: number) => {
  const alike = forms.flatMap(({ form, n, hits }) => {
    const micro = micros.get(form)
    if (micro === undefined) return []
    return [
      { form, micro, n: hits, miss: 1_000_000 - micro },
      { form, micro, n: n - hits, miss: micro },
    ].filter((one) => one.n > 0)
  })
  const sign = order === 'best' ? 1 : -1
  const first = new Map<string, number>()
  let so = 0
  let last: number | null = null
  for (const { form, micro, n, miss } of alike.sort((a, b) => sign * (a.miss - b.miss))) {
    // Of one loss all are read: their ids order them.
    if (so > limit && miss !== last) break
    first.set(form, micro)
    so += n
    last = miss
  }
  return first
}

/** The calls of an author one by one, of counts that are at hand. */
export const callsAmong = async (
  reader: Reader,
  { author, order, ...part }: CallsQuery,
  { forms, families }: CallsOf,
  page: PageRequest,
): Promise<CallPage> => {
  const reach = await reachOf(reader, part)
  const { n, hits } = total(forms)
  const withheld = whyWithheld('calls', { n, hits, families, unsettled: 0 }, reach)
  const all = new Map(forms.map(({ form }) => [form, toMicro(probabilityOf(form))]))
  const micros = page.cursor === null ? formsOfFirst(forms, all, order, page.limit) : all
  const query = { filter: reach.slice, authorId: author.id, micros, order }
  const found = withheld === null ? await callsOf(reader, query, page) : { items: [], next: null }
  const settled = await settledBy(reader, found.items)
  const sources = await sourcesOf(reader, [...new Set(settled.map(({ entry }) => entry.id))])
  return {
    author,
    timing: part.timing,
    voice: part.voice,
    collectionId: part.collection?.id ?? null,
    order,
    n,
    items: settled.map(({ row, entry }) => callOf(row, entry, sources)),
    next: found.next,
    withheld: withheldBy('calls', withheld),
    versions: VERSIONS,
    ...readAtOf(part),
  }
}

/** The calls of an author one by one, the best or the worst first; of the same loss, in the order of their ids. */
export const calls = async (reader: Reader, query: CallsQuery, page: PageRequest): Promise<CallPage> => {
  const { author, order: _, ...part } = query
  const counts = (await countsOfAuthors(reader, [author.id], await reachOf(reader, part))).get(author.id)
  const { forms, families } = counts?.judged ?? { forms: [], families: [] }
  const behind = { forms: byForm(headlineOf(forms)), families: new Set(families.map(({ familyId }) => familyId)).size }
  return callsAmong(reader, query, behind, page)
}
