/** What stands between a pair of quotation marks: `text.slice(start, end)` without the marks. */
export type Marked = {
  start: number
  end: number
  /** The paragraph ended before the quotation did. */
  open: boolean
}

const opensSingle = (text: string, i: number): boolean =>
  (i === 0 || /[\s([{—–“"-]/.test(text[i - 1] ?? '')) && /[\p{L}\p{N}“"]/u.test(text[i + 1] ?? '')

/** Elisions that begin with an apostrophe. */
const elision = /^['‘’](?:\d0s|\d\d\b|em\b|tis\b|twas\b|til\b|cause\b|n['‘’])/i

/**
 * Whether the mark at `i` closes a quotation rather than stands for left-out letters or an owner: it follows a sign, or it
 * follows a letter other than s and stands at the end of a word.
 */
const shutsSingle = (text: string, i: number): boolean => {
  const [before, after] = [text[i - 1] ?? '', text[i + 1] ?? '']
  if (/[.,;:?!…—]/.test(before)) return !/\p{L}/u.test(after)
  // "‘by the early 2030s’.": nothing is owned before a stop.
  if (/s/i.test(before) && /[.,;:?!]/.test(after)) return true
  return /[^\s\p{P}]|[”")]/u.test(before) && !/s/i.test(before) && !/[\p{L}\p{N}]/u.test(after)
}

/** The stretches in quotation marks of `text.slice(from, to)`. Curly marks pair by direction, straight ones by turns. */
export const markedIn = (text: string, from: number, to: number): Marked[] => {
  const found: Marked[] = []
  let [open, single] = [-1, false]
  for (let i = from; i < to; i++) {
    const sign = text[i]
    if (open < 0) {
      const double = sign === '“' || sign === '"'
      const one = (sign === '‘' || sign === "'") && opensSingle(text, i) && !elision.test(text.slice(i, i + 6))
      if (double || one) [open, single] = [i + 1, one]
      continue
    }
    const shuts = single ? (sign === '’' || sign === "'") && shutsSingle(text, i) : sign === '”' || sign === '"'
    if (!shuts) continue
    found.push({ start: open, end: i, open: false })
    open = -1
  }
  if (
    open < 0 ||
    (single &&
      !text
        .slice(from, open)
        .trim()
        .match(/^['‘]?$/))
  )
    return found
  return [...found, { start: open, end: to, open: true }]
}

/** Whether a paragraph begins with a mark that opens a quotation. */
export const beginsMarked = (text: string, from: number): boolean =>
  /^\s{0,8}["“'‘]/.test(text.slice(from, from + 9)) && !elision.test(text.slice(from, from + 15).trimStart())
