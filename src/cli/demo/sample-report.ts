import type { Context } from '../../actions/context.ts'
import type { Question } from '../../core/question.ts'
import type { Outcome } from '../../core/resolution/lifecycle.ts'
import type { Resolver } from '../../core/resolution/resolver.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import { findProposal } from '../../storage/proposals.ts'
import { logOf } from '../../storage/resolutions.ts'
import { resolverStates } from '../../storage/resolver-attempts.ts'
import { candidateAt, outcomeOn, questionOf } from './acceptance.ts'
import type { Piece } from './folder.ts'
import type { SampleQuestion } from './sample-rules.ts'

/** What became of a declared statement. `outcome` is of the claim as worded; `by`: the kind of rule that settled it. */
export type Verdict = {
  file: string
  quote: string
  outcome: Outcome | null
  by: Resolver['kind'] | null
  reason: string
}

/** What settled a question, or what its rules wait for. */
const standingOf = async ({ database: { reader } }: Context, { id, version, status }: Question) => {
  if (status !== 'resolved') {
    const states = await resolverStates(reader, version.id)
    return { by: null, reason: states.map(({ lastReason, lastError }) => lastReason ?? lastError?.detail).join('; ') }
  }
  const last = (await logOf(reader, id)).at(-1)
  const proposal = last?.proposalId ? await findProposal(reader, last.proposalId) : null
  return { by: proposal?.resolver ?? null, reason: last?.reason ?? '' }
}

export const verdictOn = async (
  context: Context,
  piece: Piece | undefined,
  { file, quote }: SampleQuestion,
): Promise<Verdict> => {
  const left = (reason: string): Verdict => ({ file, quote, outcome: null, by: null, reason })
  if (!piece) return left('its piece is not in the manifest')
  const candidates = await candidatesOf(context.database.reader, piece.commentary.id)
  const candidate = candidateAt(candidates, piece.text, quote)
  if (!candidate) return left('no candidate was found there')
  const question = await questionOf(context, candidate)
  if (!question) return left(`not accepted: ${candidate.reviewReason ?? 'pending'}`)
  const { outcome } = question
  return {
    file,
    quote,
    outcome: outcome === 'yes' || outcome === 'no' ? outcomeOn(question, candidate, outcome) : null,
    ...(await standingOf(context, question)),
  }
}

/** How many each rule settled, and what is left, in lines. */
export const verdictLines = (verdicts: readonly Verdict[]): string[] => {
  const settledBy = (kind: Resolver['kind']) => verdicts.filter(({ by }) => by === kind).length
  const left = verdicts.filter(({ by }) => by === null)
  return [
    `${verdicts.length} statements with rules: ${settledBy('by-event')} settled by events, ${settledBy('silence')} by silence, ${left.length} left`,
    ...left.map(({ quote, reason }) => `  left: “${quote}”: ${reason}`),
  ]
}
