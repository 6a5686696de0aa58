import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/** What a question is about, in words of whoever sorts it: `elections`, `us-house`. There is no fixed list. */
export const TopicSlug = z
  .string()
  .max(60, 'a topic has at most 60 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write a topic in lower case with hyphens, as in us-house')
  .meta({ id: 'TopicSlug', description: 'lower case, hyphens' })

export const MAX_TOPICS = 20
export const topicActs = ['added', 'removed'] as const

/** That a topic was given to a question, or taken from it. */
export const TopicChange = z
  .object({
    id: idOf('topicChange'),
    questionId: idOf('question'),
    position: z.int().min(1).meta({ description: 'the first change of its question is 1' }),
    topic: TopicSlug,
    act: z.enum(topicActs),
    reason: z.string(),
    afterDecision: z
      .boolean()
      .meta({ description: 'true: the question had been decided by then, so the outcome may have been known' }),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'TopicChange' })
export type TopicChange = z.infer<typeof TopicChange>

/** A topic and how many questions have it; of how many it was said only once they had been decided. */
export const Topic = z
  .object({
    topic: TopicSlug,
    questions: z.int().min(1),
    afterDecision: z.int().min(0).meta({ description: 'of these, given it once they had been decided' }),
  })
  .meta({ id: 'Topic' })
export type Topic = z.infer<typeof Topic>
