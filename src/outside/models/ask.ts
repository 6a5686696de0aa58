import type { LanguageModel } from 'ai'
import type { z } from 'zod'
import { answerIn } from '../../core/extraction/model/model-answer.ts'
import { markedOff } from '../../core/extraction/model/model-prompt.ts'
import { failureOf, ModelFailure } from './failure.ts'
import type { ModelFormat } from './settings.ts'

/** What a model is asked to fill in: the standing instructions, and the shape of an answer by its name. */
export type Form<A> = { name: string; instructions: string; schema: z.ZodType<A> }

/** One question to a model; `digest` is the SHA-256 of the material. */
export type Question<A> = {
  form: Form<A>
  format: ModelFormat
  material: string
  digest: string
  callMs: number
  signal: AbortSignal
}

/** What came back: an answer of the required form, or one that was cut off or malformed, with what it used. */
export type Reply<A> = {
  answer: A | 'truncated' | 'malformed'
  finishReason: string
  tokensIn: number
  tokensOut: number
}

/** An answer about one chunk is far shorter; Workers AI gives 256 tokens unless told. */
const MAX_OUTPUT_TOKENS = 4096
/** Beyond the first attempt, with a growing pause or the service's own Retry-After, for 408, 409, 429, 5xx and the network. */
const RETRIES = 2

/** What a service says of its own counting, as a whole number that a database takes; 0 for none. */
export const wholeNumber = (amount: number | undefined): number =>
  Math.min(2 ** 31 - 1, Math.max(0, Math.round(amount || 0)))

type Usage = { inputTokens: number | undefined; outputTokens: number | undefined }
const reply = <A>(answer: Reply<A>['answer'], finishReason: string, usage: Usage | undefined): Reply<A> => ({
  answer,
  finishReason,
  tokensIn: wholeNumber(usage?.inputTokens),
  tokensOut: wholeNumber(usage?.outputTokens),
})

/** What is made of a message. One that says it was cut off is not read, even if it is whole JSON. */
const replyIn = <A>(text: string, { schema }: Form<A>, finishReason: string, usage: Usage | undefined): Reply<A> => {
  if (finishReason === 'length') return reply<A>('truncated', finishReason, usage)
  return reply<A>(answerIn(text, schema) ?? 'malformed', finishReason, usage)
}

/** The standing instructions; a service that is not held to the schema is told of it. */
const systemOf = async ({ form, format }: Question<unknown>): Promise<string> => {
  if (format === 'json_schema') return form.instructions
  const { asSchema } = await import('ai')
  const schema = await asSchema(form.schema).jsonSchema
  return `${form.instructions}\n\nThe required form, as a JSON Schema:\n${JSON.stringify(schema)}`
}

/**
 * Asks a model once, by the SDK's structured output; the answer is checked against our schema. Throws `ModelFailure` where
 * no answer came: refused, unreachable, too slow.
 */
export const ask = async <A>(model: LanguageModel, question: Question<A>): Promise<Reply<A>> => {
  const { form, format, material, digest, callMs, signal } = question
  const { generateText, Output } = await import('ai')
  const { name, schema } = form
  const output = format === 'json_schema' ? Output.object({ schema, name }) : Output.json({ name })
  try {
    const result = await generateText({
      model,
      system: await systemOf(question),
      prompt: markedOff(material, digest),
      output,
      temperature: 0,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      maxRetries: RETRIES,
      abortSignal: signal,
      timeout: callMs,
    })
    return replyIn(result.text, form, result.finishReason, result.usage)
  } catch (error) {
    return replyOf(error, form)
  }
}

/** What can still be used of an error of the SDK; throws `ModelFailure` for the rest. */
const replyOf = async <A>(thrown: unknown, form: Form<A>): Promise<Reply<A>> => {
  const { AISDKError, APICallError, NoObjectGeneratedError, RetryError } = await import('ai')
  const error = RetryError.isInstance(thrown) ? thrown.lastError : thrown
  if (NoObjectGeneratedError.isInstance(error)) {
    return replyIn(error.text ?? '', form, error.finishReason ?? 'unknown', error.usage)
  }
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    throw new ModelFailure('timeout')
  if (APICallError.isInstance(error)) {
    if (error.statusCode === undefined) throw new ModelFailure('unavailable')
    const failure = failureOf(error.statusCode)
    if (failure.reason !== 'malformed') throw failure
    return reply<A>('malformed', 'unknown', undefined)
  }
  // What is left of the SDK is an envelope of the wrong form; of the rest, a network that broke.
  if (AISDKError.isInstance(error)) return reply<A>('malformed', 'unknown', undefined)
  throw new ModelFailure('unavailable')
}
