import { type Actor, type Context, contextOf, type Services } from '../actions/context.ts'
import { closeQuestion, closeVersion } from '../actions/questions/append-resolution.ts'
import { Problem } from '../core/problem.ts'
import { type Day, dayOf, type Instant } from '../core/time.ts'
import { versionsPastWindow } from '../storage/open-questions.ts'
import { questionsPastWindow } from '../storage/questions.ts'
import { runJob } from './run-job.ts'

const BATCH = 200

/** Runs one closing; false when someone else closed or settled it meanwhile, or moved the end of its window. */
const closed = async (closing: Promise<unknown>): Promise<boolean> => {
  try {
    await closing
    return true
  } catch (error) {
    if (error instanceof Problem && (error.code === 'illegal-step' || error.code === 'window-open')) return false
    throw error
  }
}

/** Closes batch after batch of what has ended; what could not be closed is left for the next run. */
const closeAll = async <Ended>(ended: () => Promise<Ended[]>, close: (one: Ended) => Promise<unknown>) => {
  let sum = 0
  for (;;) {
    const batch = await ended()
    const before = sum
    for (const one of batch) if (await closed(close(one))) sum += 1
    if (batch.length < BATCH || sum === before) return sum
  }
}

const closeAsOf = async (context: Context, asOf: Day): Promise<{ closed: number }> => {
  const { reader } = context.database
  const questions = await closeAll(
    () => questionsPastWindow(reader, asOf, BATCH),
    (questionId) => closeQuestion(context, { questionId, asOf }),
  )
  const versions = await closeAll(
    () => versionsPastWindow(reader, asOf, BATCH),
    (one) => closeVersion(context, { ...one, asOf }),
  )
  return { closed: questions + versions }
}

/**
 * Closes every open question whose window had ended as of the scheduled instant: it becomes due, nothing is decided. Of a
 * question that is open by its newest version it closes the older ones that somebody spoke on and whose window had ended.
 * Each question is a transaction of its own, so a crash loses nothing and a second run goes on.
 */
export const closeDueQuestions = (services: Services, actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'close-due-questions', scheduledAt }, () =>
    closeAsOf(contextOf(services, actor), dayOf(scheduledAt)),
  )
