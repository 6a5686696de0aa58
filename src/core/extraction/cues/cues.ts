import type { Token } from '../sentences/token.ts'
import { attitudeCues, attitudeStarts, frameCues, frameStarts } from './attitude-cues.ts'
import { canCues, canStarts } from './can-cues.ts'
import type { Cue, Reading } from './cue.ts'
import { asDenied } from './denied.ts'
import { endIdiomCues, endIdiomStarts } from './end-idioms.ts'
import { estimateCues, estimateStarts, secondNumberCues, secondNumberStarts } from './estimate-cues.ts'
import { evidenceCues, evidenceStarts } from './evidence-cues.ts'
import { cleftCues, expectationCues, expectationStarts, figureCues, figureStarts } from './expectation-cues.ts'
import { figureViewCues, figureViewStarts } from './figure-views.ts'
import { changeStarts, forecastChangeCues } from './forecast-changes.ts'
import { foreseenCues, foreseenStarts } from './foreseen-cues.ts'
import { goingCues, goingStarts } from './going-cues.ts'
import { idiomCues, idiomStarts } from './idiom-cues.ts'
import { imperativeCues, imperativeStarts } from './imperative-cues.ts'
import { invertedCues, invertedStarts } from './inverted-cues.ts'
import { lyingCues, lyingStarts } from './lying-ahead-cues.ts'
import { modalCues, modalStarts } from './modal-cues.ts'
import { necessityCues, necessityStarts } from './necessity-cues.ts'
import { chanceCues, levelCues, levelStarts } from './noun-cues.ts'
import { oddsCues, oddsStarts } from './odds-cues.ts'
import { moveStarts, oddsMoveCues } from './odds-moves.ts'
import { opinionCues, opinionStarts, seenCues, seenStarts } from './opinion-cues.ts'
import { headCues, headStarts, outcomeCues, outcomeStarts } from './outcome-cues.ts'
import { outlookCues, outlookStarts } from './outlook-cues.ts'
import { portentCues, portentStarts } from './portent-cues.ts'
import { distanceCues, distanceStarts, predicateCues, predicateStarts } from './predicate-cues.ts'
import { presentCues } from './present-cues.ts'
import { prospectCues, prospectStarts } from './prospect-cues.ts'
import { regardedCues, regardedStarts } from './regarded-cues.ts'
import { moodNounStarts, sharedMoodCues } from './shared-moods.ts'
import { signCues, signStarts } from './sign-cues.ts'
import { stakeCues, stakeStarts } from './staked-openers.ts'
import { verblessCues } from './verbless-cues.ts'
import { verblessLists } from './verbless-lists.ts'
import { viewCues, viewStarts } from './view-cues.ts'
import { viewNounCues, viewNounStarts } from './view-noun-cues.ts'
import { wagerCues, wagerStarts } from './wager-cues.ts'

/**
 * What finds cues in a sentence that has one of some words (or lemmas), or in any when `starts` is null. `at`: the tokens
 * with these words.
 */
type Finder = {
  starts: Iterable<string> | null
  find: (reading: Reading, at: readonly number[], before?: Reading) => Cue[]
}

/** Looks at each token that has one of these words. */
const each = (starts: Iterable<string>, find: (reading: Reading, i: number, token: Token) => Cue[]): Finder => ({
  starts,
  find: (reading, at) => {
    const cues: Cue[] = []
    for (const i of at) cues.push(...find(reading, i, reading.tokens[i] as Token))
    return cues
  },
})
/** Looks at a sentence as a whole. */
const whole = (starts: Iterable<string> | null, find: (reading: Reading, before?: Reading) => Cue[]): Finder => ({
  starts,
  find: (reading, _, before) => find(reading, before),
})

/** Finds views by words that do not tell whether they are denied. */
const denying = ({ starts, find }: Finder): Finder => ({
  starts,
  find: (reading, at, before) => find(reading, at, before).map((cue) => asDenied(reading, cue)),
})

/** Every kind of place that may foretell: modals, predicates, nouns of likelihood, frames, attitudes. */
const finders: readonly Finder[] = [
  whole(null, (reading, before) => verblessCues(reading, before?.words.at(-1) === '?')),
  whole(null, verblessLists),
  each(modalStarts, modalCues),
  each(predicateStarts, predicateCues),
  each(distanceStarts, distanceCues),
  each(estimateStarts(), estimateCues),
  each(secondNumberStarts, secondNumberCues),
  whole(null, chanceCues),
  each(levelStarts, levelCues),
  whole(outcomeStarts, outcomeCues),
  each(headStarts, headCues),
  each(frameStarts, frameCues),
  denying(each(attitudeStarts, attitudeCues)),
  denying(each(expectationStarts(), expectationCues)),
  whole(figureStarts, figureCues),
  each(['what'], cleftCues),
  each(prospectStarts(), prospectCues),
  denying(each(opinionStarts, opinionCues)),
  whole(moodNounStarts, sharedMoodCues),
  denying(each(regardedStarts, regardedCues)),
  denying(each(seenStarts, seenCues)),
  denying(each(figureViewStarts, figureViewCues)),
  whole(necessityStarts, necessityCues),
  whole(moveStarts, oddsMoveCues),
  whole(stakeStarts, stakeCues),
  whole(invertedStarts, invertedCues),
  each(oddsStarts, oddsCues),
  each(outlookStarts, outlookCues),
  denying(each(evidenceStarts, evidenceCues)),
  denying(each(viewStarts, viewCues)),
  whole(signStarts, signCues),
  denying(each(lyingStarts, lyingCues)),
  denying(each(portentStarts, portentCues)),
  denying(whole(viewNounStarts, viewNounCues)),
  denying(whole(canStarts, canCues)),
  whole(endIdiomStarts, endIdiomCues),
  denying(each(foreseenStarts, foreseenCues)),
  each(changeStarts, forecastChangeCues),
  each(idiomStarts, idiomCues),
  each(wagerStarts, wagerCues),
  each(imperativeStarts, imperativeCues),
  each(goingStarts, goingCues),
  whole(null, presentCues),
]

/** Word → the numbers of the finders that it may start: most sentences concern few of them. */
const findersOf: ReadonlyMap<string, readonly number[]> = (() => {
  const numbers = new Map<string, number[]>()
  finders.forEach(({ starts }, f) => {
    for (const word of new Set(starts)) numbers.set(word, [...(numbers.get(word) ?? []), f])
  })
  return numbers
})()

/** The cues of a sentence, finder by finder. `before`: the sentence before it. */
export const cuesOf = (reading: Reading, before?: Reading): Cue[] => {
  const places = placesOf(reading.tokens)
  const cues: Cue[] = []
  finders.forEach(({ find, starts }, f) => {
    const at = places[f] ?? (starts === null ? nowhere : null)
    if (at) cues.push(...find(reading, at, before))
  })
  return cues
}
const nowhere: readonly number[] = []

/** For each finder the tokens with its words. */
const placesOf = (tokens: readonly Token[]): readonly (readonly number[] | undefined)[] => {
  const places: number[][] = new Array(finders.length)
  const note = (word: string, i: number): void => {
    for (const f of findersOf.get(word) ?? nowhere) {
      const known = places[f]
      if (!known) places[f] = [i]
      else if (known.at(-1) !== i) known.push(i)
    }
  }
  tokens.forEach(({ word, lemma }, i) => {
    note(word, i)
    if (lemma !== word) note(lemma, i)
  })
  return places
}
