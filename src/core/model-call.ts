import { modelModes } from './extraction-run.ts'

/** What a model is asked for: to find or to judge predictions in a text, or to judge a question by passages. */
export const callModes = [...modelModes, 'judge'] as const

/** What one text was asked about, and how; in mode `judge` the text is the question with its passages. */
export type ModelReading = {
  textSha256: string
  promptVersion: string
  model: string
  mode: (typeof callModes)[number]
}

/**
 * One answer of a model, kept so that nobody pays for it twice. `contentSha256` is the digest of the material that was
 * sent; the text itself is not here, but the answer quotes it. `answer: null` = it came back cut off (`finishReason`
 * `length`), so the material is halved. `costMicros` in millionths of a US dollar, null without a price.
 */
export type ModelCall = ModelReading & {
  contentSha256: string
  answer: unknown
  finishReason: string
  tokensIn: number
  tokensOut: number
  costMicros: number | null
  durationMs: number
  refused: number
}
