import { wordTable } from '../lexicon/word-table.ts'
import { companyForms, knownBodies } from './bodies.ts'
import type { Reading } from './cue.ts'
import { fold, isTitle, isVariant, type NameRun, nameRuns, outline, surnameOf } from './name-runs.ts'
import { places } from './places.ts'
import { isBodyBeside, roleBeside } from './roles.ts'
import { verbAct } from './saying-words.ts'
import type { Token } from './token.ts'
import { bodyWords, calendarNames, forecasterNouns, titles, wordSet } from './words.ts'

/** A person of a text: the fullest name in it, what it says they are, and the pronoun it uses. */
export type Person = { name: string; role: string | null; pronoun: 'he' | 'she' | null }

/** Who is who in one text. Names are folded: no case, no accents. */
export type People = {
  /** The runs of names of each sentence. */
  runs: ReadonlyMap<Reading, readonly NameRun[]>
  /** Surname → the persons whom the text names in full with it. */
  surnames: ReadonlyMap<string, readonly Person[]>
  /** First name → the persons whom the text names in full with it. */
  givenNames: ReadonlyMap<string, readonly Person[]>
  /** Outline of a surname → the surnames that have it, for spellings of one name. */
  outlines: ReadonlyMap<string, readonly string[]>
  /** Names of persons who are never named in full. */
  bare: ReadonlyMap<string, Person>
  /** Names that the text shows to be those of bodies. */
  bodies: ReadonlySet<string>
  /** Names of places: "in Skarrow". */
  grounds: ReadonlySet<string>
  /** Words that the text also writes small: at the start of a sentence their capital means nothing. */
  nouns: ReadonlySet<string>
  /** Words that it writes with a capital inside a sentence. */
  capitals: ReadonlySet<string>
  /** "governor" → the one person whom the text calls that, or null when it calls several so. */
  holders: ReadonlyMap<string, Person | null>
}

type Register = {
  runs: Map<Reading, readonly NameRun[]>
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
    runs: new Map(readings.map((reading) => [reading, nameRuns(text, reading.tokens)])),
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
  const runs = readings.map((reading) => register.runs.get(reading))
  readings.forEach((reading, r) => {
    recordThings(reading, runs[r] ?? [], readings[r + 1], register)
  })
  readings.forEach(({ tokens }, r) => {
    recordNames(tokens, runs[r] ?? [], register)
  })
  readings.forEach(({ tokens }, r) => {
    recordRoles(text, tokens, runs[r] ?? [], register)
  })
  readings.forEach((reading, r) => {
    recordPronouns(reading, runs[r] ?? [], readings[r + 1], register)
  })
  return register
}

const locating = wordSet('in near outside across around throughout inside')

/** Bodies, by what stands beside them or by "Its" and "The firm" in the next sentence, and nouns written small. */
const recordThings = (
  { tokens }: Reading,
  runs: readonly NameRun[],
  next: Reading | undefined,
  { bodies, grounds, nouns, capitals }: Register,
): void => {
  tokens.forEach(({ word, tag }, i) => {
    if (i > 0 && ['NOUN', 'ADJ', 'ADV', 'DET'].includes(tag)) nouns.add(word)
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
    if (!isPerson(tokens, run, register)) continue
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

const pronounOf = wordTable<'he' | 'she'>({
  he: 'he',
  his: 'he',
  him: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
})

/** A sentence that names one person: the pronoun after the name, or the one that opens the next sentence, is theirs. */
const recordPronouns = (
  { tokens, words }: Reading,
  runs: readonly NameRun[],
  next: Reading | undefined,
  register: Register,
): void => {
  const named = runs.filter((run) => isPerson(tokens, run, register))
  const [run] = named
  if (!run || named.length > 1) return
  const person = personOf(tokens, run, register) ?? register.bare.get(fold(run.name))
  const after = words.slice(run.to).find((word) => Object.hasOwn(pronounOf, word)) ?? next?.words[0] ?? ''
  if (person) person.pronoun ??= pronounOf[after] ?? null
}

/**
 * The person a run of names means, when the text names exactly one in full who fits: by full name, surname, a spelling of
 * it, or first name. Null otherwise.
 */
export const personOf = (tokens: readonly Token[], run: NameRun, people: People): Person | null => {
  const surname = surnameOf(tokens, run)
  const sharing = people.surnames.get(surname) ?? []
  if (run.full) return sharing.find(({ name }) => fold(name) === fold(run.name)) ?? null
  if (sharing.length > 0) return sharing.length === 1 ? (sharing[0] ?? null) : null
  const given = people.givenNames.get(surname) ?? []
  if (given.length === 1) return given[0] ?? null
  return spelledAlike(surname, people) ?? people.bare.get(surname) ?? null
}

const spelledAlike = (surname: string, { surnames, outlines }: People): Person | null => {
  const alike = (outlines.get(outline(surname)) ?? []).filter((known) => isVariant(known, surname))
  const [person, another] = alike.flatMap((known) => surnames.get(known) ?? [])
  return another ? null : (person ?? null)
}

const demonym = /(?:ian|ians|ish|ese|eans?)$/
const acronym = /^(?:[A-Z]\.?){2,6}s?$/

/** Whether a run of names is a person's: no place, people, body or month, and no common noun that opens a sentence. */
export const isPerson = (tokens: readonly Token[], run: NameRun, people: People): boolean => {
  const words = tokens.slice(run.start, run.to).map(({ word }) => word)
  const last = tokens[run.surname]?.word ?? ''
  if (words.some((word) => bodyWords.has(word)) || places.has(last)) return false
  if (run.start > run.from || isTitle(tokens[run.from - 1])) return !titles.has(last)
  if (titles.has(last) || forecasterNouns.has(last)) return false
  const phrase = words.map(fold).join(' ')
  if (words.some((word, i) => i > 0 && companyForms.has(word))) return false
  if (people.bodies.has(phrase) || knownBodies.has(phrase)) return false
  if (people.grounds.has(phrase) && !people.surnames.has(surnameOf(tokens, run))) return false
  if (run.full || people.surnames.has(surnameOf(tokens, run))) return true
  if (calendarNames.has(last) || demonym.test(last) || acronym.test(run.name)) return false
  return !bodyWords.has(last.replace(/s$/, '')) && !(run.from === 0 && isCommonOpening(tokens, run, people))
}

/**
 * "Critics of the plan", "Demand is weak": a capital at the start of a sentence may be a common noun's. It is a name's when
 * the text writes it so elsewhere, or when the word speaks.
 */
const isCommonOpening = (tokens: readonly Token[], { start, to }: NameRun, { nouns, capitals }: People): boolean => {
  const word = tokens[start]?.word ?? ''
  if (nouns.has(word) || /[^s]s$/.test(word)) return !capitals.has(word)
  const next = tokens[to]
  const acts = next?.tag === 'VERB' && verbAct(next.lemma) !== null
  return !capitals.has(word) && !acts && ![',', "'s", ':', 'and'].includes(next?.word ?? '') && next?.tag !== 'AUX'
}
