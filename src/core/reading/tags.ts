import { afterComment, afterElement, elementsOfText } from './markup.ts'

const start = /<(?:(!--)|([a-z][a-z0-9-]*)(?=[\s/>]))/gi
const next = /[>=]/g
const blanks = /\s*/y
const unquoted = /[^\s>]*/y

/**
 * The start tags of a name in an HTML page, as written and in order; those in comments and scripts are none. A sign in
 * quotes ends no tag: `<meta data-x="a>b" content="c">` is one. Linear, whatever is left open.
 */
export const tagsNamed = (html: string, name: string, most: number): string[] => {
  const found: string[] = []
  for (let from = 0; from < html.length && found.length < most; ) {
    start.lastIndex = from
    const match = start.exec(html)
    if (!match) break
    const [, comment, written = ''] = match
    const element = written.toLowerCase()
    const end = comment ? afterComment(html, match.index) : endOfTag(html, start.lastIndex)
    if (end === null) break
    if (element === name) found.push(html.slice(match.index, end))
    from = (elementsOfText.has(element) ? afterElement(html, element, end) : end) ?? html.length
  }
  return found
}

/** Where the tag ends whose attributes start at `from`; at the end of the page where it never does. */
const endOfTag = (html: string, from: number): number => {
  for (let at = from; ; ) {
    next.lastIndex = at
    const sign = next.exec(html)
    if (!sign) return html.length
    if (sign[0] === '>') return sign.index + 1
    at = afterValue(html, after(blanks, html, sign.index + 1))
  }
}

/** The end of a value in quotes or without; a quote that is never closed is none. */
const afterValue = (html: string, from: number): number => {
  const quote = html[from] ?? ''
  const close = quote === '"' || quote === "'" ? html.indexOf(quote, from + 1) : -1
  return close < 0 ? after(unquoted, html, from) : close + 1
}

const after = (sticky: RegExp, html: string, from: number): number => {
  sticky.lastIndex = from
  sticky.exec(html)
  return sticky.lastIndex
}
