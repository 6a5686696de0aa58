import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { predictionBookCsv } from '../../bench/predictionbook.ts'
import { bodyOf, mark } from '../contract/api.ts'
import { recordForecasts } from '../contract/steps.ts'
import { type Served, serveHere } from './served.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'hindcast-screen-'))

/** util-linux's `script` runs a command at a pseudo-terminal; other systems have another one, or none. */
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

let served: Served
beforeAll(async () => {
  served = await serveHere()
})
afterAll(async () => {
  await served?.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** What is typed once the screen shows, after everything before, a text. */
type Turn = readonly [shown: string, typed: string]

/** Runs the command at a terminal of its own and gives what it showed, with its exit code. */
const atTerminal = async (args: readonly string[], turns: readonly Turn[], more: Record<string, string> = {}) => {
  const command = [process.execPath, '--import', 'tsx', 'src/cli.ts', ...args].map((one) => `'${one}'`).join(' ')
  const environment = { HINDCAST_SERVER: served.url, HINDCAST_KEY: served.keys.review, TERM: 'xterm-256color', ...more }
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd: root,
    // A terminal of a person's: automation shows no colours.
    env: { ...process.env, DATABASE_URL: '', NO_COLOR: undefined, CI: undefined, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let screen = ''
  let read = 0
  const waiting = [...turns]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text
    for (let turn = waiting[0]; turn; turn = waiting[0]) {
      const at = screen.indexOf(turn[0], read)
      if (at === -1) return
      read = at + turn[0].length
      child.stdin.write(turn[1])
      waiting.shift()
    }
  })
  const [code] = await once(child, 'close')
  return { code, screen, untyped: waiting }
}

const ESCAPE = '\u001b'

describe.skipIf(!hasTerminal)('at a terminal', () => {
  const statusOf = async (id: string): Promise<string> =>
    bodyOf(await served.api.get(`/v1/candidates/${id}`, 'review'), 200, z.object({ status: z.string() })).status

  test('candidates are reviewed one after the other, a key for each', async () => {
    const { commentary, candidates } = await recordForecasts(
      served.api,
      ['mill', 'ferry', 'theatre', 'bakery'].map((what) => `${what} ${mark()}`),
    )
    const { code, screen, untyped } = await atTerminal(
      ['review', '--commentary', commentary.id],
      [
        ['1 of 4', 'a'],
        ['why accept? ', 'a plain claim\r'],
        ['2 of 4', 's'],
        ['3 of 4', 'r'],
        ['why reject? ', 'a joke\r'],
        ['4 of 4', 'q'],
      ],
    )
    expect(untyped).toEqual([])
    expect(code).toBe(0)
    expect(screen).toContain(`${ESCAPE}[1m`)
    expect(screen).toContain('1 accepted, 1 rejected')
    const shown = candidates
      .map(({ id }) => ({ id, at: screen.indexOf(id) }))
      .sort((one, other) => one.at - other.at)
      .map(({ id }) => id)
    expect(await Promise.all(shown.map(statusOf))).toEqual(['accepted', 'pending', 'rejected', 'pending'])
  })

  test('what is typed ahead is kept for the question that it answers', async () => {
    const { commentary, candidates } = await recordForecasts(served.api, [`mill ${mark()}`, `ferry ${mark()}`])
    const { screen } = await atTerminal(['review', '--commentary', commentary.id], [['1 of 2', 'ssq']])
    expect(screen).toContain('2 of 2')
    expect(screen).toContain('0 accepted, 0 rejected')
    expect(await Promise.all(candidates.map(({ id }) => statusOf(id)))).toEqual(['pending', 'pending'])
  })

  test('Ctrl-C leaves the rest as it is', async () => {
    const { commentary } = await recordForecasts(served.api, [`mill ${mark()}`])
    const { code, screen } = await atTerminal(['review', '--commentary', commentary.id], [['1 of 1', '\u0003']])
    expect(code).toBe(0)
    expect(screen).toContain('0 accepted, 0 rejected')
  })

  test('an import shows how far it is', async () => {
    const file = join(scratch, 'book.csv')
    writeFileSync(file, `${[...predictionBookCsv(4)].join('\n')}\n`)
    const { code, screen } = await atTerminal(['import', file, '--preset', 'predictionbook', '--yes'], [], {
      HINDCAST_KEY: served.keys.admin,
    })
    expect(code).toBe(0)
    expect(screen).toMatch(/100 % \| 4 of 4 /)
  })
})
