import {
  introduced,
  isDiscussion,
  isElsewhere,
  isEndMatter,
  isFurniture,
  isHeadline,
  isNameList,
  isNotice,
} from './page-furniture.ts'
import { closes, linesOf } from './page-lines.ts'
import { type Block, paragraphsOf } from './page-paragraphs.ts'
import { dropRepeats } from './page-repeats.ts'

/**
 * The paragraphs of a page that are the author's prose, in order. Front matter, page breaks, teasers, related-article lines,
 * captions, notices, headings, notes on the author, comments, pull quotes and repeated paragraphs are left out. Offsets are those of the text given.
 */
export const readPage = (text: string): Block[] => {
  const paragraphs = paragraphsOf(linesOf(text)).map((block): Part => ({ block, words: wordsIn(text, block) }))
  const piece = dropBios(dropTail(paragraphs))
  const prose = dropUnclosed(dropTeasers(dropLists(piece)).filter(({ words }) => !isFurniture(words)))
  return dropRepeats(
    prose.map(({ block }) => block),
    text,
  )
}

/** A paragraph with its words; of a long one the beginning and the end, which is all that the rules look at. */
type Part = { block: Block; words: string }

const LONG = 1000
const wordsIn = (text: string, { start, end }: Block): string => {
  const words =
    end - start > 2 * LONG ? `${text.slice(start, start + LONG)}${text.slice(end - LONG, end)}` : text.slice(start, end)
  return words.trim()
}

/** Where a piece ends: at a notice of the house in its second half, at a discussion, at a list of others or end matter late on. */
const dropTail = (parts: readonly Part[]): Part[] => {
  const first = parts[0]?.block.start ?? 0
  const length = (parts.at(-1)?.block.end ?? 0) - first
  let prose = 0
  const end = parts.findIndex(({ block, words }, i) => {
    if (closes(words) && words.length >= 80) prose++
    if (isNotice(words)) return i > 0 && i >= (parts.length - 1) / 2
    if (isDiscussion(words)) return prose >= 2
    if (!isElsewhere(words) && !isEndMatter(words)) return false
    return prose >= 2 && block.start - first >= length / 2 && !goesOn(parts.slice(i + 1))
  })
  return end < 0 ? [...parts] : parts.slice(0, end)
}

/** Whether long paragraphs of prose follow: then a heading of other articles stands in the middle of the piece. */
const goesOn = (rest: readonly Part[]): boolean =>
  rest.slice(0, 12).filter(({ words }) => words.length >= 300 && closes(words)).length >= 2

const LAST_PARTS = 4

/** Without the notes on the authors at the foot: they introduce by name someone whom the piece does not speak of. */
const dropBios = (parts: readonly Part[]): Part[] => {
  const notes = parts.slice(-LAST_PARTS).filter(({ words }) => {
    const lastName = introduced(words)
    if (lastName === null) return false
    return !parts.some((part) => part.words !== words && closes(part.words) && part.words.includes(lastName))
  })
  return parts.filter((part) => !notes.includes(part))
}

/** A heading that announces other articles, and the first of them. */
const dropLists = (parts: readonly Part[]): Part[] =>
  parts.filter(({ words }, i) => {
    const announced = isElsewhere(parts[i - 1]?.words ?? '')
    return !isElsewhere(words) && !(announced && words.length < 140)
  })

/** Without teasers of other articles: a sentence or two over a line of names, several times on one page. */
const dropTeasers = (parts: readonly Part[]): Part[] => {
  const signed = parts.map(({ words }, i) => words.length < 300 && isNameList(parts[i + 1]?.words ?? ''))
  const teasers = signed.filter(Boolean).length >= 2
  return teasers ? parts.filter((_, i) => !signed[i]) : [...parts]
}

/** Without headings and bylines, which do not close or are set as headlines. A page of nothing else keeps them. */
const dropUnclosed = (parts: readonly Part[]): Part[] => {
  const isProse = ({ words }: Part): boolean => words.length >= 160 || (closes(words) && !isHeadline(words))
  const prose = parts.filter(isProse)
  return prose.length > 0 ? prose : [...parts]
}
