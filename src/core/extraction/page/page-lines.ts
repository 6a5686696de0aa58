/**
 * A line of a page: `text.slice(start, end)`, without what ends it. `break` = it belongs to the turning of a page (a number,
 * a running head), so that the sentence before it may go on after it. `fed` = a form feed stands before it.
 */
export type Line = { start: number; end: number; text: string; break: boolean; fed: boolean }

/** The lines of a page after its front matter, with page breaks marked. */
export const linesOf = (text: string): Line[] => markBreaks(dropFrontMatter(splitLines(text)), text)

/** A form feed ends a line as a line feed does, and is no white space of the next. */
const splitLines = (text: string): Line[] => {
  const lines: Line[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '\n' && text[i] !== '\f') continue
    const end = text[i] === '\n' && text[i - 1] === '\r' && i > start ? i - 1 : i
    lines.push({ start, end, text: text.slice(start, end), break: false, fed: text[start - 1] === '\f' })
    start = i + 1
  }
  return lines
}

/** Without a leading `{ … }` or `--- … ---` block of metadata, and without the few teaser lines that come before it. */
const dropFrontMatter = (lines: readonly Line[]): Line[] => {
  const opening = lines.slice(0, 40).findIndex((line) => line.text.trim() === '{' || line.text.trim() === '---')
  if (opening < 0) return [...lines]
  const yaml = lines[opening]?.text.trim() === '---'
  if (yaml) {
    const close = lines.slice(opening + 1, opening + 200).findIndex((line) => line.text.trim() === '---')
    return close < 0 || opening > 0 ? [...lines] : lines.slice(opening + close + 2)
  }
  let depth = 0
  for (let i = opening; i < Math.min(lines.length, opening + 400); i++) {
    const line = lines[i]
    if (!line) break
    for (let k = 0; k < line.text.length; k++) {
      if (line.text[k] === '{') depth++
      if (line.text[k] === '}' && --depth === 0) {
        const rest = { ...line, start: line.start + k + 1, text: line.text.slice(k + 1) }
        return [rest, ...lines.slice(i + 1)]
      }
    }
  }
  return [...lines]
}

export const isBlank = (line: Line): boolean => line.text.trim() === ''
/** Whether words end where a sentence or a title of a list does. */
export const closes = (words: string): boolean => /[.!?:…]["”’')\]]{0,3}$/.test(words.slice(-6).trimEnd())

const pageNumber =
  /^\s*(?:(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*(?:of|\/)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|\[\s*(?:page\s*)?\d{1,4}\s*\])\s*$/i
const bareNumber = /^\s*\d{1,4}\s*$/

const LONGEST_HEAD = 100
const FEWEST_HEADS = 3

/** Marks page numbers, and running heads: short lines that come back, but for their numbers, beside the turning of pages. */
const markBreaks = (lines: readonly Line[], text: string): Line[] => {
  const filled = lines.filter((line) => !isBlank(line))
  const turns = filled.map((line, i) => turnsPage(line, filled[i - 1], filled[i + 1], text))
  const near = (i: number): boolean => [i - 2, i - 1, i, i + 1, i + 2].some((at) => turns[at])
  const counts = new Map<string, number>()
  filled.forEach((line, i) => {
    if (near(i) && isHead(line)) counts.set(headKey(line), (counts.get(headKey(line)) ?? 0) + 1)
  })
  const breaks = new Set(
    filled.filter((line, i) => {
      if (pageNumber.test(line.text)) return true
      if (bareNumber.test(line.text)) return turns[i] ?? false
      return near(i) && isHead(line) && (counts.get(headKey(line)) ?? 0) >= FEWEST_HEADS
    }),
  )
  return lines.map((line) => (breaks.has(line) ? { ...line, break: true } : line))
}

/** At a form feed, at a page number, and where a bare number stands between lines that one sentence may join. */
const turnsPage = (line: Line, before: Line | undefined, after: Line | undefined, text: string): boolean => {
  if (line.fed || text[line.end] === '\f' || pageNumber.test(line.text)) return true
  return (
    bareNumber.test(line.text) &&
    before !== undefined &&
    after !== undefined &&
    !closes(before.text) &&
    startsLow(after.text)
  )
}

export const startsLow = (words: string): boolean => /^\s*[“"‘'(]?\p{Ll}/u.test(words)
const isHead = ({ text }: Line): boolean => text.length <= LONGEST_HEAD && !/[.!?…,;]["”’')\]]{0,3}\s*$/.test(text)
const headKey = ({ text }: Line): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
