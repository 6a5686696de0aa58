import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ended, run, start } from './served.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hindcast-practice-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(scratch, { recursive: true, force: true })
})

type Site = { url: string; keys: Record<string, string>; told: string; stop: () => Promise<number | null> }

/** Serves until it is stopped; resolves once it says where. */
const serve = async (...args: string[]): Promise<Site> => {
  const child = start(['serve', '--port', '0', ...args])
  running.push(child)
  const whole = ended(child)
  let told = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      told += chunk
      const at = /Hindcast is at (\S+)/.exec(told)?.[1]
      if (at) resolve(at)
    })
    child.once('exit', () => reject(new Error(told)))
  })
  const keys = Object.fromEntries(
    [...told.matchAll(/^ {2}(\w+) +(hck_test_\S+)$/gm)].map(([, scope, key]) => [scope, key]),
  )
  const stop = async () => {
    child.kill('SIGTERM')
    return (await whole).code
  }
  return { url, keys, told, stop }
}

const post = (url: string, key: string, body: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const isMarked = ({ headers }: Response): boolean =>
  headers.get('hindcast-sandbox') === 'true' && headers.get('x-robots-tag') === 'noindex, nofollow'

// Two samples are loaded: a guard against hanging, not a measure.
const LONG = 900_000

test(
  'a sandbox says what it is, everywhere and whoever serves it, and its keys open it alone',
  async () => {
    const folder = join(scratch, 'sandbox')
    const first = await serve('--sample', '--data', folder)
    expect(Object.keys(first.keys)).toEqual(['read', 'submit', 'review', 'resolve', 'admin'])
    const made = await post(`${first.url}/v1/authors`, first.keys['submit'] ?? '', { name: 'Ada Practice' })
    expect([made.status, isMarked(made)]).toEqual([201, true])
    const { stdout } = await run(['list', 'authors', '--json', '--q', 'practice', '--server', first.url])
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'Ada Practice' }])
    expect(await first.stop()).toBe(0)

    const plain = await serve('--data', folder)
    for (const path of ['/v1/authors', '/healthz', '/', '/docs', '/nothing-here', '/v1/nothing', '/openapi.json'])
      expect(isMarked(await fetch(plain.url + path)), path).toBe(true)
    expect(await (await fetch(`${plain.url}/healthz`)).json()).toEqual({ status: 'ok', sandbox: true })
    expect(await (await fetch(`${plain.url}/openapi.json`)).json()).toMatchObject({
      info: { title: 'Hindcast (sandbox)' },
    })
    for (const path of ['/', '/docs']) {
      const page = await (await fetch(plain.url + path)).text()
      expect(page).toContain('<meta name="robots" content="noindex, nofollow"')
      expect(page).toMatch(/<p class="sandbox"[^>]*><strong>Practice mode\./)
    }
    const again = await post(`${plain.url}/v1/authors`, first.keys['submit'] ?? '', { name: 'Ada Practice' })
    expect(again.status, 'what was written stands, and the key opens it still').toBe(200)
    expect(await plain.stop()).toBe(0)

    const anew = await serve('--sample', '--reset', '--data', folder)
    expect(anew.keys['submit']).not.toBe(first.keys['submit'])
    expect(await (await fetch(`${anew.url}/v1/authors?q=practice`)).json()).toMatchObject({ items: [] })
    expect(await anew.stop()).toBe(0)

    const real = await serve('--data', join(scratch, 'real'))
    const answer = await fetch(`${real.url}/v1/authors`)
    expect(answer.headers.get('hindcast-sandbox')).toBeNull()
    expect(await (await fetch(real.url)).text()).not.toContain('Practice mode')
    const refused = await post(`${real.url}/v1/authors`, first.keys['admin'] ?? '', { name: 'Ada Practice' })
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('test key') })
    expect(await real.stop()).toBe(0)

    for (const args of [[], ['--reset']]) {
      const taken = await run(['serve', '--sample', '--data', join(scratch, 'real'), ...args])
      expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('no sandbox') })
    }
  },
  LONG,
)
