import type { Services } from '../actions/context.ts'
import { appointed } from '../core/deferred.ts'
import { MINUTE, plusMs, tookMs } from '../core/fetching/pace.ts'
import { type JobName, lastMoment, timetable } from '../core/job.ts'
import type { WorkQueue } from '../outside/queues/queue.ts'
import { errorText } from '../storage/violations.ts'

/** After so long a moment is put in again that could not be. */
const SOON = MINUTE

/**
 * Puts the run of a job into a queue for the last of its appointed moments, and at each of the next; the returned function ends that.
 * Where there is no queue each run is waited for, so that there are never two at once.
 */
export const keepAppointing = (
  queue: WorkQueue,
  { clock, watch }: Pick<Services, 'clock' | 'watch'>,
  name: JobName,
): (() => Promise<void>) => {
  const every = timetable[name].every * MINUTE
  let ended = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const turn = async (): Promise<void> => {
    const moment = lastMoment(timetable[name], clock())
    let failed = false
    try {
      await queue.put([appointed(name, moment)])
    } catch (error) {
      failed = true
      watch.log('warn', 'a job will run again', { job: name, error: errorText(error).split('\n', 1).join() })
    }
    // A run that outlasted the next moment is followed by that one's at once.
    // Nor is a clock that is set back meanwhile waited for.
    const wait = Math.min(tookMs(clock(), plusMs(moment, every)), every)
    // What failed without a queue is a run, which the next moment's follows.
    if (!ended) timer = setTimeout(start, failed && queue.kind !== 'none' ? Math.min(wait, SOON) : wait)
  }
  let running = turn()
  const start = (): void => {
    running = turn()
  }
  return async () => {
    clearTimeout(timer)
    ended = true
    await running
  }
}
