import { closeQuestion } from '../actions/append-resolution.ts'
import { type Actor, type Context, contextOf, type Services } from '../actions/context.ts'
import { Problem } from '../core/problem.ts'
import { dayOf, type Instant } from '../core/time.ts'
import { questionsPastWindow } from '../storage/questions.ts'
import { runJob } from './run-job.ts'

const BATCH = 200

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
 * Each question is a transaction of its own, so a crash loses nothing and a second run goes on.
 */
export const closeDueQuestions = (services: Services, actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'close-due-questions', scheduledAt }, async () => ({
    closed: await closeAll(contextOf(services, actor), scheduledAt),
  }))
