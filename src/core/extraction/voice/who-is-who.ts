import type { Reading } from '../cues/cue.ts'
import { fold, type NameRun, nameRuns, outline, surnameOf } from '../sentences/name-runs.ts'
import type { Tag, Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { companyForms } from './bodies.ts'
import { isPerson, type People, type Person, personOf } from './people.ts'
import { isBodyBeside, roleBeside } from './roles.ts'

type Register = {
  persons: Map<Reading, readonly NameRun[]>
  surnames: Map<string, Person[]>
  givenNames: Map<string, Person[]>
  outlines: Map<string, string[]>
  bare: Map<string, Person>
  bodies: Set<string>
  grounds: Set<string>
  nouns: Set<string>
  capitals: Set<string>
  holders: Map<string, Person | null>
}

/** Reads the names of a text with what stands beside them. A few passes over its sentences. */
export const peopleOf = (text: string, readings: readonly Reading[]): People => {
  const register: Register = {
    persons: new Map(),
    surnames: new Map(),
    givenNames: new Map(),
    outlines: new Map(),
    bare: new Map(),
    bodies: new Set(),
    grounds: new Set(),
    nouns: new Set(),
    capitals: new Set(),
    holders: new Map(),
  }
  const runs = readings.map(({ tokens }) => nameRuns(text, tokens))
  readings.forEach((reading, r) => {
    recordThings(reading, runs[r] ?? [], readings[r + 1], register)
  })
  readings.forEach(({ tokens }, r) => {
    recordNames(tokens, runs[r] ?? [], register)
  })
  readings.forEach((reading, r) => {
    const persons = (runs[r] ?? []).filter((run) => isPerson(reading.tokens, run, register))
    register.persons.set(reading, persons)
    recordRoles(text, reading.tokens, persons, register)
    recordPronoun(reading, persons, readings[r + 1], register)
  })
  return register
}

const locating = wordSet('in near outside across around throughout inside')

const common: ReadonlySet<Tag> = new Set<Tag>(['NOUN', 'ADJ', 'ADV', 'DET'])

/** Bodies, by what stands beside them or by "Its" and "The firm" in the next sentence, and nouns written small. */
const recordThings = (
  { tokens }: Reading,
  runs: readonly NameRun[],
  next: Reading | undefined,
  { bodies, grounds, nouns, capitals }: Register,
): void => {
  tokens.forEach(({ word, tag }, i) => {
    if (i > 0 && common.has(tag)) nouns.add(word)
    if (i > 1 && tag === 'PROPN' && !['"', ':', '('].includes(tokens[i - 1]?.word ?? '')) capitals.add(word)
  })
  for (const run of runs)
    if (locating.has(tokens[run.from - 1]?.word ?? '') && tokens[run.to]?.word !== "'s") grounds.add(fold(run.name))
  for (const run of runs) if (isBodyBeside(tokens, run)) bodies.add(bareBody(tokens, run))
  const [first] = runs
  const opens = next?.words[0] === 'its' || next?.words[0] === 'it'
  if (opens && first?.from === 0 && first.start === first.surname && tokens[first.to]?.tag === 'VERB')
    bodies.add(fold(first.name))
}

/** "Lumenar Inc" is spoken of as Lumenar. */
const bareBody = (tokens: readonly Token[], { start, to }: NameRun): string => {
  const words = tokens.slice(start, to).map(({ word }) => fold(word))
  return words.filter((word, i) => i === 0 || !companyForms.has(word)).join(' ')
}

const recordNames = (tokens: readonly Token[], runs: readonly NameRun[], register: Register): void => {
  for (const run of runs) {
    if (!run.full || isAdjectival(tokens, run) || !isPerson(tokens, run, register)) continue
    const person: Person = { name: run.name, role: null, pronoun: null }
    const surname = surnameOf(tokens, run)
    if (!register.surnames.has(surname)) {
      const alike = register.outlines.get(outline(surname)) ?? []
      if (alike.length < MAX_NAMESAKES) register.outlines.set(outline(surname), [...alike, surname])
    }
    remember(register.surnames, surname, person)
    remember(register.givenNames, fold(tokens[run.start]?.word ?? ''), person)
  }
}

/** "Nordic Gold miners": a name before a noun is an adjective, unless a title stands before it. */
const isAdjectival = (tokens: readonly Token[], { from, start, to }: NameRun): boolean =>
  tokens[to]?.tag === 'NOUN' && start === from

/** More persons of one name are not told apart; it keeps the passes linear. */
const MAX_NAMESAKES = 20

const remember = (map: Map<string, Person[]>, key: string, person: Person): void => {
  const known = map.get(key) ?? []
  const same = known.some(({ name }) => fold(name) === fold(person.name))
  if (!same && known.length < MAX_NAMESAKES) map.set(key, [...known, person])
}

const hisTitles = wordSet('mr mr. sir lord baron king prince father brother pope chairman spokesman congressman')
const herTitles = wordSet(`mrs mrs. ms ms. miss lady dame baroness queen princess sister chairwoman spokeswoman
  congresswoman madame`)

const recordRoles = (text: string, tokens: readonly Token[], runs: readonly NameRun[], register: Register): void => {
  for (const run of runs) {
    const person = personOf(tokens, run, register) ?? bareOf(run, register)
    const titlesOf = tokens.slice(Math.max(0, run.from - 1), run.start)
    if (titlesOf.some(({ word }) => hisTitles.has(word))) person.pronoun = 'he'
    if (titlesOf.some(({ word }) => herTitles.has(word))) person.pronoun = 'she'
    const role = roleBeside(tokens, run)
    if (!role) continue
    person.role ??= text.slice(tokens[role.from]?.start ?? 0, tokens[role.to - 1]?.end ?? 0).replace(/\s+/g, ' ')
    const holder = register.holders.get(role.head)
    if (!role.former) register.holders.set(role.head, holder === undefined || holder === person ? person : null)
  }
}

const bareOf = ({ name }: NameRun, { bare }: Register): Person => {
  const person = bare.get(fold(name)) ?? { name, role: null, pronoun: null }
  bare.set(fold(name), person)
  return person
}

const pronounOf: Readonly<Record<string, 'he' | 'she'>> = {
  he: 'he',
  his: 'he',
  him: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
}

/**
 * The pronoun after a name that may be its own: a subject or an owner, outside a quotation. "Roe, who has tried cases before
 * her, said" names two.
 */
const pronounAfter = (tokens: readonly Token[], from: number): string | undefined => {
  const mark = tokens.findIndex(({ word }, k) => k >= from && word === '"')
  const plain = tokens.slice(from, mark < 0 ? undefined : mark)
  const owns = (k: number): boolean => ['NOUN', 'ADJ'].includes(plain[k + 1]?.tag ?? '')
  const own = (word: string, k: number): boolean => ['he', 'she', 'his'].includes(word) || (word === 'her' && owns(k))
  return plain.find(({ word }, k) => own(word, k))?.word
}

/** A sentence that names one person: the pronoun after the name, or the one that opens the next sentence, is theirs. */
const recordPronoun = (
  { tokens }: Reading,
  persons: readonly NameRun[],
  next: Reading | undefined,
  register: Register,
): void => {
  const [run] = persons
  if (!run || persons.length > 1) return
  const person = personOf(tokens, run, register) ?? register.bare.get(fold(run.name))
  const after = pronounAfter(tokens, run.to) ?? next?.words[0] ?? ''
  if (person) person.pronoun ??= pronounOf[after] ?? null
}
