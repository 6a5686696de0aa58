import type { Day } from '../../time.ts'
import type { WindowReading } from './window-rules.ts'

/** The examples are all written on Tuesday, 10 February 2026. */
const publishedOn = '2026-02-10' as Day
const reading = (
  says: string,
  words: string,
  start: string | null,
  end: string | null,
  source: 'stated' | 'rule' = 'stated',
): WindowReading => ({
  says,
  source,
  example: { words, publishedOn, start: (start ?? publishedOn) as Day, end: end as Day | null },
})

/** How words that name days are read, each with an example. A start that is not named is the day of publication. */
export const windowReadings: readonly WindowReading[] = [
  reading('a named period ends on its last day; without a year, the next that fits', 'by March', null, '2026-03-31'),
  reading('"in" and "during" set both ends', 'in the third quarter', '2026-07-01', '2026-09-30'),
  reading('"before" ends the day before what is named starts', 'before May', null, '2026-04-30'),
  reading('"before the end of", "before it is out" take the last day in', 'before the year is out', null, '2026-12-31'),
  reading('"until" ends with what is named', 'until 2030', null, '2030-12-31'),
  reading('"not until" ends the day before it starts', 'it will not fall until 2030', null, '2029-12-31'),
  reading('"into" and "well into" end with what is named', 'it lasts into 2027', null, '2027-12-31'),
  reading('"by the middle of" a month is its 15th, of a year 30 June', 'by the middle of August', null, '2026-08-15'),
  reading('"early", "mid" and "late" are thirds; of a month ten days', 'in late October', '2026-10-21', '2026-10-31'),
  reading(
    '"at the start of" a year is its January, of a month its first ten days',
    'at the start of next year',
    '2027-01-01',
    '2027-01-31',
  ),
  reading('"by the 2030s" is before they begin', 'by the 2030s', null, '2029-12-31'),
  reading(
    'seasons are those of the northern half of the earth, of whole months',
    'this summer',
    '2026-06-01',
    '2026-08-31',
  ),
  reading('"this year" and "this week" end with the calendar; weeks end on Sunday', 'this week', null, '2026-02-15'),
  reading('"next week" is the calendar\'s next, "the next week" seven days', 'over the next week', null, '2026-02-17'),
  reading('a length is counted from publication, the longer of two', 'within two to three years', null, '2029-02-10'),
  reading('"by this time next year" is the same day of it', 'by this time next year', null, '2027-02-10'),
  reading('a day of the week is the next after the day of publication', 'on Tuesday', '2026-02-17', '2026-02-17'),
  reading('"next Friday" is that of the next calendar week', 'next Friday', '2026-02-20', '2026-02-20'),
  reading('of two figures the first is the month, unless it cannot be', 'on 3/4/2027', '2027-03-04', '2027-03-04'),
  reading('feasts are days where the calendar tells them', 'by Easter', null, '2026-04-05'),
  reading(
    'so are the days on which clocks change, and the American midterms',
    'before the midterms',
    null,
    '2026-11-02',
  ),
  reading(
    '"at" or "over" a feast runs from two days before to the day after',
    'at Christmas',
    '2026-12-23',
    '2026-12-26',
  ),
  reading('a start without an end runs twelve months on', 'from April', '2026-04-01', '2027-04-01', 'rule'),
  reading('"in the new year" is January to March', 'in the new year', '2027-01-01', '2027-03-31', 'rule'),
  reading(
    'a season of sport, and a year such as 2026-27, runs from July to June',
    'next season',
    '2026-07-01',
    '2027-06-30',
    'rule',
  ),
  reading('a fiscal year is read as the calendar year it is named for', 'by fiscal 2027', null, '2027-12-31', 'rule'),
  reading('"or any other" takes the end away', 'not this year or any other', null, null, 'rule'),
]
