import type { Block } from './page-paragraphs.ts'

/** How many units the letter or figure at a place takes up; 0 when none stands there. */
const lettersAt = (text: string, at: number): number => {
  const point = text.codePointAt(at) ?? 0
  if (point < 0x80)
    return (point >= 97 && point <= 122) || (point >= 65 && point <= 90) || (point >= 48 && point <= 57) ? 1 : 0
  const sign = String.fromCodePoint(point)
  return /[\p{L}\p{N}]/u.test(sign) ? sign.length : 0
}

/** Words in lower case, without marks, one blank apart. A loop, since every sign of a page comes by here. */
const normal = (text: string): string => {
  const words: string[] = []
  for (let i = 0; i < text.length; i++) {
    const start = i
    for (let step = lettersAt(text, i); step > 0; step = lettersAt(text, i)) i += step
    if (i > start) words.push(text.slice(start, i))
  }
  return words.join(' ').toLowerCase()
}

const LIFTED = { shortest: 25, longest: 200 }
const REPEATED = 40
/** How many words say where to look for a lifted passage, and how many places are looked at. */
const LEAD_WORDS = 4
const PLACES = 4

/** Without paragraphs that repeat an earlier one, and without short ones lifted whole out of a longer one (pull quotes). */
export const dropRepeats = (blocks: readonly Block[], text: string): Block[] => {
  const contents = blocks.map((block) => normal(text.slice(block.start, block.end)))
  const places = leadsOf(contents)
  const seen = new Set<string>()
  return blocks.filter((_, i) => {
    const words = contents[i] ?? ''
    if (words.length >= REPEATED && seen.has(words)) return false
    seen.add(words)
    if (words.length < LIFTED.shortest || words.length >= LIFTED.longest) return true
    const candidates = places.get(words.split(' ', LEAD_WORDS).join(' ')) ?? []
    return !candidates.some((at) => contents[at]?.includes(words))
  })
}

/** So many words from where one begins, or null when fewer are left. */
const leadFrom = (content: string, start: number): string | null => {
  let end = start - 1
  for (let words = 0; words < LEAD_WORDS; words++) {
    if (end >= content.length) return null
    const blank = content.indexOf(' ', end + 1)
    end = blank < 0 ? content.length : blank
  }
  return content.slice(start, end)
}

/** Where the runs of words that short paragraphs begin with stand in the long ones. */
const leadsOf = (contents: readonly string[]): Map<string, number[]> => {
  const places = new Map<string, number[]>()
  const firsts = new Set<string>()
  for (const content of contents) {
    if (content.length < LIFTED.shortest || content.length >= LIFTED.longest) continue
    const words = content.split(' ', LEAD_WORDS)
    places.set(words.join(' '), [])
    firsts.add(words[0] ?? '')
  }
  contents.forEach((content, at) => {
    if (places.size === 0 || content.length < LIFTED.longest) return
    for (let start = 0, blank = content.indexOf(' '); blank > 0; blank = content.indexOf(' ', start)) {
      const lead = firsts.has(content.slice(start, blank)) ? leadFrom(content, start) : null
      const known = lead === null ? undefined : places.get(lead)
      if (known && known.length < PLACES && known.at(-1) !== at) known.push(at)
      start = blank + 1
    }
  })
  return places
}
