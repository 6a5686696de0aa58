import { factOf } from '../../core/ledger/fact.ts'
import { LEXICON_VERSION } from '../../core/lexicon/phrases.ts'
import type { ResolutionEntry } from '../../core/proposal.ts'
import type { Question } from '../../core/question.ts'
import { isVersionStep } from '../../core/resolution/lifecycle.ts'
import type { ScoreChange } from '../../core/score-change.ts'
import { SCORING_RULES } from '../../core/scoring/report/report.ts'
import { type Moved, scoreChanges } from '../../queries/report/score-changes.ts'
import { logOf } from '../../storage/resolutions.ts'
import { insertScoreChanges } from '../../storage/score-changes.ts'
import { type Posting, standingOn } from '../../storage/scored-items.ts'
import type { Transacting } from '../context.ts'
import { postScores } from './post-scores.ts'

export type Resolved = { question: Question; scoreChanges: ScoreChange[] }
type Cause = Pick<ScoreChange, 'questionId' | 'resolutionId' | 'rulingId'>

/** Appends what a correction did to the score of each author whose items it moved. */
const recordScoreChanges = async (scope: Transacting, cause: Cause, moved: Moved): Promise<ScoreChange[]> => {
  const { tx, now, newId, newSalt } = scope
  const rows = (await scoreChanges(tx, moved, now)).map(({ before, after, ...change }) => ({
    id: newId('scoreChange'),
    ...cause,
    ...change,
    beforeN: before.n,
    beforeFamilies: before.families,
    beforeHits: before.hits,
    beforeBrier: before.brier,
    beforePending: before.pending,
    beforeLowest: before.bounds?.lowest ?? null,
    beforeHighest: before.bounds?.highest ?? null,
    afterN: after.n,
    afterFamilies: after.families,
    afterHits: after.hits,
    afterBrier: after.brier,
    afterPending: after.pending,
    afterLowest: after.bounds?.lowest ?? null,
    afterHighest: after.bounds?.highest ?? null,
    scoringRules: SCORING_RULES,
    lexiconVersion: LEXICON_VERSION,
    recordedAt: now,
  }))
  return insertScoreChanges(tx, await Promise.all(rows.map((row) => factOf('score-change', row, newSalt))))
}

/** Whether an entry decided what another decides: the question, or the same one of its older versions. */
const decidesLike =
  (last: ResolutionEntry) =>
  ({ step, versionId }: ResolutionEntry): boolean =>
    isVersionStep(last.step)
      ? step === 'settle-version' && versionId === last.versionId
      : step === 'settle' || step === 'void'

/** Whether something that was scored or void is not so any more. */
const movesDecided = (was: readonly Posting[], is: readonly Posting[]): boolean =>
  was.some(({ id, state }) => state !== 'pending' && is.every((one) => one.id !== id))

/**
 * Runs what decides a held question. Where the same had been decided before, or it moves what had come out by another
 * decision, that is a correction, and what it did to the scores is recorded with the last entry that it appended; a correction
 * sent twice appends nothing and changes nothing.
 */
export const correcting = async (
  scope: Transacting,
  held: Question,
  decide: () => Promise<Question>,
): Promise<Resolved> => {
  const { tx } = scope
  const log = await logOf(tx, held.id)
  const { scored: was } = await standingOn(tx, held.id)
  const question = await decide()
  const last = (await logOf(tx, held.id)).slice(log.length).at(-1)
  const { scored: is } = await standingOn(tx, held.id)
  if (!last || !(log.some(decidesLike(last)) || movesDecided(was, is))) return { question, scoreChanges: [] }
  const cause = { questionId: held.id, resolutionId: last.id, rulingId: null }
  return { question, scoreChanges: await recordScoreChanges(scope, cause, { was, is }) }
}

/** Brings the scores of a held question in step after a ruling took statements out of them, and records what that did. */
export const rescore = async (scope: Transacting, question: Question, rulingId: string): Promise<ScoreChange[]> => {
  const { scored: was } = await standingOn(scope.tx, question.id)
  await postScores(scope, question, rulingId)
  const { scored: is } = await standingOn(scope.tx, question.id)
  return recordScoreChanges(scope, { questionId: question.id, resolutionId: null, rulingId }, { was, is })
}
