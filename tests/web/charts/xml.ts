import { parseHTML } from 'linkedom'

const TOKEN = /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy
const REFERENCE = /&(?!(?:amp|lt|gt|quot|#39);)/

/** What keeps a document from being well-formed XML, as far as a picture of ours goes; null for nothing. */
export const brokenXml = (text: string): string | null => {
  const open: string[] = []
  let end = 0
  for (const { 0: token, 1: close, 2: name, 3: attributes, 4: alone, index } of text.matchAll(TOKEN)) {
    end = index + token.length
    if (REFERENCE.test(token)) return `a bare & in ${token}`
    if (name === undefined) continue
    const names = [...(attributes ?? '').matchAll(/\s([\w:-]+)=/g)].map(([, attribute]) => attribute)
    if (new Set(names).size < names.length) return `an attribute twice in ${token}`
    if (close === '/' && open.pop() !== name) return `${token} closes what is not open`
    if (close !== '/' && alone !== '/') open.push(name)
    if (open.length === 0 && end < text.length) return `more than one root: ${text.slice(end)}`
  }
  if (end < text.length) return `no markup: ${text.slice(end, end + 80)}`
  return open.length === 0 ? null : `left open: ${open.join(' ')}`
}

/** The picture as a tree. */
export const treeOf = (svg: string): Element => {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${svg}</body></html>`)
  const root = document.querySelector('svg')
  if (!root) throw new Error(`no picture in ${svg.slice(0, 80)}`)
  return root
}

export const numberOf = (element: Element, attribute: string): number => Number(element.getAttribute(attribute))
