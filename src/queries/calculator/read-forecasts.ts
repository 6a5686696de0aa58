import { isWeak, oriented, phraseRange } from '../../core/lexicon/range.ts'
import type { Forecast } from '../../core/scoring/report/forecast-entrant.ts'
import { outcomeOf, questionOf } from './forecast-names.ts'
import { type ForecastInput, phraseIdOf } from './score-input.ts'

/** Where a forecast without an author stands. */
export const UNNAMED = 'unnamed'

/** A forecast in numbers, with the words that it was said in. */
export type ReadForecast = Forecast

// Twelve digits, so that the noise of a spreadsheet (0.30000000000000004) does not split a tie.
const withoutNoise = (p: number): number => {
  const rounded = Number(p.toPrecision(12))
  return rounded === 1 ? p : rounded
}

/** Words take the mean of their phrase, of the positive event. */
const probabilityOf = ({ probability, phrase, polarity = '+' }: ForecastInput): number =>
  probability !== undefined || phrase === undefined
    ? withoutNoise(probability ?? Number.NaN)
    : oriented(phraseRange(phraseIdOf(phrase)), polarity).mid

const wordsOf = ({ phrase, polarity = '+' }: ForecastInput): Pick<Forecast, 'words'> =>
  phrase === undefined ? {} : { words: { phrase: phraseIdOf(phrase), polarity } }

/** The family that the items of each question name, where any does. */
const familiesOf = (items: readonly ForecastInput[]): Map<string, string> =>
  new Map(items.flatMap(({ family, ...item }, at) => (family === undefined ? [] : [[questionOf(item, at), family]])))

/** Forecasts as the calculator takes them: words read by the lexicon, names filled in. In the order given. */
export const readForecasts = (items: readonly ForecastInput[]): ReadForecast[] => {
  const families = familiesOf(items)
  return items.map((item, at) => {
    const question = questionOf(item, at)
    return {
      author: item.author ?? UNNAMED,
      question,
      family: families.get(question) ?? question,
      p: probabilityOf(item),
      outcome: outcomeOf(item),
      saidOn: item.said_on ?? null,
      references: item.references ?? {},
      settledOn: item.settled_on ?? null,
      ...wordsOf(item),
      weakHedge: item.phrase !== undefined && isWeak(phraseIdOf(item.phrase)),
    }
  })
}
