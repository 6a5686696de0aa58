import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Context as WriteContext } from '../../actions/context.ts'
import type { ItemResult } from '../../core/item-result.ts'
import { Problem } from '../../core/problem.ts'
import { asProblem, errorText } from '../../storage/violations.ts'
import { mustStillBeGood } from '../auth.ts'
import { swallow, whileRead } from '../body.ts'
import { streamOf } from '../byte-stream.ts'
import { type Env, writing } from '../env.ts'
import { patienceOf } from '../patience.ts'
import { BROKEN, ItemProblem, invalidInput, itemProblem } from '../problem.ts'
import { chunksOf, tooLarge } from './chunks.ts'
import { type Columns, csvReader } from './csv.ts'
import { type Item, type ItemReader, ndjsonReader } from './items.ts'

/** What a batch is of: the shape of an item, its columns in a CSV, and what records so many at once. */
export type Batch<Input> = {
  schema: z.ZodType<Input>
  columns: Columns
  /** How many are recorded at once, and then answered. */
  chunk: number
  record: (context: WriteContext, inputs: readonly Input[]) => Promise<ItemResult[]>
}

export const BatchQuery = z.object({
  from_line: z.coerce
    .number<number>()
    .int()
    .min(1)
    .default(1)
    .meta({ description: 'lines before it are passed over: where an earlier answer broke off' }),
  answers: z
    .enum(['all', 'refused'])
    .default('all')
    .meta({ description: 'a line for each item, or for those that were refused and a line of progress for each part' }),
})
export type BatchQuery = z.output<typeof BatchQuery>

const counted = { recorded: z.int(), standing: z.int(), refused: z.int() }
const through = z.int().meta({ description: 'every line up to it is answered, and what was recorded of them is kept' })

const ItemAnswer = z
  .object({
    line: z
      .int()
      .min(1)
      .meta({ description: 'where the item begins, from 1; the first line of a CSV names the columns' }),
    status: z.enum(['recorded', 'standing', 'refused']),
    id: z.string().optional().meta({ description: 'of what was recorded, or stands already' }),
    problem: ItemProblem.optional().meta({ description: 'why it was refused, as if it had been sent alone' }),
  })
  .meta({ id: 'BatchItem' })
const Progress = z.object({ through, ...counted }).meta({ id: 'BatchProgress', description: 'with answers=refused' })
const Closing = z
  .object({
    done: z.boolean().meta({ description: 'false: it broke off; send it again from the line after `through`' }),
    through,
    ...counted,
    problem: ItemProblem.optional().meta({ description: 'why it broke off' }),
    resume: z.string().optional().meta({ description: 'what to do about it' }),
  })
  .meta({ id: 'BatchEnd', description: 'the last line; an answer without it was cut off on its way' })

/** One line of an answer. */
export const BatchLine = z.union([ItemAnswer, Closing, Progress]).meta({ id: 'BatchLine' })

const readers: readonly [type: RegExp, reader: (columns: Columns) => ItemReader][] = [
  [/^application\/(x-ndjson|jsonl)\b/i, ndjsonReader],
  [/^text\/csv\b/i, csvReader],
]

const readerOf = (c: Context<Env>, columns: Columns): ItemReader => {
  const type = c.req.header('content-type') ?? ''
  const [, reader] = readers.find(([form]) => form.test(type)) ?? []
  if (reader) return reader(columns)
  throw new Problem(
    'unsupported-media-type',
    'the body is marked neither as NDJSON nor as CSV',
    'send Content-Type: application/x-ndjson, or text/csv',
  )
}

/** Reads the items by the schema and records the good ones: what became of each, in order. */
const answered = async <Input>(
  context: WriteContext,
  { schema, record }: Batch<Input>,
  items: readonly Item[],
): Promise<ItemResult[]> => {
  const inputs: Input[] = []
  const checked = items.map((item): ItemResult | null => {
    if (item.problem) return { status: 'refused', problem: item.problem }
    const read = schema.safeParse(item.value)
    if (!read.success) return { status: 'refused', problem: invalidInput(read.error, 'item') }
    inputs.push(read.data)
    return null
  })
  const results = inputs.length === 0 ? [] : await record(context, inputs)
  let at = 0
  return checked.map((result) => result ?? (results[at++] as ItemResult))
}

const lineOf = ({ line }: Item, result: ItemResult): object =>
  result.status === 'refused'
    ? { line, status: result.status, problem: itemProblem(result.problem) }
    : { line, ...result }

const encoder = new TextEncoder()
const bytesOf = (values: readonly object[]): Uint8Array =>
  encoder.encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''))

/** What it broke off at, to be told; a crash's message is not. */
const brokenBy = (c: Context<Env>, error: unknown): Problem => {
  const known = asProblem(error)
  if (known instanceof Problem) return known
  c.var.watch.log('error', 'a batch broke off', { error: errorText(error) })
  return BROKEN
}

/** The lines of an answer, part by part: each is told once what it says is kept. */
async function* answers<Input>(
  c: Context<Env>,
  batch: Batch<Input>,
  { from_line: from, answers: wanted }: BatchQuery,
): AsyncGenerator<Uint8Array> {
  const counts = { recorded: 0, standing: 0, refused: 0 }
  let last = from - 1
  try {
    const reader = readerOf(c, batch.columns)
    const chunking = { from, size: batch.chunk, largest: largestOf(c), patienceMs: patienceOf(c) }
    for await (const items of chunksOf(c.req.raw, reader, chunking)) {
      await mustStillBeGood(c)
      const results = await answered(writing(c), batch, items)
      for (const { status } of results) counts[status] += 1
      last = items.at(-1)?.through ?? last
      const lines = results.flatMap((result, at) =>
        wanted === 'all' || result.status === 'refused' ? [lineOf(items[at] as Item, result)] : [],
      )
      yield bytesOf(wanted === 'all' ? lines : [...lines, { through: last, ...counts }])
    }
    yield bytesOf([{ done: true, through: last, ...counts }])
  } catch (error) {
    const problem = itemProblem(brokenBy(c, error))
    const resume = `send it again, or from line ${last + 1} on (?from_line=${last + 1}): what is recorded stands`
    yield bytesOf([{ done: false, through: last, ...counts, problem, resume }])
  }
}

/** 50 MB: what the edge lets through at once on every plan. */
const EDGE_BATCH = 50_000_000
const largestOf = (c: Context<Env>): number => c.var.services.largestBatch ?? EDGE_BATCH

const mustFit = async (c: Context<Env>): Promise<void> => {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared <= largestOf(c)) return
  await whileRead(c, () => swallow(c.req.raw))
  throw tooLarge(largestOf(c))
}

/** Nothing between may keep it or hold it back. */
export const STREAMED = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'cache-control': 'no-store, no-transform',
}

/**
 * Answers a batch while it comes in: a line for each item once it is kept, and a closing line. Nothing is read ahead of what is
 * written, so a client that sends on without reading its answers is made to wait.
 */
export const answerBatch = async <Input>(
  c: Context<Env>,
  batch: Batch<Input>,
  query: BatchQuery,
): Promise<ReadableStream<Uint8Array>> => {
  readerOf(c, batch.columns)
  await mustFit(c)
  return streamOf(c, answers(c, batch, query))
}
