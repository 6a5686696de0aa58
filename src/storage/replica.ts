import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { msBetween, SECOND } from '../core/fetching/pace.ts'
import type { ReplicaStanding, ReplicaState } from '../core/replica.ts'
import type { Instant } from '../core/time.ts'
import type { Log, Watch } from '../core/watch.ts'
import { UNWATCHED } from '../outside/watch.ts'
import type { Reader, Replica } from './database.ts'
import { clientOn } from './driver.ts'
import { overBoth } from './failing-over.ts'
import { openPostgres, type Postgres } from './postgres.ts'
import { ledgerLeaves as leaves } from './tables/ledger.ts'
import { errorText, isUnavailable } from './violations.ts'

/** How long what was seen of a standby is good for, and how long it is not asked after it did not answer. */
export const LOOK_MS = SECOND
export const AGAIN_MS = 5 * SECOND
/** Who takes longer to say how far it is does not answer. */
const SOON_MS = SECOND

/** How far a database is: its ledger, and what it wrote, or replayed of what the primary wrote, in bytes since the beginning. */
type Mark = { position: number; written: number }

/** What is known of a standby, by whoever looks at it: plain values, so that the requests of an isolate may share them. */
export type Known = ReplicaStanding & {
  /** When it was looked at last; null: never. */
  at: Instant | null
  /** How far the primary was when it was asked last, and when that was. */
  primary: (Mark & { at: Instant }) | null
  /** Whether its ledger is that of the primary. */
  same: boolean
}

export const nothingKnown = (): Known => ({ state: 'unknown', position: 0, at: null, primary: null, same: false })

const bytesTo = (lsn: string) => sql.raw(`(${lsn} - '0/0'::pg_lsn)::float8`)
const positionNow = sql<number>`coalesce((select max(${leaves.position}) from ${leaves}), 0)`.mapWith(Number)

const markOf = async (primary: Reader): Promise<Mark> => {
  const written = sql<number>`${bytesTo('pg_current_wal_flush_lsn()')}`.mapWith(Number)
  const [mark] = await primary.select({ position: positionNow, written }).from(sql`(select 1) as one`)
  if (!mark) throw new Error('one row was selected and none came')
  return mark
}

/** How far a standby has replayed; null for what is none. What is read of it afterwards holds as much. */
const replayedOf = async (standby: Reader): Promise<Mark | null> => {
  const replayed = sql<number | null>`case when pg_is_in_recovery() then ${bytesTo('pg_last_wal_replay_lsn()')} end`
  const [mark] = await standby.select({ position: positionNow, written: replayed }).from(sql`(select 1) as one`)
  return mark?.written === null || mark === undefined
    ? null
    : { position: mark.position, written: Number(mark.written) }
}

/** Whether the last leaf of a standby is one of the primary: not where it is a copy of another database, or went its own way. */
const isSame = async (primary: Reader, standby: Reader, position: number): Promise<boolean> => {
  if (position === 0) return true
  const at = sql`${leaves.position} = ${position}`
  const digest = { factId: leaves.factId, digest: leaves.digest }
  const [here, there] = await Promise.all([primary, standby].map((one) => one.select(digest).from(leaves).where(at)))
  return here?.[0] !== undefined && here[0].factId === there?.[0]?.factId && here[0].digest === there[0].digest
}

type Told<T> = { answer: T } | { error: unknown }

/** What comes in time, or why nothing did. */
const soon = async <T>(work: Promise<T>): Promise<Told<T>> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Told<T>>((resolve) => {
    timer = setTimeout(() => resolve({ error: 'no answer came in time' }), SOON_MS)
  })
  const asked = work.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

export type ReplicaOptions = {
  primary: Postgres
  standby: Postgres
  /** What is asked how far each is, so that no look waits for a connection that others have. */
  watching: { primary: Reader; standby: Reader }
  clock: () => Instant
  known: Known
  /** What to do with whatever is being asked of a standby that is found silent. */
  onSilent?: () => void
  /** Told when it goes away, and when it is there again. */
  log?: Log
}

/** How long ago something was, in ms; a clock that was set back tells no age. */
const ageOf = (at: Instant, now: Instant): number => {
  const age = msBetween(at, now)
  return age < 0 ? Number.POSITIVE_INFINITY : age
}

