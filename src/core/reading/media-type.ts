import { Problem } from '../problem.ts'
import type { ReadableType } from './document.ts'

/** The media types of documents that can be read, and what each is read as. */
const readable: Readonly<Record<string, ReadableType>> = {
  'text/plain': 'text/plain',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
}
/** What servers send when they do not know. */
const unknown = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'unknown/unknown'])

/** A `Content-Type` in its parts: `text/html; charset="latin1"` → `{ type: 'text/html', charset: 'latin1' }`. */
export const parseMediaType = (header: string | null): { type: string; charset: string | null } => {
  const [type = '', ...parameters] = (header ?? '').split(';')
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*["']?([\w:.-]+)/i.exec(parameter)?.[1]).find(Boolean)
  return { type: type.trim().toLowerCase(), charset: charset ?? null }
}

/**
 * What a document is to be read as: as its media type says, or, where that says nothing, as it begins.
 * Throws `unsupported-media-type` for what is no text.
 */
export const readableType = (declared: string, beginning: string): ReadableType => {
  const known = readable[declared]
  if (known) return known
  if (unknown.has(declared)) return detectType(beginning)
  throw new Problem(
    'unsupported-media-type',
    `${declared} cannot be read`,
    'send text/plain, text/markdown or text/html',
    [{ field: 'mediaType', detail: `${declared} cannot be read` }],
  )
}

const htmlStart = /^(?:<\?xml[^<>]*>\s*)?(?:<!--[^<>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i
const yamlStart = /^---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:/
const markdownSigns = [/^#{1,6} \S/m, /\[[^[\]\n]{1,200}\]\(https?:\/\/[^()\s]{1,500}\)/, /^(?:\*\*|__)\S/m]

/** Plain text unless the beginning is plainly that of a page, of front matter, or of a Markdown text (two of its signs). */
export const detectType = (beginning: string): ReadableType => {
  const start = beginning.replace(/^\uFEFF/, '').trimStart()
  if (htmlStart.test(start)) return 'text/html'
  if (yamlStart.test(start)) return 'text/markdown'
  return markdownSigns.filter((sign) => sign.test(start)).length >= 2 ? 'text/markdown' : 'text/plain'
}
