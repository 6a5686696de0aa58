import { entityKey } from './entity.ts'
import { aliasAt, aliasesOf } from './entity-aliases.ts'

/** An account of a happening: the names that it was given, and its words. */
export type Account = { entities: readonly string[]; words: readonly string[] }

const withoutPossessives = (text: string): string => text.replace(/['’]s(?!\p{L})/gu, '')

/** The words of a text as the table of aliases spells them: "U.S." keeps its stops, "Russia." does not. */
const spelt = (text: string): string[] =>
  withoutPossessives(text)
    .split(/[\s—–()"“”,;:!?/]+/u)
    .map((word) => (/^(?:\p{L}\.)+$/u.test(word) ? word : word.replace(/\.$/, '')))
    .filter(Boolean)

type IsName = (word: string) => boolean
const isCapital: IsName = (word) => /^\p{Lu}/u.test(word)
const always: IsName = () => true

/** Every country and body that a text names, by its key in the table of aliases. */
const referents = (text: string, isName: IsName): string[] =>
  [text, text.replaceAll('-', ' ')].flatMap((form) => {
    const written = spelt(form)
    const words = written.map((word) => word.toLowerCase())
    return words.flatMap((_, at) => aliasAt(words, at, (i) => isName(written[i] ?? ''))?.key ?? [])
  })

/** The country or body that a name stands for as a whole: `Kremlin` → `russia`; null for any other. */
const referentOf = (name: string): string | null => {
  const words = spelt(name.replace(/^the\s+/i, '')).map((word) => word.toLowerCase())
  const alias = aliasAt(words, 0, () => true)
  return alias?.length === words.length ? alias.key : null
}

/** Whether a text can name what has these aliases at all: reading it word by word costs more than looking. */
const mayName = (text: string, aliases: readonly string[]): boolean => {
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  return [plain, plain.replaceAll('-', ' ')].some((form) => aliases.some((alias) => form.includes(alias)))
}

/**
 * Tells whether accounts name somebody, among their names or in their words, by this name or by another of the same country
 * or body: "The Kremlin refused" names Russia. It rather hears one too many than one too few.
 */
export const namedIn = (name: string): ((account: Account) => boolean) => {
  const referent = referentOf(name)
  if (referent === null) {
    const key = ` ${entityKey(name)} `
    return ({ entities, words }) =>
      [...entities, ...words].some((text) => ` ${entityKey(withoutPossessives(text))} `.includes(key))
  }
  const aliases = aliasesOf(referent)
  const names = (text: string, isName: IsName): boolean =>
    mayName(text, aliases) && referents(text, isName).includes(referent)
  return ({ entities, words }) =>
    entities.some((one) => names(one, always)) || words.some((one) => names(one, isCapital))
}
