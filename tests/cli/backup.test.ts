import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCounts } from '../../src/jobs/check-counts.ts'
import { HOST, MIGRATIONS, servicesHere } from '../../src/server.ts'
import { authorsByIds } from '../../src/storage/authors.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { type Ran, run, start } from './served.ts'

const folder = mkdtempSync(join(tmpdir(), 'hindcast-backup-'))
const data = join(folder, 'data')
const file = join(folder, 'backup.tar.gz')

type Served = { child: ChildProcess; url: string; key: string }

/** Serves a folder as its first holder: its address, and the key that was shown once. */
const serve = async (): Promise<Served> => {
  const child = start(['serve', '--port', '0', '--data', data], { HINDCAST_SECRET: '', HINDCAST_RATE_LIMIT: '0' })
  let key = ''
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    key ||= /hck_\S+/.exec(line)?.[0] ?? ''
    const url = /Hindcast is at (\S+)/.exec(line)?.[1]
    if (url) return { child, url, key }
  }
  throw new Error('the server did not start')
}

const record = async <T>({ url, key }: Served, path: string, body: object): Promise<T> => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as T
}
const recordAuthor = async (served: Served, name: string): Promise<string> =>
  (await record<{ author: { id: string } }>(served, '/v1/authors', { name, kind: 'person' })).author.id
/** A question is a fact, which an author is not: the ledger has it. */
const ask = async (served: Served, wording: string): Promise<string> => {
  const question = { wording, criteria: 'by the gauge', windowStart: '2026-01-01', windowEnd: '2036-12-31' }
  return (await record<{ id: string }>(served, '/v1/questions', question)).id
}

/** The authors that a folder holds of these, when nobody serves it; its counts are those of its facts. */
const heldBy = async (of: string, ids: readonly string[]): Promise<string[]> => {
  const database = await openEmbedded(of, MIGRATIONS)
  try {
    const services = servicesHere(database)
    expect(await checkCounts(services, HOST, services.clock())).toMatchObject({ differences: 0 })
    const found = await authorsByIds(database.reader, [...ids])
    return found.map(({ id }) => id).sort()
  } finally {
    await database.close()
  }
}

/** The questions that a full export of a folder holds, which verifies. */
const askedIn = async (of: string): Promise<string[]> => {
  const out = `${of}-export`
  expect(await run(['snapshot', '--data', of, '--out', out], { HINDCAST_SECRET: '' })).toMatchObject({ code: 0 })
  const verified = await run(['verify', out, '--json'])
  expect(JSON.parse(verified.stdout)).toMatchObject({ faults: [], unchecked: [], key: expect.any(String) })
  expect(verified).toMatchObject({
    code: 0,
    stderr: 'Nothing was changed since it was signed, by a key that you did not name.\n',
  })
  const lines = readFileSync(join(out, 'questions.ndjson'), 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => (JSON.parse(line) as { id: string }).id)
}

const refused = ({ code, stderr }: Ran) => ({ code, stderr: stderr.trim().split('\n')[0] })

let served: Served
let before: string[] = []
const asked: string[] = []
let backedUp: Ran

const LOOKALIKES = ['.copying-a1B2c4', '.copying-a1B2c5', '.copying-by-hand']

/** What lies in the data folder before it is served: a copy that a crash left, and what only looks like one. */
const layOut = (): void => {
  const elsewhere = join(folder, 'elsewhere')
  for (const path of [
    join(data, '.copying-a1B2c3'),
    join(data, 'backup-of-mine'),
    join(data, '.copying-by-hand'),
    elsewhere,
  ]) {
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'letter'), 'mine')
  }
  writeFileSync(join(data, '.copying-a1B2c4'), 'mine')
  symlinkSync(elsewhere, join(data, '.copying-a1B2c5'))
}

beforeAll(async () => {
  layOut()
  served = await serve()
  for (let at = 0; at < 20; at++) before.push(await recordAuthor(served, `Ada ${at}`))
  before = before.sort()
  for (let at = 0; at < 20; at++) asked.push(await ask(served, `Will the Orrin flood in 20${20 + at}?`))
  // Goes on writing while the backup is made.
  let writing = true
  const after = (async () => {
    for (let at = 0; writing; at++) {
      await recordAuthor(served, `Bea ${at}`)
      await ask(served, `Will the Orrin freeze ${at} times?`)
    }
  })()
  backedUp = await run(['backup', '--out', file, '--data', data])
  writing = false
  await after
})

