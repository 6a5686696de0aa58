import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdFolder } from '../../src/storage/folder-lock.ts'
import { namespaceHere } from '../../src/storage/lock-holder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lockOf = (of = folder) => join(of, 'hindcast.lock')
const inUse = expect.objectContaining({ code: 'folder-in-use' })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The number of a process that is surely gone. */
const goneProcess = (): number => spawnSync(process.execPath, ['-e', '0']).pid

describe('holding a folder', () => {
  it('makes the folder, names the holder, and goes when released', () => {
    const data = join(folder, 'deep', 'data')
    const { release } = holdFolder(data)
    expect(readFileSync(join(data, 'hindcast.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
    release()
    expect(existsSync(join(data, 'hindcast.lock'))).toBe(false)
  })

  it('refuses a second hold, naming the holder and what to do', () => {
    const { release } = holdFolder(folder)
    expect(() => holdFolder(folder)).toThrow(
      expect.objectContaining({
        code: 'folder-in-use',
        message: expect.stringMatching(new RegExp(`${folder}.*in use by process ${process.pid}`)),
        remedy: expect.stringContaining('--data'),
      }),
    )
    release()
    holdFolder(folder).release()
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
    const { release } = holdFolder(folder)
    expect(readFileSync(lockOf(), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
    expect(() => holdFolder(folder)).toThrow(inUse)
    release()
  })

  it('takes over its own number from before a restart', () => {
    writeFileSync(lockOf(), `${process.pid}\nhindcast serve\n`)
    holdFolder(folder).release()
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
    holdFolder(folder).release()
  })

  it('refuses a folder of a container of the same host name, whatever its number, until that falls silent', () => {
    writeFileSync(lockOf(), `${goneProcess()}\nhindcast serve\n${hostname()}\npid:[1]\nname\n`)
    const { mtimeMs } = statSync(lockOf())
    expect(() => holdFolder(folder)).toThrow(
      expect.objectContaining({ code: 'folder-in-use', message: expect.stringContaining('of another container') }),
    )
    const longAgo = mtimeMs / 1000 - 121
    utimesSync(lockOf(), longAgo, longAgo)
    holdFolder(folder).release()
  })

  it('takes no number of before the machine was started anew for one of now', () => {
    writeFileSync(
      lockOf(),
      `${process.ppid}\nhindcast serve\n${hostname()}\n${namespaceHere().split(' ')[0]} of-before\nname\n`,
    )
    const { mtimeMs } = statSync(lockOf())
    const longAgo = mtimeMs / 1000 - 121
    utimesSync(lockOf(), longAgo, longAgo)
    holdFolder(folder).release()
  })

  it('takes over at once from a process of this container that is gone', () => {
    writeFileSync(lockOf(), `${goneProcess()}\nhindcast serve\n${hostname()}\n${namespaceHere()}\nname\n`)
    holdFolder(folder).release()
  })

  it('is one hold, by whatever path the folder is named', () => {
    const other = join(folder, 'other')
    mkdirSync(join(folder, 'data'))
    symlinkSync(join(folder, 'data'), other)
    const { release } = holdFolder(join(folder, 'data'))
    expect(() => holdFolder(other)).toThrow(inUse)
    release()
  })

  it("leaves nothing but the lock in the folder, and a lock that is another's when released", () => {
    const { release } = holdFolder(folder)
    expect(readdirSync(folder)).toEqual(['hindcast.lock'])
    const another = `${process.ppid}\nhindcast serve\n${hostname()}\n${namespaceHere()}\nname\n`
    writeFileSync(lockOf(), another)
    release()
    expect(readFileSync(lockOf(), 'utf8')).toBe(another)
    expect(readdirSync(folder)).toEqual(['hindcast.lock'])
  })

  it('takes over a lock that names nobody: a lock appears with its holder or not at all', () => {
    writeFileSync(lockOf(), '')
    const { release } = holdFolder(folder)
    expect(readFileSync(lockOf(), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
    release()
  })
})

describe('processes that hold folders', () => {
  const children: ChildProcess[] = []
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
  })

  const holder = fileURLToPath(new URL('../support/hold-folders.ts', import.meta.url))
  const start = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, ['--import', 'tsx', holder, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    children.push(child)
    return child
  }
  const said = async ({ stdout }: ChildProcess): Promise<string> =>
    String(await once(stdout as NodeJS.ReadableStream, 'data'))

  it('at one moment are one for each, also where all of them find that of a process that is gone', async () => {
    const folders = Array.from({ length: 100 }, (_, at) => join(folder, String(at)))
    const gone = `${goneProcess()}\nhindcast serve\n`
    for (const one of folders) {
      mkdirSync(one)
      writeFileSync(lockOf(one), gone)
    }
    const contenders = [1, 2, 3].map(() => start('together', '10000', ...folders))
    for (const one of await Promise.all(contenders.map(said))) expect(one).toBe('ready\n')
    const all = Promise.all(contenders.map(said))
    for (const { stdin } of contenders) stdin?.write(`${Date.now() + 500}\n`)
    const took: string[] = (await all).flatMap((text) => JSON.parse(text))
    expect(folders.map((one) => took.filter((taken) => taken === one).length)).toEqual(folders.map(() => 1))
    expect(readdirSync(folders[0] ?? '')).toEqual(['hindcast.lock'])
  })

  it.each([
    ['exit', 3],
    ['throw', 1],
  ])('leave no lock where they end by themselves: by %s', async (manner, code) => {
    const child = start(manner, '10000', folder, join(folder, 'other'))
    expect(JSON.parse(await said(child))).toHaveLength(2)
    expect(await once(child, 'close')).toEqual([code, null])
    expect([existsSync(lockOf()), existsSync(lockOf(join(folder, 'other')))]).toEqual([false, false])
  })

  it('end before they write where another took the folder over, however seldom they touch it', async () => {
    const child = start('', '600000', folder)
    await said(child)
    rmSync(lockOf())
    writeFileSync(lockOf(), `${process.pid}\nhindcast serve --other\n${hostname()}\n${namespaceHere()}\nname\n`)
    child.stdin?.write('\n')
    expect(await once(child, 'close')).toEqual([1, null])
  })

  it('end where the lock cannot be touched for so long that another may soon take over', async () => {
    const child = start('', '20', folder)
    const told = text(child.stderr as NodeJS.ReadableStream)
    await said(child)
    rmSync(lockOf())
    mkdirSync(lockOf())
    expect(await once(child, 'close')).toEqual([1, null])
    expect(await told).toContain('the lock could not be touched for a minute')
  })

  it('end where another took the folder over, and leave it to that', async () => {
    const child = start('', '20', folder)
    const told = text(child.stderr as NodeJS.ReadableStream)
    await said(child)
    const another = `${process.pid}\nhindcast serve --other\n${hostname()}\n${namespaceHere()}\nname\n`
    writeFileSync(join(folder, 'other'), another)
    renameSync(join(folder, 'other'), lockOf())
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    expect(await told).toContain(
      `process ${process.pid} on ${hostname()} (hindcast serve --other) took the data folder`,
    )
    expect(readFileSync(lockOf(), 'utf8')).toBe(another)
  })

  it('put a lock back that somebody removed', async () => {
    const child = start('', '20', folder)
    await said(child)
    const lock = readFileSync(lockOf(), 'utf8')
    rmSync(lockOf())
    while (!existsSync(lockOf())) await pause(5)
    expect(readFileSync(lockOf(), 'utf8')).toBe(lock)
    expect(() => holdFolder(folder)).toThrow(inUse)
    child.stdin?.end()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(existsSync(lockOf())).toBe(false)
  })
})
