import { z } from 'zod'
import { extractionModes, type ModelMode } from '../../core/extraction-run.ts'
import { Problem } from '../../core/problem.ts'

/** The part of the Workers AI binding that is used; `workers-ai-provider` speaks the rest of its protocol. */
export type WorkersAi = { run: (model: string, inputs: unknown, options?: unknown) => Promise<unknown> }

/** Where a model is reached. The key is sent to `url` and nowhere else. */
export type Connection =
  | { kind: 'openai-compatible'; url: string; key: string | null }
  | { kind: 'workers-ai'; binding: WorkersAi }

/** US dollars a million tokens, which is millionths of a dollar a token. */
export type Prices = { in: number; out: number }

/** How a service is asked for JSON: held to the schema, or told of it in words and held to JSON only. */
export const modelFormats = ['json_schema', 'json_object'] as const
export type ModelFormat = (typeof modelFormats)[number]

export type ModelSettings = {
  mode: ModelMode
  format: ModelFormat
  model: string
  connection: Connection
  prices: Prices | null
  /** The longest that one call may take, its retries included, in milliseconds. */
  callMs: number
}
export type ExtractorSettings = { mode: 'built-in' } | ModelSettings

const text = z.string().trim().min(1).optional()
const price = z.coerce.number('give dollars a million tokens').min(0, 'give dollars a million tokens').optional()

const Variables = z.object({
  HINDCAST_EXTRACTOR: z.enum(extractionModes, `write ${extractionModes.join(', ')}`).default('built-in'),
  HINDCAST_MODEL: text,
  HINDCAST_MODEL_URL: z
    .url({ protocol: /^https?$/, error: 'give a base URL such as https://models.example/v1' })
    .refine((url) => !/^[a-z]+:\/\/[^/]*@/i.test(url), 'put the key in HINDCAST_MODEL_KEY')
    .optional(),
  HINDCAST_MODEL_KEY: text,
  HINDCAST_MODEL_FORMAT: z.enum(modelFormats, `write ${modelFormats.join(' or ')}`).default('json_schema'),
  HINDCAST_MODEL_PRICE_IN: price,
  HINDCAST_MODEL_PRICE_OUT: price,
  HINDCAST_MODEL_TIMEOUT: z.coerce.number('give seconds').min(1, 'at least 1').max(600, 'at most 600').default(60),
})

const refuse = (fields: { field: string; detail: string }[]): Problem =>
  new Problem(
    'invalid-input',
    `the extractor is not configured: ${fields.map(({ field }) => field).join(', ')}`,
    'mend the variables named, or set HINDCAST_EXTRACTOR to built-in',
    fields,
  )

/**
 * Which extractor is configured, from the variables of the environment (or of wrangler.toml) and the Workers AI binding
 * where there is one. An empty variable is none. Throws `invalid-input` that names variables, never their values.
 */
export const extractorSettings = (
  variables: Readonly<Record<string, unknown>>,
  workersAi: WorkersAi | null,
): ExtractorSettings => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const mode = Variables.pick({ HINDCAST_EXTRACTOR: true }).safeParse(set)
  if (mode.success && mode.data.HINDCAST_EXTRACTOR === 'built-in') return { mode: 'built-in' }
  const parsed = Variables.safeParse(set)
  if (!parsed.success)
    throw refuse(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), detail: message })))
  return modelSettings(parsed.data, workersAi)
}

const modelSettings = (given: z.infer<typeof Variables>, workersAi: WorkersAi | null): ExtractorSettings => {
  const { HINDCAST_EXTRACTOR: mode, HINDCAST_MODEL: model } = given
  const { HINDCAST_MODEL_PRICE_IN: priceIn, HINDCAST_MODEL_PRICE_OUT: priceOut } = given
  if (mode === 'built-in') return { mode }
  if (model === undefined) throw refuse([{ field: 'HINDCAST_MODEL', detail: 'name the model' }])
  const connection = connectionIn(given, workersAi)
  if (connection === null)
    throw refuse([{ field: 'HINDCAST_MODEL_URL', detail: 'give the base URL, or on the edge bind Workers AI as AI' }])
  if ((priceIn === undefined) !== (priceOut === undefined))
    throw refuse([{ field: 'HINDCAST_MODEL_PRICE_IN', detail: 'give both prices, in and out, or neither' }])
  const { HINDCAST_MODEL_FORMAT: format } = given
  if (connection.kind === 'workers-ai' && format !== 'json_schema')
    throw refuse([{ field: 'HINDCAST_MODEL_FORMAT', detail: 'Workers AI takes json_schema' }])
  const prices = priceIn === undefined || priceOut === undefined ? null : { in: priceIn, out: priceOut }
  return { mode, model, format, connection, prices, callMs: given.HINDCAST_MODEL_TIMEOUT * 1000 }
}

/** A URL comes before the binding. */
const connectionIn = (given: z.infer<typeof Variables>, workersAi: WorkersAi | null): Connection | null => {
  const { HINDCAST_MODEL_URL: url, HINDCAST_MODEL_KEY: key = null } = given
  if (url !== undefined) return { kind: 'openai-compatible', url, key }
  return workersAi && { kind: 'workers-ai', binding: workersAi }
}
