const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
// Scripts whose letters are about as wide as high.
const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}|[\uff01-\uff60]/u

const widthOfLetter = (letter: string): number => {
  if (WIDE.test(letter)) return 1
  if (/\p{Lu}/u.test(letter)) return 0.78
  return /[0-9%]/.test(letter) ? 0.65 : 0.55
}

/** About how wide a text is, in its own font size: no font is at hand, so this is that of a wide one. */
export const widthOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((so, { segment }) => so + widthOfLetter(segment), 0)

/** A word longer than a line, cut between letters. */
const pieces = (word: string, width: number): string[] => {
  const cut: string[] = []
  for (const { segment } of graphemes.segment(word)) {
    const last = cut.at(-1)
    if (last !== undefined && widthOf(last + segment) <= width) cut[cut.length - 1] = last + segment
    else cut.push(segment)
  }
  return cut
}

/**
 * A text as lines of at most `width` (in its font size): SVG breaks none by itself. A word that no line holds is cut.
 * `textLines('said and happened', 6) = ['said and', 'happened']`
 */
export const textLines = (text: string, width: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(/[ \t\n\r]+/).filter(Boolean)) {
    for (const piece of widthOf(word) > width ? pieces(word, width) : [word]) {
      const last = lines.at(-1)
      if (last !== undefined && widthOf(`${last} ${piece}`) <= width) lines[lines.length - 1] = `${last} ${piece}`
      else lines.push(piece)
    }
  }
  return lines
}
