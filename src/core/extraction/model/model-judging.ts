import type { ExtractedCandidate } from '../../candidate.ts'
import type { ModelRefusal } from '../../extraction-run.ts'
import { conditionKindOf } from '../conditions/condition-openers.ts'
import type { NormalText } from '../page/normal-text.ts'
import type { Chunk } from './chunks.ts'
import type { ModelJudgement, ModelJudgements } from './model-answer.ts'
import { conditionPointedAt, reasonOf, voiceIn, windowPointedAt } from './model-parts.ts'
import { paragraphAt, paragraphsOf } from './model-places.ts'
import type { AnswerRead, AnswerText } from './model-reading.ts'

/**
 * The candidates of an answer in mode `hybrid`: those of `asked` that it keeps, corrected where the correction can be
 * verified. A candidate that it does not judge is kept and says so.
 */
export const readJudgements = (
  { judgements }: ModelJudgements,
  about: AnswerText & { chunk: Chunk; asked: readonly ExtractedCandidate[] },
): AnswerRead => {
  const refused: ModelRefusal[] = []
  const first = new Map<number, ModelJudgement>()
  for (const judgement of judgements) {
    const { candidate } = judgement
    if (!about.asked[candidate]) refused.push('unknown-candidate')
    else if (first.has(candidate)) refused.push('judged-twice')
    else first.set(candidate, judgement)
  }
  const paragraphs = paragraphsOf(about.text, about.chunk)
  const candidates = about.asked.flatMap((candidate, number) => {
    const judgement = first.get(number)
    if (!judgement) return [{ ...candidate, reasons: [...candidate.reasons, 'the model did not judge it'] }]
    if (!judgement.keep) refused.push('judged-no-prediction')
    return judgement.keep ? [corrected(candidate, judgement, paragraphAt(paragraphs, candidate), about, refused)] : []
  })
  return { candidates, refused }
}

/** A model may change a holder, and add or change words of time or a condition; it cannot take them away. */
const corrected = (
  candidate: ExtractedCandidate,
  judgement: ModelJudgement,
  paragraph: NormalText,
  { text, normal, publishedOn }: AnswerText,
  refused: ModelRefusal[],
): ExtractedCandidate => {
  const voice = voiceIn(judgement, candidate, text, normal)
  const { windowWords } = judgement
  const same = windowWords === null || windowWords === candidate.window?.text
  const window = same ? null : windowPointedAt(windowWords, text, paragraph, publishedOn)
  const condition =
    judgement.condition && judgement.condition !== candidate.condition
      ? conditionPointedAt(judgement.condition, text, paragraph)
      : null
  for (const part of [voice, window, condition]) if (part?.refused) refused.push(part.refused)
  return {
    ...candidate,
    ...voice.value,
    window: window?.value ?? candidate.window,
    condition: condition?.value ?? candidate.condition,
    conditionKind: condition?.value ? conditionKindOf(condition.value) : candidate.conditionKind,
    reasons: [...candidate.reasons, ...reasonOf(judgement)],
  }
}
