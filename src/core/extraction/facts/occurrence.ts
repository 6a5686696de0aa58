import type { Clause } from '../clauses/clause.ts'
import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import type { PastVerb } from './past-verbs.ts'

/** Whether a verb says that something happened, or that it did not, and in which words. */
export type Occurrence = { occurred: boolean; reason: string | null }

const absent = wordSet('no nobody none neither nothing')
const determining = wordSet('no neither')

/** "Did not sign", "no deal was reached", "found no evidence", "failed to reach": reported absences. */
export const occurrenceOf = ({ words, tokens }: Reading, clause: Clause, verb: PastVerb): Occurrence => {
  const no = (reason: string): Occurrence => ({ occurred: false, reason })
  if (verb.denied) return no('its verb is denied')
  if (clause.kind !== 'relative' && absent.has(words[clause.core] ?? '')) return no('its subject is nobody or nothing')
  const next = words[verb.verb + 1] ?? ''
  if (determining.has(next) && tokens[verb.verb + 2]?.tag !== 'ADV') return no('its object is denied')
  const lemma = tokens[verb.verb]?.lemma
  if (lemma === 'fail' && next === 'to') return no('it failed to happen')
  return { occurred: true, reason: null }
}
