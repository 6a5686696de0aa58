/** What a URL need not escape (RFC 3986, 2.3). */
const unreserved = /[\w.~-]/

/**
 * Escapes written in one way (RFC 3986, 6.2.2): those of letters, digits, `-`, `.`, `_` and `~` undone, the rest in upper
 * case. `/%73ecret%2fa` → `/secret%2Fa`. Undone once: `%2573` stays.
 */
export const plainEscapes = (text: string): string =>
  text.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const sign = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return unreserved.test(sign) ? sign : triplet.toUpperCase()
  })

/**
 * A path, or a pattern of paths, as the two are compared (RFC 9309, 2.2.2): every spelling of one path is the same text.
 * `/caf\u00e9` → `/caf%C3%A9`.
 */
export const comparablePath = (path: string): string =>
  plainEscapes(encodeURI(path.toWellFormed()).replaceAll('%25', '%'))
