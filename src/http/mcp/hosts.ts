import { Problem } from '../../core/problem.ts'

/** The host name of an origin or of a request's own address; null where it is none, such as the origin `null`. */
const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).hostname || null : null)

const refuse = (detail: string): Problem =>
  new Problem('origin-refused', detail, 'ask without a browser, or name the host in HINDCAST_HOSTS on the server')

/**
 * Keeps pages of other sites off (DNS rebinding, where a name of theirs is made to mean this machine): the host that is asked for
 * must be one of `known` (null: any), and the page that asks, where one does, of those too, or of the host itself. Throws
 * `origin-refused`.
 */
export const mustBeFromHere = (url: string, origin: string | undefined, known: readonly string[] | null): void => {
  const host = hostOf(url)
  if (known !== null && (host === null || !known.includes(host))) throw refuse(`this server does not go by ${host}`)
  if (origin === undefined) return
  const from = hostOf(origin)
  if (from === null || !(known ?? [host]).includes(from)) throw refuse(`a page of ${origin} may not ask here`)
}
