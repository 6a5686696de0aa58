import { closes, isBlank, type Line, startsLow } from './page-lines.ts'

/** A paragraph of prose: `text.slice(start, end)`, but for the gaps in it, where a page turns. */
export type Block = { start: number; end: number; gaps?: { start: number; end: number }[] }

/** The paragraphs that lines make. */
export const paragraphsOf = (lines: readonly Line[]): Block[] => {
  const wrapped = isWrapped(lines)
  const blocks: Block[] = []
  let previous: Line | null = null
  let [blank, turned] = [false, false]
  for (const line of lines) {
    turned ||= line.fed
    if (isBlank(line)) blank = true
    else if (line.break) turned = true
    else {
      const last = blocks.at(-1)
      if (last && previous && turned && goesOn(previous.text, line.text)) {
        last.gaps ??= []
        last.gaps.push({ start: last.end, end: line.start })
        last.end = line.end
      } else if (last && previous && !blank && !turned && runsOn(previous.text, line.text, wrapped)) last.end = line.end
      else blocks.push({ start: line.start, end: line.end })
      previous = line
      ;[blank, turned] = [false, false]
    }
  }
  return blocks
}

/**
 * Whether lines are cut at a fixed width, so that a line's end is no paragraph's end. The long lines of such a page are of
 * like length, and most of them stop in the middle of a sentence.
 */
const isWrapped = (lines: readonly Line[]): boolean => {
  const long = lines.filter((line) => !line.break && line.text.length >= 50)
  if (long.length < 3 || long.some((line) => line.text.length > 160)) return false
  return long.filter((line) => !closes(line.text)).length >= long.length / 2
}

/** Words after which no paragraph ends, whatever comes. */
const unfinished =
  /(?:[,;(]|[—–-]|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|nor|as|if|that|than|which|who|whose|is|are|was|were|be|been|will|would|may|might|could|can|should|has|have|had|not|its|their|his|her|our|my|your|this|these|those|president|minister|mr\.|mrs\.|ms\.|dr\.))$/i

/** A new paragraph needs a closed line before it; on a wrapped page it also starts with white space (or a blank line). */
const runsOn = (before: string, line: string, wrapped: boolean): boolean => {
  if (wrapped) return !closes(before) || !/^\s/.test(line)
  return !closes(before) && (startsLow(line) || (before.length >= 50 && unfinished.test(before.slice(-20).trimEnd())))
}

/** Whether the sentence of one page goes on upon the next. */
const goesOn = (before: string, line: string): boolean =>
  !closes(before) && (startsLow(line) || unfinished.test(before.slice(-20).trimEnd()))