const reaches = (mark: Mark, due: Mark): boolean => mark.position >= due.position && mark.written >= due.written

/**
 * A standby that is looked at once a second at most, when somebody asks for it: how far the primary is, then how far the standby. It is
 * read from where it holds what the primary held at the look before, two seconds ago at most; after a pause what the primary holds now.
 * A primary that does not answer is taken to be where it was seen last.
 */
export const replicaOf = ({
  primary,
  standby,
  watching,
  clock,
  known,
  onSilent,
  log = UNWATCHED.log,
}: ReplicaOptions): Replica => {
  const fail = (error: unknown): void => {
    if (known.state !== 'away')
      log('warn', 'the replica does not answer, and the primary answers for it', { error: errorText(error) })
    Object.assign(known, { state: 'away', at: clock(), same: false })
  }
  const stateOf = async (due: Mark | null, replayed: Mark | null): Promise<ReplicaState> => {
    if (replayed === null) return 'other'
    if (!known.same) {
      const same = await soon(isSame(watching.primary, watching.standby, replayed.position))
      if ('answer' in same && !same.answer) return 'other'
      known.same = 'answer' in same
    }
    if (!known.same || due === null) return 'unknown'
    return reaches(replayed, due) ? 'ok' : 'behind'
  }
  const look = async (now: Instant): Promise<void> => {
    const before = known.primary && ageOf(known.primary.at, now) < 2 * LOOK_MS ? known.primary : null
    const marked = await soon(markOf(watching.primary))
    const primary = 'answer' in marked ? { ...marked.answer, at: now } : known.primary
    const replayed = await soon(replayedOf(watching.standby))
    if ('error' in replayed) {
      onSilent?.()
      return fail(replayed.error)
    }
    const was = known.state
    const state = await stateOf(before ?? primary, replayed.answer)
    Object.assign(known, { at: clock(), primary, state, position: replayed.answer?.position ?? 0 })
    if (was === 'away') log('warn', 'the replica answers again', { state })
  }
  let looking: Promise<void> | undefined
  const lookNow = async (): Promise<Known> => {
    const now = clock()
    if (known.at !== null && ageOf(known.at, now) < (known.state === 'away' ? AGAIN_MS : LOOK_MS)) return known
    looking ??= look(now).finally(() => {
      looking = undefined
    })
    await looking
    return known
  }
  const onFailed = (error: unknown): void => {
    if (isUnavailable(error)) fail(error)
  }
  const reader = (): Reader => {
    const pool = overBoth({ standby: standby.links.pool, primary: primary.links.pool, onFailed })
    return drizzle(clientOn({ ...standby.links, pool }), { casing: 'snake_case' })
  }
  return {
    readerAt: async (position) => {
      const { state, position: reached } = await lookNow()
      return state === 'ok' && position <= reached ? reader() : null
    },
    standing: async () => {
      const { state, position } = await lookNow()
      return { state, position }
    },
  }
}

/** What a process that goes on has of a standby. */
export type StandbyOptions = {
  url: string
  primaryUrl: string
  primary: Postgres
  clock: () => Instant
  /** Told of each statement that it is asked for others, and when it goes away or is there again. */
  watch?: Pick<Watch, 'log' | 'statement'>
}

/** A standby for a process: looked at over connections of its own, one to each, and tried once, since there is another to ask. */
export const openStandby = ({
  url,
  primaryUrl,
  primary,
  clock,
  watch = UNWATCHED,
}: StandbyOptions): { replica: Replica; close: () => Promise<void> } => {
  const given = { tries: 1, variable: 'DATABASE_REPLICA_URL' }
  const standby = openPostgres(url, { ...given, watch: watch.statement })
  const watching = {
    primary: openPostgres(primaryUrl, { max: 1, tries: 1 }),
    standby: openPostgres(url, { ...given, max: 1 }),
  }
  const onSilent = (): void => {
    for (const { pool } of [standby.links, watching.standby.links]) pool.abandon()
  }
  const replica = replicaOf({
    ...{ primary, standby, clock, onSilent, known: nothingKnown(), log: watch.log },
    watching: { primary: watching.primary.reader, standby: watching.standby.reader },
  })
  const close = async (): Promise<void> =>
    void (await Promise.all([standby, watching.primary, watching.standby].map((one) => one.close())))
  return { replica, close }
}
