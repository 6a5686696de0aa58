import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser, theBrowser } from '../support/browser.ts'
import { type Filled, fill } from './filled.ts'
import { signIn } from './people.ts'
import { invited, type Served, serveSite } from './served.ts'
import { type Watch, watched } from './watched.ts'

/** Where pictures of every page are left for people to look at. */
const PICTURES = '.hindcast/screenshots'

const sizes = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const
const schemes = ['light', 'dark'] as const

/** `long`: it is pictured in part, and checked once: thousands of things take minutes. */
type Named = { name: string; path: (filled: Filled) => string; status?: number; long?: true }

const publicPages: Named[] = [
  { name: 'board', path: () => '/' },
  { name: 'authors', path: () => '/authors' },
  { name: 'author', path: ({ author }) => `/authors/${author}` },
  { name: 'author-of-few', path: ({ newcomer }) => `/authors/${newcomer}` },
  { name: 'author-embed', path: ({ author }) => `/embed/authors/${author}` },
  { name: 'author-missing', path: () => '/authors/nobody', status: 404 },
  { name: 'questions', path: () => '/questions' },
  { name: 'question-open', path: ({ open }) => `/questions/${open}` },
  { name: 'question-settled', path: ({ settled }) => `/questions/${settled}` },
  { name: 'commentary', path: ({ commentary }) => `/commentaries/${commentary}` },
  { name: 'corrections', path: () => '/corrections' },
  { name: 'dispute', path: ({ dispute }) => `/disputes/${dispute}` },
  { name: 'dispute-form', path: () => '/disputes/new' },
  { name: 'methods', path: () => '/methods' },
  { name: 'docs', path: () => '/docs', long: true },
  { name: 'docs-schemas', path: () => '/docs/schemas', long: true },
  { name: 'sign-in', path: () => '/sign-in' },
]
const deskPages: Named[] = [
  { name: 'account', path: () => '/account' },
  { name: 'people', path: () => '/people' },
  { name: 'review', path: () => '/review' },
  { name: 'review-article', path: ({ pending }) => `/review/commentaries/${pending}` },
  { name: 'review-second', path: () => '/review/second' },
  { name: 'review-proposals', path: () => '/review/proposals' },
  { name: 'review-proposal', path: ({ proposed }) => `/review/proposals/${proposed}` },
  { name: 'review-disputes', path: () => '/review/disputes' },
  { name: 'review-dispute', path: ({ dispute }) => `/review/disputes/${dispute}` },
]

let site: Served
let filled: Filled
let email: string

beforeAll(async () => {
  site = await serveSite()
  filled = await fill(site)
  email = await invited(site, 'rita', ['admin'])
  await mkdir(PICTURES, { recursive: true })
})
afterAll(async () => {
  await closeBrowser()
  await site.stop()
})

/** Opens a page at every size and in both schemes, takes its picture, and tells what is wrong with it. */
const look = async (watch: Watch, { name, path, status = 200, long }: Named) => {
  const { page } = watch
  const wrong: string[] = []
  let heaviest = { all: 0, script: 0 }
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      watch.forget()
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      const answer = await page.goto(site.url + path(filled), { waitUntil: 'networkidle' })
      const at = `${name} ${size} ${colorScheme}`
      if (answer?.status() !== status) wrong.push(`${at}: answered ${answer?.status()}`)
      const bytes = await watch.bytes()
      heaviest = { all: Math.max(heaviest.all, bytes.all), script: Math.max(heaviest.script, bytes.script) }
      const shift = await watch.shift()
      if (shift !== 0) wrong.push(`${at}: shifted by ${shift}`)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) wrong.push(`${at}: ${wide} px wider than its window`)
      await page.screenshot({ path: `${PICTURES}/${name}-${size}-${colorScheme}.png`, fullPage: !long })
      const isFirst = size === 'wide' && colorScheme === 'light'
      if (!long || isFirst) wrong.push(...(await watch.violations()).map((violation) => `${at}: ${violation}`))
      // A page that is not there is named on the console by the browser itself.
      const complaints = status === 200 ? watch.complaints : watch.complaints.filter((one) => !one.includes('404'))
      wrong.push(...complaints.map((complaint) => `${at}: ${complaint}`))
    }
  }
  return { wrong, heaviest }
}

describe('public pages in a browser', () => {
  let watch: Watch
  beforeAll(async () => {
    watch = await watched(await theBrowser())
  })

  test.each(publicPages)('$name: accessible, light, still, and quiet', async (named) => {
    const { wrong, heaviest } = await look(watch, named)
    expect(wrong).toEqual([])
    // In bytes over the wire, as the site is served.
    expect(heaviest.all).toBeLessThanOrEqual(100_000)
    expect(heaviest.script).toBeLessThanOrEqual(30_000)
  })
})

describe('pages of who is signed in', () => {
  let watch: Watch
  beforeAll(async () => {
    watch = await watched(await theBrowser())
    await signIn(watch.page, site.url, email)
  })

  test.each(deskPages)('$name: accessible, still, and quiet', async (named) => {
    expect((await look(watch, named)).wrong).toEqual([])
  })
})

test('a picture shows text', async () => {
  const { page, close } = await watched(await theBrowser(), { viewport: sizes.wide })
  await page.goto(site.url)
  const heading = page.locator('h1')
  const shown = await heading.screenshot()
  await heading.evaluate((h1) => h1.style.setProperty('color', 'transparent'))
  expect((await heading.screenshot()).equals(shown)).toBe(false)
  await close()
})
