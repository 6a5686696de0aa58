import { z } from 'zod'
import { factOf } from '../../core/ledger/fact.ts'
import { Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { MAX_TOPICS, TopicChange, TopicSlug } from '../../core/topic.ts'
import { findQuestion } from '../../storage/questions.ts'
import { insertTopicChanges, topicChanges } from '../../storage/topics.ts'
import { action, type Transacting } from '../context.ts'
import { mustLock } from './append-resolution.ts'
import { postScores } from './post-scores.ts'
import { wasEverDecided } from './was-decided.ts'

const topics = z.array(TopicSlug).max(MAX_TOPICS).optional()

export const ChangeTopics = z
  .object({ add: topics, remove: topics, reason: z.string().trim().min(1, 'say why').max(2000) })
  .refine(({ add = [], remove = [] }) => add.length + remove.length > 0, { path: ['add'], message: 'name a topic' })
  .refine(({ add = [], remove = [] }) => !add.some((topic) => remove.includes(topic)), {
    path: ['remove'],
    message: 'a topic cannot be given and taken at once',
  })
  .meta({ id: 'ChangeTopics', examples: [{ add: ['public-works'], reason: 'it is about a bridge' }] })
export type ChangeTopics = z.infer<typeof ChangeTopics>

export const TopicsChanged = z
  .object({ topics: z.array(TopicSlug), changes: z.array(TopicChange) })
  .meta({ id: 'TopicsChanged', description: 'what the question has now, and what of this request was new' })
export type TopicsChanged = z.infer<typeof TopicsChanged>

const mustNotBeTooMany = (topics: ReadonlySet<string>): void => {
  if (topics.size <= MAX_TOPICS) return
  const detail = `it would have ${topics.size} topics`
  throw new Problem('invalid-input', detail, `give it at most ${MAX_TOPICS}`, [{ field: 'add', detail }])
}

/** What of a request is new to a question: what it lacks of the one, and what it has of the other. */
const newOf = ({ topics }: Question, { add = [], remove = [] }: ChangeTopics) => {
  const added = [...new Set(add)].filter((topic) => !topics.includes(topic)).sort()
  const removed = [...new Set(remove)].filter((topic) => topics.includes(topic)).sort()
  mustNotBeTooMany(new Set([...topics.filter((topic) => !removed.includes(topic)), ...added]))
  return [
    ...added.map((topic) => ({ topic, act: 'added' as const })),
    ...removed.map((topic) => ({ topic, act: 'removed' as const })),
  ]
}

type New = ReturnType<typeof newOf>[number]

const factsOf = async (scope: Transacting, question: Question, news: readonly New[], reason: string) => {
  const { tx, now, newId, newSalt, actor } = scope
  const before = await topicChanges(tx, question.id)
  const afterDecision = await wasEverDecided(scope, question.id)
  const rows = news.map((one, at) => ({
    id: newId('topicChange'),
    questionId: question.id,
    position: before.length + at + 1,
    ...one,
    reason,
    afterDecision,
    recordedBy: actor.name,
    recordedAt: now,
  }))
  return Promise.all(rows.map((row) => factOf('topic', row, newSalt)))
}

/**
 * Gives topics to a question and takes them from it, and counts what was said on it accordingly in the same transaction. What
 * holds already changes nothing. Once the question has been decided it can still be done, and says so for good.
 */
export const changeTopics = action<{ questionId: string; change: ChangeTopics }, TopicsChanged>(
  async (scope, { questionId, change }) => {
    const question = await mustLock(scope, questionId, 'id')
    const facts = await factsOf(scope, question, newOf(question, change), change.reason)
    const last = facts.at(-1)
    if (!last) return { topics: question.topics, changes: [] }
    await insertTopicChanges(scope.tx, facts)
    await postScores(scope, question, last.id)
    const changes = (await topicChanges(scope.tx, questionId)).slice(-facts.length)
    return { topics: (await findQuestion(scope.tx, questionId))?.topics ?? [], changes }
  },
)
