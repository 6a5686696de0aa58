import type { fromMarkdown as parse } from 'mdast-util-from-markdown'
import { addressClues } from './address.ts'
import { factsFrom, readAs } from './clues.ts'
import { decodeText, mustSay } from './decode.ts'
import type { ReadDocument } from './document.ts'
import { frontMatterOf } from './front-matter.ts'
import { headOf } from './head.ts'
import { readLanguage } from './language.ts'
import { withoutTables } from './markdown-tables.ts'
import { type Paragraph, plainText, tidied } from './paragraphs.ts'

type Block = ReturnType<typeof parse>['children'][number]
type Inline = Extract<Block, { type: 'paragraph' | 'heading' }>['children'][number]

/** The prose of a Markdown text (CommonMark); code, images, tables and raw HTML are left out. Its facts as those of plain text. */
export const readMarkdown = async (
  bytes: Uint8Array,
  charset: string | null,
  url: string | null,
): Promise<ReadDocument> => {
  const source = decodeText(bytes, charset).replace(/^\uFEFF/, '')
  const front = await frontMatterOf(source)
  const paragraphs = await markdownParagraphs(
    withoutTables(front ? source.slice(0, front.start) + source.slice(front.end) : source),
  )
  const text = mustSay(plainText(paragraphs))
  const heading = paragraphs.find(({ kind }) => kind === 'heading')?.text ?? null
  const places = [...(front ? [front.clues] : []), ...headOf(text), { title: heading }, addressClues(url)]
  const { declaredLanguage, ...facts } = factsFrom(places, url)
  const { language } = await readLanguage(text, declaredLanguage)
  return { text, ...readAs('text/markdown'), ...facts, language }
}

/** The parser takes a second for as many characters or marks; what has more is no essay. */
const MOST_CHARACTERS = 200_000
const MOST_MARKS = 4000

const markdownParagraphs = async (source: string): Promise<Paragraph[]> => {
  const marks = source.match(/[*_[\]`<&>|~]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]/gm)?.length ?? 0
  if (source.length > MOST_CHARACTERS || marks > MOST_MARKS) return plainParagraphs(source)
  const { fromMarkdown } = await import('mdast-util-from-markdown')
  return fromMarkdown(shallow(source)).children.flatMap((node) => paragraphsOf(node, 'prose'))
}

const plainParagraphs = (source: string): Paragraph[] =>
  source.split(/\n[ \t]*\n/).flatMap((part): Paragraph[] => {
    const text = tidied(part.replace(/^#{1,6} /, '').replaceAll('\n', ' '))
    return text === '' ? [] : [{ kind: /^#{1,6} /.test(part) ? 'heading' : 'prose', text }]
  })

/** Block markers nested deeper than any author nests them cost the parser time that grows with their square. */
const shallow = (source: string): string =>
  source
    .replace(/^(?:[ \t]{0,3}>){6,}/gm, '> ')
    .replace(/^[ \t]*(?:[\d*+.)-]+[ \t]+){6,}/gm, '- ')
    .replace(/^[ \t]{40,}/gm, ' ')

const paragraphsOf = (node: Block, kind: Paragraph['kind']): Paragraph[] => {
  if (node.type === 'heading') return [{ kind: 'heading', text: tidied(inlineText(node)) }]
  if (node.type === 'paragraph') return [{ kind, text: tidied(inlineText(node)) }].filter(({ text }) => text !== '')
  if (node.type === 'blockquote') return node.children.flatMap((child) => paragraphsOf(child, 'quote'))
  if (node.type === 'list' || node.type === 'listItem') {
    return node.children.flatMap((child) => paragraphsOf(child, kind === 'prose' ? 'item' : kind))
  }
  return []
}

/** The words of a paragraph; a soft line break is a blank. */
const inlineText = (node: Inline | Block): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replaceAll('\n', ' ')
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(inlineText).join('') : ''
}
