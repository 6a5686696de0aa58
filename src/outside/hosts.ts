/** The names by which this machine means itself. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

const hostOf = (named: string): string => {
  const address = named.includes('://') ? named : `http://${named}`
  return URL.canParse(address) ? new URL(address).hostname : named
}

/**
 * The host names that a server goes by: those of `HINDCAST_HOSTS` (`example.org, www.example.org`), else the names of this machine
 * where only this machine reaches it; null: any.
 */
export const hostsOf = (
  environment: Readonly<Record<string, unknown>>,
  onlyFromHere: boolean,
): readonly string[] | null => {
  const named = String(environment['HINDCAST_HOSTS'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (named.length > 0) return named.map(hostOf)
  return onlyFromHere ? LOOPBACK : null
}
