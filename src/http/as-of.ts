import { z } from '@hono/zod-openapi'
import type { Context, Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import { idOf } from '../core/id.ts'
import { canonical, sha256 } from '../core/ledger/digest.ts'
import { AsOf } from '../core/ledger/position.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import { missing, Problem } from '../core/problem.ts'
import { RESOLUTION_RULES } from '../core/resolution/judge.ts'
import { SCORING_RULES } from '../core/scoring/report/report.ts'
import type { Snapshot } from '../core/snapshot.ts'
import { dayOf, type Instant } from '../core/time.ts'
import { type Moment, momentAsOf } from '../queries/as-of.ts'
import { readAsOf } from '../storage/as-of.ts'
import { type SettledState, settledState } from '../storage/ledger.ts'
import { snapshotNamed } from '../storage/snapshots.ts'
import { type Env, reading } from './env.ts'
import { invalidInput } from './problem.ts'
import { tagAt } from './replica.ts'
import { VERSION } from './version.ts'

/** Query of every route that reads as of a position. */
export const AsOfQuery = z.object({
  as_of: AsOf.optional().meta({
    description:
      'what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its ' +
      'position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain ' +
      'read: counts are added up from the postings of the author or collection.',
    examples: ['1200', '2026-06-01T00:00:00.000Z'],
  }),
})

/** Query of every route that tells scores: as of a position, or of a kept board. */
export const PinnedQuery = AsOfQuery.extend({
  snapshot: idOf('snapshot')
    .optional()
    .meta({
      description:
        'id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what ' +
        'the answer is, so timing, voice and collection may be left out; not with as_of',
      examples: ['snp_01m80qrsxn6zssv4f1wcbpb0s8'],
    }),
})

/** What an answer is held to: a moment, and the kept board that gave it. */
type Pin = { moment: Moment; snapshot: Snapshot | null }

/** Reads what stood at a moment. */
const readThen = async (c: Context<Env>, next: Next, { moment, snapshot }: Pin): Promise<void> => {
  const { reader } = reading(c)
  try {
    await readAsOf(reader, moment.position, async (then) => {
      c.set('reading', { reader: then, now: moment.now, snapshot })
      await next()
      // Answered already; what broke in the database must not be committed.
      if (c.error) throw c.error
    })
  } catch (error) {
    if (error !== c.error) throw error
  }
  c.res.headers.set('hindcast-position', String(moment.position))
}

/**
 * The tag of what an address answers while every committed fact has a position: that, the newest kept board, how many authors
 * and collections there are (no facts, so no position tells of a new one), the day, since months end and days for rulings
 * pass, the rules that figures are made by, the version of what serves them, and what else makes the answer (`by`). By which name the
 * server was asked is none of it: a proxy may call each process by another.
 */
const tagOf = async (address: string, settled: SettledState, now: Instant, by: readonly string[]): Promise<string> => {
  const { position, kept, authors, collections } = settled
  const rules = [SCORING_RULES, LEXICON_VERSION, RESOLUTION_RULES]
  const made = [address, position, kept, authors, collections, dayOf(now), VERSION, ...rules, ...by]
  return tagAt(position, (await sha256(canonical(made))).slice(0, 32))
}

/**
 * Answers what stands now, or what a pin holds it to. A tag is given only where nothing waits for its position; it is taken before
 * the read, so a fact that comes in between makes the answer newer than its tag, never older. What stood at a position has one
 * too: a text that is redacted since is gone from it.
 */
const answer = async (
  c: Context<Env>,
  next: Next,
  { by, pin }: { by: readonly string[] | null; pin: Pin | null },
): Promise<Response | undefined> => {
  const { reader, now } = reading(c)
  c.set('reading', { reader, now, snapshot: null })
  const read = () => (pin ? readThen(c, next, pin) : next())
  const settled = by === null ? null : await settledState(reader)
  if (by === null || settled === null) return void (await read())
  const position = pin?.moment.position ?? settled.position
  const { pathname, search } = new URL(c.req.url)
  const tag = await tagOf(`${pathname}${search}`, settled, now, by)
  const headers = { etag: tag, 'cache-control': 'no-cache', 'hindcast-position': String(position) }
  const held = c.req.header('if-none-match')?.split(',') ?? []
  if (held.some((one) => one.trim() === tag)) return c.body(null, 304, headers)
  await read()
  // What is made of a report that is kept ready is of no position: it says how it may be kept.
  if (!c.res.ok || c.res.headers.has('cache-control')) return undefined
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  return undefined
}

const eitherOr = (): Problem => {
  const detail = 'a kept board is of its own position; it cannot be read as of another'
  return new Problem('invalid-input', detail, 'give snapshot or as_of', [{ field: 'as_of', detail }])
}

const pinOf = async (c: Context<Env>, { as_of, snapshot: id }: z.output<typeof PinnedQuery>): Promise<Pin | null> => {
  const { reader, now } = reading(c)
  if (id === undefined)
    return as_of === undefined ? null : { moment: await momentAsOf(reader, as_of, now), snapshot: null }
  if (as_of !== undefined) throw eitherOr()
  const snapshot = await snapshotNamed(reader, id)
  if (!snapshot) throw missing('snapshot', id, 'snapshot')
  return { moment: { position: snapshot.position, now: snapshot.at }, snapshot }
}

const pinnedBy = (query: typeof AsOfQuery | typeof PinnedQuery, by: readonly string[] | null) =>
  createMiddleware<Env>(async (c, next) => {
    const parsed = query.safeParse({ as_of: c.req.query('as_of'), snapshot: c.req.query('snapshot') })
    if (!parsed.success) throw invalidInput(parsed.error)
    return answer(c, next, { by, pin: await pinOf(c, parsed.data) })
  })

/**
 * Lets the handler read what stood at the moment that `as_of` names, or, with an ETag where there can be one, what stands
 * now. `by`: versions of whatever, beside the rules of the figures, makes the answer what it is; null where the answer has a tag
 * of its own.
 */
export const readsAsOf = pinnedBy(AsOfQuery, [])
/** The same where the answer has a tag of its own. */
export const readsAsOfUntagged = pinnedBy(AsOfQuery, null)

/** The same where `snapshot` may name a kept board instead. */
export const readsPinnedBy = (by: readonly string[]) => pinnedBy(PinnedQuery, by)
export const readsPinned = readsPinnedBy([])

/** What stands now alone, with an ETag where there can be one. */
export const readsNow = createMiddleware<Env>((c, next) => answer(c, next, { by: [], pin: null }))
