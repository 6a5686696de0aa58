/** Marks that turn the order of letters round until somebody ends it: what follows would be read backwards. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/
/** Such a mark in text, or a tag, which keeps what stands in its attributes. */
const TAG_OR_TURN = /<[^<>]*>|[\u202a-\u202e\u2066-\u2069]/g

const withoutTurns = (html: string): string =>
  html.replace(TAG_OR_TURN, (found) => (found.startsWith('<') ? found : ''))

/**
 * A document in which the letters of every text stand in the order of their script, whatever was recorded between them. What fields of
 * forms hold stays as it was typed.
 */
export const legible = (html: string): string => {
  if (!TURNS.test(html)) return html
  const [first = '', ...rest] = html.split('<textarea')
  const after = rest.map((piece) => {
    const end = piece.indexOf('</textarea>')
    return `<textarea${piece.slice(0, end)}${withoutTurns(piece.slice(end))}`
  })
  return [withoutTurns(first), ...after].join('')
}
