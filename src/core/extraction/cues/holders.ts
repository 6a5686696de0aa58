import { hasTense } from '../clauses/clause-openings.ts'
import { wordSet } from '../sentences/words.ts'
import type { Reading } from './cue.ts'
import { groupStart, isSomebody, isViewer, subjectTokens } from './viewers.ts'

/** Things through which a view is held: what forecasters publish, and what they calculate with. */
const sources =
  wordSet(`model models estimate estimates forecast forecasts projection projections outlook outlooks chart charts survey
  surveys poll polls simulation simulations consensus bulletin report minutes dots curve pricing guidance baseline case
  arithmetic tracker index staff trend trends ball tea-leaves`)
const markets =
  wordSet(`market markets futures swaps options bonds curve spreads yields traders investors money prices pricing contracts
  gilts bunds treasuries derivatives forwards bookmakers indicator indicators gauge gauges barometer index surveys survey
  intentions orders books leads soundings omens auguries polls polling outlook outlooks forecast
  forecasts projections model models arithmetic`)
const weathermen =
  wordSet(`hurricane weather meteorological met seasonal noaa climate outlook forecast forecasts forecaster
  forecasters meteorologist meteorologists`)
const followers = wordSet('who that which')

/** The words of the subject of the verb at `verb`; before ", that old hand," and "that owns the club" too. */
const subjectOf = (reading: Reading, verb: number): readonly string[] => {
  const start = groupStart(reading, verb)
  const near = subjectTokens(reading, start).map(({ word }) => word)
  if (near.length > 0 && !followers.has(near[0] ?? '') && reading.words[start - 1] !== ',') return near
  return reading.words.slice(Math.max(0, start - 12), start)
}

/** Something through which a view is held: a model, an outlook, the dots. */
export const isSource = (reading: Reading, verb: number): boolean =>
  subjectOf(reading, verb).some((word) => sources.has(word))

/** Somebody who can hold a view, or something through which one is held. */
export const isHolder = (reading: Reading, verb: number): boolean =>
  isViewer(reading, verb) || isSource(reading, verb) || isFollowed(reading, verb) || isSetApart(reading, verb)

/** "The bank that owns half the club assumes": a holder whom a relative clause describes. */
const isFollowed = ({ tokens, words }: Reading, verb: number): boolean => {
  const who = words.findLastIndex((word, k) => k < verb && verb - k < 12 && followers.has(word))
  const noun = tokens[who - 1]
  return noun !== undefined && ['NOUN', 'PROPN'].includes(noun.tag) && isSomebody(noun, true)
}

/** "Our economists have pushed it out and now see": the holder of the verb before. */
export const isShared = (reading: Reading, verb: number): boolean => {
  const { tokens } = reading
  const joint = groupStart(reading, verb) - 1
  if (tokens[joint]?.tag !== 'CCONJ') return false
  const before = tokens.findLastIndex((_, k) => k < joint && joint - k < 16 && hasTense(tokens, k))
  return before > 0 && isViewer(reading, before)
}

/** "Ms Roe, who called the last two, has": a holder before what the commas set apart. */
const isSetApart = (reading: Reading, verb: number): boolean => {
  const { tokens, words } = reading
  const close = groupStart(reading, verb) - 1
  const open = words.lastIndexOf(',', close - 1)
  const noun = tokens[open - 1]
  return words[close] === ',' && noun !== undefined && close - open < 16 && isSomebody(noun, true)
}

const forecasts =
  wordSet(`forecast forecasts projection projections model models outlook outlooks simulation simulations
  guidance dots baseline scenario scenarios timetable`)
/** What speaks of nothing but the future; a survey also tells what has been. */
export const isForecast = (reading: Reading, verb: number): boolean =>
  subjectOf(reading, verb).some((word) => forecasts.has(word))

const askers = wordSet('i we')
/** A forecaster by trade, or the author: who is for an event expects it. */
export const isForecaster = (reading: Reading, verb: number): boolean =>
  subjectOf(reading, verb).some((word) => tradesmen.has(word) || askers.has(word))
const tradesmen = wordSet(`analyst analysts strategist strategists forecaster forecasters economist economists bookmaker
  bookmakers bookies tipster tipsters pundit pundits handicapper handicappers model models desk betting money odds`)

export const isMarket = (reading: Reading, verb: number): boolean =>
  subjectOf(reading, verb).some((word) => markets.has(word))

export const isWeatherman = (reading: Reading, verb: number): boolean =>
  subjectOf(reading, verb).some((word) => weathermen.has(word))
