import { cleaned } from './clues.ts'

/** Words of a role, not of a name: "Ann Roe, Senior Fellow". */
const role =
  /\b(?:fellow|editor|correspondent|staff|reporter|writer|director|professor|columnist|contributor|analyst|president|chair|team|desk|board|bureau|newsroom|guest|scholar|researcher|associate|minister|senator|ambassador|editorial|opinion|chief|author|news|agency|agencies)\b/i
/** What systems put where no author is named. */
const nobody =
  /^(?:[a-z]*admin\d*|administrator|anonymous|author|by|editors?|guest|n\/?a|none|null|redaktion|root|staff|system|undefined|unknown|user|webmaster|website|various|multiple authors)$/i

/** One word without a capital is the account that posted, not a name: `hpadmin`, `ann.roe2`. */
const isAccount = (word: string): boolean => /^[\p{Ll}\p{N}._-]+$/u.test(word) && /\p{Ll}/u.test(word)

const namePart = /^(?:\p{Lu}\.?(?:-?\p{Lu}\.)*|\p{Lu}[\p{L}\p{M}’'.-]+|\(\p{Lu}[\p{L}’'-]+\))$/u
const joiners = new Set('de da di del della der den van von zu la le al el bin ibn dos das e y af ten ter'.split(' '))

/** Two to six words with capitals, and the small words between them: "Mariano-Florentino (Tino) Cuéllar". */
const isPersonName = (words: string): boolean => {
  const parts = words.split(' ')
  const named = parts.filter((part) => !joiners.has(part))
  const bare = joiners.has(parts[0] ?? '') || joiners.has(parts.at(-1) ?? '')
  return !bare && named.length >= 2 && named.length <= 6 && named.every((part) => namePart.test(part))
}

/** Whether words have the form of a person's name and hold no word of a role. */
export const isName = (words: string): boolean => words.length <= 80 && isPersonName(words) && !role.test(words)

const lead = /^(?:(?:written |posted )?by|authors?:|von|par)[:\s]\s*/i
const honorific = /^(?:dr|prof|professor|mr|mrs|ms|sir|dame)\.?\s+(?=\p{Lu})/iu

/**
 * The names in a field that is meant for them, one or several: `By Ann Roe and Bo Li, Senior Fellow` → `Ann Roe`, `Bo Li`.
 * A field of one unparted value is kept as it stands (`Pelé`, another script); addresses and accounts are no names.
 */
export const namesIn = (field: string): string[] => {
  const words = (cleaned(field, 1000) ?? '').replace(lead, '')
  if (words === '' || /@|https?:|\/\/|^www\./i.test(words) || nobody.test(words) || isAccount(words)) return []
  const parts = partsOf(words)
  const names = parts.filter(isName)
  if (names.length > 0) return names
  return parts.length === 1 && !role.test(words) && words.length <= 80 ? [words.replace(honorific, '')] : []
}

/** What is joined to a name by a bar or a dash is a date or an outlet. */
const partsOf = (words: string): string[] =>
  (words.split(/[|•·–—]| - /)[0] ?? '')
    .split(/[,;]| (?:and|&|with|und|et|y) /)
    .map((part) => part.trim().replace(/^and /, '').replace(honorific, ''))
    .filter((part) => part !== '')

/**
 * The names in a byline of the text itself, which must say that it is one: every part is a name up to the first that is a
 * role or a date. `By Ann Roe | March 3, 2026` → `Ann Roe`; a sentence that starts with "By" has none.
 */
export const bylineIn = (line: string): string[] => {
  const said = /^(?:written |posted )?by:?\s+(\S.*)$/i.exec(line.trim())?.[1]
  if (!said || said.length < 3 || said.length > 200) return []
  const parts = partsOf((said.split(/\s{3,}/)[0] ?? '').replace(/\s+/g, ' '))
  const end = parts.findIndex((part) => !isName(part))
  const rest = end < 0 ? '' : (parts[end] ?? '')
  return rest === '' || role.test(rest) || /\d{4}/.test(rest) ? parts.slice(0, end < 0 ? undefined : end) : []
}
