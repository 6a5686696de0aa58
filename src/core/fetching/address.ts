import ipaddr from 'ipaddr.js'
import { Problem } from '../problem.ts'

const refuse = (detail: string): Problem =>
  new Problem('address-refused', detail, 'give a public http or https address', [{ field: 'url', detail }])

/** Azure's wire server: the one metadata address that looks public. */
const METADATA = ['168.63.129.16']

/**
 * Whether an IP address is one of the open internet. Everything else is refused: private, loopback, link-local (where
 * clouds keep their metadata), shared, multicast, reserved and documentation ranges; and all of IPv6 outside 2000::/3, or
 * with an IPv4 address inside (mapped, translated, 6to4, Teredo), since that address may be any.
 */
export const isPublicIp = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast' || METADATA.includes(address.toString())) return false
  return address instanceof ipaddr.IPv4 || ((address as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}

/** Names that never belong to the open internet (RFC 6761, 6762, 8375, 9476, and what private networks use). */
const PRIVATE_NAME =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa|test|invalid|example|onion|alt)$/

/** The host of a URL without brackets and final dot; the URL parser has already made decimal, octal and hex IPv4 plain. */
const plainHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

const mustBePublic = (url: URL): void => {
  const host = plainHost(url)
  if (!['', '80', '443'].includes(url.port)) throw refuse(`port ${url.port} is not one of the web`)
  if (ipaddr.isValid(host)) {
    if (!isPublicIp(host)) throw refuse(`${host} is not an address of the open internet`)
    return
  }
  if (!host.includes('.') || PRIVATE_NAME.test(host)) throw refuse(`${host} is not a name of the open internet`)
}

/** `example.org:8443`: how the owner of an installation names a host that is exempt from the guard. */
export const authorityOf = (url: URL): string => `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`

/** Longer ones serve no reader, and no index keeps them. */
export const LONGEST_URL = 2000

/**
 * The URL of an address that may be asked for, parsed. Throws `address-refused`: another scheme than http and https,
 * too many characters, credentials, a host that is not public as far as its name tells, a port other than 80 and 443. What a name resolves to
 * is checked where the connection is made. `allow` exempts hosts from the last two, written as host:port.
 */
export const guardedUrl = (text: string, allow: readonly string[] = []): URL => {
  if (!URL.canParse(text)) throw refuse('this is no URL')
  const url = new URL(text)
  if (url.href.length > LONGEST_URL) throw refuse(`an address has at most ${LONGEST_URL} characters`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse(`${url.protocol} is not fetched`)
  if (url.username || url.password) throw refuse('an address with a name or password in it is not fetched')
  if (!allow.includes(authorityOf(url))) mustBePublic(url)
  return url
}
