import { beliefVerbs, forecastVerbs, speechVerbs, wishVerbs, wordSet } from '../sentences/words.ts'

/** Classes of verbs (lemmas) by what a present tense of theirs may mean: a state, a change, an outcome, a staying as it is. */

/** What is so, is thought or is felt: their present tense speaks of now. */
export const stative =
  wordSet(`be know want need mean think believe have seem matter depend require look appear exist contain
  suggest show say tell argue owe deserve belong concern involve remain like love hate hope wish doubt suppose prefer feel
  understand include represent reflect explain make allow permit sit lean date stem`)

/** Saying, holding, wanting and watching: their present tense tells of somebody's mind, not of what comes. */
const mindful =
  wordSet(`see watch mention discuss cite quote offer give-notice protect aim plan hope forecast intend seek try mind
  await face deal`)
/** Whether the present tense of a verb may tell of something that comes about. */
export const isEventful = (lemma: string): boolean =>
  !stative.has(lemma) &&
  !mindful.has(lemma) &&
  ![beliefVerbs, forecastVerbs, speechVerbs, wishVerbs].some((verbs) => verbs.has(lemma))

/** Changes of state: with words of time ahead they foretell; meetings and dates of the calendar do not. */
export const happenings =
  wordSet(`fall rise grow peak weaken strengthen collapse win lose resign double triple quadruple halve shrink crash
  recover rebound slow stall drop climb break split default overtake survive fold crack vanish disappear sink soar plunge
  tumble ease cool dwindle dry stop halt fail falter wither die starve freeze drown bounce surge slump slide qualify
  crumble unravel decline decrease contract swell worsen deteriorate evaporate melt rot decay disintegrate implode erupt
  perish founder capsize fizzle relent capitulate surrender plateau stagnate relapse backfire prevail triumph rally`)

/** Ends of a contest or a course. */
export const finishes = wordSet('finish win lose end miss reach fall fail pass')

/** Deeds and turns that settle something, once: under a view of how things will go they foretell. */
export const outcomes = wordSet(`${[...happenings, ...finishes].join(' ')} hit exceed overshoot undershoot outlast beat
  defeat thrash topple unseat oust sack replace succeed retain regain concede quit reject approve ratify veto convict acquit
  jail appeal sue settle blame swallow merge scrap abandon resurface reappear emerge return rebuild bid walk slip swing
  vote hike cut raise lower widen narrow deepen cave yield retreat inherit repeat`)

/** Verbs of going on as before. */
export const lastingVerbs = wordSet('stay remain hold keep last persist endure stick linger')

/** Verbs of taking longer than meant: "the order slips into next year". */
export const draggingVerbs = wordSet('slip drag run stretch spill roll drift')

/** Particles that make a verb of motion or change an outcome: "limps through", "falls apart", "gets away". */
export const telicParticles = wordSet('through apart up down out under away over home back off short aside')

/** Verbs that such a particle, or a goal with a figure ("gets to $12,000"), makes an outcome. */
export const movingVerbs =
  wordSet(`go get come move slip limp scrape squeeze squeak sail romp storm fall pull blow break
  die peter tail run wear cave pay give back climb end wind finish pack shut close see pass hand take turn hold drop dip
  drift creep edge inch head race march power ease settle rise sink slide swing jump leap bounce push stay carry`)
