import { addressIdentity } from '../fetching/canonical-url.ts'
import { type Clues, cleaned, webAddress } from './clues.ts'
import { namesIn } from './names.ts'

type Node = Readonly<Record<string, unknown>>

const MOST_SCRIPTS = 50
const MOST_NODES = 1000
const DEEPEST = 6

/** How the page that carries the data heads itself, and the addresses it goes by, absolute or to be read from `base`. */
export type OwnPage = {
  headings: readonly string[]
  addresses: readonly (string | null | undefined)[]
  base: string | null
}

/** The clues in the JSON-LD of a page: of the article that is the page's own. Scripts that are not JSON are passed over. */
export const linkedDataClues = (scripts: readonly string[], page: OwnPage): Clues => {
  const nodes = scripts
    .slice(0, MOST_SCRIPTS)
    .flatMap((script) => nodesOf(parsed(script), DEEPEST))
    .slice(0, MOST_NODES)
  const byId = new Map(nodes.filter((node) => Object.keys(node).length > 1).map((node) => [node['@id'], node]))
  const resolved = (value: unknown): unknown => {
    const node = asNode(value)
    return node && typeof node['@id'] === 'string' && Object.keys(node).length === 1
      ? (byId.get(node['@id']) ?? node)
      : value
  }
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)))
  const article =
    ownArticle(articles, page) ?? nodes.find((node) => typesOf(node).includes('WebPage') && node['datePublished'])
  return article ? articleClues(article, resolved) : {}
}

/**
 * The article that a page is, among the teasers of others: the one that the page is headed with, else the one at the
 * page's own address, else the first that is not at another.
 */
const ownArticle = (articles: readonly Node[], { headings, addresses, base }: OwnPage): Node | undefined => {
  const heads = headings.map(letters).filter((heading) => heading !== ' ')
  const isHead = (node: Node): boolean => {
    const headline = letters(text(node['headline']))
    return headline !== ' ' && heads.some((heading) => heading.includes(headline))
  }
  const own = new Set(addresses.flatMap((address) => identityOf(address, base) ?? []))
  const places = new Map(articles.map((node) => [node, addressesOf(node).flatMap((at) => identityOf(at, base) ?? [])]))
  const isAt = (node: Node): boolean => (places.get(node) ?? []).some((place) => own.has(place))
  const isElsewhere = (node: Node): boolean => own.size > 0 && (places.get(node) ?? []).length > 0 && !isAt(node)
  return (
    articles.find((node) => heads.includes(letters(text(node['headline'])))) ??
    articles.find(isHead) ??
    articles.find(isAt) ??
    articles.find((node) => !isElsewhere(node))
  )
}

/** The words of a heading, between blanks: `Rain &amp; Snow` → ` rain snow `; of none a blank. */
const letters = (heading: string | null): string =>
  ` ${cleaned(heading, 500) ?? ''} `.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')

/** Where an article says it stands. What it is called by counts only where it says nothing else, and as a whole address. */
const addressesOf = (node: Node): string[] => {
  const page = node['mainEntityOfPage']
  const said = [node['url'], page, asNode(page)?.['@id'], asNode(page)?.['url']].flatMap((value) => text(value) ?? [])
  const id = text(node['@id'])
  return said.length > 0 || !id || !/^https?:/i.test(id) ? said : [id]
}

/** An address as it is compared; null for none, and for a front page, which many a site writes into every article. */
const identityOf = (address: string | null | undefined, base: string | null): string | null => {
  const whole = webAddress(address, base)
  return whole && new URL(whole).pathname !== '/' ? addressIdentity(whole) : null
}

const articleType = /(?:Article|BlogPosting|Report|^Review|OpinionPiece)$/

const parsed = (script: string): unknown => {
  try {
    return JSON.parse(
      script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '').replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, ''),
    )
  } catch {
    return null
  }
}

const asNode = (value: unknown): Node | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const typesOf = (node: Node): string[] => listOf(node['@type']).filter((type) => typeof type === 'string')
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** The nodes of a graph; lists of other articles (`itemListElement`) are not gone into. */
const nodesOf = (value: unknown, deep: number): Node[] => {
  if (deep === 0) return []
  if (Array.isArray(value)) return value.slice(0, MOST_NODES).flatMap((part) => nodesOf(part, deep - 1))
  const node = asNode(value)
  return node ? [node, ...nodesOf(node['@graph'], deep - 1), ...nodesOf(node['mainEntity'], deep - 1)] : []
}

const articleClues = (article: Node, resolved: (value: unknown) => unknown): Clues => {
  const named = (value: unknown): string | null => text(value) ?? text(asNode(resolved(value))?.['name'])
  const [publisher] = listOf(article['publisher']).flatMap((value) => named(value) ?? [])
  const page = article['mainEntityOfPage']
  const language = article['inLanguage']
  const dates = (says: 'published' | 'modified', key: string) =>
    listOf(article[key]).flatMap((value) =>
      text(value) ? [{ says, value: String(value), from: `${key} in JSON-LD` }] : [],
    )
  return {
    title: text(article['headline']) ?? text(article['name']),
    bylines: listOf(article['author'] ?? article['creator'])
      .slice(0, 50)
      .flatMap((value) => authorNames(resolved(value))),
    publisher,
    topics: [...listOf(article['articleSection']), ...listOf(article['keywords']), ...listOf(article['about'])]
      .slice(0, 100)
      .flatMap((value) => named(value)?.split(/[,;]/) ?? []),
    canonicalUrl: text(article['url']) ?? text(page) ?? text(asNode(page)?.['@id']),
    language: text(language) ?? text(asNode(language)?.['alternateName']),
    dates: [...dates('published', 'datePublished'), ...dates('modified', 'dateModified')],
  }
}

/** An organisation that signs is the publisher's voice, not a person's. */
const authorNames = (value: unknown): string[] => {
  if (typeof value === 'string') return namesIn(value)
  const node = asNode(value)
  if (!node || typesOf(node).some((type) => /Organization$/.test(type))) return []
  return listOf(node['name']).flatMap((name) => (typeof name === 'string' ? namesIn(name) : []))
}
