import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ended, start } from '../cli/served.ts'
import { closeBrowser, theBrowser } from '../support/browser.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hindcast-first-run-'))
const running: ChildProcess[] = []
afterAll(async () => {
  await closeBrowser()
  for (const child of running) child.kill('SIGKILL')
  rmSync(scratch, { recursive: true, force: true })
})

/** Serves a folder; resolves with all it told once it says where. */
const serve = async (folder: string) => {
  const child = start(['serve', '--port', '0', '--data', folder])
  running.push(child)
  const whole = ended(child)
  let told = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      told += chunk
      const at = /Hindcast is at (\S+) .*Ctrl-C/.exec(told)?.[1]
      if (at) resolve(at)
    })
    child.once('exit', () => reject(new Error(told)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await whole
  }
  return { url, told: () => told, stop }
}

/** A page, asked for until a connection holds: one that was kept open may be closed by the server just when it is used again. */
const read = async (url: string): Promise<string> => {
  try {
    return await (await fetch(url)).text()
  } catch (error) {
    const code = error instanceof Error && error.cause instanceof Error && 'code' in error.cause && error.cause.code
    if (code !== 'ECONNRESET') throw error
    return read(url)
  }
}

const press = (url: string, secret: string): Promise<Response> =>
  fetch(`${url}/first-run`, {
    method: 'POST',
    body: new URLSearchParams({ secret }),
    headers: { 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  })

// A whole sample is loaded: a guard against hanging, not a measure.
const LONG = 900_000

test(
  'an empty server prints a link; its button loads the sample once, and then it is gone',
  async () => {
    const folder = join(scratch, 'data')
    const first = await serve(folder)
    const [, link = ''] = /open (http\S+)/.exec(first.told()) ?? []
    const secret = new URL(link).searchParams.get('first-run') ?? ''
    const page = await (await theBrowser()).newPage()
    await page.goto(link)
    const again = press(first.url, secret)
    await page.getByRole('button', { name: 'Load the sample' }).click()
    expect((await again).status).toBe(303)
    await page.getByText('It is being loaded').waitFor()
    let told = ''
    while (!told.includes('It is loaded')) {
      expect(told).not.toContain('stopped half-way')
      await new Promise((done) => setTimeout(done, 1000))
      told = await read(`${first.url}/first-run`)
    }
    await page.goto(first.url)
    await page.getByText('Fictional: the places, people and events').waitFor()
    expect(await page.getByRole('button', { name: 'Load the sample' }).count()).toBe(0)
    await page.close()
    const commentaries = JSON.parse(await read(`${first.url}/v1/commentaries?limit=200`))
    expect(new Set(commentaries.items.map(({ title }: { title: string }) => title)).size).toBe(
      commentaries.items.length,
    )
    await first.stop()

    const second = await serve(folder)
    expect(second.told()).not.toContain('first-run')
    expect((await press(second.url, secret)).status).toBe(404)
    await second.stop()
  },
  LONG,
)
