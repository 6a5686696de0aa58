import type { LanguageModel } from 'ai'
import { answerIn, type ModelAnswer, schemaOf } from '../../core/extraction/model/model-answer.ts'
import { instructionsOf, markedOff } from '../../core/extraction/model/model-prompt.ts'
import type { ModelMode } from '../../core/extraction-run.ts'
import { failureOf, ModelFailure } from './failure.ts'
import type { ModelFormat } from './settings.ts'

/** One question to a model; `digest` is the SHA-256 of the material. */
export type Question = {
  mode: ModelMode
  format: ModelFormat
  material: string
  digest: string
  callMs: number
  signal: AbortSignal
}

/** What came back: an answer of the required form, or one that was cut off or malformed, with what it used. */
export type Reply = {
  answer: ModelAnswer | 'truncated' | 'malformed'
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
const reply = (answer: Reply['answer'], finishReason: string, usage: Usage | undefined): Reply => ({
  answer,
  finishReason,
  tokensIn: wholeNumber(usage?.inputTokens),
  tokensOut: wholeNumber(usage?.outputTokens),
})

/** What is made of a message. One that says it was cut off is not read, even if it is whole JSON. */
const replyIn = (text: string, mode: ModelMode, finishReason: string, usage: Usage | undefined): Reply => {
  if (finishReason === 'length') return reply('truncated', finishReason, usage)
  return reply(answerIn(text, mode) ?? 'malformed', finishReason, usage)
}

/** The standing instructions; a service that is not held to the schema is told of it. */
const systemOf = async ({ mode, format }: Question): Promise<string> => {
  if (format === 'json_schema') return instructionsOf(mode)
  const { asSchema } = await import('ai')
  const schema = await asSchema(schemaOf(mode)).jsonSchema
  return `${instructionsOf(mode)}\n\nThe required form, as a JSON Schema:\n${JSON.stringify(schema)}`
}

/**
 * Asks a model once, by the SDK's structured output; the answer is checked against our schema. Throws `ModelFailure` where
 * no answer came: refused, unreachable, too slow.
 */
export const ask = async (model: LanguageModel, question: Question): Promise<Reply> => {
  const { mode, format, material, digest, callMs, signal } = question
  const { generateText, Output } = await import('ai')
  const name = mode === 'model' ? 'predictions' : 'judgements'
  const output = format === 'json_schema' ? Output.object({ schema: schemaOf(mode), name }) : Output.json({ name })
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
    return replyIn(result.text, mode, result.finishReason, result.usage)
  } catch (error) {
    return replyOf(error, mode)
  }
}

/** What can still be used of an error of the SDK; throws `ModelFailure` for the rest. */
const replyOf = async (thrown: unknown, mode: ModelMode): Promise<Reply> => {
  const { AISDKError, APICallError, NoObjectGeneratedError, RetryError } = await import('ai')
  const error = RetryError.isInstance(thrown) ? thrown.lastError : thrown
  if (NoObjectGeneratedError.isInstance(error)) {
    return replyIn(error.text ?? '', mode, error.finishReason ?? 'unknown', error.usage)
  }
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    throw new ModelFailure('timeout')
  if (APICallError.isInstance(error)) {
    if (error.statusCode === undefined) throw new ModelFailure('unavailable')
    const failure = failureOf(error.statusCode)
    if (failure.reason !== 'malformed') throw failure
    return reply('malformed', 'unknown', undefined)
  }
  // What is left of the SDK is an envelope of the wrong form; of the rest, a network that broke.
  if (AISDKError.isInstance(error)) return reply('malformed', 'unknown', undefined)
  throw new ModelFailure('unavailable')
}
