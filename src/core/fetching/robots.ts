import robotsParser from 'robots-parser'
import { comparablePath, plainEscapes } from './percent.ts'

/** How robots.txt files and robots tags name us. */
export const ROBOT = 'hindcast'

/** What is known of a robots.txt: its rules, that there is none, or that it could not be read, which keeps us off. */
export const robotsStates = ['rules', 'none', 'unreachable'] as const
export type RobotsFile = { state: (typeof robotsStates)[number]; text: string }

/** Why we are kept off, null when we are not; and the pause that is asked for. */
export type RobotsVerdict = { reason: string | null; crawlDelaySeconds: number | null }

/** The groups of a robots.txt as lines of name and value, those that speak to us, or to all where none does. */
const ownLines = (text: string): [name: string, value: string][] => {
  const groups: { agents: string[]; lines: [string, string][] }[] = []
  let naming = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    const agent = name.toLowerCase() === 'user-agent'
    if (agent && !naming) groups.push({ agents: [], lines: [] })
    if (agent) groups.at(-1)?.agents.push(value.trim().toLowerCase().replace(/\/.*/, ''))
    else if (name) groups.at(-1)?.lines.push([name.toLowerCase(), value.trim()])
    if (name) naming = agent
  }
  const named = groups.filter(({ agents }) => agents.includes(ROBOT))
  return (named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))).flatMap(({ lines }) => lines)
}

/** Uses that a site may deny and that are ours: listing it, and giving its text to a machine that reads. */
const OURS = ['search', 'ai-input', 'tdm']

/**
 * The use of ours that a preference denies: `search=yes, ai-input=no` → `ai-input`. Read from Content-Signal (values yes
 * and no) and Content-Usage (y and n) lines; one bound to a path prefix ("/blog/ tdm=n") counts for that prefix.
 */
export const deniedUse = (preference: string, path: string): string | null => {
  const words = preference.trim().split(/\s/)
  const bound = words[0]?.startsWith('/') ? words.shift() : undefined
  if (bound && !comparablePath(path).startsWith(comparablePath(bound))) return null
  const denied = words
    .join('')
    .toLowerCase()
    .split(/[,;]/)
    .map((part) => part.split('='))
    .find(([use = '', value = '']) => OURS.includes(use) && /^(no?|\?0)$/.test(value))
  return denied?.[0] ?? null
}

/**
 * Whether a robots.txt lets us have a URL of its host (RFC 9309: none means yes, unreadable means no), and the pause that it
 * asks for. Its usage preferences count as a no where they deny a use that is ours.
 */
export const robotsVerdict = ({ state, text }: RobotsFile, url: string): RobotsVerdict => {
  if (state === 'none') return { reason: null, crawlDelaySeconds: null }
  if (state === 'unreachable') return { reason: 'its robots.txt cannot be read', crawlDelaySeconds: null }
  const robots = robotsParser(new URL('/robots.txt', url).href, plainEscapes(text))
  const crawlDelaySeconds = robots.getCrawlDelay(ROBOT) ?? null
  const { pathname } = new URL(url)
  if (robots.isAllowed(plainEscapes(url), ROBOT) === false) {
    return { reason: `its robots.txt keeps robots off ${pathname}`, crawlDelaySeconds }
  }
  const denied = ownLines(text)
    .filter(([name]) => name === 'content-signal' || name === 'content-usage')
    .map(([, value]) => deniedUse(value, pathname))
    .find((use) => use !== null)
  return { reason: denied ? `its robots.txt denies the use ${denied}` : null, crawlDelaySeconds }
}
