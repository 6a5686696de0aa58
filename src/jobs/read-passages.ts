import { type Actor, type Context, contextOf, type Services } from '../actions/context.ts'
import { keepPassages, searchableEvent } from '../actions/reading/keep-passages.ts'
import { EVIDENCE_VERSION } from '../core/evidence/passage.ts'
import type { Instant } from '../core/time.ts'
import { countKeys } from '../storage/passage-statistics.ts'
import { predictionSpans, unreadEvents, unreadTexts } from '../storage/searched.ts'
import { runJob } from './run-job.ts'

const BATCH = 20

const readTexts = async (context: Context): Promise<number> => {
  const { reader } = context.database
  const texts = await unreadTexts(reader, EVIDENCE_VERSION, BATCH)
  for (const { commentaryId, textVersion, ...text } of texts) {
    const predictions = await predictionSpans(reader, { commentaryId, textVersion })
    await keepPassages(context, [{ ...text, origin: { commentaryId, textVersion, eventId: null }, predictions }])
  }
  return texts.length
}

const readEvents = async (context: Context): Promise<number> => {
  const events = await unreadEvents(context.database.reader, EVIDENCE_VERSION, BATCH)
  for (const event of events) await keepPassages(context, [searchableEvent(event)])
  return events.length
}

/** Runs a batch after the other until one is not full or the time is over. */
const inBatches = async (services: Services, until: Instant, batch: () => Promise<number>): Promise<number> => {
  let done = 0
  for (;;) {
    const read = await batch()
    done += read
    if (read < BATCH || services.clock() >= until) return done
  }
}

/**
 * Reads the passages of whatever was recorded before there were any, or before the rules changed. Each text is a transaction
 * of its own: a crash loses nothing and the next run goes on. Then counts what the passages hold, for the search to weigh by.
 */
export const readPassages = (services: Services, actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'read-passages', scheduledAt }, async (until) => {
    const context = contextOf(services, actor)
    const texts = await inBatches(services, until, () => readTexts(context))
    const events = await inBatches(services, until, () => readEvents(context))
    await services.database.transaction(countKeys)
    return { texts, events }
  })
