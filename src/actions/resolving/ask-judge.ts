import { DAY, HOUR, plusMs } from '../../core/fetching/pace.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import type { ResolverInputs } from '../../core/resolution/finding.ts'
import { type JudgeFinding, readJudgement } from '../../core/resolution/judge-answer.ts'
import { JUDGE_PROMPT_VERSION, judgeMaterial, type ShownPassage } from '../../core/resolution/judge-prompt.ts'
import { type Day, type Instant, startOf } from '../../core/time.ts'
import { ModelFailure } from '../../outside/models/failure.ts'
import { passagesFor } from '../../queries/evidence/question-passages.ts'
import type { Services } from '../context.ts'
import type { Found } from './find-outcome.ts'

const MOST_PASSAGES = 12

/** What came of asking the model, outside of any transaction. */
export type JudgeVisit =
  | { finding: JudgeFinding; inputs: NonNullable<ResolverInputs['judgement']> }
  | { waits: string; again: Instant }
  | { problem: Problem }

const inputsOf = async (model: string, shown: readonly ShownPassage[]) => ({
  model,
  promptVersion: JUDGE_PROMPT_VERSION,
  passages: await Promise.all(
    shown.map(async ({ text, publishedOn: _, ...place }) => ({ ...place, sha256: await sha256(text) })),
  ),
})

const failed = ({ reason, message }: ModelFailure): Problem =>
  new Problem('fetch-failed', `${message} (${reason})`, 'see docs/models.md; it is asked again later')

/** Asks the model what the passages found for a question show. What goes wrong is handed on, to be kept with the rule. */
export const visitJudge = async (services: Services, question: Question, today: Day): Promise<JudgeVisit> => {
  const { database, modelJudge, clock } = services
  const { version, kind } = question
  const waits = (reason: string, ms = DAY): JudgeVisit => ({ waits: reason, again: plusMs(clock(), ms) })
  if (kind !== 'binary') return waits('a model is asked about questions of yes and no', 365 * DAY)
  if (!modelJudge) return waits('no model is configured')
  const { windowStart } = version
  if (today < windowStart)
    return { waits: `too early: the window opens on ${windowStart}`, again: startOf(windowStart) }
  const sought = { today, limit: MOST_PASSAGES }
  const shown = await passagesFor(database.reader, question, sought, await services.tagger())
  if (shown.length === 0) return waits('no passage that bears on it was published since the window opened', 6 * HOUR)
  try {
    const answer = await modelJudge.judge(judgeMaterial(version, shown))
    return {
      finding: readJudgement(answer, shown, version, today),
      inputs: await inputsOf(modelJudge.model, shown),
    }
  } catch (error) {
    if (error instanceof ModelFailure) return { problem: failed(error) }
    throw error
  }
}

/** What the model's answer comes to: reports that name no event, so that a person decides. Throws what the visit met. */
export const foundByJudge = (visited: JudgeVisit, now: Instant): Found => {
  if ('problem' in visited) throw visited.problem
  if ('waits' in visited) return { finds: 'nothing', reason: visited.waits, again: visited.again, perhaps: false }
  const { finding, inputs } = visited
  if (finding.finds === 'nothing') {
    return { finds: 'nothing', reason: finding.reason, again: plusMs(now, DAY), perhaps: false }
  }
  const { outcome, cited, reason } = finding
  const bearing = outcome === 'yes' ? 'shows' : 'excludes'
  const evidence = cited.map((one) => ({ kind: 'report' as const, bearing: bearing as 'shows' | 'excludes', ...one }))
  return { finds: 'outcome', outcome, evidence, inputs: { judgement: inputs }, reason }
}
