import type { Reading } from '../cues/cue.ts'
import { fold, isTitle, isVariant, type NameRun, outline, surnameOf } from '../sentences/name-runs.ts'
import type { Token } from '../sentences/token.ts'
import { bodyWords, calendarNames, forecasterNouns, titles, wordSet } from '../sentences/words.ts'
import { companyForms, knownBodies } from './bodies.ts'
import { places } from './places.ts'
import { verbAct } from './saying-words.ts'

/** A person of a text: the fullest name in it, what it says they are, and the pronoun it uses. */
export type Person = { name: string; role: string | null; pronoun: 'he' | 'she' | null }

/** Who is who in one text. Names are folded: no case, no accents. */
export type People = {
  /** The names of persons in each sentence. */
  persons: ReadonlyMap<Reading, readonly NameRun[]>
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

/** What ends the name of a place. */
const landmarks = wordSet(`shoal bay river island islands lake valley strait street road avenue square bridge mountain
  mountains hill hills sea ocean gulf peninsula canal harbour harbor airport station stadium park desert forest county
  province district reef delta basin channel coast cape`)
export const feasts = wordSet(
  'christmas easter ramadan diwali hanukkah thanksgiving lent advent passover eid halloween',
)

const demonym = /(?:ian|ians|ish|ese|eans?)$/
const acronym = /^(?:[A-Z]\.?){2,6}s?$/

/** Whether a run of names is a person's: no place, people, body or month, and no common noun that opens a sentence. */
export const isPerson = (tokens: readonly Token[], run: NameRun, people: People): boolean => {
  const words = tokens.slice(run.start, run.to).map(({ word }) => word)
  const last = tokens[run.surname]?.word ?? ''
  if (words.some((word) => bodyWords.has(word)) || places.has(last)) return false
  if (run.start > run.from || isTitle(tokens[run.from - 1])) return !titles.has(last)
  if (titles.has(last) || forecasterNouns.has(last) || landmarks.has(last) || feasts.has(last)) return false
  const phrase = words.map(fold).join(' ')
  if (words.some((word, i) => i > 0 && companyForms.has(word))) return false
  if (people.bodies.has(phrase)) return false
  if (knownBodies.has(phrase) && !people.surnames.has(surnameOf(tokens, run))) return false
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
  if (nouns.has(word) || /[^s]s$|ing$/.test(word)) return !capitals.has(word)
  const next = tokens[to]
  const acts = next?.tag === 'VERB' && verbAct(next.lemma) !== null
  return !capitals.has(word) && !acts && ![',', "'s", ':', 'and'].includes(next?.word ?? '') && next?.tag !== 'AUX'
}
