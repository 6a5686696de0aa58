import type { LanguageModel } from 'ai'
import { wordsOfChunk } from '../../core/extraction/model/chunks.ts'
import { type ModelAnswer, schemaOf } from '../../core/extraction/model/model-answer.ts'
import { instructionsOf, materialOf } from '../../core/extraction/model/model-prompt.ts'
import type { Part } from '../../core/extraction/model/model-questions.ts'
import type { ModelMode, ModelUsage } from '../../core/extraction-run.ts'
import { tookMs } from '../../core/fetching/pace.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import type { ModelCall } from '../../core/model-call.ts'
import type { Instant } from '../../core/time.ts'
import { ask, type Form, type Reply, wholeNumber } from './ask.ts'
import { ModelFailure } from './failure.ts'
import type { ModelFormat, Prices } from './settings.ts'

/** A usable answer about a part, kept from before or new. `null` = it came back cut off. */
export type Answered = { contentSha256: string; answer: ModelAnswer | null }

/** One reading of a text by a model: what it may use, and what it has used so far. */
export type Session = {
  text: string
  mode: ModelMode
  model: LanguageModel
  format: ModelFormat
  prices: Prices | null
  callMs: number
  /** Stops the calls under way. */
  stop: AbortController
  clock: () => Instant
  /** Answers kept from before, by the digest of their material. */
  kept: ReadonlyMap<string, ModelCall>
  /** Answers of this session, to be kept. */
  fresh: Map<string, Omit<ModelCall, 'textSha256' | 'promptVersion' | 'model' | 'mode' | 'refused'>>
  usage: ModelUsage
}

/** An answer whose form is not ours costs another question; a second one is a failure. */
export const ASKED_AT_MOST = 2

/** The answer about a part, from those kept or from the model. Throws `ModelFailure`. */
export const answerAbout = async (session: Session, { chunk, asked }: Part): Promise<Answered> => {
  const material = materialOf(wordsOfChunk(session.text, chunk), asked)
  const contentSha256 = await sha256(material)
  const kept = keptAnswer(session, contentSha256)
  if (kept !== undefined) {
    session.usage.cachedCalls += 1
    return { contentSha256, answer: kept }
  }
  for (let times = 0; times < ASKED_AT_MOST; times++) {
    const answer = await askModel(session, material, contentSha256)
    if (answer !== 'malformed') return { contentSha256, answer: answer === 'truncated' ? null : answer }
  }
  throw new ModelFailure('malformed')
}

/** Null for one that was cut off, undefined where there is none that can be used. */
const keptAnswer = ({ kept, mode }: Session, contentSha256: string): ModelAnswer | null | undefined => {
  const call = kept.get(contentSha256)
  if (!call) return undefined
  if (call.answer === null) return null
  const parsed = schemaOf(mode).safeParse(call.answer)
  return parsed.success ? parsed.data : undefined
}

const formOf = (mode: ModelMode): Form<ModelAnswer> => ({
  name: mode === 'model' ? 'predictions' : 'judgements',
  instructions: instructionsOf(mode),
  schema: schemaOf(mode),
})

const askModel = async (session: Session, material: string, digest: string): Promise<Reply<ModelAnswer>['answer']> => {
  const { mode, model, format, callMs, clock, usage, fresh } = session
  const { signal } = session.stop
  if (signal.aborted) throw new ModelFailure('timeout')
  const started = clock()
  usage.calls += 1
  const question = { form: formOf(mode), format, material, digest, callMs, signal }
  const { answer, finishReason, tokensIn, tokensOut } = await ask(model, question)
  const durationMs = tookMs(started, clock())
  const costMicros = costOf(session.prices, tokensIn, tokensOut)
  usage.tokensIn += tokensIn
  usage.tokensOut += tokensOut
  if (costMicros !== null) usage.costMicros = (usage.costMicros ?? 0) + costMicros
  if (answer !== 'malformed' && isStorable(answer)) {
    const call = { contentSha256: digest, answer: answer === 'truncated' ? null : answer }
    fresh.set(digest, { ...call, finishReason, tokensIn, tokensOut, costMicros, durationMs })
  }
  return answer
}

/** Whether a database takes it as JSON: none keeps NUL or half a surrogate pair. */
export const isStorable = (answer: unknown): boolean => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(answer))

/** Dollars a million tokens are millionths of a dollar a token: `costOf({ in: 0.15, out: 0.6 }, 1000, 200) === 270`. */
export const costOf = (prices: Prices | null, tokensIn: number, tokensOut: number): number | null =>
  prices && wholeNumber(tokensIn * prices.in + tokensOut * prices.out)
