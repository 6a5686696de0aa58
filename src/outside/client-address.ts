import ipaddr from 'ipaddr.js'

/** Groups of an IPv6 address that name a network: what one customer is given, and may pick addresses from at will. */
const NETWORK_GROUPS = 4

/**
 * What a client is counted by: its IPv4 address, or the /64 network of its IPv6 address; null where there is none. An IPv4
 * address that is written as IPv6 is what it is. Example: `2001:db8:1:2:3::4` is counted as `2001:db8:1:2::/64`.
 */
export const countedBy = (address: string | null | undefined): string | null => {
  if (!address || !ipaddr.isValid(address)) return null
  const found = ipaddr.process(address)
  if (!(found instanceof ipaddr.IPv6)) return found.toString()
  const network = new ipaddr.IPv6([...found.parts.slice(0, NETWORK_GROUPS), 0, 0, 0, 0])
  return `${network.toString()}/64`
}
