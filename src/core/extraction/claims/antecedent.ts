import { clauseAt } from '../clauses/clause.ts'
import type { Reading } from '../cues/cue.ts'
import { isTool } from '../cues/instruments.ts'
import type { NameRun } from '../sentences/name-runs.ts'
import { wordSet } from '../sentences/words.ts'
import { isPerson, type Person, personOf } from '../voice/people.ts'
import { type Quotation, quotationAt } from '../voice/quotation.ts'
import { isHumanNoun } from '../voice/roles.ts'
import { verbAct } from '../voice/saying-words.ts'
import { type Cast, isSayer, type Speaker, speakerIn } from '../voice/speaker.ts'

/** What a pronoun may look back over. */
export type Scene = Cast & { readings: readonly Reading[]; quotations: readonly Quotation[] }

/** How many sentences back a pronoun may look. */
const MAX_SENTENCES = 30

/** The sentences that begin before an offset, nearest first. */
const readingsBefore = ({ readings }: Scene, offset: number, most: number): readonly Reading[] => {
  let [low, high] = [0, readings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((readings[middle]?.start ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return readings.slice(Math.max(0, low - most), low).toReversed()
}

/**
 * Whom "he" or "she" means: the person named first in the nearest sentence before it, whom the text does not call the other.
 * Owners ("Roe's plan") come after others; names that someone else's quotation mentions do not count.
 */
export const personBefore = (scene: Scene, offset: number, pronoun: string): Person | null => {
  const inside = quotationAt(scene.quotations, offset)
  for (const reading of readingsBefore(scene, offset, MAX_SENTENCES)) {
    const { tokens } = reading
    const said = spokenFrom(reading, offset)
    const fits = (run: NameRun): boolean => {
      const start = tokens[run.start]?.start ?? 0
      if (said !== null && start >= said) return false
      // "Nordic countries": a name before a noun is an adjective.
      if ((tokens[run.to - 1]?.end ?? 0) > offset || tokens[run.to]?.tag === 'NOUN') return false
      const quotation = quotationAt(scene.quotations, start)
      if (quotation !== null && quotation !== inside) return false
      const known = knownAs(scene, tokens, run)
      return known !== null && (known.pronoun === null || pronoun === '' || known.pronoun === pronoun)
    }
    const runs = (scene.people.persons.get(reading) ?? []).filter(fits)
    const run = runs.find(({ to }) => !["'s", "'"].includes(tokens[to]?.word ?? '')) ?? runs[0]
    if (run) return knownAs(scene, tokens, run)
    const first = tokens.findIndex(({ tag }) => !['PUNCT', 'CCONJ', 'ADV'].includes(tag))
    const spoken = quotationAt(scene.quotations, tokens[first]?.start ?? 0)
    if (spoken === inside && (tokens[first]?.start ?? offset) < offset && isStranger(tokens, first)) return null
  }
  return null
}

/** "Roe, she said, would lose": whoever is named in what a tag at `offset` ascribes, from the offset given back, does not say it. */
const spokenFrom = ({ tokens, words }: Reading, offset: number): number | null => {
  const at = tokens.findIndex(({ start }) => start === offset)
  if (at < 1 || words[at - 1] !== ',' || verbAct(tokens[at + 1]?.lemma ?? '') === null) return null
  const next = tokens[at + 2]
  if (next && next.tag !== 'PUNCT' && next.tag !== 'ADP') return null
  const mark = words.findLastIndex((word, k) => k < at && [':', ';', '"'].includes(word))
  return tokens[mark + 1]?.start ?? null
}

/** "An engineer in the control room laughed": somebody without a name, whom a pronoun may mean as well. */
const isStranger = (tokens: Reading['tokens'], k: number): boolean => {
  if (!['a', 'an', 'one', 'another'].includes(tokens[k]?.word ?? '')) return false
  let noun = tokens.findIndex(({ tag }, i) => i > k && i < k + 4 && tag === 'NOUN')
  // "A competition lawyer".
  while (noun > 0 && tokens[noun + 1]?.tag === 'NOUN') noun++
  return noun > 0 && isHumanNoun(tokens[noun])
}

const knownAs = ({ people }: Scene, tokens: Reading['tokens'], run: NameRun): Person | null => {
  if (!isPerson(tokens, run, people)) return null
  return personOf(tokens, run, people) ?? { name: run.name, role: null, pronoun: null }
}

const plurals = wordSet('people police many most some few several others both dozens hundreds thousands')
const isPlural = (name: string): boolean => {
  const words = name.toLowerCase().split(' ')
  const links = words.findIndex((word, k) => k > 0 && ['of', 'at', 'in', 'from', 'with', 'to', 'for'].includes(word))
  const head = words[(links > 0 ? links : words.length) - 1] ?? ''
  return plurals.has(words[0] ?? '') || plurals.has(head) || words.includes('and') || /[^siu]s$/.test(head)
}

/** Whether the subject of the verb at `verb` can say things and agrees with the pronoun; "they" may be a body's members. */
const speaksFor = (
  scene: Scene,
  subject: Speaker,
  tokens: Reading['tokens'],
  verb: number,
  pronoun: string,
): boolean => {
  if (pronoun === 'it' && isTool(tokens[verb - 1]?.word ?? '')) return true
  if (subject.kind !== 'group' || ['there', 'this', 'that'].includes(subject.name.toLowerCase())) return false
  return isSayer(scene, subject, tokens) && (pronoun === 'they' || !isPlural(subject.name))
}

/** Whom "they" or "it" means: the subject of one of the two sentences before, when it is no person and can speak. */
export const groupBefore = (scene: Scene, offset: number, pronoun: string): Speaker | null => {
  for (const { tokens, asides, end } of readingsBefore(scene, offset, 3)) {
    const verb = tokens.findIndex(({ tag }) => tag === 'AUX' || tag === 'VERB')
    // "The Greens need six seats, and they say": its own sentence begins with the subject.
    if (end > offset && (tokens[verb]?.start ?? offset) >= offset) continue
    const subject = verb > 0 ? speakerIn(scene, tokens, clauseAt(tokens, asides, verb).core, verb) : null
    if (subject && speaksFor(scene, subject, tokens, verb, pronoun)) return subject
  }
  return null
}
