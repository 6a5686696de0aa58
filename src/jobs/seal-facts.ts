import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { sealFacts } from '../actions/seal-facts.ts'
import { signCheckpoint } from '../actions/sign-checkpoint.ts'
import type { Instant } from '../core/time.ts'
import { runJob } from './run-job.ts'

/** Seals what is committed, a batch a transaction; says how many facts that were. */
export const sealAll = async (services: Services, actor: Actor): Promise<number> => {
  let sealed = 0
  for (;;) {
    const batch = await sealFacts(contextOf(services, actor), {})
    sealed += batch.sealed
    if (batch.done) return sealed
  }
}

/**
 * Seals every fact that is committed, batch by batch, each a transaction of its own: a crash loses nothing and the next run
 * goes on. What the ledger is then is signed, where this installation has a secret to sign with.
 */
export const sealCommittedFacts = (services: Services, actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'seal-facts', scheduledAt }, async () => {
    const sealed = await sealAll(services, actor)
    const signer = await services.ledgerSigner()
    const checkpoint = signer && (await signCheckpoint(contextOf(services, actor), { signer }))
    return { sealed, checkpoint: checkpoint?.size ?? 0 }
  })
