import { isHiddenByStyle } from './hidden.ts'
import { restored } from './markup.ts'
import { attribute, type Page } from './page.ts'
import { type Paragraph, tidied } from './paragraphs.ts'

/**
 * The paragraphs of the article on a page, or of the whole page where it is too large to be searched or no article is found.
 * Changes the page: read its clues first.
 */
export const articleParagraphs = async (page: Page): Promise<Paragraph[]> => {
  if (!page.closely) return paragraphsOf(page.body)
  stripFurniture(page.body)
  const whole = paragraphsOf(page.body)
  const article = await readability(page)
  const paragraphs = article ? paragraphsOf(article) : []
  return paragraphs.length > 0 ? paragraphs : whole
}

/** The element that Readability takes for the article, or null where it finds none. Takes the page apart. */
const readability = async ({ document }: Page): Promise<Element | null> => {
  const { Readability } = await import('@mozilla/readability')
  try {
    const reader = new Readability<Element>(document, { serializer: (node) => node as Element, disableJSONLD: true })
    return reader.parse()?.content ?? null
  } catch {
    // A page that breaks it is read whole.
    return null
  }
}

const unread = [
  'script, style, noscript, template, iframe, object, embed, canvas, svg, video, audio, dialog, button, select, textarea',
  'nav, aside, figcaption, form, [hidden], [aria-hidden="true"]',
  '[role="navigation"], [role="complementary"], [role="search"], [role="dialog"], [role="alertdialog"], [role="menu"]',
  'amp-ad, amp-embed, amp-social-share, amp-sidebar, amp-consent, amp-user-notification, amp-next-page',
].join(', ')

/** Words in the class or id of an element that is no part of the piece, whole or as a beginning. */
const furniture = new Set(
  'ad ads share sharing social newsletter newsletters signup related trending cookie cookies consent gdpr paywall comment comments breadcrumb breadcrumbs caption credit credits toc donate disclaimer button buttons pullquote sharedaddy'.split(
    ' ',
  ),
)
const furnitureStem = /^(?:advert|sponsor|promo|subscri|recommend|recirc|disqus)/
const furniturePairs = new Set(
  'sign-up read-next read-more more-from most-read most-popular pull-quote author-bio author-box author-info about-author the-author tag-list reader-text sr-only visually-hidden skip-link'.split(
    ' ',
  ),
)

const isFurniture = (names: string): boolean => {
  const words = names.toLowerCase().split(/[\s_-]+/)
  return words.some(
    (word, i) => furniture.has(word) || furnitureStem.test(word) || furniturePairs.has(`${word}-${words[i + 1] ?? ''}`),
  )
}

/** The discussion under a piece may be longer than the piece. */
const isDiscussion = (names: string): boolean =>
  names
    .toLowerCase()
    .split(/\s+/)
    .some((name) => /^(?:comments?(?:[-_]?(?:area|list|section|thread))?|disqus_thread|respond)$/.test(name))

/** An element that holds more of the text than this is no furniture, whatever it is called. */
const LARGEST = 0.3

const stripFurniture = (body: HTMLElement): void => {
  const size = (element: Element): number => element.textContent?.length ?? 0
  const whole = size(body)
  const drop = (element: Element): void => {
    if (body.contains(element) && size(element) <= LARGEST * whole) element.remove()
  }
  for (const element of [...body.querySelectorAll(unread)]) drop(element)
  for (const element of [...body.querySelectorAll('[style], [STYLE]')]) if (isHiddenByStyle(element)) drop(element)
  for (const element of [...body.querySelectorAll('[class], [id]')]) {
    const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
    if (isDiscussion(names) && !element.querySelector('h1, article')) element.remove()
    else if (isFurniture(names)) drop(element)
  }
}

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
const unreadTags = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE FIGCAPTION'.split(' '))

const kindOf = (tag: string, around: Paragraph['kind']): Paragraph['kind'] => {
  if (/^H[1-6]$/.test(tag)) return 'heading'
  if (tag === 'BLOCKQUOTE') return 'quote'
  return tag === 'LI' && around === 'prose' ? 'item' : around
}

/** The mark of a note ("[3]") is not part of the sentence. */
const isNoteMark = (element: Element, tag: string): boolean =>
  tag === 'SUP' && /^\s*\[?[\d*†‡]{1,3}\]?\s*$/.test(element.textContent ?? '')

/** What stands under the heading of the page before the prose starts: names, dates. */
export const underHeading = ({ body }: Page, heading: string | null): string => {
  const paragraphs = paragraphsOf(body)
  const at = paragraphs.findIndex(({ kind, text }) => kind === 'heading' && text === heading)
  const below = at < 0 ? [] : paragraphs.slice(at + 1, at + 9)
  const prose = below.findIndex(({ text }) => text.length > 200)
  return below
    .slice(0, prose < 0 ? undefined : prose)
    .map(({ text }) => text)
    .join('\n')
}

const paragraphsOf = (root: Element): Paragraph[] => {
  const paragraphs: Paragraph[] = []
  let inline: string[] = []
  const close = (kind: Paragraph['kind']): void => {
    const text = restored(tidied(inline.join('')))
    inline = []
    if (text !== '') paragraphs.push({ kind, text })
  }
  const read = (node: Node, kind: Paragraph['kind']): void => {
    if (node.nodeType === 3) inline.push((node.textContent ?? '').replace(/\s+/g, ' '))
    if (node.nodeType !== 1) return
    const element = node as Element
    const tag = element.tagName.toUpperCase()
    if (unreadTags.has(tag) || isNoteMark(element, tag)) return
    if (tag === 'BR') inline.push('\n')
    const isBlock = blockTags.has(tag)
    const inner = kindOf(tag, kind)
    if (isBlock) close(kind)
    if (tag === 'Q') inline.push('“')
    for (const child of node.childNodes) read(child, inner)
    if (tag === 'Q') inline.push('”')
    if (isBlock) close(inner)
  }
  read(root, 'prose')
  close('prose')
  return paragraphs.flatMap(({ kind, text }) => text.split(/\n{2,}/).map((part) => ({ kind, text: part })))
}
