import type { ExtractedCandidate } from '../../candidate.ts'
import type { ModelMode } from '../../extraction-run.ts'
import { readPage } from '../page/read-page.ts'
import { type Chunk, chunksOf, halve } from './chunks.ts'

/** What one call is about: paragraphs, and in mode `hybrid` the candidates to judge. */
export type Part = { chunk: Chunk; asked: readonly ExtractedCandidate[] | null }

/** A chunk is some five pages; the answer about it fits the output that a call may have. */
const BUDGET = { tokens: 3000, overlap: 200 }

/** What there is to ask: every chunk, or in mode `hybrid` those with candidates; a candidate is judged in one chunk. */
export const partsOf = (text: string, mode: ModelMode, candidates: readonly ExtractedCandidate[]): Part[] => {
  const chunks = chunksOf(text, readPage(text), BUDGET)
  if (mode === 'model') return chunks.map((chunk) => ({ chunk, asked: null }))
  let reached = 0
  return chunks.flatMap((chunk) => {
    const to = chunk.blocks.at(-1)?.end ?? 0
    const asked = candidates.filter(({ start }) => start >= reached && start < to)
    reached = to
    return asked.length > 0 ? [{ chunk, asked }] : []
  })
}

/** The passages that lie in a part, wholly or partly. */
export const passagesIn = ({ chunk }: Part, passages: readonly ExtractedCandidate[]): ExtractedCandidate[] => {
  const [from, to] = [chunk.blocks[0]?.start ?? 0, chunk.blocks.at(-1)?.end ?? 0]
  return passages.filter(({ start, end }) => start < to && end > from)
}

/** A part in two, for an answer that came back cut off; null when it is too small for that. */
export const halvesOf = (text: string, { chunk, asked }: Part): Part[] | null => {
  const halves = halve(text, chunk)
  if (!halves || asked === null) return halves?.map((half) => ({ chunk: half, asked })) ?? null
  const middle = halves[1].blocks[0]?.start ?? 0
  const [before, after] = [asked.filter(({ start }) => start < middle), asked.filter(({ start }) => start >= middle)]
  return [
    { chunk: halves[0], asked: before },
    { chunk: halves[1], asked: after },
  ].filter((half) => half.asked.length > 0)
}
