import type { ExtractedCandidate, Extraction } from '../../core/candidate.ts'
import { possiblePassages } from '../../core/extraction/extract.ts'
import { joinChunks } from '../../core/extraction/model/model-joining.ts'
import { readJudgements } from '../../core/extraction/model/model-judging.ts'
import { PROMPT_VERSION } from '../../core/extraction/model/model-prompt.ts'
import { halvesOf, type Part, partsOf, passagesIn } from '../../core/extraction/model/model-questions.ts'
import { type AnswerRead, type AnswerText, readFindings } from '../../core/extraction/model/model-reading.ts'
import { normalText } from '../../core/extraction/page/normal-text.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { countRefusals } from '../../core/extraction-run.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import type { ModelCall, ModelReading } from '../../core/model-call.ts'
import type { Instant } from '../../core/time.ts'
import type { Watch } from '../../core/watch.ts'
import type { Extract } from '../extractor.ts'
import { answerAbout, type Session } from './calls.ts'
import { connect } from './connect.ts'
import { eachLimited } from './each-limited.ts'
import { ModelFailure } from './failure.ts'
import type { ModelSettings } from './settings.ts'

/** Where answers are kept. */
export type CallStore = {
  kept: (reading: ModelReading) => Promise<ModelCall[]>
  keep: (calls: ModelCall[]) => Promise<void>
}

export type ModelParts = {
  builtIn: Extract
  tagger: () => Promise<Tagger>
  calls: CallStore
  clock: () => Instant
  watch?: Watch | undefined
}

const CALLS_AT_ONCE = 4
/** All calls of a text together may take this many times what one may. */
const TOTAL_CALLS = 3

/** The version of a candidate that a model had a hand in: mode, prompt and model, and the rules beneath. */
const versionOf = ({ mode, model }: ModelSettings, builtIn: string): string =>
  `${mode}/${PROMPT_VERSION}/${model}+built-in/${builtIn}`

type Read = AnswerRead & { contentSha256: string }

/**
 * The extractor that asks a language model. Where the model fails, its answer is that of the built-in extractor, and `run`
 * says so; answers that came before the failure are kept, so that the next attempt does not pay for them.
 */
export const modelExtractor =
  (settings: ModelSettings, parts: ModelParts): Extract =>
  async (text, publishedOn): Promise<Extraction> => {
    const { builtIn, tagger, calls } = parts
    const ours = await builtIn(text, publishedOn)
    const { mode, model } = settings
    const reading: ModelReading = { textSha256: await sha256(text), promptVersion: PROMPT_VERSION, model, mode }
    const session = await openSession(settings, parts, text, reading)
    const about: AnswerText = { text, normal: normalText(text), publishedOn }
    const passages = mode === 'model' ? possiblePassages(text, { publishedOn }, await tagger()) : []
    const outcome = await askAll(session, partsOf(text, mode, ours.candidates), (part) =>
      readPart(session, part, about, passages),
    )
    const reads = outcome instanceof ModelFailure ? [] : outcome
    await calls.keep(callsOf(session, reading, reads))
    const run = { mode, model, promptVersion: PROMPT_VERSION, usage: session.usage, withheld: null }
    if (outcome instanceof ModelFailure) {
      const fallback = { reason: outcome.reason, detail: outcome.message }
      return { ...ours, run: { ...run, fallback, refused: [] } }
    }
    return {
      ...ours,
      candidates: joinChunks(reads.map(({ candidates }) => candidates)),
      extractorVersion: versionOf(settings, ours.extractorVersion),
      run: { ...run, fallback: null, refused: countRefusals(reads.flatMap(({ refused }) => refused)) },
    }
  }

const openSession = async (
  { mode, model, format, connection, prices, callMs }: ModelSettings,
  { calls, clock, watch }: ModelParts,
  text: string,
  reading: ModelReading,
): Promise<Session> => ({
  ...{ text, mode, format, prices, callMs, clock },
  model: await connect(connection, model, watch),
  stop: new AbortController(),
  kept: new Map((await calls.kept(reading)).map((call) => [call.contentSha256, call])),
  fresh: new Map(),
  usage: { calls: 0, cachedCalls: 0, tokensIn: 0, tokensOut: 0, costMicros: prices && 0, durationMs: 0 },
})

/** All parts read, or the first failure; after the time that a text may take, what is under way is stopped. */
const askAll = async (
  { stop, callMs, clock, usage }: Session,
  parts: readonly Part[],
  read: (part: Part) => Promise<Read[]>,
): Promise<Read[] | ModelFailure> => {
  const started = Date.parse(clock())
  const patience = setTimeout(() => stop.abort(), TOTAL_CALLS * callMs)
  try {
    return (await eachLimited(parts, CALLS_AT_ONCE, read)).flat()
  } catch (error) {
    if (error instanceof ModelFailure) return error
    throw error
  } finally {
    clearTimeout(patience)
    usage.durationMs = Math.max(0, Date.parse(clock()) - started)
  }
}

/** The reading of one part; where the answer about it is cut off, that of its halves. */
const readPart = async (
  session: Session,
  part: Part,
  about: AnswerText,
  passages: readonly ExtractedCandidate[],
): Promise<Read[]> => {
  const { contentSha256, answer } = await answerAbout(session, part)
  if (answer === null) {
    const halves = halvesOf(session.text, part)
    if (!halves) throw new ModelFailure('truncated')
    const reads: Read[] = []
    for (const half of halves) reads.push(...(await readPart(session, half, about, passages)))
    return reads
  }
  const { chunk, asked } = part
  const read =
    'predictions' in answer
      ? readFindings(answer, { ...about, chunk, passages: passagesIn(part, passages) })
      : readJudgements(answer, { ...about, chunk, asked: asked ?? [] })
  return [{ ...read, contentSha256 }]
}

const callsOf = ({ fresh }: Session, reading: ModelReading, reads: readonly Read[]): ModelCall[] =>
  [...fresh.values()].map((call) => ({
    ...reading,
    ...call,
    refused: reads.find(({ contentSha256 }) => contentSha256 === call.contentSha256)?.refused.length ?? 0,
  }))
