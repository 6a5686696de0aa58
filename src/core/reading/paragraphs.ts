/** A paragraph of a document. A heading is a line of its own; items of a list follow one another line by line. */
export type Paragraph = { kind: 'heading' | 'item' | 'quote' | 'prose'; text: string }

const spaces = /[^\S\n]+/g

/** Text as it reads: one blank for each run of white space, no soft hyphens or other invisible signs, which may spell words. */
export const tidied = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]/gu, '')
    .replace(spaces, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()

/**
 * The plain text of paragraphs, parted by blank lines. A block quote stands in quotation marks, which is how plain text says
 * that the words are another's; one that repeats words of the prose (a pull quote) is left out.
 */
export const plainText = (paragraphs: readonly Paragraph[]): string => {
  const prose = paragraphs
    .filter(({ kind }) => kind !== 'quote')
    .map(({ text }) => letters(text))
    .join('\n')
  const lines = paragraphs.filter(({ kind, text }) => kind !== 'quote' || !prose.includes(letters(text)))
  return lines
    .map(({ kind, text }, i) => {
      const gap = i === 0 ? '' : kind === 'item' && lines[i - 1]?.kind === 'item' ? '\n' : '\n\n'
      return gap + (kind === 'quote' ? quoted(text) : text)
    })
    .join('')
}

const letters = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
const quoted = (text: string): string =>
  /^["“‘«„]/.test(text) ? text : `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`
