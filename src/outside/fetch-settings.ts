import { SECOND } from '../core/fetching/pace.ts'
import { Problem } from '../core/problem.ts'

/** How an installation fetches. `allow`: hosts as host:port that are exempt from the address guard. */
export type FetchSettings = { userAgent: string; allow: string[]; gapMs: number }

type Environment = Readonly<Record<string, unknown>>

const textIn = (environment: Environment, name: string): string => String(environment[name] ?? '').trim()

const userAgentOf = (contact: string): string => {
  if (!/^[\x20-\x7e]*$/.test(contact)) {
    throw new Problem('invalid-input', 'HINDCAST_CONTACT holds more than plain ASCII', 'give a URL or a mail address')
  }
  return contact === '' ? 'Hindcast/0.1' : `Hindcast/0.1 (+${contact})`
}

/** Reads the settings. Throws `invalid-input` for what cannot be meant. */
export const fetchSettings = (environment: Environment): FetchSettings => {
  const seconds = Number(textIn(environment, 'HINDCAST_HOST_GAP') || '5')
  if (!(seconds >= 0 && seconds <= 3600)) {
    throw new Problem('invalid-input', 'HINDCAST_HOST_GAP is no number of seconds', 'give 0 to 3600')
  }
  return {
    userAgent: userAgentOf(textIn(environment, 'HINDCAST_CONTACT')),
    allow: textIn(environment, 'HINDCAST_FETCH_ALLOW')
      .split(/[\s,]+/)
      .filter(Boolean),
    gapMs: seconds * SECOND,
  }
}
