import type { ReportedFact } from '../../reported-fact.ts'
import type { Day } from '../../time.ts'
import type { Claim } from '../claims/claim.ts'
import { standingOf } from '../claims/self-contained.ts'
import { chainOf } from '../clauses/chain.ts'
import { clauseAt } from '../clauses/clause.ts'
import type { Cue, Reading } from '../cues/cue.ts'
import { sentenceBefore } from '../sentences/sentence-before.ts'
import { shadowOf } from '../sentences/sentences.ts'
import { pastDatesIn } from '../time/past-dates.ts'
import type { Anchor } from '../time/past-lengths.ts'
import { quotationAt } from '../voice/quotation.ts'
import { speechTags } from '../voice/speech-tags.ts'
import { type Page, voiceOf } from '../voice/voice.ts'
import { entitiesIn } from './entities.ts'
import { type PlacedDate, placedDates } from './fact-dates.ts'
import { noFact } from './fact-gates.ts'
import { occurrenceOf } from './occurrence.ts'
import { type PastVerb, pastVerbs } from './past-verbs.ts'
import { placeOf, type Told } from './place.ts'
import { titleOf } from './title.ts'

/** The version of the rules for reported facts; it travels with every one. */
export const FACTS_VERSION = '2026.1'

/**
 * What a page tells as having happened, or as not having happened, by the day it was published, in the order of the text:
 * one fact a verb, with its exact words, its days read backwards from publication, and who reports it.
 */
export const factsOf = (page: Page, publishedOn: Day): ReportedFact[] => {
  const facts: ReportedFact[] = []
  let told: { block: number; days: Anchor } | null = null
  page.readings.forEach((reading, index) => {
    const verbs = pastVerbs(reading)
    if (verbs.length === 0) return
    const anchor: Anchor = told && reading.block - told.block <= 1 ? told.days : null
    const dates = placedDates(
      reading,
      pastDatesIn(shadowOf(page.text.slice(reading.start, reading.end)), publishedOn, anchor),
    )
    for (const fact of factsIn({ page, reading, index, verbs, dates, publishedOn })) {
      facts.push(fact)
      if (fact.earliest !== null && fact.dateSource !== 'undated')
        told = { block: reading.block, days: { start: fact.earliest, end: fact.latest } }
    }
  })
  return facts
}

type Sentence = {
  page: Page
  reading: Reading
  index: number
  verbs: readonly PastVerb[]
  dates: readonly PlacedDate[]
  publishedOn: Day
}

/** A verb in the past as the phases of a claim read it. */
const cueOf = ({ at, verb, denied }: PastVerb): Cue => ({
  kind: 'modal',
  ...{ at, from: at, to: at + 1, verb },
  phrase: 'will',
  polarity: denied ? '-' : '+',
  modal: null,
  hedged: false,
})

const factsIn = (sentence: Sentence): ReportedFact[] => {
  const { page, reading, index, verbs, dates, publishedOn } = sentence
  const tags = speechTags(page, reading)
  const carried = page.carried.get(index) ?? null
  let before: Told | null = null
  const spans = new Set<string>()
  return verbs.flatMap((verb, v) => {
    const cue = cueOf(verb)
    const clause = clauseAt(reading.tokens, reading.asides, verb.at)
    const quoted = quotationAt(page.quotations, reading.tokens[verb.at]?.start ?? 0) !== null
    const claim: Claim = { reading, cue, clause, chain: chainOf(reading, clause), quoted, tags, carried }
    if (noFact({ claim, verb })) return []
    const told = placeOf(claim, verb, { dates, publishedOn, next: verbs[v + 1] ?? null, before })
    const fact = told && factOf(sentence, claim, verb, told)
    if (told) before = told
    // A clause and the one that it hangs on may take the same words: they are told once.
    if (!fact || spans.has(`${fact.start}-${fact.end}`)) return []
    spans.add(`${fact.start}-${fact.end}`)
    return [fact]
  })
}

/** Undated facts are listed only where they name somebody or something: the rest is narrative. */
const factOf = (
  { page, reading, publishedOn }: Sentence,
  claim: Claim,
  verb: PastVerb,
  told: Told,
): ReportedFact | null => {
  const { from, to, date } = told
  const start = reading.tokens[from]?.start ?? reading.start
  const end = reading.tokens[to - 1]?.end ?? reading.end
  const voice = voiceOf(page, claim)
  const entities = entitiesIn(page, reading, told)
  const { occurred, reason } = occurrenceOf(reading, claim.clause, verb)
  if (date === null && told.told === null && !isWorthListing(claim, verb, entities)) return null
  const standing = standingOf(page, claim, { from, to }, sentenceBefore(page.readings, reading), voice.claimant)
  return {
    quote: page.text.slice(start, end),
    start,
    end,
    title: titleOf(page, reading, told, standing.claim),
    occurred,
    earliest: date?.earliest ?? null,
    latest: date?.latest ?? told.told?.latest ?? publishedOn,
    dateSource: date === null ? 'undated' : date.stated ? 'stated' : 'rule',
    dateWords: date === null ? '' : page.text.slice(reading.start + date.from, reading.start + date.to),
    entities,
    verb: reading.tokens[verb.verb]?.lemma ?? '',
    attribution: voice.attribution,
    directness: voice.directness,
    claimant: voice.claimant,
    reasons: [
      ...(reason ? [reason] : []),
      ...(date === null
        ? [
            told.told
              ? 'no words of time: bounded by when it was told'
              : 'no words of time: bounded by publication alone',
          ]
        : []),
      ...(standing.context === null ? [] : ['leans on the sentence before']),
    ],
  }
}

/** An undated perfect or past of a main or reported clause with a name in it; no figure, no background ("had fallen"). */
const isWorthListing = ({ clause, chain }: Claim, { tense }: PastVerb, entities: readonly string[]): boolean =>
  entities.length > 0 &&
  tense !== 'figure' &&
  (tense !== 'before' || chain.length > 0) &&
  (clause.kind === 'main' || clause.kind === 'complement')
