import { z } from 'zod'
import { factOf } from '../../core/ledger/fact.ts'
import { personIdOf } from '../../core/person.ts'
import { Problem } from '../../core/problem.ts'
import type { ScoreChange } from '../../core/score-change.ts'
import { handOn, insertExclusions, insertRuling } from '../../storage/dispute-records.ts'
import { findDispute, type StoredDispute } from '../../storage/disputes.ts'
import { anotherKey, handOf } from '../../storage/keys.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { anotherPerson } from '../../storage/people.ts'
import { disputedPredictions } from '../../storage/predictions.ts'
import { lockQuestions, versionsOf } from '../../storage/questions.ts'
import { findEntry, logOf } from '../../storage/resolutions.ts'
import { secondReadersOf } from '../../storage/second-opinions.ts'
import { action, type Transacting } from '../context.ts'
import { rescore } from '../questions/correct-question.ts'
import { Correction, resolveQuestion } from '../resolving/resolve-question.ts'
import { mustLockDispute } from './confirm-dispute.ts'

const reason = z.string().trim().min(1, 'say why').max(5000)

export const RuleDispute = z
  .discriminatedUnion('verdict', [
    z.object({
      verdict: z.literal('upheld'),
      reason,
      correction: Correction.optional().meta({ description: 'needed, and only taken, where an outcome is disputed' }),
    }),
    z.object({ verdict: z.literal('rejected'), reason }),
    z.object({ verdict: z.literal('dismissed'), reason }),
  ])
  .meta({ id: 'RuleDispute' })
export type RuleDispute = z.infer<typeof RuleDispute>

export type Ruled = { dispute: StoredDispute; scoreChanges: ScoreChange[] }
type Upheld = Extract<RuleDispute, { verdict: 'upheld' }>

const refuse = (detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field: 'correction', detail }])

/** What is confirmed is ruled, what nobody confirmed can only be dismissed, and each once. */
const mustFollow = ({ status, subject }: StoredDispute, ruling: RuleDispute): void => {
  if (status === 'received' && ruling.verdict !== 'dismissed') {
    throw new Problem('illegal-step', 'nobody has confirmed who this dispute comes from', 'confirm it, or dismiss it')
  }
  if (status === 'open' && ruling.verdict === 'dismissed') {
    throw new Problem('illegal-step', 'this dispute is confirmed', 'uphold or reject it, with the reason')
  }
  if (status !== 'received' && status !== 'open') {
    throw new Problem('illegal-step', `this dispute is already ${status}`, 'file another one with what is new')
  }
  if (ruling.verdict !== 'upheld') return
  if (subject.kind === 'resolution' && !ruling.correction) {
    throw refuse('an upheld dispute about an outcome needs the correction', 'say how the question is settled instead')
  }
  if (subject.kind !== 'resolution' && ruling.correction) {
    throw refuse('no outcome is disputed', 'leave the correction out, or correct the question by /v1/resolutions')
  }
}

const DECIDING = ['resolve', 'admin'] as const

/**
 * Whether the hand that rules had decided what is disputed, or is one of those whose second opinion it is about: a person's session and
 * their keys are one hand, and so is a key that nobody signed in made. Another must rule as long as there is one that may; an
 * installation with one rules with it, and the ruling says so. Throws `forbidden`.
 */
const isSameHand = async ({ tx, now, actor }: Transacting, { id, subject }: StoredDispute): Promise<boolean> => {
  const handsOf = (names: readonly string[]) => Promise.all(names.map((name) => handOf(tx, name)))
  const decider = await handOn(tx, subject)
  const [deciders, seconds] = [
    await handsOf(decider === null ? [] : [decider]),
    await handsOf(await secondReadersOf(tx, id)),
  ]
  const hand = await handOf(tx, actor.name)
  if (!deciders.includes(hand) && !seconds.includes(hand)) return false
  // Of those who differ a second may rule where there is nobody else: else nobody could.
  const parties = deciders.includes(hand) ? [hand] : [...deciders, ...seconds]
  const people = parties.flatMap((party) => personIdOf(party) ?? [])
  const another =
    (await anotherKey(tx, parties, { scopes: DECIDING, now })) || (await anotherPerson(tx, people, DECIDING))
  if (!another) return true
  throw new Problem('forbidden', 'what is disputed was decided by the same hand', 'let somebody else rule who may')
}

