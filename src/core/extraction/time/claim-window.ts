import type { Window } from '../../candidate.ts'
import type { Day } from '../../time.ts'
import type { Claim } from '../claims/claim.ts'
import type { Reading } from '../cues/cue.ts'
import { type DatedEvents, eventWindow } from './dated-events.ts'
import { datesIn, explicitDates } from './explicit-dates.ts'
import { datedElsewhere, wordsBehind, wordsInFront } from './lent-windows.ts'
import { blanked, ownWords, type Place, textOf } from './own-time-words.ts'
import { windowOf } from './window.ts'

/** What stands around a claim's sentence: the one before it, the question it answers, and the events that the text dates. */
export type Surroundings = { before: Reading | null; asked: Reading | null; events: DatedEvents }

/**
 * The window of a claim in its sentence. Words of time that date something else are left out: those of its condition, of an
 * aside, of what is past ("sent on Monday"). A claim without any takes the time set in front of its sentence or of the
 * clause it is joined to, or hung on behind it: "By June, the bank will cut and the euro will fall"; else that of the
 * question it answers or of the sentence it leans on. "Before the vote" takes the day on which the text sets the vote.
 */
export const windowInSentence = (claim: Claim, place: Place, around: Surroundings, publishedOn: Day): Window => {
  const waits = place.waits || /\b(?:until|never)\b/i.test(textOf(claim.reading, place.text, place.from, place.to))
  // "Not | until the spring will it break": the denial that the quote leaves out.
  const denied = claim.reading.words[place.from - 1] === 'not' && claim.reading.words[place.from] === 'until'
  const words = ofPredicate(
    ownWords(claim, denied ? { ...place, from: place.from - 1 } : place),
    claim,
    place,
    publishedOn,
  )
  const own = windowOf(words, publishedOn, waits)
  if (own.source !== 'default') return own
  const event = eventWindow(words, around.events, publishedOn)
  if (event) return event
  if (own.text !== '' && !/^(?:by|before) then$/i.test(own.text)) return own
  for (const words of [wordsBehind(claim, place, publishedOn), wordsInFront(claim, place, publishedOn)]) {
    if (words === null) continue
    const lent = windowOf(words, publishedOn, waits)
    if (lent.source !== 'default') return lent
  }
  return datedElsewhere(claim, place, around, publishedOn) ?? own
}

/** "The fall of the city on Sunday will be felt for years": a day in the subject yields to one behind the verb. */
const ofPredicate = (words: string, { reading, clause, cue }: Claim, { from }: Place, publishedOn: Day): string => {
  if (clause.core < from || clause.core >= cue.at) return words
  const start = reading.tokens[from]?.start ?? 0
  const [subject, verb] = [clause.core, cue.at].map((i) => (reading.tokens[i]?.start ?? start) - start) as [
    number,
    number,
  ]
  const [date] = datesIn(words.slice(subject, verb), publishedOn)
  // "By June we see": set in front, no part of the subject.
  const twice = date !== undefined && date.from > 0 && explicitDates(words.slice(verb), publishedOn) !== null
  return twice ? blanked(words, subject, verb) : words
}
