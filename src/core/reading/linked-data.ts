import type { Clues } from './clues.ts'
import { namesIn } from './names.ts'

type Node = Readonly<Record<string, unknown>>

const MOST_SCRIPTS = 50
const MOST_NODES = 1000
const DEEPEST = 6

/**
 * The clues in the JSON-LD of a page: of the first article that is the page's own. `title` tells it from the teasers of
 * other articles. Scripts that are not JSON are passed over.
 */
export const linkedDataClues = (scripts: readonly string[], title: string): Clues => {
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
  const headed = articles.find((node) => title.includes(text(node['headline']) ?? '\n'))
  const article =
    headed ?? articles[0] ?? nodes.find((node) => typesOf(node).includes('WebPage') && node['datePublished'])
  return article ? articleClues(article, resolved) : {}
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