/** The older version whose own outcome is disputed; nothing where it is that of the question. */
const versionIn = async ({ tx }: Transacting, resolutionId: string): Promise<{ version?: number }> => {
  const entry = await findEntry(tx, resolutionId)
  if (entry?.step !== 'settle-version') return {}
  const own = (await versionsOf(tx, entry.questionId)).find(({ id }) => id === entry.versionId)
  return own ? { version: own.version } : {}
}

/** Corrects the outcome by appending to the log. Throws what the correction throws. */
const correct = async (
  scope: Transacting,
  { id, subject, questionId }: StoredDispute,
  { reason, correction }: Upheld,
) => {
  if (!correction || questionId === null || subject.kind !== 'resolution') return null
  const version = await versionIn(scope, subject.resolutionId)
  if (version.version !== undefined && correction.step === 'void') {
    throw refuse(
      `only version ${version.version} is disputed, and void is a question with all its versions`,
      'settle the version the other way or reopen it; where the question broke, void that by /v1/resolutions',
    )
  }
  const input = { ...correction, ...version, questionId, reason: `dispute ${id} upheld: ${reason}`, correct: true }
  const { scoreChanges } = await resolveQuestion(scope, input)
  return { resolutionId: (await logOf(scope.tx, questionId)).at(-1)?.id ?? null, scoreChanges }
}

/** Takes the disputed statements out of the scores of their questions; they stay listed, with the reason. */
const exclude = async (scope: Transacting, { subject }: StoredDispute, rulingId: string): Promise<ScoreChange[]> => {
  const { tx, now, newId, newSalt } = scope
  const predictions = await disputedPredictions(tx, subject)
  const questions = await lockQuestions(tx, [...new Set(predictions.map(({ questionId }) => questionId))])
  const rows = predictions.map(({ id }) => ({ id: newId('exclusion'), predictionId: id, rulingId, recordedAt: now }))
  await insertExclusions(tx, await Promise.all(rows.map((row) => factOf('exclusion', row, newSalt))))
  const changes: ScoreChange[] = []
  for (const question of questions) changes.push(...(await rescore(scope, question, rulingId)))
  return changes
}

/**
 * Rules a dispute, once. Upheld about an outcome it corrects the log, about anything else it takes the statements out of the
 * scores, in the same transaction; rejected or dismissed it changes nothing. Throws `not-found`, `illegal-step`,
 * `invalid-input`, `forbidden` to who had decided what is disputed, and what a correction throws.
 */
export const ruleDispute = action<{ disputeId: string; ruling: RuleDispute }, Ruled>(
  async (scope, { disputeId, ruling }) => {
    const { tx, now, newId, newSalt, actor } = scope
    await holdLinks(tx)
    const dispute = await mustLockDispute(scope, disputeId)
    mustFollow(dispute, ruling)
    const sameHand = await isSameHand(scope, dispute)
    const corrected = ruling.verdict === 'upheld' ? await correct(scope, dispute, ruling) : null
    const row = {
      id: newId('ruling'),
      disputeId,
      verdict: ruling.verdict,
      reason: ruling.reason,
      resolutionId: corrected?.resolutionId ?? null,
      sameHand,
      ruledBy: actor.name,
      recordedAt: now,
    }
    await insertRuling(tx, await factOf('dispute-ruling', row, newSalt))
    const excluding = ruling.verdict === 'upheld' && dispute.subject.kind !== 'resolution'
    const scoreChanges = excluding ? await exclude(scope, dispute, row.id) : (corrected?.scoreChanges ?? [])
    return { dispute: (await findDispute(tx, disputeId)) ?? dispute, scoreChanges }
  },
)
