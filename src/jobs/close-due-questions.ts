import { closeQuestion } from '../actions/append-resolution.ts'
import type { Context } from '../actions/context.ts'
import { Problem } from '../core/problem.ts'
import { dayOf, type Instant } from '../core/time.ts'
import { endRun, startRun } from '../storage/job-runs.ts'
import { questionsPastWindow } from '../storage/questions.ts'

const BATCH = 200

export type JobReport = { ran: boolean; closed: number }

/** Closes one question; false when someone else closed or settled it meanwhile. */
const close = async (context: Context, questionId: string, scheduledAt: Instant): Promise<boolean> => {
  try {
    await closeQuestion(context, { questionId, asOf: dayOf(scheduledAt) })
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'illegal-step') return false
    throw error
  }
}

const closeAll = async (context: Context, scheduledAt: Instant): Promise<number> => {
  let closed = 0
  for (;;) {
    const ids = await questionsPastWindow(context.database.reader, dayOf(scheduledAt), BATCH)
    for (const id of ids) if (await close(context, id, scheduledAt)) closed += 1
    if (ids.length < BATCH) return closed
  }
}

/**
 * Closes every open question whose window had ended as of the scheduled instant: it becomes due, nothing is decided.
 * Each question is a transaction of its own, so a crash loses nothing and a second run goes on. A run that another
 * process has claimed is left to it.
 */
export const closeDueQuestions = async (context: Context, scheduledAt: Instant): Promise<JobReport> => {
  const { database, now, newId } = context
  const id = newId('jobRun')
  const run = { id, job: 'close-due-questions', scheduledAt, startedAt: now }
  if (!(await database.transaction((tx) => startRun(tx, run)))) return { ran: false, closed: 0 }
  try {
    const closed = await closeAll(context, scheduledAt)
    await database.transaction((tx) => endRun(tx, id, { finishedAt: now, status: 'done', summary: { closed } }))
    return { ran: true, closed }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await database.transaction((tx) => endRun(tx, id, { finishedAt: now, status: 'failed', error: why }))
    throw error
  }
}
