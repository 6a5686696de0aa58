import type { Day } from '../../time.ts'
import type { Span } from './calendar.ts'

/** How words of time are read backwards, with an example that a test holds to. `after`: the days of the fact told before. */
export type PastReading = {
  says: string
  source: 'stated' | 'rule'
  example: { words: string; after?: Span; earliest: Day | null; latest: Day }
}

/** A Wednesday. */
export const PAST_EXAMPLES_PUBLISHED = '2026-02-11' as Day

const reading = (
  says: string,
  source: PastReading['source'],
  words: string,
  earliest: string | null,
  latest: string,
  after?: [start: string, end: string],
): PastReading => ({
  says,
  source,
  example: {
    words,
    earliest: earliest as Day | null,
    latest: latest as Day,
    ...(after ? { after: { start: after[0] as Day, end: after[1] as Day } } : {}),
  },
})

export const pastReadings: readonly PastReading[] = [
  reading('a date without a year is the latest that has begun', 'stated', 'on 12 March', '2025-03-12', '2025-03-12'),
  reading('two dates of one month are a stretch', 'stated', 'on February 4 and 5', '2026-02-04', '2026-02-05'),
  reading('so are two months', 'stated', 'in May and June', '2025-05-01', '2025-06-30'),
  reading('a month without a year is the latest that has begun', 'stated', 'in October', '2025-10-01', '2025-10-31'),
  reading('what runs ends with the day of publication', 'stated', 'in February', '2026-02-01', '2026-02-11'),
  reading(
    '"last" in front of a month is the latest that is over',
    'stated',
    'last February',
    '2025-02-01',
    '2025-02-28',
  ),
  reading('a year of its own wins', 'stated', 'in March 2019', '2019-03-01', '2019-03-31'),
  reading(
    'a day of the week is the latest, publication included',
    'stated',
    'on Wednesday',
    '2026-02-11',
    '2026-02-11',
  ),
  reading(
    '"last Tuesday" is this week\'s to some, the week\'s before to others',
    'rule',
    'last Tuesday',
    '2026-02-03',
    '2026-02-10',
  ),
  reading('"last night" and "overnight" take two days', 'stated', 'overnight', '2026-02-10', '2026-02-11'),
  reading('"last week" is the calendar\'s; weeks end on Sunday', 'stated', 'last week', '2026-02-02', '2026-02-08'),
  reading(
    '"this week" and "earlier this month" end with publication',
    'stated',
    'earlier this month',
    '2026-02-01',
    '2026-02-11',
  ),
  reading('"at the weekend" is the latest that has begun', 'stated', 'at the weekend', '2026-02-07', '2026-02-08'),
  reading(
    'a season is the latest that has begun; with "last", that is over',
    'stated',
    'in the summer',
    '2025-06-01',
    '2025-08-31',
  ),
  reading(
    'a quarter without a year is the latest that is over',
    'stated',
    'in the third quarter',
    '2025-07-01',
    '2025-09-30',
  ),
  reading('"early", "mid" and "late" are thirds', 'stated', 'in late 2025', '2025-09-01', '2025-12-31'),
  reading(
    '"the end of the year" is the latest whose end has begun',
    'stated',
    'at the end of the year',
    '2025-09-01',
    '2025-12-31',
  ),
  reading('a feast is the latest', 'stated', 'on Christmas Eve', '2025-12-24', '2025-12-24'),
  reading('"since" runs up to publication', 'stated', 'since November', '2025-11-01', '2026-02-11'),
  reading('"after" a day runs up to publication', 'stated', 'after 12 January', '2026-01-12', '2026-02-11'),
  reading('"by", "until" and "before" give no first day', 'stated', 'by 2014', null, '2014-12-31'),
  reading('"before" ends the day before', 'stated', 'before Christmas', null, '2025-12-24'),
  reading('two ends are a stretch', 'stated', 'between 2010 and 2014', '2010-01-01', '2014-12-31'),
  reading('a stretch that ends with what is named', 'stated', 'in the year to June 2025', '2024-07-01', '2025-06-30'),
  reading(
    '"in the past" so long runs up to publication',
    'stated',
    'in the past two years',
    '2024-02-11',
    '2026-02-11',
  ),
  reading('"ago" is right to half its unit, days to the day', 'rule', 'three weeks ago', '2026-01-18', '2026-01-24'),
  reading(
    'a fiscal year is read as the calendar year it is named for',
    'rule',
    'in fiscal 2024',
    '2024-01-01',
    '2024-12-31',
  ),
  reading('a year such as 2024-25 runs from July to June', 'rule', 'in 2024-25', '2024-07-01', '2025-06-30'),
  reading('"later" is counted from the fact told before', 'rule', 'two days later', '2026-02-06', '2026-02-06', [
    '2026-02-04',
    '2026-02-04',
  ]),
  reading(
    'so are "the next day" and "the following month"',
    'rule',
    'the following month',
    '2025-11-01',
    '2025-11-30',
    ['2025-10-03', '2025-10-03'],
  ),
  reading('"that week" and "the same year" are those of that fact', 'rule', 'that week', '2026-02-02', '2026-02-08', [
    '2026-02-04',
    '2026-02-04',
  ]),
]
