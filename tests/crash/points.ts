import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFrom } from '../../src/core/scoring/numbers/random.ts'
import type { Checked } from './check.ts'
import { type KeptCheckpoint, verifiedAgainst } from './checkpoints.ts'
import { embeddedPlace, type Place, postgresPlace } from './place.ts'
import {
  bundleServer,
  migrationsIn,
  runToEnd,
  type ServerProcess,
  type Start,
  startServer,
  unboundFor,
} from './server-process.ts'
import { SECRET_STEPS, type Trap, trapKinds } from './trap.ts'
import { layGround, type Phase, phases, prepare, type Scene, sendAgain, work } from './work.ts'

export type Options = {
  points: number
  database: 'embedded' | 'postgres'
  /** Draws the points. */
  seed: string
  note: (line: string) => void
  /** One after the other; all of them where nothing is said. */
  phases?: readonly Phase[]
}

/** Of one phase: how often it was cut off, and by what; how much was answered in it; and what was found to be wrong. */
export type Tally = {
  points: number
  /** By a delay drawn at random, at a named point of the server, in the database process. */
  byDelay: number
  byTrap: number
  byDatabase: number
  /** How often the server fell with its database and was started again; the driver does so where a transaction was under way. */
  fell: number
  acknowledged: number
  wrong: { lost: string[]; halfWritten: string[]; differences: string[] }
}
export type Result = {
  tallies: Map<Phase | 'first start', Tally>
  facts: number
  sealed: number
  /** How many messages there were to send, and how many of them came. */
  messages: number
  received: number
  /** What the offline check found in an export of everything, against the checkpoint that was signed before the crashes. */
  verified: { facts: number; faults: string[] }
}

type Run = Options & {
  place: Place
  program: string
  migrations: string
  environment: Record<string, string>
  random: () => number
  server: ServerProcess
  scene: Scene
  result: Result
}

const empty = (): Tally => ({
  points: 0,
  byDelay: 0,
  byTrap: 0,
  byDatabase: 0,
  fell: 0,
  acknowledged: 0,
  wrong: { lost: [], halfWritten: [], differences: [] },
})

const tallyOf = ({ result }: Run, phase: Phase | 'first start'): Tally => {
  const tally = result.tallies.get(phase) ?? empty()
  result.tallies.set(phase, tally)
  return tally
}

/** The number of a write or commit to die at: small ones as likely as large ones. */
const drawAfter = (random: () => number, most: number): number => Math.ceil(most ** random())

/** The longest of what a phase may take before it is cut off, in ms. */
const LONGEST: Readonly<Record<Phase, number>> = {
  batch: 4000,
  submit: 1500,
  review: 4000,
  settle: 2500,
  seal: 400,
  deliver: 1500,
  all: 6000,
  migrate: 4000,
  start: 3000,
}

const startOf = (run: Pick<Run, 'program' | 'place' | 'environment'>, trap: Trap | null = null): Start => ({
  program: run.program,
  args: ['serve', '--port', '0', ...run.place.args],
  environment: { ...run.place.environment, ...run.environment },
  trap,
})

