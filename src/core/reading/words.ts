/**
 * Whether a text has at least so many words, in whatever script: Chinese, which writes no blanks, is parted by ICU's
 * dictionary. Reads no further than it must.
 */
export const hasWords = (text: string, language: string, least: number): boolean => {
  let words = 0
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (isWordLike && ++words >= least) return true
  }
  return words >= least
}
