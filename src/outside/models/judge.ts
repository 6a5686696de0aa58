import { sha256 } from '../../core/ledger/digest.ts'
import type { ModelReading } from '../../core/model-call.ts'
import { JudgeAnswer } from '../../core/resolution/judge-answer.ts'
import { JUDGE_INSTRUCTIONS, JUDGE_PROMPT_VERSION } from '../../core/resolution/judge-prompt.ts'
import { ask, type Form, type Reply } from './ask.ts'
import { ASKED_AT_MOST, costOf, isStorable } from './calls.ts'
import { connect } from './connect.ts'
import type { ModelParts } from './extractor.ts'
import { ModelFailure } from './failure.ts'
import type { ModelSettings } from './settings.ts'

/** A model that judges a question by passages. Throws `ModelFailure` where no answer came that can be used. */
export type ModelJudge = { model: string; judge: (material: string) => Promise<JudgeAnswer> }

const form: Form<JudgeAnswer> = { name: 'judgement', instructions: JUDGE_INSTRUCTIONS, schema: JudgeAnswer }

/** All that is asked about one material may take this many times what one call may, and never longer than a lease lasts. */
const TOTAL_CALLS = 3
const LONGEST_MS = 180_000

type Usable = Reply<JudgeAnswer> & { answer: JudgeAnswer }
const isUsable = (reply: Reply<JudgeAnswer>): reply is Usable =>
  typeof reply.answer === 'object' && isStorable(reply.answer)

/** The first answer of the required form, of at most two. */
const askFor = async (
  settings: ModelSettings,
  watch: ModelParts['watch'],
  material: string,
  digest: string,
): Promise<Usable> => {
  const { connection, model, format, callMs } = settings
  const connected = await connect(connection, model, watch)
  const signal = AbortSignal.timeout(Math.min(TOTAL_CALLS * callMs, LONGEST_MS))
  for (let times = 0; times < ASKED_AT_MOST; times++) {
    if (signal.aborted) throw new ModelFailure('timeout')
    const reply = await ask(connected, { form, format, material, digest, callMs, signal })
    if (isUsable(reply)) return reply
    if (reply.answer === 'truncated') throw new ModelFailure('truncated')
  }
  throw new ModelFailure('malformed')
}

/** The configured model as a judge. The same material is asked about once: the answer is kept. */
export const modelJudge = (
  settings: ModelSettings,
  { calls, clock, watch }: Pick<ModelParts, 'calls' | 'clock' | 'watch'>,
): ModelJudge => {
  const { model, prices } = settings
  const judge = async (material: string): Promise<JudgeAnswer> => {
    const digest = await sha256(material)
    const reading: ModelReading = { textSha256: digest, promptVersion: JUDGE_PROMPT_VERSION, model, mode: 'judge' }
    const [kept] = await calls.kept(reading)
    const before = JudgeAnswer.safeParse(kept?.answer)
    if (before.success) return before.data
    const started = Date.parse(clock())
    const { answer, finishReason, tokensIn, tokensOut } = await askFor(settings, watch, material, digest)
    const durationMs = Math.max(0, Date.parse(clock()) - started)
    const costMicros = costOf(prices, tokensIn, tokensOut)
    const used = { finishReason, tokensIn, tokensOut, costMicros, durationMs, refused: 0 }
    await calls.keep([{ ...reading, contentSha256: digest, answer, ...used }])
    return answer
  }
  return { model, judge }
}
