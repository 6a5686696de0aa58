import { withObject } from '../claims/polarity.ts'
import { clauseAt } from '../clauses/clause.ts'
import type { Cue, Reading } from './cue.ts'

/**
 * One cue a claim. Words that judge a clause ("no reason to believe it will", "a chance that it will", "it is likely that")
 * take over the modal inside that clause; a predicate under a modal ("would be virtually impossible") takes over its modal.
 */
export const mergeCues = (reading: Reading, found: readonly Cue[]): Cue[] => {
  if (found.length === 0) return []
  const cues = found.filter((cue) => !found.some((other) => outspeaks(other, cue) || isToldBy(other, cue, found)))
  const judges = cues.filter((cue) => cue.kind !== 'modal').map((cue) => withObject(reading, cue))
  const taken = new Set<Cue>()
  const judged = new Set<Cue>()
  const merged = judges.map((judge) => {
    let result = judge
    for (const cue of cues) {
      if (cue.kind !== 'modal' || cue.shared !== undefined || taken.has(cue)) continue
      // "I would not be surprised": the modal is one of the judging words.
      if (judge.from <= cue.at && cue.at < judge.to) {
        taken.add(cue)
      } else if (isUnder(cue, judge)) {
        const mine = !cue.hedged && cue.modal !== 'may' && cue.modal !== 'might' && cue.modal !== 'could'
        if (!mine) {
          result = {
            ...result,
            kind: 'modal',
            phrase: cue.phrase,
            from: cue.from,
            to: cue.to,
            at: cue.at,
            modal: cue.modal,
            polarity: cue.polarity,
            hedged: cue.hedged,
          }
        } else {
          // "No one should expect it", "would not rule it out": the denial is in the judging words already.
          const within = reading.words.slice(judge.from, judge.to).includes('not')
          const polarity = judge.phrase === 'not-believe' || within ? judge.polarity : cue.polarity
          result = { ...result, at: cue.at, modal: cue.modal, polarity }
        }
        taken.add(cue)
      } else if (judges_clause(reading, judge, cue)) {
        // "Nobody doubts that it will": two denials make none.
        result = { ...result, verb: cue.verb, polarity: judge.polarity === cue.polarity ? '+' : '-' }
        taken.add(cue)
        judged.add(cue)
      }
    }
    return result
  })
  // "No reason to believe that it will fall, stall and rise": the words judge all that stands under the modal.
  const isJudged = ({ shared }: Cue): boolean => shared !== undefined && judged.has(shared.head)
  const places = new Set<number>()
  return [...merged, ...cues.filter((cue) => cue.kind === 'modal' && !taken.has(cue) && !isJudged(cue))]
    .sort((a, b) => a.at - b.at)
    .filter((cue) => {
      // Verb phrases under one modal are as many claims.
      const place = cue.shared?.from ?? cue.at
      if (places.has(place)) return false
      places.add(place)
      return true
    })
}

/** "Traders price in three cuts by Christmas": whatever else speaks within the words of a list knows better. */
const isInside = (other: Cue, { extent }: Cue): boolean => {
  if (extent === undefined || other.extent !== undefined) return false
  // "…, carried to a pub that shuts at nine": a present tense deep inside is another clause's.
  const to = other.tense === undefined ? extent.to : Math.min(extent.to, extent.from + 4)
  return extent.from <= other.at && other.at < to
}

/** "My forecast: a draw, and rain": whether the words that announce a list are those of a cue for the whole. */
const isLeadOf = (whole: Cue, { extent, from, to }: Cue): boolean =>
  extent !== undefined &&
  whole.extent === undefined &&
  whole.from < extent.from &&
  from <= whole.from &&
  whole.to <= to + 1

/** Two members or more tell what the cue for the whole tells; a single one leaves it to that. */
const isToldBy = (other: Cue, cue: Cue, found: readonly Cue[]): boolean => {
  if (other.extent === undefined && cue.extent === undefined) return false
  if (!isLeadOf(other, cue) && !isLeadOf(cue, other)) return isInside(other, cue)
  const lead = cue.extent === undefined ? other.from : cue.from
  const several = found.filter(({ extent, from }) => extent !== undefined && from === lead).length > 1
  return several === (cue.extent === undefined)
}

/** Words of likelihood in the group of a present tense: "is a safe bet", "expects rents to rise". */
const outspeaks = (other: Cue, present: Cue): boolean =>
  present.tense === 'present' &&
  other.tense !== 'present' &&
  (other.at === present.at || (other.from <= present.verb + 1 && present.at < other.to) || isUnder(present, other))

const isUnder = (modal: Cue, judge: Cue): boolean => judge.at >= modal.at && judge.at <= modal.verb

/** Whether the modal's clause hangs on the judging words, or follows them directly. */
const judges_clause = (reading: Reading, judge: Cue, modal: Cue): boolean => {
  if (modal.at < judge.to) return false
  const clause = clauseAt(reading.tokens, reading.asides, modal.at)
  const { governor } = clause
  if (governor !== null && ((governor >= judge.from && governor < judge.to) || governor === judge.verb)) return true
  return clause.intro !== null && clause.intro >= judge.to - 1 && clause.intro <= judge.to
}
