import type { Block } from '../page/page-paragraphs.ts'
import { beginsMarked, markedIn } from './quotation-marks.ts'

/**
 * Words given as somebody's own: `text.slice(start, end)`, in paragraph `block`. `speech`: long enough, or punctuated like,
 * speech; else a term or a fragment inside the sentence of another. `continues`: it runs on from the paragraph before.
 */
export type Quotation = { start: number; end: number; block: number; speech: boolean; continues: boolean }

const MIN_WORDS = 5

/**
 * The quotations of a page: between marks, and paragraphs set off by ">". A paragraph that ends inside a quotation ends it;
 * when the next begins with a mark, the quotation runs on there.
 */
export const quotationsOf = (text: string, blocks: readonly Block[]): Quotation[] => {
  const found: Quotation[] = []
  let open = false
  blocks.forEach(({ start, end }, block) => {
    if (/^\s{0,8}>/.test(text.slice(start, start + 9))) {
      found.push({ start: text.indexOf('>', start) + 1, end, block, speech: true, continues: false })
      open = false
      return
    }
    const marked = markedIn(text, start, end)
    marked.forEach((one, i) => {
      const words = text.slice(one.start, Math.min(one.end, one.start + 400))
      const continues = i === 0 && open && beginsMarked(text, start)
      found.push({ start: one.start, end: one.end, block, speech: isSpeech(words), continues })
    })
    open = marked.at(-1)?.open ?? false
  })
  return found
}

const isSpeech = (words: string): boolean =>
  words.trim().split(/\s+/).length >= MIN_WORDS || (/^\s*\p{Lu}/u.test(words) && /[.,?!…]\s*$/.test(words))

/** The quotation that holds an offset, or null; quotations are in the order of the text and do not overlap. */
export const quotationAt = <Kind extends { start: number; end: number }>(
  quotations: readonly Kind[],
  offset: number,
): Kind | null => {
  let [low, high] = [0, quotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  const found = quotations[low]
  return found && found.start <= offset ? found : null
}
