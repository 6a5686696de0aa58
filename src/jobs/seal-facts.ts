import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { sealFacts } from '../actions/seal-facts.ts'
import type { Instant } from '../core/time.ts'
import { runJob } from './run-job.ts'

const sealAll = async (services: Services, actor: Actor): Promise<number> => {
  let sealed = 0
  for (;;) {
    const batch = await sealFacts(contextOf(services, actor), {})
    sealed += batch.sealed
    if (batch.done) return sealed
  }
}

/**
 * Seals every fact that is committed, batch by batch, each a transaction of its own: a crash loses nothing and the next run
 * goes on.
 */
export const sealCommittedFacts = (services: Services, actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'seal-facts', scheduledAt }, async () => ({ sealed: await sealAll(services, actor) }))
