import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { openGazette } from '../support/gazette.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'hindcast-feeds-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Runs the command beside this process, which serves the feed meanwhile. */
const run = async (allow: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  const environment = { ...process.env, HINDCAST_FETCH_ALLOW: allow, HINDCAST_HOST_GAP: '0', DATABASE_URL: '' }
  const program = join(root, 'node_modules', '.bin', 'tsx')
  const given = ['src/cli.ts', 'feeds', ...args, '--data', join(scratch, 'data')]
  return promisify(execFile)(program, given, { cwd: root, env: environment }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

test('feeds are added once, polled, and listed', async () => {
  const gazette = await openGazette()
  try {
    const feed = `${gazette.origin}/feed/mill`
    const added = await run(gazette.authority, 'add', feed, '--publisher', 'Gazette')
    expect(added.stdout).toMatch(/^fed_/)
    const again = await run(gazette.authority, 'add', feed)
    expect(again).toMatchObject({ stdout: added.stdout, stderr: expect.stringContaining('It stood already.') })
    const report = JSON.parse((await run(gazette.authority, 'poll', '--json')).stdout)
    expect(report).toMatchObject({ polled: 1, announced: 1, recorded: 1 })
    const [listed] = JSON.parse((await run(gazette.authority, 'list', '--json')).stdout)
    expect(listed).toMatchObject({ url: feed, title: 'Gazette mill', status: 'active', lastError: null })
    expect((await run(gazette.authority, 'list')).stdout).toContain('Gazette mill')
    const refused = await run('', 'add', 'http://192.168.1.1/feed')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('not an address of the open internet')
  } finally {
    await gazette.close()
  }
})
