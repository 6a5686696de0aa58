import { z } from 'zod'
import type { Day } from '../time.ts'
import type { ShownPassage } from './judge-prompt.ts'
import type { Window } from './window.ts'

/** What a model may answer. As strict services take it: every field required, none with bounds, no ids. */
export const JudgeAnswer = z.object({
  outcome: z.enum(['yes', 'no', 'unclear']),
  citations: z.array(
    z.object({
      passageId: z.string(),
      quote: z.string().meta({ description: 'the words that show it, copied letter by letter from that passage' }),
    }),
  ),
  reason: z.string().meta({ description: 'why, in at most forty words' }),
})
export type JudgeAnswer = z.infer<typeof JudgeAnswer>

export type JudgeFinding =
  | { finds: 'outcome'; outcome: 'yes' | 'no'; cited: Cited[]; reason: string }
  | { finds: 'nothing'; reason: string }
/** Words that stand in a passage, and in which commentary. */
export type Cited = { commentaryId: string; quote: string }

const FEWEST_WORDS = 3
const LONGEST_REASON = 200

/** The citations that stand, each once, in an order that does not depend on the answer's. */
const standing = ({ citations }: JudgeAnswer, shown: readonly ShownPassage[]): Cited[] => {
  const cited = new Map<string, Cited>()
  for (const { passageId, quote } of citations) {
    const passage = shown.find((one) => one.passageId === passageId)
    if (!passage?.text.includes(quote) || quote.split(/\s/).filter(Boolean).length < FEWEST_WORDS) continue
    cited.set(`${passage.commentaryId} ${quote}`, { commentaryId: passage.commentaryId, quote })
  }
  return [...cited.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/**
 * What an answer comes to, as of a day. It stands by those of its citations that stand in the passage they name, letter by
 * letter, and are at least three words; without one it is nothing, and so is "no" while the window is open.
 */
export const readJudgement = (
  answer: JudgeAnswer,
  shown: readonly ShownPassage[],
  { windowEnd }: Window,
  today: Day,
): JudgeFinding => {
  const { outcome, citations } = answer
  const because = `model: ${answer.reason.trim().slice(0, LONGEST_REASON)}`
  if (outcome === 'unclear') return { finds: 'nothing', reason: `unclear; ${because}` }
  if (outcome === 'no' && (windowEnd === null || today <= windowEnd)) {
    const open = windowEnd === null ? 'the window has no end' : `the window is open until ${windowEnd}`
    return { finds: 'nothing', reason: `“no” is not taken: ${open}; ${because}` }
  }
  const cited = standing(answer, shown)
  if (cited.length > 0) return { finds: 'outcome', outcome, cited, reason: because }
  const none =
    citations.length === 0 ? 'nothing is cited' : `none of ${citations.length} citations stands in its passage`
  return { finds: 'nothing', reason: `“${outcome}” is not taken: ${none}; ${because}` }
}
