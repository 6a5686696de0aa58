import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** What a page did while somebody looked at it. */
export type Watch = {
  page: Page
  /** Messages of the console, reports of the policy and errors of scripts. */
  complaints: string[]
  /** Bytes over the wire since the last `forget`, of everything and of scripts. */
  bytes: () => Promise<{ all: number; script: number }>
  /** The sum of layout shifts that nobody caused. */
  shift: () => Promise<number>
  /** What axe finds wrong, as `rule: target`. */
  violations: () => Promise<string[]>
  forget: () => void
  close: () => Promise<void>
}

type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }
type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }

/** Runs before the page: counts shifts and hears the policy. */
const watchInside = (): void => {
  const seen = { shift: 0, reports: [] as string[] }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) seen.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    seen.reports.push(`${violatedDirective} ${blockedURI}`)
  })
}

type Seen = { seen: { shift: number; reports: string[] } }

/** Every rule of WCAG 2.2 AA and below, and what is good practice beside. */
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

let axe: Promise<string> | undefined

/** Opens a page in a browser of its own, and watches it. */
export const watched = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Watch> => {
  const context = await browser.newContext(options)
  await context.addInitScript(watchInside)
  const page = await context.newPage()
  const complaints: string[] = []
  let answers: Promise<{ bytes: number; isScript: boolean }>[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfinished', (request) => {
    const isScript = request.resourceType() === 'script'
    answers.push(
      request.sizes().then(
        ({ responseBodySize, responseHeadersSize }) => ({ bytes: responseBodySize + responseHeadersSize, isScript }),
        () => ({ bytes: 0, isScript }),
      ),
    )
  })
  const inside = () => page.evaluate(() => (window as unknown as Seen).seen)
  return {
    page,
    complaints,
    bytes: async () => {
      const all = await Promise.all(answers)
      const sum = (of: typeof all): number => of.reduce((so, { bytes }) => so + bytes, 0)
      return { all: sum(all), script: sum(all.filter(({ isScript }) => isScript)) }
    },
    shift: async () => {
      const { shift, reports } = await inside()
      complaints.push(...reports)
      return shift
    },
    violations: async () => {
      axe ??= readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
      await page.evaluate(await axe)
      const { violations } = await page.evaluate((rules) => (window as unknown as { axe: Axe }).axe.run(rules), RULES)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    forget: () => {
      answers = []
      complaints.length = 0
    },
    close: () => context.close(),
  }
}
