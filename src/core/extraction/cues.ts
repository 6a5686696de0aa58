import { attitudeCues, attitudeStarts, frameCues, frameStarts } from './attitude-cues.ts'
import { canCues, canStarts } from './can-cues.ts'
import type { Cue, Reading } from './cue.ts'
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

/** What finds cues, and the words (or lemmas) one of which a sentence has when it finds any; null = it must always look. */
export type Finder = { find: (reading: Reading, before?: Reading) => Cue[]; starts: Iterable<string> | null }

/** Every kind of place that may foretell: modals, predicates, nouns of likelihood, frames, attitudes. */
export const finders: readonly Finder[] = [
  { find: (reading, before) => verblessCues(reading, before?.words.at(-1) === '?'), starts: null },
  { find: verblessLists, starts: null },
  { find: modalCues, starts: modalStarts },
  { find: predicateCues, starts: predicateStarts },
  { find: distanceCues, starts: distanceStarts },
  { find: estimateCues, starts: estimateStarts() },
  { find: secondNumberCues, starts: secondNumberStarts() },
  { find: chanceCues, starts: null },
  { find: levelCues, starts: levelStarts },
  { find: outcomeCues, starts: outcomeStarts },
  { find: headCues, starts: headStarts },
  { find: frameCues, starts: frameStarts },
  { find: attitudeCues, starts: attitudeStarts },
  { find: expectationCues, starts: expectationStarts() },
  { find: figureCues, starts: figureStarts },
  { find: cleftCues, starts: ['what'] },
  { find: prospectCues, starts: prospectStarts() },
  { find: opinionCues, starts: opinionStarts },
  { find: sharedMoodCues, starts: moodNounStarts },
  { find: regardedCues, starts: regardedStarts },
  { find: seenCues, starts: seenStarts },
  { find: figureViewCues, starts: figureViewStarts },
  { find: necessityCues, starts: necessityStarts },
  { find: oddsMoveCues, starts: moveStarts },
  { find: stakeCues, starts: stakeStarts },
  { find: invertedCues, starts: invertedStarts },
  { find: oddsCues, starts: oddsStarts },
  { find: outlookCues, starts: outlookStarts },
  { find: evidenceCues, starts: evidenceStarts },
  { find: viewCues, starts: viewStarts },
  { find: signCues, starts: signStarts },
  { find: lyingCues, starts: lyingStarts },
  { find: portentCues, starts: portentStarts },
  { find: viewNounCues, starts: viewNounStarts },
  { find: canCues, starts: canStarts },
  { find: endIdiomCues, starts: endIdiomStarts },
  { find: foreseenCues, starts: foreseenStarts },
  { find: forecastChangeCues, starts: changeStarts },
  { find: idiomCues, starts: idiomStarts },
  { find: wagerCues, starts: wagerStarts },
  { find: imperativeCues, starts: imperativeStarts },
  { find: goingCues, starts: goingStarts },
  { find: presentCues, starts: null },
]

/** Word → the numbers of the finders that it may start: most sentences concern few of them, and each walks every word. */
const findersOf: ReadonlyMap<string, readonly number[]> = (() => {
  const numbers = new Map<string, number[]>()
  finders.forEach(({ starts }, i) => {
    for (const word of starts ?? []) numbers.set(word, [...(numbers.get(word) ?? []), i])
  })
  return numbers
})()
const always = Uint8Array.from(finders, ({ starts }) => (starts === null ? 1 : 0))

/** The cues of a sentence, finder by finder. `before`: the sentence before it. */
export const cuesOf = (reading: Reading, before?: Reading): Cue[] => {
  const wanted = always.slice()
  const want = (word: string): void => {
    for (const i of findersOf.get(word) ?? none) wanted[i] = 1
  }
  for (const { word, lemma } of reading.tokens) {
    want(word)
    if (lemma !== word) want(lemma)
  }
  return finders.flatMap(({ find }, i) => (wanted[i] === 1 ? find(reading, before) : []))
}
const none: readonly number[] = []
