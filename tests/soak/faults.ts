import postgres from 'postgres'
import type { Wire } from '../support/wire.ts'

/** What can be broken, and for how long; each is mended when it returns. */
export type Breakable = {
  wire: Wire
  /** The database itself, past the wire. */
  postgresUrl: string
  postmaster: () => number
  /** What the receiver of webhooks does. */
  receiver: { manner: 'takes' | 'fails' | 'hangs' }
  /** The server, for what clients do to it. */
  url: () => string
  pause: (ms: number) => Promise<void>
  random: () => number
}

type Break = (place: Breakable) => Promise<void>

const wireBy =
  (manner: 'untaken' | 'dropped' | 'silent'): Break =>
  async ({ wire, pause, random }) => {
    await wire.set(manner)
    if (manner === 'dropped') wire.cut()
    await pause(500 + random() * 2000)
    // What went silent has lost bytes and can't go on.
    wire.cut()
    await wire.set('through')
  }

const endBackend: Break = async ({ postgresUrl }) => {
  const sql = postgres(postgresUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const freeze: Break = async ({ postmaster, postgresUrl, pause, random }) => {
  const sql = postgres(postgresUrl, { max: 1, onnotice: () => undefined })
  const backends = await sql`select pid from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  await sql.end({ timeout: 1 })
  const pids = [postmaster(), ...backends.map(({ pid }) => Number(pid))]
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of pids)
      try {
        process.kill(pid, name)
      } catch {
        // It ended by itself meanwhile.
      }
  }
  signal('SIGSTOP')
  await pause(500 + random() * 2000)
  signal('SIGCONT')
}

/** Another client takes the rows that each writer needs, and lets go. */
const lock: Break = async ({ postgresUrl, pause, random }) => {
  const sql = postgres(postgresUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql.begin(async (tx) => {
      await tx`lock table predictions in exclusive mode`
      await pause(500 + random() * 1500)
    })
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const receiverBy =
  (manner: 'fails' | 'hangs'): Break =>
  async ({ receiver, pause, random }) => {
    receiver.manner = manner
    await pause(500 + random() * 2000)
    receiver.manner = 'takes'
  }

/** Clients that begin and go away: within the headers, within a body, and before the answer. */
const leave: Break = async ({ url, pause }) => {
  const leaving = Array.from({ length: 40 }, async (_, at) => {
    const going = new AbortController()
    setTimeout(() => going.abort(), at * 3)
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await pause(20)
        if (going.signal.aborted) controller.close()
        else controller.enqueue(new TextEncoder().encode('{"author":"'))
      },
    })
    const init = at % 2 ? { method: 'POST', body, duplex: 'half' } : {}
    await fetch(`${url()}${at % 2 ? '/v1/predictions/batch' : '/v1/leaderboard'}`, {
      ...init,
      signal: going.signal,
    } as RequestInit).then(
      (response) => response.text(),
      () => undefined,
    )
  })
  await Promise.allSettled(leaving)
}

/** One after the other, every ten seconds. */
export const breaks: Readonly<Record<string, Break>> = {
  'the database refuses connections': wireBy('untaken'),
  'connections of the database break': async ({ wire }) => wire.cut(),
  'clients go away': leave,
  'the database is silent': wireBy('silent'),
  'the receiver of webhooks fails': receiverBy('fails'),
  'backends are ended': endBackend,
  'the database is frozen': freeze,
  'the receiver of webhooks hangs': receiverBy('hangs'),
  'a table is locked': lock,
  'connections are dropped at once': wireBy('dropped'),
}
