import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findAuthor, putAuthor } from '../../src/storage/authors.ts'
import { holdFolder, openEmbedded } from '../../src/storage/embedded.ts'
import { isReady } from '../../src/storage/readiness.ts'
import { countingIds, instant, MIGRATIONS } from '../support/embedded.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lockOf = () => join(folder, 'hindcast.lock')
const inUse = expect.objectContaining({ code: 'folder-in-use' })

/** The number of a process that is surely gone. */
const goneProcess = (): number => spawnSync(process.execPath, ['-e', '0']).pid

describe('holdFolder', () => {
  it('makes the folder, names the holder, and goes when released', () => {
    const data = join(folder, 'deep', 'data')
    const release = holdFolder(data)
    expect(readFileSync(join(data, 'hindcast.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
    release()
    expect(existsSync(join(data, 'hindcast.lock'))).toBe(false)
  })

  it('refuses a second hold, naming the holder and what to do', () => {
    const release = holdFolder(folder)
    expect(() => holdFolder(folder)).toThrow(
      expect.objectContaining({
        code: 'folder-in-use',
        message: expect.stringMatching(new RegExp(`${folder}.*in use by process ${process.pid}`)),
        remedy: expect.stringContaining('--data'),
      }),
    )
    release()
    holdFolder(folder)()
  })

  it('refuses the folder of another process that lives', () => {
    writeFileSync(lockOf(), `${process.ppid}\nhindcast serve\n`)
    expect(() => holdFolder(folder)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`process ${process.ppid} (hindcast serve)`),
        remedy: expect.stringContaining(lockOf()),
      }),
    )
    expect(existsSync(lockOf())).toBe(true)
  })

  it('takes over from a process that is gone', () => {
    writeFileSync(lockOf(), `${goneProcess()}\nhindcast serve\n`)
    const release = holdFolder(folder)
    expect(readFileSync(lockOf(), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
    expect(() => holdFolder(folder)).toThrow(inUse)
    release()
  })

  it('takes over its own number from before a restart', () => {
    writeFileSync(lockOf(), `${process.pid}\nhindcast serve\n`)
    holdFolder(folder)()
  })

  it('refuses a folder that a process of another machine touched, whatever its number, until that falls silent', () => {
    writeFileSync(lockOf(), `${process.pid}\nhindcast serve\nelsewhere.example\n`)
    expect(() => holdFolder(folder)).toThrow(
      expect.objectContaining({
        code: 'folder-in-use',
        message: expect.stringContaining(`process ${process.pid} on elsewhere.example (hindcast serve)`),
      }),
    )
    const { mtimeMs } = statSync(lockOf())
    const longAgo = mtimeMs / 1000 - 121
    utimesSync(lockOf(), longAgo, longAgo)
    holdFolder(folder)()
  })

  it('takes over a lock that names nobody: a lock appears with its holder or not at all', () => {
    writeFileSync(lockOf(), '')
    const release = holdFolder(folder)
    expect(readFileSync(lockOf(), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
    release()
  })
})

describe('openEmbedded', () => {
  it('keeps data across close and reopen, and holds its folder while open', async () => {
    const author = {
      id: countingIds()('author'),
      name: 'Ada',
      slug: 'ada',
      kind: 'person' as const,
      identity: 'name:ada',
      recordedBy: 'test',
      recordedAt: instant('2026-02-10T09:30:00.123Z'),
    }
    const first = await openEmbedded(folder, MIGRATIONS)
    await first.transaction((tx) => putAuthor(tx, author))
    await expect(openEmbedded(folder, MIGRATIONS)).rejects.toThrow(inUse)
    await first.close()
    await first.close()
    expect(existsSync(lockOf())).toBe(false)

    const second = await openEmbedded(folder, MIGRATIONS)
    const { identity: _, recordedBy: __, ...kept } = author
    expect(await findAuthor(second.reader, 'ada')).toEqual({ ...kept, bot: false })
    expect(await isReady(second.reader)).toBe(true)
    await second.close()
  }, 120_000)

  it('lets the folder go when it cannot open', async () => {
    await expect(openEmbedded(folder, join(folder, 'no-migrations'))).rejects.toThrow()
    expect(existsSync(lockOf())).toBe(false)
  }, 120_000)
})
