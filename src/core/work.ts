import { z } from 'zod'
import { idOf } from './id.ts'
import { Proposal } from './proposal.ts'
import { Question, QuestionVersion } from './question.ts'
import { resolverKinds } from './resolution/resolver.ts'
import { Instant } from './time.ts'

/** Whom a question waits for: a person, where it has no rules, or a rule of this kind among others. */
export const workResolvers = ['manual', ...resolverKinds] as const
export type WorkResolver = (typeof workResolvers)[number]

/** Seconds for which work may be held at once; a lease is renewed for longer work. */
export const LEASE_SECONDS = { min: 10, max: 3600, default: 300 } as const

/**
 * Questions that one worker looks after until an instant: nobody else is handed them before. It divides the work and
 * nothing more: whoever has evidence may propose on a question that another holds, since a proposal settles nothing.
 */
export const WorkLease = z
  .object({
    id: idOf('lease'),
    until: Instant,
    questionIds: z.array(idOf('question')),
  })
  .meta({ id: 'WorkLease' })
export type WorkLease = z.infer<typeof WorkLease>

/** A question that needs an outcome, with what a resolver needs to know. */
export const WorkItem = z
  .object({
    question: Question,
    proposals: z.array(Proposal).meta({ description: 'those that wait for a decision' }),
    heldUntil: Instant.nullable().meta({ description: 'while somebody is at it; null = free' }),
  })
  .meta({ id: 'WorkItem' })
export type WorkItem = z.infer<typeof WorkItem>

/** A version on which statements wait for an outcome on its own terms, which the outcome of its question does not give them. */
export const VersionWorkItem = z
  .object({
    version: QuestionVersion,
    statements: z.int().positive().meta({ description: 'how many of those that count wait' }),
  })
  .meta({ id: 'VersionWorkItem' })
export type VersionWorkItem = z.infer<typeof VersionWorkItem>
