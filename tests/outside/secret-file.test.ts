import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secretIn } from '../../src/outside/secret-file.ts'

/** What was done with files, in order; and at which step, counted from 1, the process dies. */
const steps: string[] = []
let diesAt = 0
const step = (name: string): void => {
  steps.push(name)
  if (steps.length === diesAt) throw new Error('killed')
}

const real = { ...fs }

/** Has every file opened, written, synced and renamed step by step; what other tests loaded before meets it too. */
const watchSteps = (): void => {
  const openSync: typeof fs.openSync = (path, ...rest) => {
    const fd = real.openSync(path, ...rest)
    step(real.fstatSync(fd).isDirectory() ? 'open folder' : 'open')
    return fd
  }
  const writeFileSync: typeof fs.writeFileSync = (file, text, options) => {
    // By its name a file is made first, and written then.
    if (typeof file === 'string' && typeof options === 'object' && options?.flag === 'wx') {
      real.closeSync(real.openSync(file, 'wx', options.mode))
      step('open')
      real.writeFileSync(file, text)
      return step('write')
    }
    real.writeFileSync(file, text, options)
    if (typeof file === 'number') step('write')
  }
  const fsyncSync: typeof fs.fsyncSync = (fd) => {
    real.fsyncSync(fd)
    step('sync')
  }
  const renameSync: typeof fs.renameSync = (from, to) => {
    real.renameSync(from, to)
    step('rename')
  }
  Object.assign(fs, { openSync, writeFileSync, fsyncSync, renameSync })
  syncBuiltinESMExports()
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-secret-'))
  diesAt = 0
  steps.length = 0
  watchSteps()
})
afterEach(() => {
  const { openSync, writeFileSync, fsyncSync, renameSync } = real
  Object.assign(fs, { openSync, writeFileSync, fsyncSync, renameSync })
  syncBuiltinESMExports()
  rmSync(folder, { recursive: true, force: true })
})

const file = (): string => join(folder, 'secret')

describe('the secret of a folder', () => {
  it('is made once, for the eyes of its owner', () => {
    const secret = secretIn(folder)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(secretIn(folder)).toBe(secret)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['secret'])
  })

  it('is on the disk before it has its name, and its name is before anything is signed by it', () => {
    secretIn(folder)
    expect(steps).toEqual(['open', 'write', 'sync', 'rename', 'open folder', 'sync'])
  })

  it.each([1, 2, 3, 4, 5, 6])('is whole or not there, wherever the process dies over it: at step %i', (at) => {
    diesAt = at
    expect(() => secretIn(folder)).toThrow('killed')
    const kept = readdirSync(folder).includes('secret') ? readFileSync(file(), 'utf8') : null
    if (kept !== null) expect(kept).toMatch(/^[\w-]{43}$/)
    diesAt = 0
    const secret = secretIn(folder)
    if (kept !== null) expect(secret).toBe(kept)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(readdirSync(folder)).toEqual(['secret'])
  })

  it.each(['', '\n', 'cut off', ' '.repeat(60)])('is not taken from a file that holds %j', (text) => {
    writeFileSync(file(), text)
    expect(() => secretIn(folder)).toThrowError(
      expect.objectContaining({ code: 'internal', remedy: expect.stringContaining('HINDCAST_SECRET') }),
    )
    expect(readFileSync(file(), 'utf8')).toBe(text)
  })
})
