import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { candidatesOf } from '../../src/storage/candidates.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { closeBrowser, theBrowser } from '../support/browser.ts'
import { type Filled, fill } from './filled.ts'
import { signIn } from './people.ts'
import { invited, PASSWORD, type Served, serveSite, worldOf } from './served.ts'

let site: Served
let filled: Filled
let browser: Browser

beforeAll(async () => {
  site = await serveSite()
  filled = await fill(site)
  browser = await theBrowser()
})
afterAll(async () => {
  await closeBrowser()
  await site.stop()
})

const candidates = () => candidatesOf(worldOf(site).tx, filled.pending)
const countOf = async (status: string): Promise<number> =>
  (await candidates()).filter((one) => one.status === status).length

/** A browser of its own for somebody who may review and settle. */
const reviewer = async (name: string): Promise<{ context: BrowserContext; page: Page; email: string }> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const email = await invited(site, name, ['submit', 'review', 'resolve'])
  await signIn(page, site.url, email)
  return { context, page, email }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe('who comes to the site', () => {
  test('signs in, makes a key that works, and signs out', async () => {
    const { context, page } = await reviewer('kay')
    await page.goto(`${site.url}/account`)
    await page.getByLabel('What it is for').fill('my dashboard')
    await page.getByLabel('submit', { exact: true }).check()
    await page.getByRole('button', { name: 'Make the key' }).click()
    const secret = (await page.locator('.secret code').first().textContent()) ?? ''
    const asked = await fetch(`${site.url}/v1/keys/me`, { headers: { authorization: `Bearer ${secret}` } })
    expect(asked.status).toBe(200)
    await page.goto(`${site.url}/account`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${site.url}/review`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await context.close()
  })

  test('chooses boards and questions without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(site.url)
    await page.getByLabel('Written down').selectOption('retrospective')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(new URL(page.url()).searchParams.get('timing')).toBe('retrospective')
    expect(await page.getByRole('heading', { name: /^Prospective, own/ }).count()).toBe(0)
    await page.goto(`${site.url}/questions?status=resolved`)
    expect(await page.getByRole('link', { name: 'The mill of Oster closes.' }).count()).toBe(0)
    await page.goto(`${site.url}/authors/${filled.author}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sharp Say')
    await context.close()
  })
})

describe('who reviews', () => {
  test('takes twenty candidates by the keyboard alone, most with one key', async () => {
    const { context, page } = await reviewer('rita')
    await page.goto(`${site.url}/review/commentaries/${filled.pending}`)
    const strokes: number[] = []
    /** Presses keys, and waits until the page that they lead to is there. */
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys.slice(0, -1)) await page.keyboard.press(key)
      await Promise.all([page.waitForEvent('load'), page.keyboard.press(keys.at(-1) ?? '')])
    }
    await press('r', '1')
    expect(await countOf('rejected')).toBe(1)
    await press('u')
    expect(await countOf('rejected')).toBe(0)
    for (let accepted = 0; accepted < 20; accepted++) {
      // Every fifth one is worded anew before it is accepted.
      const edits = accepted % 5 === 4 ? ['e', 'End', ...' today', 'Escape'] : []
      for (const key of edits) await page.keyboard.press(key === ' ' ? 'Space' : key)
      await press('a')
      strokes.push(edits.length + 1)
    }
    expect(await countOf('accepted')).toBe(20)
    expect((await candidates()).filter((one) => one.status === 'pending')).toHaveLength(2)
    expect(middle(strokes)).toBeLessThanOrEqual(3)
    await context.close()
  })

  test('learns that another was first, and goes on; what they had typed stays', async () => {
    const [first, second] = [await reviewer('sam'), await reviewer('tess')]
    const [waiting] = (await candidates()).filter(({ status }) => status === 'pending')
    const address = `${site.url}/review/commentaries/${filled.pending}?candidate=${waiting?.id}`
    for (const { page } of [first, second]) await page.goto(address)
    await second.page.getByLabel('Why it is one').fill('my own reason for it')
    await Promise.all([
      first.page.waitForEvent('load'),
      first.page
        .getByRole('button', { name: /Accept/ })
        .first()
        .click(),
    ])
    await Promise.all([
      second.page.waitForEvent('load'),
      second.page
        .getByRole('button', { name: /Accept/ })
        .first()
        .click(),
    ])
    const shown = await second.page.locator('main').innerText()
    expect(shown).toContain('It was decided while it was on your desk')
    expect(await second.page.content()).toContain('my own reason for it')
    expect((await candidates()).filter(({ id, status }) => id === waiting?.id && status === 'accepted')).toHaveLength(1)
    for (const { context } of [first, second]) await context.close()
  })

  test('loses nothing where the session ends while they type', async () => {
    const { context, page, email } = await reviewer('uma')
    const [waiting] = (await candidates()).filter(({ status }) => status === 'pending')
    await page.goto(`${site.url}/review/commentaries/${filled.pending}?candidate=${waiting?.id}`)
    await page.getByLabel('Why it is one').fill('typed before the session ended')
    await context.clearCookies()
    await Promise.all([
      page.waitForEvent('load'),
      page
        .getByRole('button', { name: /Accept/ })
        .first()
        .click(),
    ])
    await page.getByLabel('Mail address').fill(email)
    await page.getByLabel('Password').fill(PASSWORD)
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Sign in and go on' }).click()])
    const decided = (await candidates()).find(({ id }) => id === waiting?.id)
    expect([decided?.status, decided?.reviewReason]).toEqual(['accepted', 'typed before the session ended'])
    await context.close()
  })

  test('settles a proposed resolution', async () => {
    const { context, page } = await reviewer('vera')
    await page.goto(`${site.url}/review/proposals`)
    await page.getByRole('link', { name: 'The bridge of Oster opens.' }).first().click()
    await page.getByRole('button', { name: 'Settle as yes' }).click()
    // The same is said aloud, beside the page.
    await page.locator('[data-done]').getByText('It is settled.').waitFor()
    const question = await findQuestion(worldOf(site).tx, filled.proposed)
    expect([question?.status, question?.outcome]).toEqual(['resolved', 'yes'])
    await context.close()
  })
})
