/** Deeper elements are laid flat: no article nests so deep, and every walk of the tree stays shallow. */
const DEEPEST = 200
/** Of a longer tag only the name is kept: what is so long is a picture or a script. */
const LONGEST_TAG = 10_000

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))
const voids = setOf('area base br col embed hr img input link meta param source track wbr')
/** Elements that start a line of their own. */
const lines = setOf(
  'address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table tbody td tfoot th thead tr ul',
)
const cells = setOf('td th')
const rows = setOf('td th tr')
const paragraph = setOf('p')
/** What an opening tag closes, as browsers and the parser have it; any other element that starts a line closes a paragraph. */
const closedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  li: setOf('li'),
  dt: setOf('dt dd'),
  dd: setOf('dt dd'),
  td: cells,
  th: cells,
  tr: rows,
  tbody: setOf('thead tbody tr td th'),
  option: setOf('option'),
}

/** A `<` that starts no tag, until the text is read: the parser makes a node of each. */
const LESS_THAN = '\uE03C'
export const restored = (text: string): string => text.replaceAll(LESS_THAN, '<')

/** HTML that is parsed in time linear in its length, and how far its elements lie below the root, all depths together. */
export type BoundedMarkup = { markup: string; depths: number }

/** Without comments, scripts and styles, and not nested too deep. */
export const boundedMarkup = (html: string): BoundedMarkup =>
  flattened(withoutScripts(html).replace(/<(?![a-z/!?])/gi, LESS_THAN))

/** Elements whose content is text to a browser, whatever looks like a tag or a comment in it. */
export const elementsOfText = setOf('script style title textarea xmp iframe noembed noframes')

const opening = /<(?:!--|(script|style)\b([^<>]*)>?)/gi
const endOfComment = /--!?>/g
const closings: ReadonlyMap<string, RegExp> = new Map(
  [...elementsOfText].map((name) => [name, new RegExp(`</${name}\\b[^<>]*>?`, 'gi')]),
)

const afterMatch = (pattern: RegExp, html: string, from: number): number | null => {
  pattern.lastIndex = from
  return pattern.exec(html) ? pattern.lastIndex : null
}

/** Where the comment ends that starts at `at`, as browsers have it (`<!-->` and `<!--->` are whole ones); null for never. */
export const afterComment = (html: string, at: number): number | null => {
  const short = ['<!-->', '<!--->'].find((whole) => html.startsWith(whole, at))
  return short ? at + short.length : afterMatch(endOfComment, html, at + 4)
}

/** Where an element ends whose content is nothing but text and starts at `from`; null for never. */
export const afterElement = (html: string, name: string, from: number): number | null =>
  afterMatch(closings.get(name) ?? endOfComment, html, from)

/** Linked data stays. What is never closed runs to the end of the page, as in browsers. */
const withoutScripts = (html: string): string => {
  const kept: string[] = []
  let from = 0
  for (opening.lastIndex = 0; ; ) {
    const match = opening.exec(html)
    if (!match) break
    const [whole, name, attributes = ''] = match
    const end = name
      ? afterElement(html, name.toLowerCase(), match.index + whole.length)
      : afterComment(html, match.index)
    const data = end !== null && name && /ld\+json/i.test(attributes)
    kept.push(html.slice(from, data ? end : match.index), ' ')
    from = end ?? html.length
    opening.lastIndex = from
  }
  return kept.concat(html.slice(from)).join('')
}

const tag = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>/gi

/** Follows the parser's stack of open elements, and writes one paragraph for the elements that would lie too deep. */
const flattened = (html: string): BoundedMarkup => {
  const open: string[] = []
  let depths = 0
  let written = -1
  const markup = html.replace(tag, (whole, slash: string, mixedCase: string, at: number) => {
    const name = mixedCase.toLowerCase()
    const kept = whole.length > LONGEST_TAG ? `<${slash}${name}>` : whole
    depths += open.length
    if (voids.has(name)) return kept
    if (slash === '/') {
      const opened = open.lastIndexOf(name)
      if (opened >= 0) open.length = opened
      return opened >= 0 ? kept : ''
    }
    const closes = closedBy[name] ?? (lines.has(name) ? paragraph : null)
    while (closes?.has(open.at(-1) ?? '')) open.pop()
    const deep = open.length >= DEEPEST
    if (deep && !lines.has(name)) return ''
    if (deep && open.at(-1) === 'p') open.pop()
    open.push(deep ? 'p' : name)
    if (!deep) return kept
    const again = written === at
    written = at + whole.length
    return again ? '' : '<p>'
  })
  return { markup, depths }
}
