import { sql } from 'drizzle-orm'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import type { ExtractedCandidate } from '../../src/core/candidate.ts'
import type { Candidate, Commentary } from '../../src/core/commentary.ts'
import type { Scope } from '../../src/core/key.ts'
import { createSite } from '../../src/site.ts'
import { candidatesOf } from '../../src/storage/candidates.ts'
import { candidateIn, extractionOf } from '../actions/story.ts'
import { day, type World } from '../support/embedded.ts'
import { PASSWORD, SIGN_IN, somebody } from '../support/people.ts'
import { servicesOver } from '../support/press-services.ts'

const NOON = '2026-01-05T12:00:00.000Z'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

/** The pages as somebody's browser asks for them. */
export type Browser = {
  email: string
  get: (path: string) => Promise<{ status: number; headers: Headers; text: string }>
  send: (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Headers; text: string; to: string | null }>
}

const read = async (response: Response) => ({
  status: response.status,
  headers: response.headers,
  text: await response.text(),
})

/** A site over the database of one test, and browsers that somebody is signed in on. */
export const deskOver = (world: World) => {
  const services = servicesOver(world, [], { now: NOON })
  const site = createSite(() => ({ ...services, signIn: SIGN_IN }))
  const browser = async (name: string, scopes: Scope[]): Promise<Browser> => {
    const { email } = await somebody(world, scopes, name)
    const body = new URLSearchParams({ email, password: PASSWORD }).toString()
    const entered = await site.request('/sign-in', { method: 'POST', body, headers: FORM })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    return {
      email,
      get: async (path) => read(await site.request(path, { headers: { cookie } })),
      send: async (path, fields, headers = {}) => {
        const form = new URLSearchParams(fields).toString()
        const sent = await site.request(path, { method: 'POST', body: form, headers: { ...FORM, cookie, ...headers } })
        return { ...(await read(sent)), to: sent.headers.get('location') }
      },
    }
  }
  return { site, browser, reviewer: (name = 'ada') => browser(name, ['read', 'review']) }
}

/** Ends every session that there is. */
export const endAllSessions = (world: World) => world.tx.execute(sql`delete from sessions`)

type Passage = { quote: string; found?: Partial<ExtractedCandidate> }

/** Records a piece with passages that were found in it; its candidates in the order of the text. */
export const piece = async (
  world: World,
  text: string,
  passages: Passage[],
  more: { title?: string; bylines?: string[] } = {},
): Promise<{ commentary: Commentary; candidates: Candidate[] }> => {
  const on = '2026-01-02'
  const found = passages.map((one) => candidateIn(text, { ...one, on, end: '2026-12-31' }))
  const { commentary } = await recordCommentary(world.at(on), {
    commentary: { publishedOn: day(on), bylines: ['Ida Quill'], language: 'en', title: 'A title', ...more, text },
    extraction: extractionOf(...found),
  })
  return { commentary, candidates: await candidatesOf(world.tx, commentary.id) }
}
