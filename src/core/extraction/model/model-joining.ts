import type { ExtractedCandidate } from '../../candidate.ts'
import { overlap } from '../claims/stretch.ts'

/**
 * The candidates of all chunks in the order of the text. Of two with the same span, or of two chunks that overlap by
 * half and say it with the same phrase, the first stays: chunks share paragraphs.
 */
export const joinChunks = (chunks: readonly (readonly ExtractedCandidate[])[]): ExtractedCandidate[] => {
  const kept: { candidate: ExtractedCandidate; chunk: number }[] = []
  const inOrder = chunks
    .flatMap((candidates, chunk) => candidates.map((candidate) => ({ candidate, chunk })))
    .sort((a, b) => a.candidate.start - b.candidate.start || a.candidate.end - b.candidate.end || a.chunk - b.chunk)
  for (const { candidate, chunk } of inOrder) {
    const repeats = kept.slice(-20).some(({ candidate: other, chunk: from }) => {
      if (other.start === candidate.start && other.end === candidate.end) return true
      return from !== chunk && other.phrase === candidate.phrase && overlap(other, candidate) >= 0.5
    })
    if (!repeats) kept.push({ candidate, chunk })
  }
  return kept.map(({ candidate }) => candidate)
}
