/** A passage of a text: offsets in UTF-16 code units, `start` included, `end` not. */
export type Span = { id: string; start: number; end: number }

/** A run of text with the passages that all of it lies in, the shortest first. */
export type Piece = { text: string; over: readonly string[] }

type Stretch = { start: number; end: number }

/** The paragraphs of a plain text: what stands between blank lines. */
const paragraphsIn = (text: string): Stretch[] => {
  const paragraphs: Stretch[] = []
  let [at, open] = [0, false]
  for (const line of text.split('\n')) {
    const end = at + line.length
    const last = paragraphs.at(-1)
    const blank = line.trim() === ''
    if (!blank && open && last) last.end = end
    if (!blank && !open) paragraphs.push({ start: at, end })
    open = !blank
    at = end + 1
  }
  return paragraphs
}

/** What is cut at the borders of passages, with those that cover each cut. `spans` overlap the paragraph. */
const cut = (text: string, { start, end }: Stretch, spans: readonly Span[]): Piece[] => {
  const borders = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end)
  const cuts = [...new Set([start, ...borders, end])].sort((a, b) => a - b)
  const opening = [...spans].sort((a, b) => a.start - b.start)
  let [next, covering]: [number, Span[]] = [0, []]
  return cuts.slice(0, -1).map((from, at) => {
    while ((opening[next]?.start ?? Number.POSITIVE_INFINITY) <= from) {
      const span = opening[next]
      if (span) covering.push(span)
      next += 1
    }
    covering = covering.filter((span) => span.end > from)
    const over = [...covering].sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ id }) => id)
    return { text: text.slice(from, cuts[at + 1]), over }
  })
}

/**
 * A text as paragraphs of pieces, cut wherever a passage begins or ends, so that passages may overlap. The pieces of a paragraph are
 * its whole text; spaces between paragraphs are left out.
 *
 * `piecesOf('It rains.', [{ id: 'a', start: 3, end: 8 }])` is
 * `[[{ text: 'It ', over: [] }, { text: 'rains', over: ['a'] }, { text: '.', over: [] }]]`
 */
export const piecesOf = (text: string, spans: readonly Span[]): Piece[][] => {
  const inOrder = [...spans].sort((a, b) => a.start - b.start)
  let [next, near]: [number, Span[]] = [0, []]
  return paragraphsIn(text).map((paragraph) => {
    while ((inOrder[next]?.start ?? Number.POSITIVE_INFINITY) < paragraph.end) {
      const span = inOrder[next]
      if (span) near.push(span)
      next += 1
    }
    near = near.filter(({ end }) => end > paragraph.start)
    return cut(text, paragraph, near)
  })
}
