import type { IncomingMessage } from 'node:http'
import { openPress, type Page, type Press } from './press.ts'

const plain = { 'content-type': 'text/plain; charset=utf-8' }

type Posted = { headers: IncomingMessage['headers']; body: string }

/** What was posted to a name, for whoever asks for it. */
const postbox = (kept: Map<string, Posted[]>, name: string): Page => ({
  by: async (response, request) => {
    const posted = kept.get(name) ?? []
    kept.set(name, posted)
    if (request.method === 'POST') {
      let body = ''
      for await (const part of request.setEncoding('utf8')) body += part
      posted.push({ headers: request.headers, body })
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(request.method === 'POST' ? 'taken' : JSON.stringify(posted))
  },
})

/** What the contract's own newspaper answers: pieces, feeds, figures and refusals for any name a test makes up. */
const pageAt = (path: string, origin: string): Page => {
  const [, kind = '', name = ''] = path.split('?')[0]?.split('/') ?? []
  if (kind === 'robots.txt') return { headers: plain, body: 'User-agent: *\nDisallow: /private' }
  if (kind === 'piece') {
    const talk = ['roads', 'schools', 'bridges', 'harbour dues', 'winter stores'].map(
      (matter) =>
        `The council of ${name} met on the matter of ${matter} and heard what the people of ${name} had to say.`,
    )
    const body = `The ${name} of Velmark will almost certainly close by the end of 2024. ${talk.join(' ')}`
    return { headers: plain, body }
  }
  if (kind === 'moved') return { status: 301, headers: { location: `/piece/${name}` } }
  if (kind === 'inward') return { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } }
  if (kind === 'reserved') return { headers: { ...plain, 'tdm-reservation': '1' }, body: 'Reserved.' }
  if (kind === 'feed') {
    const item = `<item><title>${name}</title><link>${origin}/piece/${name}</link><pubDate>Mon, 15 Jan 2024 10:00:00 GMT</pubDate></item>`
    const body = `<rss version="2.0"><channel><title>Gazette ${name}</title>${item}</channel></rss>`
    return { headers: { 'content-type': 'application/rss+xml' }, body }
  }
  if (kind === 'figures') {
    const body = JSON.stringify({ name, day: '2024-06-01', rate: 3 })
    return { headers: { 'content-type': 'application/json' }, body }
  }
  return { status: 404 }
}

/** The newspaper of the contract: a server of this machine that both runtimes are allowed to reach. */
export const openGazette = async (): Promise<Press> => {
  const press = await openPress()
  const kept = new Map<string, Posted[]>()
  press.pages.get = (path) => (path.startsWith('/hook/') ? postbox(kept, path) : pageAt(path, press.origin))
  return press
}
