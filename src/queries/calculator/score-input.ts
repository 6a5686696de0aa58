import { z } from 'zod'
import { isPhraseId } from '../../core/lexicon/range.ts'
import { polarities } from '../../core/probability.ts'
import { type FieldProblem, Problem } from '../../core/problem.ts'
import { computedReferences } from '../../core/scoring/report/score-forecasts.ts'
import { Day } from '../../core/time.ts'
import { contradictions } from './contradictions.ts'

/** What one request may hold: its figures are computed while its sender waits. */
export const MOST_FORECASTS = 5_000
export const MOST_ROWS = 2_000
/** Each author has a report of their own, and each two are compared. */
export const MOST_AUTHORS = 50
/** Σn of counts: each forecast in them is a family of its own. */
export const MOST_COUNTED = 10_000
const MOST_REFERENCES = 5
/** So many items that cannot be used are listed. */
const LISTED = 20

const NUMBER = 'give a number from 0 to 1, such as 0.7'
const OUTCOME = 'give 1, 0, yes, no, void or open'
const WHOLE = 'give a whole number'
const name = z
  .string({ error: 'give a name' })
  .min(1, 'give a name')
  .max(300, 'give a name of at most 300 characters')
  .refine((text) => text.trim() !== '' && !text.includes('\u0000'), 'give a name with a letter in it')
const number = z.number({ error: NUMBER }).min(0, NUMBER).max(1, NUMBER)
const DAY = 'give a day that exists, such as 2024-03-31'
const day = z.string({ error: DAY }).refine((text) => Day.safeParse(text).success, DAY)
const COMPUTED = `give the reference another name: ${computedReferences.join(', ')} are computed`

/** A day on which something was known beforehand is none on which it was forecast. */
const saysWhen = ({ said_on: said, settled_on: settled, outcome }: When): { field: string; detail: string } | null => {
  if (settled === undefined) return null
  if (outcome === 'open') return { field: 'settled_on', detail: 'stands beside an outcome that is open; leave it out' }
  if (said === undefined || said <= settled) return null
  return { field: 'settled_on', detail: `give the day from which the outcome was known, ${said} or later` }
}
type When = { said_on?: string | undefined; settled_on?: string | undefined; outcome: unknown }

/** Exactly one of a number and words; and a polarity for words alone. */
const saysOneThing = ({ probability, phrase, polarity }: Said): { field: string; detail: string } | null => {
  if (probability === undefined && phrase === undefined)
    return { field: 'probability', detail: `${NUMBER}, or a phrase of the lexicon as phrase` }
  if (probability !== undefined && phrase !== undefined)
    return { field: 'phrase', detail: 'stands beside a probability; give one of the two' }
  if (probability !== undefined && polarity !== undefined)
    return { field: 'polarity', detail: 'belongs to a phrase; a probability is that of the positive event' }
  return null
}
type Said = { probability?: number | undefined; phrase?: string | undefined; polarity?: string | undefined }

