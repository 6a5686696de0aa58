import type { Block } from '../page/page-paragraphs.ts'

/** Paragraphs that one call of a model reads, in the order of the text. */
export type Chunk = { blocks: readonly Block[] }

/** `tokens`: the most that one chunk holds. `overlap`: the most of it that repeats the chunk before, for context. */
export type ChunkBudget = { tokens: number; overlap: number }

/** English runs to about 4.2 characters a token in common tokenizers; 4 errs on the side of smaller chunks. */
const UNITS_PER_TOKEN = 4

const tokensIn = ({ start, end }: Block): number => Math.ceil((end - start) / UNITS_PER_TOKEN)
const tokensOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + tokensIn(block), 0)

/** The words of a chunk as they are sent: its paragraphs, parted by blank lines. */
export const wordsOfChunk = (text: string, { blocks }: Chunk): string =>
  blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')

/**
 * Cuts paragraphs into chunks of at most `tokens` by the estimate of four UTF-16 units a token. Each chunk but the first
 * opens with the last paragraphs of the one before, at most `overlap` tokens. Every paragraph is in some chunk; one longer
 * than a chunk is cut at the end of a sentence, else at a blank.
 */
export const chunksOf = (text: string, paragraphs: readonly Block[], budget: ChunkBudget): Chunk[] => {
  const chunks: Block[][] = []
  let open: Block[] = []
  for (const block of paragraphs.flatMap((paragraph) => pieces(text, paragraph, budget.tokens))) {
    if (open.length > 0 && tokensOf(open) + tokensIn(block) > budget.tokens) {
      chunks.push(open)
      open = tailOf(open, Math.min(budget.overlap, budget.tokens - tokensIn(block)))
    }
    open.push(block)
  }
  if (open.length > 0) chunks.push(open)
  return chunks.map((blocks) => ({ blocks }))
}

/** The last paragraphs that fit, never all of them. */
const tailOf = (blocks: readonly Block[], tokens: number): Block[] => {
  let from = blocks.length
  while (from > 1 && tokensOf(blocks.slice(from - 1)) <= tokens) from--
  return blocks.slice(from)
}

/** Smaller than this a chunk is not halved: an answer that does not fit here will fit nowhere. */
const MIN_UNITS = 400

/** A chunk in two, for an answer that came back cut off; null when it is too small for that. */
export const halve = (text: string, { blocks }: Chunk): [Chunk, Chunk] | null => {
  const [only, ...others] = blocks
  if (!only) return null
  if (others.length > 0) {
    const middle = Math.ceil(blocks.length / 2)
    return [{ blocks: blocks.slice(0, middle) }, { blocks: blocks.slice(middle) }]
  }
  const units = only.end - only.start
  if (units < MIN_UNITS) return null
  const cut = cutBefore(text, only.start, only.start + Math.ceil(units / 2))
  return [{ blocks: [{ start: only.start, end: cut }] }, { blocks: [{ start: cut, end: only.end }] }]
}

const pieces = (text: string, block: Block, tokens: number): Block[] => {
  const cuts: Block[] = []
  let { start } = block
  while (tokensIn({ start, end: block.end }) > tokens) {
    const end = cutBefore(text, start, start + tokens * UNITS_PER_TOKEN)
    cuts.push({ start, end })
    start = end
  }
  return [...cuts, { start, end: block.end }]
}

const ends: readonly RegExp[] = [/[.!?]["”’)]?\s$/, /\s$/]

/** The last end of a sentence in the second half of a stretch, else its last blank, else its end (no pair is parted). */
const cutBefore = (text: string, start: number, end: number): number => {
  const middle = start + Math.floor((end - start) / 2)
  for (const pattern of ends)
    for (let i = end; i > middle; i--) if (pattern.test(text.slice(Math.max(start, i - 3), i))) return i
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end
}
