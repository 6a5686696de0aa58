/**
 * Occasions that words set a time by and the calendar does not tell: "before the election", "until a successor is found",
 * "within a fortnight of opening". They give no day, but are kept as the words of time.
 */
type Occasion = { opens: RegExp; most: number }

/** What opens one, and how many of the words behind it belong to it at most. */
const occasions: readonly Occasion[] = [
  {
    opens:
      /\b(?:within|inside) (?:(?:a|an|one|two|three|four|five|six|ten|\d{1,3}) )?(?:day|week|fortnight|month|year)s? of /,
    most: 4,
  },
  { opens: /\b(?:before|until|till|ahead of|by the time(?: of)?) /, most: 4 },
  {
    opens:
      /\bby (?:(?:the|next|election|polling) )?(?:election day|elections?|vote|deadline|summit|recess|final|kick-?off|close|handover|inauguration|nightfall|dawn|opening|end of (?:his|her|their|its|the) (?:term|mandate|talks|war|trial)|then|world cup|olympics)\b/,
    most: 0,
  },
]

const determiners = new Set('the a an his her its their our any that this next then'.split(' '))

/** The words at `at` in prose with single blanks, up to the first sign: `most` of them, not counting a determiner in front. */
const wordsFrom = (prose: string, at: number, most: number): string => {
  const words = prose.slice(at, at + 200).split(' ')
  const kept: string[] = []
  for (const word of words.slice(0, determiners.has(words[0] ?? '') ? most + 1 : most)) {
    const plain = /^[\w-]*/.exec(word)?.[0] ?? ''
    if (plain !== '') kept.push(plain)
    if (plain !== word || plain === '') break
  }
  return kept.join(' ')
}

/** The words of an occasion in lower-case prose with single blanks, with where they begin; null when it names none. */
export const occasionIn = (prose: string): { index: number; text: string } | null => {
  for (const { opens, most } of occasions) {
    const match = opens.exec(prose)
    if (!match) continue
    const words = wordsFrom(prose, match.index + match[0].length, most)
    if (most === 0 || words !== '') return { index: match.index, text: match[0] + words }
  }
  return null
}
