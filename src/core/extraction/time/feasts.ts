import { type Day, plusDays } from '../../time.ts'
import { day, easterOf, monthSpan, nthWeekday, orthodoxEasterOf, weekdayFrom, weekdayOf } from './calendar.ts'

/** Feasts and days of note whose date the calendar alone gives. Those that need the moon sighted or a law are left out. */

type DayIn = (year: number) => Day
const fixed =
  (month: number, date: number): DayIn =>
  (year) =>
    day(year, month, date)
const fromEaster =
  (days: number): DayIn =>
  (year) =>
    plusDays(easterOf(year), days)
/** The n-th such weekday of a month, from its end for a negative n. */
const nth =
  (n: number, weekday: number, month: number): DayIn =>
  (year) =>
    nthWeekday(monthSpan(year, month), weekday, n) ?? day(year, month, 1)
const thanksgiving = nth(4, 4, 11)
const fromOrthodoxEaster =
  (days: number): DayIn =>
  (year) =>
    plusDays(orthodoxEasterOf(year), days)
/** The Tuesday after the first Monday of November, in the years between two elections of a president: 2026, 2030. */
const midterms: DayIn = (year) => {
  const first = nth(1, 1, 11)(year + ((6 - (year % 4)) % 4))
  return plusDays(first, 1)
}

/** By name, without the s of a possessive; "day" may follow each. */
const feasts: Readonly<Record<string, DayIn>> = {
  'new year eve': fixed(12, 31),
  'new year day': fixed(1, 1),
  epiphany: fixed(1, 6),
  'martin luther king': nth(3, 1, 1),
  'mlk day': nth(3, 1, 1),
  'burn night': fixed(1, 25),
  'australia day': fixed(1, 26),
  'groundhog day': fixed(2, 2),
  candlemas: fixed(2, 2),
  'super bowl': nth(2, 7, 2),
  'valentine day': fixed(2, 14),
  'president day': nth(3, 1, 2),
  'shrove tuesday': fromEaster(-47),
  'mardi gras': fromEaster(-47),
  'ash wednesday': fromEaster(-46),
  lent: fromEaster(-1),
  'mothering sunday': fromEaster(-21),
  'women day': fixed(3, 8),
  'clock go forward': nth(-1, 7, 3),
  'patrick day': fixed(3, 17),
  'paddy day': fixed(3, 17),
  'palm sunday': fromEaster(-7),
  'maundy thursday': fromEaster(-3),
  'holy thursday': fromEaster(-3),
  'holy saturday': fromEaster(-1),
  'good friday': fromEaster(-2),
  'easter sunday': easterOf,
  'easter monday': fromEaster(1),
  easter: easterOf,
  'april fool day': fixed(4, 1),
  'earth day': fixed(4, 22),
  'george day': fixed(4, 23),
  'king day': (year) => (weekdayOf(day(year, 4, 27)) === 7 ? day(year, 4, 26) : day(year, 4, 27)),
  'anzac day': fixed(4, 25),
  'may day': fixed(5, 1),
  'cinco de mayo': fixed(5, 5),
  'mother day': nth(2, 7, 5),
  'victoria day': (year) => plusDays(weekdayFrom(day(year, 5, 25), 1), -7),
  'memorial day': nth(-1, 1, 5),
  'ascension day': fromEaster(39),
  'whit sunday': fromEaster(49),
  'whit monday': fromEaster(50),
  pentecost: fromEaster(49),
  whitsun: fromEaster(49),
  'trinity sunday': fromEaster(56),
  'corpus christi': fromEaster(60),
  'flag day': fixed(6, 14),
  'father day': nth(3, 7, 6),
  juneteenth: fixed(6, 19),
  'midsummer day': fixed(6, 24),
  midsummer: fixed(6, 24),
  'orthodox christmas': fixed(1, 7),
  'clean monday': fromOrthodoxEaster(-48),
  'lazarus saturday': fromOrthodoxEaster(-8),
  'orthodox great friday': fromOrthodoxEaster(-2),
  'orthodox good friday': fromOrthodoxEaster(-2),
  'orthodox easter': orthodoxEasterOf,
  'independence day': fixed(7, 4),
  'canada day': fixed(7, 1),
  'fourth of july': fixed(7, 4),
  'assumption day': fixed(8, 15),
  'bastille day': fixed(7, 14),
  'labor day': nth(1, 1, 9),
  'labour day': nth(1, 1, 9),
  michaelmas: fixed(9, 29),
  'columbus day': nth(2, 1, 10),
  halloween: fixed(10, 31),
  'clock go back': nth(-1, 7, 10),
  midterm: midterms,
  'midterm election': midterms,
  'all saint day': fixed(11, 1),
  'all soul day': fixed(11, 2),
  'bonfire night': fixed(11, 5),
  'fawkes night': fixed(11, 5),
  'armistice day': fixed(11, 11),
  'remembrance day': fixed(11, 11),
  'remembrance sunday': nth(2, 7, 11),
  'andrew day': fixed(11, 30),
  'veteran day': fixed(11, 11),
  thanksgiving: thanksgiving,
  'black friday': (year) => plusDays(thanksgiving(year), 1),
  'cyber monday': (year) => plusDays(thanksgiving(year), 4),
  'giving tuesday': (year) => plusDays(thanksgiving(year), 5),
  advent: (year) => weekdayFrom(day(year, 11, 27), 7),
  'christmas eve': fixed(12, 24),
  christmas: fixed(12, 25),
  xmas: fixed(12, 25),
  yuletide: fixed(12, 25),
  'boxing day': fixed(12, 26),
  hogmanay: fixed(12, 31),
}

/** A word of such a name without its possessive: "presidents" is "president", "Christmas" stays. */
const bare = (word: string): string => (/^[a-z]{4,20}s$/.test(word) && !word.endsWith('mas') ? word.slice(0, -1) : word)

/** "Chinese New Year" is not the first of January. */
export const otherCalendars: ReadonlySet<string> = new Set(
  'chinese lunar islamic muslim jewish orthodox coptic persian parsi tibetan vietnamese korean hindu hijri'.split(' '),
)

/** The longest name of a feast that these words begin with, in lower case. `feastAt(['boxing', 'day'], 'on')?.words === 2`. Not those of another calendar, which
 * the word `before` names. */
export const feastAt = (words: readonly string[], before: string): { dayIn: DayIn; words: number } | null => {
  if (otherCalendars.has(before)) return null
  for (const count of [3, 2, 1]) {
    const name = words.slice(0, count).map(bare).join(' ')
    const dayIn = words.length >= count && Object.hasOwn(feasts, name) ? feasts[name] : undefined
    if (dayIn) return { dayIn, words: count }
  }
  return null
}

const firstWords = new Set(['new', ...Object.keys(feasts).map((name) => name.split(' ')[0] ?? '')])
/** How the names of feasts begin, with and without the s of a possessive. */
export const feastWords: ReadonlySet<string> = new Set(
  [...firstWords].flatMap((word) => [word, `${word}s`].filter((form) => firstWords.has(bare(form)))),
)
