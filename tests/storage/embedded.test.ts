import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findAuthor, putAuthor } from '../../src/storage/authors.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { isReady } from '../../src/storage/readiness.ts'
import { countingIds, instant, MIGRATIONS } from '../support/embedded.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lockOf = () => join(folder, 'hindcast.lock')
const inUse = expect.objectContaining({ code: 'folder-in-use' })

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
