import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { sealFacts } from '../actions/seal-facts.ts'
import { signCheckpoint } from '../actions/sign-checkpoint.ts'
import type { Instant } from '../core/time.ts'
import { lastSummary } from '../storage/job-runs.ts'
import { rehashShare } from './rehash-ledger.ts'
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
 * goes on. What the ledger is then is signed, where this installation has a secret to sign with. Before that a share of it is made
 * again from its leaves: each run goes on where the last one that did its work ended, so that what was found changed is found again until
 * it is mended, and nothing is signed.
 */
export const sealCommittedFacts = (services: Services, actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'seal-facts', scheduledAt }, async () => {
    const sealed = await sealAll(services, actor)
    const { reader } = services.database
    const from = (await lastSummary(reader, 'seal-facts', scheduledAt))?.['rehashedTo'] ?? 0
    const rehashedTo = await rehashShare(reader, services.hash, from)
    const signer = await services.ledgerSigner()
    const checkpoint = signer && (await signCheckpoint(contextOf(services, actor), { signer }))
    return { sealed, checkpoint: checkpoint?.size ?? 0, rehashedTo }
  })
