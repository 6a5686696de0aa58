/** A paragraph of prose: `text.slice(start, end)`. */
export type Block = { start: number; end: number }

type Line = { start: number; end: number; text: string }

/**
 * The paragraphs of a page that are the author's prose, in order. Front matter, teasers, related-article lines, captions,
 * notices, headings, pull quotes and repeated paragraphs are left out. Offsets are those of the text given.
 */
export const readPage = (text: string): Block[] => {
  const lines = splitLines(text)
  const afterFrontMatter = dropFrontMatter(lines)
  const blocks = joinParagraphs(afterFrontMatter)
  return dropRepeats(dropFurniture(dropTail(blocks, text), text), text)
}

const splitLines = (text: string): Line[] => {
  const lines: Line[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '\n') continue
    lines.push({ start, end: i, text: text.slice(start, i) })
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
        const rest = { start: line.start + k + 1, end: line.end, text: line.text.slice(k + 1) }
        return [rest, ...lines.slice(i + 1)]
      }
    }
  }
  return [...lines]
}

const closes = (line: string): boolean => /[.!?:…]["”’')\]]{0,3}$/.test(line.slice(-6).trimEnd())
const isBlank = (line: Line): boolean => line.text.trim() === ''

/**
 * Whether lines are cut at a fixed width, so that a line's end is no paragraph's end. The long lines of such a page are of
 * like length, and most of them stop in the middle of a sentence.
 */
const isWrapped = (lines: readonly Line[]): boolean => {
  const long = lines.filter((line) => line.text.length >= 50)
  if (long.length < 3 || long.some((line) => line.text.length > 160)) return false
  return long.filter((line) => !closes(line.text)).length >= long.length / 2
}

const joinParagraphs = (lines: readonly Line[]): Block[] => {
  const wrapped = isWrapped(lines)
  const blocks: Block[] = []
  let previous: Line | null = null
  for (const line of lines) {
    if (isBlank(line)) {
      previous = null
      continue
    }
    const last = blocks.at(-1)
    if (last && previous && runsOn(previous.text, line.text, wrapped)) last.end = line.end
    else blocks.push({ start: line.start, end: line.end })
    previous = line
  }
  return blocks
}

/** A new paragraph needs a closed line before it; on a wrapped page it also starts with white space (or a blank line). */
const runsOn = (before: string, line: string, wrapped: boolean): boolean => {
  if (wrapped) return !closes(before) || !/^\s/.test(line)
  return !closes(before) && /^\s*\p{Ll}/u.test(line)
}

const notices: readonly RegExp[] = [
  /does not take institutional positions/i,
  /\bviews (?:represented|expressed) (?:herein|here|in this)/i,
  /do(?:es)? not necessarily (?:reflect|represent)/i,
]

/** Notices of the house stand at the foot; what follows them belongs to other articles. */
const dropTail = (blocks: readonly Block[], text: string): Block[] => {
  const notice = blocks.findIndex((block, i) => {
    const late = i > 0 && i >= (blocks.length - 1) / 2
    const content = text.slice(block.start, Math.min(block.end, block.start + 600))
    return late && content.length < 500 && notices.some((pattern) => pattern.test(content))
  })
  return notice < 0 ? [...blocks] : blocks.slice(0, notice)
}

const furniture: readonly RegExp[] = [
  /^(?:related|recommended|further|suggested|more)\s+(?:articles?|reading|stories|coverage|content|posts?)\b/i,
  /^(?:read (?:more|also|next|on|our|the (?:other|full|rest))|see also|also read|more from|more on this|listen to|watch:|subscribe|sign up|follow us|share this|advertisement|sponsored|editor['’]s note|correction:|copyright|©|all rights reserved|click here|download|tags?:|topics?:|photo:|image:|caption:|source:|credit:)/i,
  /^(?:this|the) (?:article|essay|piece|commentary|analysis|story|op-ed|text) (?:is|was|has been|first|originally|appeared|appears)\b.{0,40}\b(?:adapted|published|appeared|translated|produced|reprinted|republished|written)/i,
  /\((?:photo|image|picture|credit)s?\b[^)]{0,120}\)?$/i,
  /\bgetty images\b.{0,40}$/i,
]

/** Headings, captions, bylines and lines that lead elsewhere. A page of nothing but unclosed lines keeps them. */
const dropFurniture = (blocks: readonly Block[], text: string): Block[] => {
  const content = (block: Block): string => text.slice(block.start, block.end).trim()
  const prose = blocks.some((block) => closes(content(block)))
  return blocks.filter((block) => {
    const words = content(block)
    if (words.length < 600 && furniture.some((pattern) => pattern.test(words))) return false
    return !(prose && words.length < 160 && !closes(words))
  })
}

const normal = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Without paragraphs that repeat an earlier one, and without short ones lifted whole out of a longer one (pull quotes). */
const dropRepeats = (blocks: readonly Block[], text: string): Block[] => {
  const contents = blocks.map((block) => normal(text.slice(block.start, block.end)))
  const long = contents.filter((words) => words.length >= 200)
  const seen = new Set<string>()
  return blocks.filter((_, i) => {
    const words = contents[i] ?? ''
    if (words.length >= 40 && seen.has(words)) return false
    seen.add(words)
    const liftable = words.length >= 25 && words.length < 200 && blocks.length < 2000
    return !(liftable && long.some((other) => other.includes(words)))
  })
}
