import { submitPrediction } from '../../../src/actions/predicting/submit-prediction.ts'
import { addOption } from '../../../src/actions/questions/add-option.ts'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { closeQuestion, closeVersion } from '../../../src/actions/questions/append-resolution.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { decideProposal } from '../../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { type ResolveQuestion, resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import type { Question, QuestionVersion } from '../../../src/core/question.ts'
import { dayOf, plusDays } from '../../../src/core/time.ts'
import { optionsOf } from '../../../src/storage/options.ts'
import { findQuestion, versionsOf } from '../../../src/storage/questions.ts'
import { day } from '../../support/embedded.ts'
import { type Offer, oneOf, REFERENCE, type Scene, withOne } from '../moves.ts'
import { reportOf, searchedThrough } from '../story.ts'

const reasons = ['annulled', 'ambiguous', 'not-applicable'] as const
/** Days after the start of a window on which something happens: before the later ones spoke, and after. */
const after = [3, 20, 40]

export const isDecided = ({ status }: Question): boolean => status === 'resolved' || status === 'void'
const isOver = ({ version }: Question, { now }: Scene): boolean =>
  version.windowEnd !== null && version.windowEnd < dayOf(now)
/** Nothing can be settled under a trigger that has not come out. */
const canSettle = ({ version: { trigger } }: Question, { questions }: Scene): boolean =>
  trigger === null || questions.some(({ id, status }) => id === trigger.questionId && status === 'resolved')

export const report = (scene: Scene, { id, version }: Question, bearing: 'shows' | 'excludes') => {
  const { which } = scene.move
  const on = plusDays(version.windowStart, after[which % after.length] ?? 3)
  return reportOf(scene.world, { title: `${bearing} ${id} on ${on}`, on, now: scene.now, bearing })
}

/** A decision, which is a correction where there was one before. */
const resolve = ({ world, now, story }: Scene, held: Question, decision: Decision): Promise<unknown> =>
  resolveQuestion(world.at(now), {
    ...decision,
    questionId: held.id,
    reason: `so it is, ${story.said.length}`,
    correct: isDecided(held),
  })
type Fixed = 'questionId' | 'reason' | 'correct'
type Decision =
  | Omit<Extract<ResolveQuestion, { step: 'settle' }>, Fixed>
  | Omit<Extract<ResolveQuestion, { step: 'void' }>, Fixed>

const settleable = (scene: Scene): Question[] => scene.questions.filter((one) => canSettle(one, scene))

const yes: Offer = withOne(settleable, async (held, scene) =>
  resolve(scene, held, { step: 'settle', outcome: 'yes', evidence: await report(scene, held, 'shows') }),
)

/** By a search after the window, or by what excludes it. */
const no: Offer = withOne(
  (scene) => settleable(scene).filter((one) => isOver(one, scene) || scene.move.flag),
  async (held, scene) => {
    const searched = searchedThrough(plusDays(dayOf(scene.now), -1))
    const evidence = isOver(held, scene) && !scene.move.flag ? searched : await report(scene, held, 'excludes')
    return resolve(scene, held, { step: 'settle', outcome: 'no', evidence })
  },
)

const voided: Offer = withOne(
  ({ questions }) => questions,
  (held, scene) => {
    const voidReason = oneOf(reasons, scene.move.which) ?? 'annulled'
    return resolve(scene, held, { step: 'void', voidReason, evidence: [] })
  },
)

const reopened: Offer = withOne(
  ({ questions }) => questions.filter(isDecided),
  ({ id }, { world, now }) => resolveQuestion(world.at(now), { step: 'reopen', questionId: id, reason: 'look again' }),
)

const close: Offer = withOne(
  (scene) => scene.questions.filter((one) => one.status === 'open' && isOver(one, scene)),
  ({ id }, { world, now }) => closeQuestion(world.at(now), { questionId: id, asOf: dayOf(now) }),
)

/** A version that another has followed, of a question that is not void. */
const olderOf = async ({ world, move }: Scene, { id, version }: Question): Promise<QuestionVersion | null> => {
  const versions = await versionsOf(world.tx, id)
  return oneOf(
    versions.filter((one) => one.id !== version.id),
    move.which,
  )
}
const followed = ({ questions }: Scene): Question[] =>
  questions.filter(({ version, status }) => version.version > 1 && status !== 'void')

const closeOlder: Offer = withOne(
  (scene) => followed(scene).filter(({ status }) => status === 'open'),
  async (held, scene) => {
    const own = await olderOf(scene, held)
    const [{ world, now }, asOf] = [scene, dayOf(scene.now)]
    return own && closeVersion(world.at(now), { questionId: held.id, versionId: own.id, asOf })
  },
)

/** What was said on an older version, settled on the terms of that, or open again. */
const older: Offer = withOne(followed, async (held, scene) => {
  const own = await olderOf(scene, held)
  if (!own) return null
  const on = { questionId: held.id, version: own.version }
  const { world, move, now } = scene
  if (move.who && move.flag)
    return resolveQuestion(world.at(now), { step: 'reopen', ...on, reason: 'look again at that' })
  const evidence = await report(scene, { ...held, version: own }, move.who ? 'excludes' : 'shows')
  const outcome = move.who ? ('no' as const) : ('yes' as const)
  const settled = { step: 'settle' as const, ...on, outcome, evidence, correct: true, reason: `as that had it, ${now}` }
  return resolveQuestion(world.at(now), settled)
})

/** Turned round, put in other words, by other criteria, with another window or reference time. */
const changeOf = ({ version }: Question, { which, flag }: Scene['move']) => {
  const { windowEnd, wording, orientation, referenceAt } = version
  const changes = [
    { windowEnd: plusDays(windowEnd ?? version.windowStart, flag ? 25 : -25) },
    { orientation: orientation === 'opposite' ? ('as-worded' as const) : ('opposite' as const) },
    { wording: `${wording} So to say.` },
    {},
    referenceAt ? { referenceAt: REFERENCE === referenceAt ? null : REFERENCE } : {},
  ]
  return { criteria: `As version ${version.version + 1} has it.`, ...changes[which % changes.length] }
}

const version: Offer = withOne(
  ({ questions }) => questions.filter((one) => !isDecided(one)),
  (held, { world, move, now }) => {
    const following = { expectedVersion: held.version.version, ...changeOf(held, move), reason: 'put better' }
    return addVersion(world.at(now), { questionId: held.id, version: following })
  },
)

/** Gives a question the trigger that its words of a condition speak of, or takes it. */
const bind: Offer = withOne(
  ({ questions }) => questions.filter((one) => !isDecided(one) && one.version.condition !== null),
  ({ id, version: before }, { world, move, now, questions }) => {
    const other = oneOf(
      questions.filter((one) => one.id !== id),
      move.which,
    )
    const named = other && { questionId: other.id, outcome: 'yes' as const, gates: move.flag }
    const trigger = before.trigger && move.who ? null : named
    const following = { expectedVersion: before.version, trigger, reason: 'what it depends on' }
    return addVersion(world.at(now), { questionId: id, version: following })
  },
)

const propose: Offer = withOne(
  ({ questions }) => questions,
  async (held, scene) => {
    const { world, story, move, now } = scene
    const [outcome, bearing] = move.who ? (['yes', 'shows'] as const) : (['no', 'excludes'] as const)
    const evidence = await report(scene, held, bearing)
    const input = { questionId: held.id, outcome, evidence, rationale: 'it was in the paper' }
    const { proposal, created } = await proposeOutcome(world.at(now), input)
    if (created) story.proposals.push(proposal.id)
  },
)

const decide: Offer = withOne(
  ({ story }) => story.proposals,
  async (proposalId, { world, story, move, now }) => {
    const decision = { decision: move.flag ? ('settle' as const) : ('decline' as const), reason: 'looked into it' }
    const { proposal } = await decideProposal(world.at(now), { proposalId, decision })
    if (proposal.status !== 'pending') story.proposals.splice(story.proposals.indexOf(proposalId), 1)
  },
)

const askSeveral: Offer = ({ world, story, now }) => {
  if (story.several) return null
  return async () => {
    const options = [{ label: 'North' }, { label: 'South' }, { label: 'Elsewhere', other: true as const }]
    const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-07-31'), referenceAt: REFERENCE }
    const asked = { wording: 'Where it rains.', criteria: 'By the Gazette.', options, ...window }
    story.several = (await createQuestion(world.at(now), asked)).question.id
  }
}

/** A forecast over the options, a further option, or which of them came. */
const several: Offer = (scene) => {
  const { world, story, move, now } = scene
  const id = story.several
  if (!id) return null
  return async () => {
    const held = await findQuestion(world.tx, id)
    const options = await optionsOf(world.tx, id)
    const came = oneOf(options, move.which)
    if (!held || !came) throw new Error('the question of several options vanished')
    if (!isDecided(held) && move.who) {
      const distribution = options.map(({ id: optionId }) => ({ optionId, probability: optionId === came.id ? 1 : 0 }))
      return submitPrediction(world.at(now), { questionId: id, author: 'mod', distribution })
    }
    if (!isDecided(held) && move.wait) {
      const option = { label: `Town ${options.length}`, reason: 'it rains there too' }
      return addOption(world.at(now), { questionId: id, option })
    }
    const evidence = (await report(scene, held, 'shows')).map((one) => ({ ...one, optionId: came.id }))
    return resolve(scene, held, { step: 'settle', outcome: came.id, evidence })
  }
}

/** What is made of it. */
export const deciding = {
  yes,
  no,
  void: voided,
  reopen: reopened,
  close,
  version,
  bind,
  propose,
  decide,
  'close-version': closeOlder,
  older,
  'ask-several': askSeveral,
  several,
} as const satisfies Record<string, Offer>
