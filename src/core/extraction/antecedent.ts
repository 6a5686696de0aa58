import { clauseAt } from './clause.ts'
import type { Reading } from './cue.ts'
import type { NameRun } from './name-runs.ts'
import { isPerson, type Person, personOf } from './people.ts'
import { type Quotation, quotationAt } from './quotation.ts'
import { isHumanNoun } from './roles.ts'
import { type Cast, type Speaker, speakerIn } from './speaker.ts'

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
    const fits = (run: NameRun): boolean => {
      const start = tokens[run.start]?.start ?? 0
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

/** "An engineer in the control room laughed": somebody without a name, whom a pronoun may mean as well. */
const isStranger = (tokens: Reading['tokens'], k: number): boolean => {
  if (!['a', 'an', 'one', 'another'].includes(tokens[k]?.word ?? '')) return false
  const noun = tokens.findIndex(({ tag }, i) => i > k && i < k + 4 && tag === 'NOUN')
  return noun > 0 && isHumanNoun(tokens[noun]) && tokens[noun + 1]?.tag !== 'NOUN'
}

const knownAs = ({ people }: Scene, tokens: Reading['tokens'], run: NameRun): Person | null => {
  if (!isPerson(tokens, run, people)) return null
  return personOf(tokens, run, people) ?? { name: run.name, role: null, pronoun: null }
}

/** Whom "they" or "it" means: the subject of one of the two sentences before, when it is no person. */
export const groupBefore = (scene: Scene, offset: number): Speaker | null => {
  for (const { tokens, asides, end } of readingsBefore(scene, offset, 3)) {
    if (end > offset) continue
    const verb = tokens.findIndex(({ tag }) => tag === 'AUX' || tag === 'VERB')
    const subject = verb > 0 ? speakerIn(scene, tokens, clauseAt(tokens, asides, verb).core, verb) : null
    if (subject?.kind === 'group') return subject
  }
  return null
}
