import { missing, Problem } from '../../core/problem.ts'
import { MAX_CHAIN, type NamedTrigger, type Trigger } from '../../core/resolution/trigger.ts'
import { lockTriggers } from '../../storage/lock-order.ts'
import { findQuestion, questionsTriggeredBy } from '../../storage/questions.ts'
import type { Transacting } from '../context.ts'
import { mustLock } from './append-resolution.ts'
import { lockAllOf } from './follow-trigger.ts'

const FIELD = 'trigger.questionId'

const refuse = (detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field: FIELD, detail }])

/** A question and what it depends on, from the one to the last that depends on none. */
const chainFrom = async ({ tx }: Transacting, questionId: string): Promise<string[]> => {
  const chain: string[] = []
  for (let next: string | undefined = questionId; next; ) {
    const question = await findQuestion(tx, next)
    if (!question) throw missing('question', next, FIELD)
    chain.push(next)
    next = question.version.trigger?.questionId
  }
  return chain
}

/** How many questions the longest chain below one links, itself counted. */
const depthOf = async (scope: Transacting, questionId: string): Promise<number> => {
  let deepest = 0
  for (const id of await questionsTriggeredBy(scope.tx, [questionId])) {
    deepest = Math.max(deepest, await depthOf(scope, id))
  }
  return deepest + 1
}

/**
 * Reads and holds the question that a version names as its trigger, as of its newest version. `questionId` is the question that
 * names it, null for one that is made now; where there is one it is held as well, with all that either triggers.
 * Throws `not-found`, and `invalid-input` for a circle, a chain that is too long, or a question of several options.
 */
export const nameTrigger = async (
  scope: Transacting,
  named: NamedTrigger,
  questionId: string | null,
): Promise<Trigger> => {
  await lockTriggers(scope.tx)
  const above = await chainFrom(scope, named.questionId)
  if (questionId !== null && above.includes(questionId)) {
    throw refuse(`${named.questionId} depends on ${questionId} itself`, 'name a question that does not depend on it')
  }
  const links = above.length + (questionId === null ? 1 : await depthOf(scope, questionId))
  if (links > MAX_CHAIN) {
    throw refuse(
      `the chain would link ${links} questions, and ${MAX_CHAIN} is the most`,
      'name one nearer to its start',
    )
  }
  if (questionId !== null) await lockAllOf(scope, [named.questionId, questionId])
  const { kind, version } = await mustLock(scope, named.questionId, FIELD)
  if (kind !== 'binary') {
    throw refuse(`${named.questionId} is a ${kind} question`, 'name a question of yes and no')
  }
  return { ...named, versionId: version.id }
}
