import strings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { inWorld, type World } from '../support/embedded.ts'
import { asking, faultOf, logged } from './asking.ts'

const PLAIN = 'Ada Say'
/** Texts of good will: some read like each other, as those of attackers do. */
const usual = [PLAIN, 'Rain falls in Velmark', 'Rain falls in Velmark (twice)']
/** A guard against hanging: thousands of requests. */
const LONG = 900_000
const naughty = strings.filter((string) => string.trim() !== '')

/** Every element of a page with the names of its attributes, and whither it leads: what text must not add to. */
const skeleton = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('*')].map((element) => {
    const leads = ['href', 'src', 'action'].map((name) => element.getAttribute(name)?.split(':')[0] ?? '')
    const schemes = leads.filter((one) => /^(java|vb)script$|^data$/i.test(one.trim()))
    return [element.localName, ...element.getAttributeNames(), ...schemes].join(' ')
  })

const kindsOf = (html: string): Set<string> => new Set(skeleton(html))

type Asking = Awaited<ReturnType<typeof asking>>

/** What answers and pages say of a text that was recorded, each with its kind of page. */
const recorded = async ({ post, get }: Asking, string: string) => {
  const author = await post('/v1/authors', { name: string, kind: 'person' })
  const window = { windowStart: '2026-02-01', windowEnd: '2026-02-28', referenceAt: '2026-02-20T00:00:00.000Z' }
  const question = await post('/v1/questions', { wording: string, ...window, exclusions: string })
  const piece = { text: `${string}\n\nThe mill will close by 2027.`, title: string, publishedOn: '2026-01-02' }
  const commentary = await post('/v1/commentaries', { ...piece, bylines: [string] })
  const event = await post('/v1/events', { title: string, happened: '2026-01-03', url: 'https://example.org/report' })
  const answers = { author, question, commentary, event }
  const pages: Record<string, string> = {}
  const page = async (name: string, path: string) => {
    pages[name] = (await get(path)).text
  }
  if (author.status < 300) await page('author', `/authors/${JSON.parse(author.text).author.slug}`)
  if (question.status < 300) await page('question', `/questions/${JSON.parse(question.text).id}`)
  if (commentary.status < 300) await page('commentary', `/commentaries/${JSON.parse(commentary.text).commentary.id}`)
  await page('search', `/search?q=${encodeURIComponent(string)}`)
  return { answers, pages }
}

const inSite = (work: (site: Asking, world: World) => Promise<void>): Promise<void> =>
  inWorld(async (world) => work(await asking(world), world))

test(
  `${naughty.length} naughty strings as names, wordings, titles and texts are kept as they are or refused, and add nothing to a page`,
  () =>
    inSite(async (site) => {
      const lines = logged()
      const kinds: Record<string, Set<string>> = {}
      for (const string of usual) {
        const { pages } = await recorded(site, string)
        for (const [name, html] of Object.entries(pages))
          kinds[name] = new Set([...(kinds[name] ?? []), ...kindsOf(html)])
      }
      const wrong: string[] = []
      let taken = 0
      for (const string of naughty) {
        const { answers, pages } = await recorded(site, string)
        for (const [what, answer] of Object.entries(answers)) {
          const fault = faultOf(answer)
          if (fault) wrong.push(`${what} ${JSON.stringify(string)}: ${fault}`)
          if (answer.status < 300) taken += 1
        }
        for (const [name, html] of Object.entries(pages)) {
          const more = [...kindsOf(html)].filter((kind) => !kinds[name]?.has(kind))
          if (more.length > 0) wrong.push(`${name} page of ${JSON.stringify(string)}: ${more}`)
        }
      }
      expect(wrong).toEqual([])
      // Most are texts like any other.
      expect(taken).toBeGreaterThan(2 * naughty.length)
      expect(lines).toEqual([])
    }),
  LONG,
)

test(
  `${naughty.length} naughty strings as addresses, parameters and headers fail nothing and come back in no header`,
  () =>
    inSite(async ({ get, post }) => {
      const lines = logged()
      const wrong: string[] = []
      for (const string of naughty) {
        const encoded = encodeURIComponent(string)
        const asked = [
          ...[
            '/v1/authors/',
            '/v1/questions/',
            '/v1/predictions/',
            '/v1/ledger/proof/',
            '/authors/',
            '/docs/',
            '/',
          ].map((path) => path + encoded),
          ...[
            '/v1/authors?q=',
            '/v1/authors?cursor=',
            '/v1/search?q=',
            '/v1/questions?status=',
            '/v1/changes?after=',
          ].map((path) => path + encoded),
          ...['/v1/predictions?author=', '/v1/leaderboard?collection=', '/authors?q=', '/?collection='].map(
            (path) => path + encoded,
          ),
        ]
        const answers = await Promise.all(asked.map(async (path) => [path, await get(path)] as const))
        const header = isHeader(string) ? string : encoded
        const named = [
          'if-none-match',
          'accept',
          'accept-language',
          'cookie',
          'x-request-id',
          'x-forwarded-for',
          'range',
        ]
        for (const name of named) answers.push([name, await get('/v1/authors?limit=1', { [name]: header })])
        answers.push(['authorization', await get('/v1/keys/me', { authorization: `Bearer ${header}` })])
        answers.push([
          'idempotency-key',
          await post('/v1/authors', { name: PLAIN, kind: 'person' }, { 'idempotency-key': header }),
        ])
        for (const [path, answer] of answers) {
          const fault = faultOf(answer)
          if (fault) wrong.push(`${path}: ${fault}`)
          // Addresses come back as addresses, and the id of a request where it is one: letters, digits and signs.
          const own = ['link', 'location', 'content-location', 'x-request-id']
          const told = [...answer.headers].filter(([name]) => !own.includes(name))
          if (string.length > 6 && told.some(([, value]) => value.includes(string)))
            wrong.push(`${path}: ${JSON.stringify(string)} in a header`)
        }
      }
      expect(wrong).toEqual([])
      expect(lines.filter((line) => naughty.some((string) => string.length > 6 && line.includes(string)))).toEqual([])
    }),
  LONG,
)

/** Whether a text may be the value of a header at all: others never leave a client. */
const isHeader = (string: string): boolean => {
  try {
    new Headers({ 'x-any': string })
    return string.trim() === string
  } catch {
    return false
  }
}

test('what a page would let in is seen', () => {
  // A comment is one to any browser of today.
  const marked = naughty.filter(
    (string) => /<(script|img|svg|a) [^<]*(on\w+|src|href)=/i.test(string) && !string.startsWith('<!--'),
  )
  expect(marked.length).toBeGreaterThan(100)
  const page = (text: string) => `<!doctype html><html><body><p>${text}</p></body></html>`
  const kinds = kindsOf(page(PLAIN))
  const unseen = marked.filter((string) => [...kindsOf(page(string))].every((kind) => kinds.has(kind)))
  expect(unseen).toEqual([])
})
