/** A suffix with what takes its place. */
type Ending = readonly [suffix: string, instead: string]

const consonantY = (word: string, i: number): boolean => i === 0 || isVowel(word, i - 1)
const isVowel = (word: string, i: number): boolean => {
  const letter = word[i] ?? ''
  return 'aeiou'.includes(letter) || (letter === 'y' && !consonantY(word, i))
}

/** How often a vowel is followed by a consonant: `tree` 0, `trouble` 1, `private` 2. */
const measure = (stem: string): number => {
  let count = 0
  for (let i = 1; i < stem.length; i++) if (isVowel(stem, i - 1) && !isVowel(stem, i)) count++
  return count
}
const hasVowel = (stem: string): boolean => [...stem].some((_, i) => isVowel(stem, i))
const doubled = (stem: string): boolean =>
  stem.length > 1 && stem.at(-1) === stem.at(-2) && !isVowel(stem, stem.length - 1)
/** Consonant, vowel, consonant that is no w, x or y: "hop", "fil". */
const isShort = (stem: string): boolean => {
  const end = stem.length - 1
  return (
    end >= 2 &&
    !isVowel(stem, end) &&
    isVowel(stem, end - 1) &&
    !isVowel(stem, end - 2) &&
    !'wxy'.includes(stem[end] ?? '')
  )
}

/** Takes the first ending that stands, where what is left measures more than `least`. */
const exchange = (word: string, endings: readonly Ending[], least: number): string => {
  const found = endings.find(([suffix]) => word.endsWith(suffix))
  if (!found) return word
  const stem = word.slice(0, word.length - found[0].length)
  return measure(stem) > least ? stem + found[1] : word
}

const plural = (word: string): string => {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

const pastOrGerund = (word: string): string => {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const suffix = ['ed', 'ing'].find((ending) => word.endsWith(ending))
  const stem = suffix ? word.slice(0, -suffix.length) : ''
  if (!suffix || !hasVowel(stem)) return word
  if (['at', 'bl', 'iz'].some((ending) => stem.endsWith(ending))) return `${stem}e`
  if (doubled(stem) && !'lsz'.includes(stem.at(-1) ?? '')) return stem.slice(0, -1)
  return measure(stem) === 1 && isShort(stem) ? `${stem}e` : stem
}

const finalY = (word: string): string =>
  word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word

const pairs = (list: string): Ending[] =>
  list.split(' ').map((pair) => {
    const [suffix = '', instead = ''] = pair.split('>')
    return [suffix, instead]
  })
const derived = pairs(
  `ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous
ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble`.replace(
    /\n/g,
    ' ',
  ),
)
const adjectival = pairs('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>')
const residual = pairs(
  'ement> ment> ent> al> ance> ence> er> ic> able> ible> ant> sion>s tion>t ou> ism> ate> iti> ous> ive> ize>',
)

const finalE = (word: string): string => {
  if (!word.endsWith('e')) return word
  const stem = word.slice(0, -1)
  return measure(stem) > 1 || (measure(stem) === 1 && !isShort(stem)) ? stem : word
}

/**
 * The stem of a word in lower case: "negotiations" and "negotiate" are `negoti`, "approval" and "approved" `approv`.
 * Porter, *An algorithm for suffix stripping*, Program 14 (1980).
 */
export const stemOf = (word: string): string => {
  if (word.length < 3) return word
  const bare = finalY(pastOrGerund(plural(word)))
  const stem = finalE(exchange(exchange(exchange(bare, derived, 0), adjectival, 0), residual, 1))
  return measure(stem) > 1 && stem.endsWith('ll') ? stem.slice(0, -1) : stem
}
