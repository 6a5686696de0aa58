import { z } from 'zod'
import { idOf } from '../id.ts'
import { KeptProblem } from '../kept-problem.ts'
import { Instant } from '../time.ts'
import { Resolver } from './resolver.ts'

/** A rule of a question and how its attempts went. */
export const ResolverState = z
  .object({
    versionId: idOf('version'),
    position: z.int().min(0),
    rule: Resolver,
    attempts: z.int().min(0),
    failures: z.int().min(0).meta({ description: 'attempts that failed since one last worked' }),
    lastAttemptAt: Instant.nullable(),
    nextAttemptAt: Instant.nullable().meta({
      description: 'null: nothing more to try, until the question is reopened',
    }),
    lastReason: z.string().nullable().meta({ description: 'what the last attempt found, or what it waits for' }),
    lastError: KeptProblem.nullable().meta({ description: 'why the last attempt failed' }),
  })
  .meta({ id: 'ResolverState' })
export type ResolverState = z.infer<typeof ResolverState>
