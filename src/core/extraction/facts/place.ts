import type { Day } from '../../time.ts'
import type { Claim } from '../claims/claim.ts'
import { spanOf } from '../claims/span.ts'
import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { dateOf, dateOfTelling, type PlacedDate } from './fact-dates.ts'
import type { PastVerb } from './past-verbs.ts'
import { simplePasts } from './verb-forms.ts'

/** Where a fact stands: its tokens, its date, and for a verb joined to the one before ("and left") where their subject stands. */
export type Told = {
  from: number
  to: number
  at: number
  date: PlacedDate | null
  /** When it was told, where the sentence says so. */
  told: PlacedDate | null
  subject: { from: number; to: number }
  /** It stands in a relative clause. */
  aside: boolean
}

/** What stands around a verb: the dates of its sentence, the verb after it, and the fact told before it there. */
type Around = { dates: readonly PlacedDate[]; publishedOn: Day; next: PastVerb | null; before: Told | null }

/** Where the fact of a verb stands and what dates it, or null where nothing is left to quote. */
export const placeOf = (claim: Claim, verb: PastVerb, { dates, publishedOn, next, before }: Around): Told | null => {
  const { reading, clause, cue } = claim
  const span = spanOf(reading, cue, clause)
  const end = next === null ? null : jointBefore(reading, next.at, dates)
  const to = Math.min(span.to, end ?? span.to, asideEnd(reading, claim) ?? span.to)
  if (to <= verb.verb) return null
  const joint = before === null ? null : jointBefore(reading, verb.at, dates)
  const shared = joint !== null && before && sharesSubject(reading, joint, before) ? before : null
  const telling = dateOfTelling(claim, verb, dates)
  const own = dateOf(
    claim,
    verb,
    to,
    dates.filter((date) => date !== telling),
    publishedOn,
  )
  // "On Monday the board met and fired him": what is set in front holds for both.
  const fronted = shared?.date?.adverb && shared.date.last < shared.at ? shared.date : null
  const start = telling && clause.intro === null ? Math.max(span.from, telling.last + 1) : span.from
  return {
    from: shared && joint !== null ? afterJoint(reading, joint) : start,
    to,
    at: verb.at,
    date: own ?? fronted,
    told: telling,
    subject: shared ? shared.subject : { from: subjectFrom(Math.max(clause.core, start), own), to: verb.at },
    aside: clause.kind === 'relative',
  }
}

/** "On Monday the board met": the subject stands behind the time set in front of it without a comma. */
const subjectFrom = (core: number, date: PlacedDate | null): number =>
  date?.adverb && date.first === core ? date.last + 1 : core

/** "Took it, lost it and retook it"; behind the comma that closes an aside the subject stands before that. */
const sharesSubject = ({ words }: Reading, joint: number, before: Told): boolean =>
  words[joint] !== ',' || !before.aside

/** Where the comma or "and" before a verb that shares the subject stands; null where the verb has a subject of its own. */
const jointBefore = ({ tokens, words }: Reading, at: number, dates: readonly PlacedDate[]): number | null => {
  let k = at - 1
  while (tokens[k]?.tag === 'ADV') k--
  const date = dates.find(({ last }) => last === k)
  if (date) k = date.first - 1
  if (words[k] === ',') return k
  if (tokens[k]?.tag !== 'CCONJ') return null
  return words[k - 1] === ',' ? k - 1 : k
}
const afterJoint = ({ tokens }: Reading, joint: number): number => {
  let k = joint
  while (['PUNCT', 'CCONJ'].includes(tokens[k]?.tag ?? '')) k++
  return k
}

/** "The minister, who took office in 2024, resigned": where the relative clause between commas ends. */
const asideEnd = ({ words, tokens }: Reading, { clause, cue }: Claim): number | null => {
  if (clause.kind !== 'relative' || clause.intro === null) return null
  if (words[clause.intro - 1] === ',') {
    const end = words.indexOf(',', cue.verb)
    return end < 0 ? null : end
  }
  // "Deputies who rebelled last week did so again": the next tensed verb is that of the noun.
  for (let k = cue.verb + 1; k < words.length && !inner.has(words[k] ?? ''); k++)
    if (tokens[k]?.tag === 'AUX' || (tokens[k]?.tag === 'VERB' && simplePasts.has(words[k] ?? ''))) return k
  return null
}
const inner = wordSet(
  ', ; : . and but or that which who whom whose because although though while when where if as since before after until',
)
