import type { Block } from './page-paragraphs.ts'

/** Words in lower case, without marks, one blank apart. */
const normal = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

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

/** Where each run of a few words stands in the long paragraphs. */
const leadsOf = (contents: readonly string[]): Map<string, number[]> => {
  const leads = new Set(
    contents
      .filter(({ length }) => length >= LIFTED.shortest && length < LIFTED.longest)
      .map((words) => words.split(' ', LEAD_WORDS).join(' ')),
  )
  const places = new Map<string, number[]>()
  contents.forEach((content, at) => {
    if (content.length < LIFTED.longest) return
    const words = content.split(' ')
    for (let i = 0; i + LEAD_WORDS <= words.length; i++) {
      const run = words.slice(i, i + LEAD_WORDS).join(' ')
      const known = leads.has(run) ? (places.get(run) ?? []) : null
      if (known && known.length < PLACES && known.at(-1) !== at) places.set(run, [...known, at])
    }
  })
  return places
}
