import { attribute } from './page.ts'

/** Declarations that nobody sees anything of, without blanks. */
const UNSEEN = new Set(['display:none', 'visibility:hidden', 'visibility:collapse', 'content-visibility:hidden'])
const SIZELESS = new Set(['font-size:0', 'font-size:0px', 'font-size:0em', 'font-size:0rem', 'font-size:0%'])

const declarationsOf = (element: Element): string[] =>
  (attribute(element, 'style') ?? '').toLowerCase().replace(/\s+/g, '').replaceAll('!important', '').split(';')

/**
 * Whether an element says of itself that it is not shown: by its own style, since sheets are not read. Letters of no size are hidden
 * unless something inside has a size again, which closes the gaps between elements.
 */
export const isHiddenByStyle = (element: Element): boolean => {
  const declared = declarationsOf(element)
  if (declared.some((one) => UNSEEN.has(one))) return true
  return declared.some((one) => SIZELESS.has(one)) && !element.querySelector('[style*="font-size"]')
}
