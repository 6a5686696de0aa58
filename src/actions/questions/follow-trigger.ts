import type { ResolutionEntry } from '../../core/proposal.ts'
import type { Question } from '../../core/question.ts'
import { lastStep, ofVersion } from '../../core/resolution/lifecycle.ts'
import { BY_TRIGGER, following, type TriggerState } from '../../core/resolution/trigger.ts'
import type { ScoreChange } from '../../core/score-change.ts'
import { triggerStateOf } from '../../queries/report/own-outcomes.ts'
import { lockQuestions, questionsTriggeredBy, versionsOf } from '../../storage/questions.ts'
import { logOf } from '../../storage/resolutions.ts'
import { wakeQuestions } from '../../storage/resolver-attempts.ts'
import type { Actor, Transacting } from '../context.ts'
import { append, mustLock, reopen, reopenVersion } from './append-resolution.ts'
import { correcting, type Resolved } from './correct-question.ts'

/** A question follows under the name of the rule, so that the log says what decided. */
export const FOLLOWING: Actor = { name: 'rule trigger', scopes: ['resolve'] }

/** The questions that held ones trigger, held before they are read, in the order of their ids. */
const holdTriggered = async ({ tx }: Transacting, ids: readonly string[]): Promise<Question[]> => {
  const held = await lockQuestions(tx, await questionsTriggeredBy(tx, ids))
  // One of them may have been given another trigger while it was waited for.
  return held.filter(({ version: { trigger } }) => trigger !== null && ids.includes(trigger.questionId))
}

const holdAllBelow = async (scope: Transacting, ids: readonly string[]): Promise<void> => {
  for (let above = ids; above.length > 0; ) above = (await holdTriggered(scope, above)).map(({ id }) => id)
}

/** Reads and holds a question and whatever may follow it, in the order of `holdQuestions`, before any count. Throws `not-found`. */
export const mustLockAll = async (scope: Transacting, questionId: string, field?: string): Promise<Question> => {
  const question = await mustLock(scope, questionId, field)
  await holdAllBelow(scope, [questionId])
  return question
}

/** The same of several at once: those of them that there are. */
export const lockAllOf = async (scope: Transacting, ids: readonly string[]): Promise<Question[]> => {
  const all = new Set(ids)
  for (let above = ids; above.length > 0; ) {
    above = (await questionsTriggeredBy(scope.tx, above)).filter((id) => !all.has(id))
    for (const id of above) all.add(id)
  }
  const held = await lockQuestions(scope.tx, [...all])
  // Something may have come under one of them while it was waited for.
  await holdAllBelow(scope, ids)
  return held.filter(({ id }) => ids.includes(id))
}

const notApplicable = (scope: Transacting, question: Question, reason: string): Promise<Question> =>
  append(scope, question, {
    step: 'void',
    outcome: null,
    versionId: null,
    voidReason: BY_TRIGGER,
    reason,
    evidence: [],
    evidenceDigest: '',
    decidingEvidenceId: null,
    proposalId: null,
  })

const said: Readonly<Record<TriggerState['state'], string>> = {
  open: 'is not settled',
  came: 'came out',
  failed: 'did not come out',
}

/** Takes back what was settled of older versions under the trigger, as the question itself is reopened. */
const reopenTriggered = async (scope: Transacting, held: Question, log: ResolutionEntry[], reason: string) => {
  let question = held
  if (question.status === 'void') return question
  for (const version of await versionsOf(scope.tx, held.id)) {
    if (version.trigger === null || ofVersion(log, version.id).settled === null) continue
    question = await reopenVersion(scope, question, version, reason)
  }
  return question
}

/** Brings one held question in step with its trigger, which has `moved` or was only named; the same where it stays. */
const follow = async (scope: Transacting, question: Question, moved: boolean): Promise<Question> => {
  const { trigger } = question.version
  const state = await triggerStateOf(scope.tx, question.version)
  if (trigger === null || state === null) return question
  const log = await logOf(scope.tx, question.id)
  const byTrigger = lastStep(log)?.decider === FOLLOWING.name
  const step = following(state, { status: question.status, byTrigger, gates: trigger.gates })
  const reason =
    `its trigger, ${trigger.questionId}, ${said[state.state]} ${state.state === 'open' ? '' : trigger.outcome}`.trim()
  if (step === 'void' || step === 'void-anew') {
    return notApplicable(scope, step === 'void-anew' ? await reopen(scope, question, reason) : question, reason)
  }
  const next = step === 'reopen' ? await reopen(scope, question, reason) : question
  const open = moved && (state.state === 'open' || trigger.gates)
  return open ? reopenTriggered(scope, next, log, reason) : next
}

const followed = async (scope: Transacting, held: Question, moved: boolean): Promise<ScoreChange[]> => {
  const asRule = { ...scope, actor: FOLLOWING }
  return (await deciding(asRule, held, () => follow(asRule, held, moved))).scoreChanges
}

/**
 * Runs what decides a held question, and brings those that it triggers in step with it, and those that they trigger, in the
 * same transaction; their rules look again. Where it decides nothing, nothing follows.
 */
export const deciding = async (
  scope: Transacting,
  held: Question,
  decide: () => Promise<Question>,
): Promise<Resolved> => {
  const { question, scoreChanges } = await correcting(scope, held, decide)
  if (question === held) return { question, scoreChanges }
  const all = [...scoreChanges]
  const triggered = await holdTriggered(scope, [held.id])
  for (const one of triggered) all.push(...(await followed(scope, one, true)))
  const ids = triggered.map(({ id }) => id)
  await wakeQuestions(scope.tx, ids, scope.now)
  return { question, scoreChanges: all }
}

/** Brings a held question in step with the trigger that its new version names: one that failed already voids it. */
export const comeInStep = (scope: Transacting, held: Question): Promise<ScoreChange[]> => followed(scope, held, false)
