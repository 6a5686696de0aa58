import type { Block } from './page-paragraphs.ts'

/** What stands between quotation marks: `text.slice(start, end)` without the marks. */
export type Quotation = { start: number; end: number; block: number }

const MIN_WORDS = 5

/**
 * The direct quotations of a page, long enough to be speech rather than a borrowed term. Curly marks pair by direction,
 * straight ones by turns; a paragraph that ends inside a quotation ends it.
 */
export const quotationsOf = (text: string, blocks: readonly Block[]): Quotation[] =>
  blocks.flatMap((block, index) => {
    const found: Quotation[] = []
    let open: number | null = null
    for (let i = block.start; i <= block.end; i++) {
      const sign = text[i]
      const opens = sign === '“' || (sign === '"' && open === null)
      const shuts = sign === '”' || (sign === '"' && open !== null) || i === block.end
      if (shuts && open !== null) {
        if (isSpeech(text.slice(open, Math.min(i, open + 400)))) found.push({ start: open, end: i, block: index })
        open = null
      } else if (opens && i < block.end) open = i + 1
    }
    return found
  })

const isSpeech = (words: string): boolean => words.trim().split(/\s+/).length >= MIN_WORDS

/** The quotation that holds an offset, or null; quotations are in the order of the text and do not overlap. */
export const quotationAt = (quotations: readonly Quotation[], offset: number): Quotation | null => {
  let [low, high] = [0, quotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  const found = quotations[low]
  return found && found.start <= offset ? found : null
}
