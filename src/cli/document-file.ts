import type { ReadableType } from '../core/reading/document.ts'

const endings: Readonly<Record<string, ReadableType>> = {
  txt: 'text/plain',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  md: 'text/markdown',
  markdown: 'text/markdown',
}

/** The media type that the ending of a file's name tells; null for others, which are told by how they begin. */
export const mediaTypeOf = (file: string): ReadableType | null => {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''
  return endings[ending] ?? null
}
