import { boundedMarkup } from './markup.ts'

/** A parsed page whose tree has a head and a body, the address it was had from, and whether it is small enough for every rule that looks at it closely. */
export type Page = { document: Document; body: HTMLElement; base: string | null; url: string | null; closely: boolean }

/** Counted in tags and entities, of which the parser makes a node each. Long articles have some thousands. */
const MOST_NODES = 20_000
/** Readability asks each element for all that lies in it: its work grows with the nodes times their depth. */
const MOST_DEPTHS = 600_000

/** Parses HTML with linkedom (loaded on first use). Never throws: whatever is not markup is text. */
export const parsePage = async (html: string, url: string | null): Promise<Page> => {
  const { DOMParser } = await import('linkedom/worker')
  const { markup, depths } = boundedMarkup(html)
  const whole = /<html[\s>]/i.test(markup) ? markup : `<!doctype html><html><head></head><body>${markup}</body></html>`
  const document = new DOMParser().parseFromString(whole, 'text/html') as unknown as Document
  const base = baseOf(document, url)
  const nodes = markup.match(/[<&]/g)?.length ?? 0
  return { document, body: bodyOf(document), base, url, closely: nodes <= MOST_NODES && depths <= MOST_DEPTHS }
}

/** The body, with what stands beside it: the tags of head and body may be left out. */
const bodyOf = (document: Document): HTMLElement => {
  const { body } = document
  for (const child of [...document.documentElement.children]) {
    if (child !== body && child !== document.head) body.append(child)
  }
  return body
}

/** Where links of the page lead from; Readability asks the document for it. */
const baseOf = (document: Document, url: string | null): string | null => {
  const stated = document.querySelector('base[href]')?.getAttribute('href')
  const base = stated && URL.canParse(stated, url ?? undefined) ? new URL(stated, url ?? undefined).href : url
  if (base) {
    document.querySelector('base')?.remove()
    const element = document.createElement('base')
    element.setAttribute('href', base)
    document.head.append(element)
  }
  return base
}

/** An attribute, however its name is written: the parser keeps the case of `CONTENT`. */
export const attribute = (element: Element, name: string): string | null =>
  element.getAttribute(name) ?? element.getAttribute(name.toUpperCase())

export const textIn = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
