import type { LanguageModel } from 'ai'
import { type ModelAnswer, ModelFindings, ModelJudgements } from '../../core/extraction/model-answer.ts'
import { instructionsOf, markedOff } from '../../core/extraction/model-prompt.ts'
import type { ModelMode } from '../../core/extraction-run.ts'
import { failureOf, ModelFailure } from './failure.ts'

/** One question to a model; `digest` is the SHA-256 of the material. */
export type Question = { mode: ModelMode; material: string; digest: string; callMs: number; signal: AbortSignal }

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

/**
 * Asks a model once, by the SDK's structured output; the answer is checked against our schema. Throws `ModelFailure` where
 * no answer came: refused, unreachable, too slow.
 */
export const ask = async (model: LanguageModel, question: Question): Promise<Reply> => {
  const { mode, material, digest, callMs, signal } = question
  const { generateText, Output } = await import('ai')
  const schema = mode === 'model' ? ModelFindings : ModelJudgements
  try {
    const result = await generateText({
      model,
      system: instructionsOf(mode),
      prompt: markedOff(material, digest),
      output: Output.object<ModelAnswer>({ schema, name: mode === 'model' ? 'predictions' : 'judgements' }),
      temperature: 0,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      maxRetries: RETRIES,
      abortSignal: signal,
      timeout: callMs,
    })
    const { finishReason, usage, text } = result
    if (text === '') return reply(finishReason === 'length' ? 'truncated' : 'malformed', finishReason, usage)
    return reply(result.output, finishReason, usage)
  } catch (error) {
    return replyOf(error)
  }
}

/** What can still be used of an error of the SDK; throws `ModelFailure` for the rest. */
const replyOf = async (thrown: unknown): Promise<Reply> => {
  const { AISDKError, APICallError, NoObjectGeneratedError, RetryError } = await import('ai')
  const error = RetryError.isInstance(thrown) ? thrown.lastError : thrown
  if (NoObjectGeneratedError.isInstance(error)) {
    const finishReason = error.finishReason ?? 'unknown'
    return reply(finishReason === 'length' ? 'truncated' : 'malformed', finishReason, error.usage)
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