/** A forecast with what came of it. Field names are those of the columns of `hindcast score`. */
export const ForecastInput = z
  .strictObject({
    author: name.optional().meta({ description: 'left out: unnamed' }),
    question: name.optional().meta({
      description:
        'forecasts on the same question are compared, and of one author only the first is scored; left out: a question of its own',
    }),
    family: name.optional().meta({ description: 'what stands or falls together; left out: the question' }),
    probability: number.optional().meta({ description: 'of the positive event; or a phrase' }),
    phrase: z
      .string({ error: 'give the id of a phrase' })
      .refine(
        (text) => isPhraseId(phraseIdOf(text)),
        'give a phrase of the lexicon, such as likely (GET /v1/lexicons/hindcast)',
      )
      .optional()
      .meta({ description: 'id of a phrase of the built-in lexicon, read at its mean', examples: ['likely'] }),
    polarity: z
      .enum(polarities, { error: 'give + or -' })
      .optional()
      .meta({ description: 'whether the words were said of the positive event (+, left out) or of its opposite' }),
    outcome: z
      .union([z.literal([0, 1]), z.enum(['yes', 'no', 'void', 'open'])], { error: OUTCOME })
      .meta({ description: 'void is counted and not scored; open is due and not settled' }),
    said_on: day.optional().meta({ format: 'date' }),
    settled_on: day.optional().meta({
      format: 'date',
      description:
        'from when on the outcome was known: the day it was settled, and no earlier than it was due. For as stated beside recalibrated',
    }),
    references: z
      .record(name, number)
      .refine((given) => Object.keys(given).length <= MOST_REFERENCES, `give at most ${MOST_REFERENCES} references`)
      .refine((given) => !computedReferences.some((computed) => Object.hasOwn(given, computed)), COMPUTED)
      .optional()
      .meta({
        description: `what others said of the same question at the same time, by name; at most ${MOST_REFERENCES}`,
      }),
  })
  .superRefine((said, c) => {
    for (const wrong of [saysOneThing(said), saysWhen(said)])
      if (wrong) c.addIssue({ code: 'custom', path: [wrong.field], message: wrong.detail })
  })
  .meta({ id: 'ForecastInput' })
export type ForecastInput = z.infer<typeof ForecastInput>

/** A phrase as its id: `phraseIdOf('Very likely') = 'very-likely'` */
export const phraseIdOf = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '-')

const CountInput = z
  .strictObject({
    p: number,
    n: z.int({ error: WHOLE }).min(1, 'give at least 1').max(MOST_COUNTED, `give at most ${MOST_COUNTED}`),
    hits: z.int({ error: WHOLE }).min(0, 'give 0 or more'),
  })
  .refine(({ n, hits }) => hits <= n, { path: ['hits'], message: 'is more than n; give at most n' })
  .meta({ id: 'CountInput', description: 'n forecasts of p, of which hits came true' })

const canonical_orientation = z.boolean({ error: 'give true or false' }).optional().meta({
  description:
    'whether every question was worded by rule (positive is the departure from the status quo), so that a gap has a direction; left out: no',
})
const seed = z
  .string({ error: 'give a text' })
  .max(200, 'give at most 200 characters')
  .optional()
  .meta({ description: 'of resampled figures; left out: the counts themselves' })

/** Forecasts one by one. */
const ForecastsInput = z.strictObject({
  forecasts: z
    .array(ForecastInput, { error: 'give a list of forecasts' })
    .min(1, 'give at least one forecast')
    .max(MOST_FORECASTS, `give at most ${MOST_FORECASTS} forecasts in one request, or counts`),
  seed,
  canonical_orientation,
})

/** Counts alone. */
const CountsInput = z.strictObject({
  counts: z
    .array(CountInput, { error: 'give a list of counts' })
    .min(1, 'give at least one row')
    .max(MOST_ROWS, `give at most ${MOST_ROWS} rows; probabilities rounded to hundredths make at most 101`),
  seed,
  canonical_orientation,
})

export const ScoresInput = z.union([ForecastsInput, CountsInput]).meta({ id: 'ScoresInput' })
export type ScoresInput = z.infer<typeof ScoresInput>

/** What stood at a path of the input, as a refusal names it: `is 1.2`, `is missing`. */
const standingAt = (input: unknown, path: readonly PropertyKey[]): string => {
  const value = path.reduce<unknown>(
    (so, key) => (typeof so === 'object' && so !== null ? (so as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  )
  if (value === undefined) return 'is missing'
  return `is ${(JSON.stringify(value) ?? String(value)).slice(0, 42)}`
}

/** The issues of an input, each with its path, what stands there, and what to do. */
export const fieldsOf = (
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
): { path: PropertyKey[]; detail: string }[] =>
  issues.flatMap(({ path, message, ...issue }) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], detail: 'is not known here; leave it out' }))
    const told = message.startsWith('give') ? `${standingAt(input, path)}; ${message}` : message
    return [{ path, detail: told }]
  })

/** A field that cannot be used, and the place of its item among `all`. */
export type WrongField = FieldProblem & { at: number }

