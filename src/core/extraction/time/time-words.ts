import { cardinals } from '../../lexicon/numbers.ts'
import { wordTable } from '../../lexicon/word-table.ts'
import { calendarNames, wordSet } from '../sentences/words.ts'

/** Closed lists of the words that name days and stretches of time, in lower case. */

const numbered = (words: string, first = 1): Readonly<Record<string, number>> =>
  wordTable(
    Object.fromEntries(words.split(/\s+/).flatMap((group, i) => group.split('/').map((word) => [word, i + first]))),
  )

/** Months by name and by short form, 1 to 12. */
export const months = numbered(
  'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
)
/** Names that are also verbs; short forms that are also words. */
export const ambiguousMonths: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'jan', 'dec', 'sep', 'jun'])

/** Days of the week, Monday 1 to Sunday 7. */
export const weekdays = numbered(
  'monday/mon/mondays tuesday/tue/tues/tuesdays wednesday/wed/wednesdays thursday/thu/thur/thurs/thursdays friday/fri/fridays saturday/sat/saturdays sunday/sun/sundays',
)
/** Short forms that are also words: "sat", "sun", "wed". */
export const ambiguousWeekdays: ReadonlySet<string> = new Set(['sat', 'sun', 'wed', 'mon', 'fri', 'tue', 'thu'])

/** First month of each season, northern half of the earth. */
export const seasons = wordTable<number>({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 })

/** Stretches of the calendar that "this", "next" and "the end of" go with. */
export const units = [
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
] as const
export type Unit = (typeof units)[number]

/** A unit by its written forms, singular and plural. */
export const unitForms = wordTable<Unit>({
  day: 'day',
  days: 'day',
  weekend: 'weekend',
  weekends: 'weekend',
  week: 'week',
  weeks: 'week',
  wk: 'week',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  qtr: 'quarter',
  season: 'season',
  half: 'half',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  decade: 'decade',
  decades: 'decade',
  century: 'century',
  centuries: 'century',
})

/** The length of a unit that durations count in: calendar months, or days. */
export const lengths = wordTable<{ months?: number; days?: number; hours?: number }>({
  second: { hours: 1 / 3600 },
  minute: { hours: 1 / 60 },
  hour: { hours: 1 },
  day: { days: 1 },
  week: { days: 7 },
  fortnight: { days: 14 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
  decade: { months: 120 },
  century: { months: 1200 },
})
const shortLengths = wordTable<string>({
  min: 'minute',
  mins: 'minute',
  sec: 'second',
  secs: 'second',
  hr: 'hour',
  hrs: 'hour',
  yr: 'year',
  yrs: 'year',
  centuries: 'century',
})
const lengthNames: ReadonlyMap<string, string> = new Map([
  ...Object.keys(lengths).flatMap((name): [string, string][] => [
    [name, name],
    [`${name}s`, name],
  ]),
  ...Object.entries(shortLengths),
])
/** The singular of a unit of length as written: `lengthName('weeks') === 'week'`; null for another word. */
export const lengthName = (word: string): string | null => lengthNames.get(word) ?? null

export const numberWords = wordTable<number>({
  ...cardinals,
  zero: 0,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  nineteen: 19,
  a: 1,
  an: 1,
})

/** "first" to "thirty-first"; the tens join with a unit. */
export const ordinalWords = wordTable<number>({
  ...numbered(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ),
  thirtieth: 30,
})

const pointers =
  'today tonight tomorrow tomorrows tmrw overmorrow season workweek midyear midweek midmonth midcentury midseason eoy eom eow eod morning afternoon evening time then'
/** Whether a word can be the heart of words of time: a name, a unit, a figure. Without one nearby nothing names a day. */
export const isTimeWord = (word: string): boolean => timeWords.has(word) || startsWithFigure(word)
export const startsWithFigure = (word: string): boolean => word >= '0' && word < ':'
/** The words of time but for figures. */
export const timeWords: ReadonlySet<string> = new Set([
  ...[months, weekdays, seasons, unitForms, ordinalWords].flatMap((table) => Object.keys(table)),
  ...lengthNames.keys(),
  ...pointers.split(' '),
])

/** Prepositions and modifiers that a word of time follows: what stands behind them is no verb. */
export const timePrepositions: ReadonlySet<string> = new Set(
  'in on by at until till before after from since of this next coming late early mid through thru during to and or between around about last end for over into throughout past every each'.split(
    ' ',
  ),
)

/** Words that name a time: after "until", "when" or "by" they tell when, not on what condition. */
export const timeNames: ReadonlySet<string> = new Set([
  ...calendarNames,
  ...wordSet(`end spring summer autumn fall winter season year years month months week weeks day days night nights hour
    hours morning evening noon midnight nightfall dawn dusk decade decades century quarter christmas easter midsummer
    midwinter then now today tomorrow tonight late early next last this weekend recently lately long age`),
])
