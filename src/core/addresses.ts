/** What stands between the addresses in a text: no address that an account can have holds it. */
const BETWEEN = /[^\p{L}\p{N}_'+.@-]+/u

/** Quotes around an address, and the end of a sentence after it. */
const AROUND = new Set(["'", '.'])

const bare = (word: string): string => {
  let [from, to] = [0, word.length]
  while (from < to && AROUND.has(word.charAt(from))) from += 1
  while (to > from && AROUND.has(word.charAt(to - 1))) to -= 1
  return word.slice(from, to)
}

/** Whether a text holds this mail address (in lower case), in any case, whole: `joann@example.org` does not hold `ann@example.org`. */
export const holdsAddress = (text: string, email: string): boolean =>
  text
    .toLowerCase()
    .split(BETWEEN)
    .some((word) => bare(word) === email)