afterAll(async () => {
  if (served.child.exitCode === null && served.child.signalCode === null) {
    served.child.kill('SIGKILL')
    await once(served.child, 'close')
  }
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup of a folder that is served', () => {
  it('began by removing what a crash left of another, and nothing else', () => {
    expect(readdirSync(data)).not.toContain('.copying-a1B2c3')
    for (const kept of [
      'backup-of-mine/letter',
      '.copying-by-hand/letter',
      '.copying-a1B2c4',
      '.copying-a1B2c5/letter',
    ])
      expect(readFileSync(join(data, kept), 'utf8')).toBe('mine')
  })

  it('is one file that says what it holds, and leaves nothing behind', () => {
    expect(backedUp.stderr).toContain('read by the process that has it open')
    expect(backedUp.stderr).toContain('holds the secret of the folder')
    expect(backedUp.code).toBe(0)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'data', 'elsewhere'])
    expect(
      readdirSync(data)
        .filter((name) => name.startsWith('.copying-'))
        .sort(),
    ).toEqual(LOOKALIKES)
  })

  it('is restored with everything that was acknowledged before it began, and an export of that verifies', async () => {
    const restored = join(folder, 'restored')
    const done = await run(['restore', file, '--data', restored, '--json'])
    expect(done).toMatchObject({ code: 0 })
    expect(JSON.parse(done.stdout)).toMatchObject({ folder: restored, secret: true })
    expect(await heldBy(restored, before)).toEqual(before)
    expect(readFileSync(join(restored, 'secret'), 'utf8')).toBe(readFileSync(join(data, 'secret'), 'utf8'))
    expect(await askedIn(restored)).toEqual(expect.arrayContaining(asked))
  })

  it('is refused over a file that is there', async () => {
    const again = await run(['backup', '--out', file, '--data', data])
    expect(refused(again)).toEqual({ code: 1, stderr: expect.stringContaining('is there already') })
  })

  it('is not made of a folder by two servers: the second is refused, with the number of the first', async () => {
    const second = await run(['serve', '--port', '0', '--data', data])
    expect(refused(second)).toEqual({
      code: 1,
      stderr: expect.stringContaining(`in use by process ${served.child.pid}`),
    })
  })
})

describe('a restore', () => {
  const into = (name: string) => join(folder, name)

  it('leaves alone whatever is there', async () => {
    mkdirSync(into('kept'))
    writeFileSync(join(into('kept'), 'letter'), 'mine')
    expect(refused(await run(['restore', file, '--data', into('kept')]))).toEqual({
      code: 1,
      stderr: expect.stringContaining('is not empty'),
    })
    expect(readFileSync(join(into('kept'), 'letter'), 'utf8')).toBe('mine')
    expect(refused(await run(['restore', file, '--data', data])).code).toBe(1)
  })

  it.each([
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5000)],
    [
      'has one bit changed',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => byte ^ Number(at === bytes.length - 9000))),
    ],
    ['is something else', () => Buffer.from('a letter')],
  ])('of a file that %s leaves nothing', async (_, spoil) => {
    const spoilt = into('spoilt.tar.gz')
    writeFileSync(spoilt, spoil(readFileSync(file)))
    const done = await run(['restore', spoilt, '--data', into('spoilt')])
    expect(refused(done)).toEqual({ code: 1, stderr: expect.stringContaining('is no whole backup') })
    expect(existsSync(into('spoilt'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith('.restoring'))).toEqual([])
  })
})

describe('a folder whose server was killed', () => {
  it('is backed up as it lies, restored, and holds the same', async () => {
    served.child.kill('SIGKILL')
    await once(served.child, 'close')
    const cold = join(folder, 'cold.tar.gz')
    const backup = await run(['backup', '--out', cold, '--data', data])
    expect(backup.stderr).toContain('as it lies')
    expect(await run(['restore', cold, '--data', join(folder, 'cold')])).toMatchObject({ code: 0 })
    expect(await heldBy(join(folder, 'cold'), before)).toEqual(before)
    expect(await askedIn(join(folder, 'cold'))).toEqual(expect.arrayContaining(asked))
  })
})
