import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFolder, snapshotFolder } from '../../src/outside/snapshot-folder.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'hindcast-folder-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

describe('a folder for one export', () => {
  it('leaves alone what is called much like it, whether the work fails or not', async () => {
    mkdirSync(join(parent, '_x'))
    writeFileSync(join(parent, '_x', 'letter'), 'mine')
    const failing = newFolder(parent).write('x', async (write) => {
      await write('a', bytesOf('1'))
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(readdirSync(parent)).toEqual(['_x'])
    await newFolder(parent).write('x', async (write) => void (await write('a', bytesOf('1'))))
    expect(readdirSync(parent).sort()).toEqual(['_x', 'x'])
    expect(readdirSync(join(parent, 'x'))).toEqual(['a'])
    expect(readFileSync(join(parent, '_x', 'letter'), 'utf8')).toBe('mine')
  })

  it('is refused where something is, a link that leads nowhere too', async () => {
    mkdirSync(join(parent, 'x'))
    symlinkSync(join(parent, 'nowhere'), join(parent, 'y'))
    for (const name of ['x', 'y'])
      await expect(newFolder(parent).write(name, async () => undefined)).rejects.toMatchObject({
        code: 'already-exists',
      })
    expect(readdirSync(parent).sort()).toEqual(['x', 'y'])
  })

  it('is made where its parents are not there yet', async () => {
    await newFolder(join(parent, 'a', 'b')).write('x', async (write) => void (await write('a', bytesOf('1'))))
    expect(readFileSync(join(parent, 'a', 'b', 'x', 'a'), 'utf8')).toBe('1')
  })
})

describe('the folder of the nights', () => {
  it('lists what is whole, and removes what a process that died left', async () => {
    mkdirSync(join(parent, '_2026-01-01'))
    const nights = snapshotFolder(parent)
    await nights.write('2026-01-02', async (write) => {
      expect(await write('a', bytesOf('abc'))).toEqual({
        bytes: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      })
      expect(await nights.list()).toEqual([])
    })
    expect(await nights.list()).toEqual(['2026-01-02'])
    expect(readdirSync(parent)).toEqual(['2026-01-02'])
  })
})

describe('a file of a snapshot', () => {
  it('is opened when its first bytes are taken, so that whoever takes none leaves nothing open', async () => {
    const files = snapshotFolder(parent)
    await files.write('2026-01-01', async (write) => void (await write('a.ndjson', bytesOf('one\n'))))
    const [taken, untaken] = [await files.read('2026-01-01', 'a.ndjson'), await files.read('2026-01-01', 'a.ndjson')]
    expect(await new Response(taken?.stream).text()).toBe('one\n')
    rmSync(join(parent, '2026-01-01', 'a.ndjson'))
    await expect(new Response(untaken?.stream).text()).rejects.toThrow('ENOENT')
  })
})