/** Refuses a list for its wrong items, of which the first twenty are listed. `items` is what its reader calls them. */
export const refuseItems = (wrong: readonly WrongField[], all: number, items = 'items'): Problem => {
  const places = [...new Set(wrong.map(({ at }) => at))]
  const first = new Set(places.slice(0, LISTED))
  const listed = places.length > LISTED ? ` (the first ${LISTED} are listed)` : ''
  const fields = wrong.filter(({ at }) => first.has(at)).map(({ field, detail }) => ({ field, detail }))
  const detail = `${places.length} of ${all} ${items} cannot be used${listed}; nothing was scored`
  return new Problem('invalid-input', detail, `correct these ${items} and send all of them again`, fields)
}

const refusalOf = (issues: readonly z.core.$ZodIssue[], input: unknown, list: 'counts' | 'forecasts'): Problem => {
  const fields = fieldsOf(issues, input)
  const items = fields.filter(({ path }) => path[0] === list && path.length > 1)
  const write = ({ path, detail }: (typeof fields)[number]): FieldProblem => ({
    field: path.map(String).join('.') || 'body',
    detail,
  })
  if (items.length < fields.length)
    return new Problem(
      'invalid-input',
      'the input cannot be used; nothing was scored',
      'send { "forecasts": […] } or { "counts": [{ "p", "n", "hits" }] }, and a seed if wanted',
      fields.slice(0, LISTED).map(write),
    )
  const all = (input as Record<string, unknown[]>)[list]?.length ?? 0
  return refuseItems(
    items.map((field) => ({ at: Number(field.path[1]), ...write(field) })),
    all,
  )
}

/** Two items that say different things of one question. */
const contradictionIn = ({ forecasts }: { forecasts: readonly ForecastInput[] }): Problem | null => {
  const wrong = contradictions(forecasts).map(({ at, first, field, detail }) => ({
    at,
    field: `forecasts.${at}.${field}`,
    detail: `${detail} for the same question in forecasts.${first}; give one ${field}`,
  }))
  return wrong.length === 0 ? null : refuseItems(wrong, forecasts.length)
}

/** More in one request than is computed while its sender waits; each part alone may be well formed. */
const excessIn = (input: ScoresInput): Problem | null => {
  const refuse = (field: string, holds: string, remedy: string): Problem =>
    new Problem('invalid-input', `${holds}; nothing was scored`, remedy, [{ field, detail: `${holds}; ${remedy}` }])
  if ('counts' in input) {
    const all = input.counts.reduce((so, { n }) => so + n, 0)
    if (all <= MOST_COUNTED) return null
    return refuse('counts', `the counts hold ${all} forecasts`, `give at most ${MOST_COUNTED} forecasts in all`)
  }
  const authors = new Set(input.forecasts.map(({ author }) => author)).size
  if (authors <= MOST_AUTHORS) return null
  return refuse('forecasts', `the forecasts are of ${authors} authors`, `give those of at most ${MOST_AUTHORS} authors`)
}

const BOTH = new Problem(
  'invalid-input',
  'both forecasts and counts were sent; nothing was scored',
  'give one of the two',
  [{ field: 'counts', detail: 'stands beside forecasts; give one of the two' }],
)

/**
 * The input of the calculator, or a `Problem` that names each item that cannot be used, by its index and field, and what to do.
 */
export const readScoresInput = (input: unknown): ScoresInput => {
  if (typeof input === 'object' && input !== null && 'counts' in input && 'forecasts' in input) throw BOTH
  const kind = typeof input === 'object' && input !== null && 'counts' in input && !('forecasts' in input)
  const schema: z.ZodType<ScoresInput> = kind ? CountsInput : ForecastsInput
  const read = schema.safeParse(input)
  if (!read.success) throw refusalOf(read.error.issues, input, kind ? 'counts' : 'forecasts')
  const excess = excessIn(read.data)
  if (excess) throw excess
  const contradiction = 'forecasts' in read.data ? contradictionIn(read.data) : null
  if (contradiction) throw contradiction
  return read.data
}
