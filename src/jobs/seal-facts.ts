import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { sealFacts } from '../actions/seal-facts.ts'
import type { Instant } from '../core/time.ts'
import { endRun, startRun } from '../storage/job-runs.ts'

export type SealReport = { ran: boolean; sealed: number }

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
 * goes on. A run that another process has claimed is left to it.
 */
export const sealCommittedFacts = async (
  services: Services,
  actor: Actor,
  scheduledAt: Instant,
): Promise<SealReport> => {
  const { database, clock, newId } = services
  const id = newId('jobRun')
  const run = { id, job: 'seal-facts', scheduledAt, startedAt: clock() }
  if (!(await database.transaction((tx) => startRun(tx, run)))) return { ran: false, sealed: 0 }
  try {
    const sealed = await sealAll(services, actor)
    await database.transaction((tx) => endRun(tx, id, { finishedAt: clock(), status: 'done', summary: { sealed } }))
    return { ran: true, sealed }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await database.transaction((tx) => endRun(tx, id, { finishedAt: clock(), status: 'failed', error: why }))
    throw error
  }
}
