import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, start } from './served.ts'

const folder = mkdtempSync(join(tmpdir(), 'hindcast-disk-'))
const disk = join(folder, 'disk')
const said: string[] = []
const kept: string[] = []
let child: ChildProcess
let url = ''
let key = ''

const become = (manner: 'good' | 'full' | 'filling' | 'unsized' | 'write' | 'fsync'): void =>
  writeFileSync(disk, manner)

const serve = async (): Promise<void> => {
  const failing = pathToFileURL(join(import.meta.dirname, '../support/failing-disk.ts')).href
  child = start(['serve', '--port', '0', '--data', join(folder, 'data')], {
    NODE_OPTIONS: `--import tsx --import ${failing}`,
    TEST_DISK: disk,
    HINDCAST_SECRET: '',
    HINDCAST_RATE_LIMIT: '0',
  })
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream })
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line)
      key ||= /hck_\S+/.exec(line)?.[0] ?? ''
      url = /Hindcast is at (\S+)/.exec(line)?.[1] ?? url
      if (line.includes('Hindcast is at')) resolve()
    })
    child.once('close', () => reject(new Error(said.join('\n'))))
  })
}

const record = (name: string): Promise<Response> =>
  fetch(`${url}/v1/authors`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, kind: 'person' }),
  })
const keep = async (name: string): Promise<void> => {
  const response = await record(name)
  expect(response.status).toBe(201)
  kept.push(((await response.json()) as { author: { id: string } }).author.id)
}
const allKept = async (): Promise<void> => {
  for (const id of kept) expect((await fetch(`${url}/v1/authors/${id}`)).status).toBe(200)
}

describe.skipIf(process.platform !== 'linux')('the disk of an embedded database', () => {
  beforeAll(async () => {
    become('good')
    await serve()
    await keep('Ada')
  })
  afterAll(() => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('a full disk refuses what would be recorded, is read from, says so to probes, and takes again once there is room', async () => {
    become('full')
    const refused = await record('Bea')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await refused.json()).toMatchObject({
      code: 'database-unavailable',
      detail: expect.stringContaining('the disk of the database is full'),
    })
    await allKept()
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'degraded', disk: 'full' }),
    ])
    become('good')
    await keep('Cleo')
    expect(await (await fetch(`${url}/readyz`)).json()).not.toHaveProperty('disk')
  })

  it('a disk that fills while a write waits for its turn refuses that too', async () => {
    become('filling')
    for (const name of ['Gus', 'Hal', 'Ida']) expect((await record(name)).status).toBe(503)
    become('good')
  })

  it('a file system that tells no size is not full', async () => {
    become('unsized')
    await keep('Jo')
    become('good')
  })

  it('a backup that does not fit is not begun, and leaves nothing behind', async () => {
    const out = join(folder, 'backup.tar.gz')
    const backUp = () => run(['backup', '--data', join(folder, 'data'), '--out', out])
    become('full')
    expect(await backUp()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the disk has no room for a copy of the database'),
    })
    expect(readdirSync(join(folder, 'data')).filter((name) => name.startsWith('.copying-'))).toEqual([])
    become('good')
    expect(await backUp()).toMatchObject({ code: 0 })
  })

  it.each([
    ['write', 'ENOSPC'],
    ['fsync', 'EIO'],
  ] as const)(
    'a %s that fails ends the process, before anything of it is acknowledged; the next start has all else',
    async (manner, code) => {
      await keep(`Dora before ${manner}`)
      become(manner)
      const closed = once(child, 'close')
      await expect(record(`Emma at ${manner}`)).rejects.toThrow('fetch failed')
      expect(await closed).toEqual([1, null])
      expect(said.join('\n')).toContain(`the disk of the embedded database fails (${code})`)
      become('good')
      await serve()
      await allKept()
      await keep(`Fay after ${manner}`)
    },
  )
})
