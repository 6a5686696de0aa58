/** Where letters of a twin text stand `gap` units before their place in the text: `twin.slice(from, to)`. */
export type Mend = { from: number; to: number; gap: number }

/** A hyphen at the end of a line, or a soft hyphen anywhere, between letters. */
const parted = /(?<=\p{L})(?:-[ \t]{0,8}\r?\n[ \t]{0,40}|\u00ad\s{0,40})(?=\p{Ll})/gu
/** What every such sign has in it; most texts have none. */
const mayPart = /-[ \t]*\r?\n|\u00ad/
const LONGEST_HALF = 40
/** First halves that keep their hyphen: each is a word, and so is what follows. */
const compound =
  /^(?:all|anti|cease|counter|cross|double|eight|ex|far|fast|first|five|four|free|full|half|hard|high|ill|large|left|long|low|mid|middle|near|nine|non|one|open|part|post|pro|right|round|second|self|semi|seven|short|single|six|so|ten|third|three|top|trans|twenty|two|vice|war|well|wide|would|year)$/i

/**
 * The twin of a text with its parted words put together: the second half moves up to the first, and blanks stand behind it, so
 * that the length stays. `negoti-⏎ation.` → `negotiation.  `; `long-⏎term` → `long-term `. `twin` has the length of `text`.
 */
export const mendBreaks = (text: string, twin: string): { twin: string; mends: Mend[] } => {
  if (!mayPart.test(text)) return { twin, mends: [] }
  const signs = [...text.matchAll(parted)]
  if (signs.length === 0) return { twin, mends: [] }
  const known = new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu))
  const mends: Mend[] = []
  const pieces: string[] = []
  let done = 0
  for (const { 0: sign, index } of signs) {
    const after = index + sign.length
    if (index < done) continue
    const head =
      text
        .slice(Math.max(0, index - LONGEST_HALF), index)
        .split(/\P{L}/u)
        .at(-1) ?? ''
    const tail = /^\S+/.exec(twin.slice(after, after + LONGEST_HALF))?.[0] ?? ''
    const hyphen = sign.startsWith('-') && staysParted(head, /^\p{L}+/u.exec(tail)?.[0] ?? '', known) ? '-' : ''
    const from = index + hyphen.length
    pieces.push(twin.slice(done, index), hyphen, tail, ' '.repeat(after - from))
    mends.push({ from, to: from + tail.length, gap: after - from })
    done = after + tail.length
  }
  return { twin: pieces.join('') + twin.slice(done), mends }
}

/** The text itself shows how a word is written, where it holds the word once more; else a list of first halves decides. */
const staysParted = (head: string, tail: string, known: ReadonlySet<string>): boolean => {
  const [first, second] = [head.toLowerCase(), tail.toLowerCase()]
  if (known.has(`${first}-${second}`)) return true
  return !known.has(first + second) && compound.test(head)
}

/** An offset into the twin as one into the text; `edge` tells whether it opens or closes a token. */
export const unmended = (mends: readonly Mend[], offset: number, edge: 'start' | 'end'): number => {
  let [low, high] = [0, mends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const to = mends[middle]?.to ?? 0
    if (edge === 'start' ? to <= offset : to < offset) low = middle + 1
    else high = middle
  }
  const mend = mends[low]
  const moved = mend && (edge === 'start' ? offset >= mend.from : offset > mend.from)
  return moved ? offset + mend.gap : offset
}