const mustStart = async (start: Start): Promise<ServerProcess> => {
  const server = await startServer(start)
  if (!server) throw new Error('a server that nobody killed did not start')
  return server
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

const trapFor = ({ random, database }: Run): Trap => {
  const kinds = database === 'embedded' ? trapKinds : trapKinds.slice(0, 2)
  const kind = kinds[Math.floor(random() * kinds.length)] ?? 'before-commit'
  return { kind, after: drawAfter(random, kind.endsWith('commit') ? 12 : 300) }
}

/** Adds a migration that is long enough to die in, and counts what it must have made. */
const addMigration = ({ migrations, scene }: Run): void => {
  const journal = join(migrations, 'meta/_journal.json')
  const known = JSON.parse(readFileSync(journal, 'utf8'))
  const last = known.entries.at(-1)
  const idx = last.idx + 1
  const tag = `${String(idx).padStart(4, '0')}_crash`
  const statements = [
    'DROP TABLE IF EXISTS crash_made;',
    `CREATE TABLE crash_made AS SELECT g AS id, ${idx} AS by FROM generate_series(1, 20000) g;`,
    'ALTER TABLE crash_made ADD PRIMARY KEY (id);',
    'CREATE INDEX crash_made_index ON crash_made (by, id);',
    'DROP TABLE IF EXISTS crash_copied;',
    'CREATE TABLE crash_copied AS SELECT id, digest FROM predictions;',
    'ALTER TABLE crash_copied ADD PRIMARY KEY (id);',
  ]
  writeFileSync(join(migrations, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'))
  known.entries.push({ ...last, idx, tag, when: last.when + 1000 })
  writeFileSync(journal, JSON.stringify(known))
  scene.acknowledged.migrations = known.entries.length
}

/** Kills the server, or what it stands on, while the work of a phase goes on, and waits until both have ended. */
const cutOff = async (run: Run, phase: keyof typeof work): Promise<void> => {
  const { random, place, scene, server } = run
  const tally = tallyOf(run, phase)
  await prepare(server, scene, phase)
  const drawn = random()
  // The first of a run falls with its database, so that a short one has seen that too.
  const isFirst = [...run.result.tallies.values()].every(({ byDatabase }) => byDatabase === 0)
  if (place.kill && (isFirst || drawn < 0.4)) {
    const working = work[phase](server, scene).catch((error) => error)
    await pause(random() * LONGEST[phase])
    await place.kill(random() < 0.5 ? 'backend' : 'postmaster')
    await place.recover()
    const failed = await working
    // What the server itself runs may fail with its database; what the driver does not expect may not.
    if (failed instanceof Error && /was refused/.test(failed.message)) throw failed
    tally.byDatabase += 1
    return
  }
  if (drawn < 0.7) {
    const working = work[phase](server, scene)
    await Promise.race([pause(random() * LONGEST[phase]), working])
    server.kill()
    tally.byDelay += 1
    await Promise.all([working, server.gone])
    return
  }
  await server.order({ do: 'arm', trap: trapFor(run) })
  await work[phase](server, scene)
  // The work may have been over before the trap was reached.
  server.kill()
  tally.byTrap += 1
  await server.gone
}

/** Kills a start, once or twice in a row: while it recovers from the crash before, or applies a migration. */
const cutOffStart = async (run: Run, phase: 'migrate' | 'start'): Promise<void> => {
  const { random, server } = run
  const tally = tallyOf(run, phase)
  server.kill()
  await server.gone
  if (phase === 'migrate') addMigration(run)
  const migrates = phase === 'migrate' && run.database === 'postgres'
  for (let times = random() < 0.3 ? 2 : 1; times > 0; times--) {
    const kind = random() < 0.5 ? 'before-write' : 'torn-write'
    const trap: Trap | null =
      run.database === 'embedded' && random() < 0.6 ? { kind, after: drawAfter(random, 2500) } : null
    const start = { ...startOf(run, trap), ...(migrates ? { args: ['migrate'] } : {}) }
    const until = trap ? null : random() * LONGEST[phase]
    if (migrates) await runToEnd(start, until)
    else {
      const started = await startServer(start, until)
      started?.kill()
      await started?.gone
    }
    if (trap) tally.byTrap += 1
    else tally.byDelay += 1
  }
  if (migrates) await runToEnd({ ...startOf(run), args: ['migrate'] }, null)
}

/** Connections that died with the database fail once more, at their next use. */
const settleDown = async (run: Run, tally: Tally): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    if ((await Promise.race([run.server.gone.then(() => 'gone'), pause(50)])) === 'gone') {
      tally.fell += 1
      run.server = await mustStart(startOf(run))
    }
    try {
      if ((await run.server.order({ do: 'seal' })) !== null) return
    } catch (error) {
      if (attempt === 20) throw error
    }
    await pause(100)
  }
}

/** Looks at everything after a crash: what was answered is there, nothing is there in part, the ledger and the jobs go on. */
const look = async (run: Run, tally: Tally): Promise<void> => {
  const { server, scene, result } = run
  await sendAgain(server, scene)
  const sealed = await server.order({ do: 'seal' })
  const checked = await server.order<Checked>({ do: 'check', acknowledged: scene.acknowledged })
  if (!checked) throw new Error('the server went while it was looked at')
  if (sealed === null) checked.halfWritten.push('the ledger does not go on')
  // What the receiver took by now: more may have come since the look.
  const taken = new Set(scene.taken)
  const unsent = checked.delivered.filter((id) => !taken.has(id))
  if (unsent.length > 0) checked.halfWritten.push(`${unsent.length} messages are marked as delivered and never came`)
  tally.wrong.lost.push(...checked.lost)
  tally.wrong.halfWritten.push(...checked.halfWritten)
  tally.wrong.differences.push(...checked.differences)
  scene.acknowledged.ledger = checked.ledger
  result.facts = checked.facts
  result.sealed = checked.ledger.position
  result.messages = checked.messages
}

const countOf = ({ acknowledged: { predictions, commentaries, events, accepted, settled } }: Scene): number =>
  [predictions, commentaries, events, accepted, settled].reduce((sum, { length }) => sum + length, 0)

const isWrong = ({ wrong }: Tally): number => wrong.lost.length + wrong.halfWritten.length + wrong.differences.length

const point = async (run: Run, phase: Phase): Promise<void> => {
  const tally = tallyOf(run, phase)
  const { byDatabase } = tally
  const [before, wrong] = [countOf(run.scene), isWrong(tally)]
  if (phase === 'migrate' || phase === 'start') await cutOffStart(run, phase)
  else await cutOff(run, phase)
  run.scene.minutesAhead += 2
  tally.points += 1
  const byServer = tally.byDatabase === byDatabase
  if (byServer) run.server = await mustStart(startOf(run))
  else await settleDown(run, tally)
  tally.acknowledged += countOf(run.scene) - before
  await look(run, tally)
  if (isWrong(tally) > wrong) run.note(`${phase}: ${JSON.stringify(tally.wrong)}`)
}

/** What a whole secret of a folder is. */
const SECRET = /^[\w-]{43}$/

/** Kills the first start of a folder at a write of it, or while its secret is made; the next one must come up. */
const cutOffFirst = async (run: Run, folder: string, trap: Trap): Promise<void> => {
  const tally = tallyOf(run, 'first start')
  const place = embeddedPlace(folder)
  const first = await startServer(startOf({ ...run, place }, trap))
  first?.kill()
  await first?.gone
  tally.points += 1
  tally.byTrap += 1
  try {
    const second = await startServer(startOf({ ...run, place }))
    if (!second?.key && !first?.key) tally.wrong.lost.push('the admin key, which nobody was shown')
    if (!SECRET.test(readFileSync(join(folder, 'secret'), 'utf8')))
      tally.wrong.halfWritten.push(`the secret of a folder whose first start died at ${trap.kind} ${trap.after}`)
    second?.kill()
    await second?.gone
  } catch (error) {
    tally.wrong.halfWritten.push(
      `a folder whose first start died at ${trap.kind} ${trap.after} is not served: ${error}`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
}

/** A first start that dies anywhere, and one that dies over its secret. */
const cutOffFirsts = async (run: Run, folder: string): Promise<void> => {
  await cutOffFirst(run, folder, { kind: 'before-write', after: drawAfter(run.random, 6000) })
  await cutOffFirst(run, folder, { kind: 'secret-step', after: Math.ceil(run.random() * SECRET_STEPS) })
}

/** The newest checkpoint, as anybody may keep it; the server may be about to sign its first one by itself. */
export const checkpointOf = async ({ url, order }: ServerProcess): Promise<KeptCheckpoint> => {
  for (let attempt = 1; ; attempt++) {
    await order({ do: 'seal' })
    const response = await fetch(`${url}/v1/ledger/checkpoints/latest`)
    if (response.ok) return (await response.json()) as KeptCheckpoint
    if (attempt === 20) throw new Error(`no checkpoint is there: ${response.status} ${await response.text()}`)
    await pause(500)
  }
}

/** Exports everything, and holds it offline against the checkpoint that was kept before anything was killed. */
const verifyAll = async ({ server, scene, result }: Run, folder: string): Promise<void> => {
  const written = await server.order<{ position: number }>({ do: 'export', folder })
  const kept = scene.acknowledged.checkpoint
  if (!written || !kept) throw new Error('there is no export, or no checkpoint to hold it against')
  result.verified = await verifiedAgainst(folder, kept)
  if (written.position !== result.sealed) result.verified.faults.push(`${result.sealed} facts are sealed`)
}

/** A receiver of webhooks, which notes what it took before it says so. */
export const receive = async (taken: string[]) => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      taken.push(String(request.headers['webhook-id']))
      response.writeHead(204).end()
    })
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

/** Sends until nothing waits: the server sends by itself too, and what it has in hand is not sent twice at once. */
const sendAll = async (run: Run): Promise<void> => {
  const { server, scene, result } = run
  for (let attempt = 1; attempt <= 30; attempt++) {
    await server.order({ do: 'deliver', minutesAhead: scene.minutesAhead })
    await look(run, tallyOf(run, 'deliver'))
    result.received = new Set(scene.taken).size
    if (result.received === result.messages) return
    await pause(1000)
  }
}

/** Crashes a server at so many points, on one folder or database, and tells what was found after each. */
export const crash = async (options: Options): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'hindcast-crash-'))
  const random = randomFrom(options.seed)
  const taken: string[] = []
  const receiver = await receive(taken)
  // The embedded database is left to the secret that it keeps in its folder.
  const environment = {
    ...unboundFor(receiver.host),
    ...(options.database === 'embedded' ? { HINDCAST_SECRET: '' } : {}),
  }
  const program = await bundleServer(folder)
  const data = join(folder, 'data')
  mkdirSync(data)
  const place = options.database === 'embedded' ? embeddedPlace(data) : await postgresPlace(join(folder, 'postgres'))
  let run: Run | null = null
  try {
    const started = { program, place, environment }
    if (options.database === 'postgres') await runToEnd({ ...startOf(started), args: ['migrate'] }, null)
    const server = await mustStart(startOf(started))
    const scene = await layGround(server, `http://${receiver.host}/hook`, taken, random)
    const migrations = join(folder, 'migrations')
    scene.acknowledged.migrations = migrationsIn(folder)
    scene.acknowledged.checkpoint = await checkpointOf(server)
    const result: Result = {
      ...{ tallies: new Map(), facts: 0, sealed: 0, messages: 0, received: 0 },
      verified: { facts: 0, faults: [] },
    }
    run = { ...options, ...started, migrations, random, server, scene, result }
    const among = options.phases ?? phases
    for (let at = 0; at < options.points; at++) {
      const phase = among[at % among.length] ?? 'all'
      await point(run, phase)
      if (options.database === 'embedded' && at % 20 === 19) await cutOffFirsts(run, join(folder, `first-${at}`))
      if (at % 10 === 9)
        options.note(`${new Date().toISOString()} ${at + 1} points, ${result.facts} facts, ${result.sealed} sealed`)
    }
    // All that was sealed is sent in the end, in order and without a gap.
    await run.server.order({ do: 'seal' })
    await sendAll(run)
    await verifyAll(run, join(folder, 'export'))
    return result
  } finally {
    run?.server.kill()
    await run?.server.gone
    receiver.close()
    await place.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
