import { z } from 'zod'
import { capQuote } from '../../core/commentary.ts'
import { Event } from '../../core/event.ts'
import { EventCandidate } from '../../core/event-candidate.ts'
import { type Account, NEAR, nearness } from '../../core/near-event.ts'
import { dayOf, daysBetween, endOf, plusDays, startOf } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { eventCandidatesBetween } from '../../storage/event-candidates.ts'
import { eventsBetween } from '../../storage/events.ts'

const near = { similarity: z.number().min(0).max(1), reason: z.string() }

/** What an event candidate may be another account of. */
export const NearEvents = z
  .object({
    events: z.array(z.object({ event: Event, ...near })).meta({ description: 'events that stand: join one by its id' }),
    candidates: z
      .array(z.object({ candidate: EventCandidate, ...near }))
      .meta({ description: 'candidates of other commentaries' }),
  })
  .meta({ id: 'NearEvents' })
export type NearEvents = z.infer<typeof NearEvents>

/** Reports are often a day or two apart in when they say that it happened. */
const SLACK = 3
/** How far back an account without a first day is compared. */
const UNDATED_BACK = 31
const LOOKED_AT = 200
const SHOWN = 10

/** Events and other candidates of overlapping days with like titles and shared names, the most alike first. */
export const nearEvents = async (reader: Reader, candidate: EventCandidate): Promise<NearEvents> => {
  const first = candidate.earliest ?? plusDays(candidate.latest, -UNDATED_BACK)
  const [earliest, latest] = [plusDays(first, -SLACK), plusDays(candidate.latest, SLACK)]
  const between = { commentaryId: candidate.commentaryId, earliest, latest }
  const events = await eventsBetween(reader, { earliest: startOf(earliest), latest: endOf(latest) }, LOOKED_AT)
  const others = await eventCandidatesBetween(reader, between, LOOKED_AT)
  return {
    events: ranked(candidate, events, ({ happened }) => dayOf(happened.earliest)).map(({ account, ...rest }) => ({
      event: { ...account, quote: account.quote && capQuote(account.quote) },
      ...rest,
    })),
    candidates: ranked(candidate, others, (other) => other.earliest ?? other.latest).map(({ account, ...rest }) => ({
      candidate: account,
      ...rest,
    })),
  }
}

const ranked = <One extends Account & { id: string }>(
  candidate: EventCandidate,
  accounts: readonly One[],
  startOfOne: (account: One) => EventCandidate['latest'],
): { account: One; similarity: number; reason: string }[] =>
  accounts
    .map((account) => ({ account, ...nearness(candidate, account) }))
    .filter(({ similarity }) => similarity >= NEAR)
    .sort((a, b) => b.similarity - a.similarity || (a.account.id < b.account.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ account, similarity, shared }) => ({
      account,
      similarity: Math.round(similarity * 1000) / 1000,
      reason: reasonOf(shared, daysBetween(startOfOne(account), candidate.earliest ?? candidate.latest)),
    }))

const reasonOf = (shared: readonly string[], apart: number): string => {
  const days = Math.abs(apart)
  const when = days === 0 ? 'of the same first day' : `${days} day${days === 1 ? '' : 's'} apart`
  return shared.length > 0 ? `both name ${shared.join(', ')}; ${when}` : `like titles; ${when}`
}
