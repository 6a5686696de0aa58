import { parse } from 'csv-parse/sync'
import { lastOf, laterSpan, yearOf } from '../src/core/extraction/time/calendar.ts'
import { type Day, plusDays } from '../src/core/time.ts'

/** One expression of a corpus, the day it is said on, and the last day of what it means. `holiday`: its name, if it is one. */
export type DateItem = { text: string; today: Day; end: Day; holiday: string | null }
export type Corpus = { name: string; rows: number; items: DateItem[]; dropped: Record<string, number> }
type Reading = { end: Day; clock: boolean; holiday: string | null } | string

const rowsOf = (csv: string): Record<string, string>[] =>
  parse(csv, { columns: true, skip_empty_lines: true, relax_quotes: true, relax_column_count: true })

/** Words that tell a day; without one an expression is a time of day, or hours. */
const dayWords =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|day|week|fortnight|month|quarter|qtr|year|yr|decade|centur|tomorrow|tonight|season|summer|winter|spring|autumn|eo[my]|\d+[/.-]\d|\d(?:st|nd|rd|th)\b|\b\d{4}\b/i

/** Items whose last day lies after the day they are said on, each once; the rest is counted by why it was dropped. */
const collect = (
  name: string,
  rows: Record<string, string>[],
  read: (row: Record<string, string>) => { text: string; today: Day; reading: Reading },
): Corpus => {
  const dropped: Record<string, number> = {}
  const items = new Map<string, DateItem>()
  for (const row of rows) {
    const { text, today, reading } = read(row)
    const why =
      typeof reading === 'string'
        ? reading
        : reading.end <= today
          ? 'ends on the reference day or before'
          : reading.clock && !dayWords.test(text)
            ? 'a time of day or hours, no day'
            : items.has(`${today} ${text.toLowerCase()} ${reading.end}`)
              ? 'the same again'
              : null
    if (why !== null) dropped[why] = (dropped[why] ?? 0) + 1
    else if (typeof reading !== 'string')
      items.set(`${today} ${text.toLowerCase()} ${reading.end}`, { text, today, ...reading })
  }
  return { name, rows: rows.length, items: [...items.values()], dropped }
}

type Moment = { day: Day; midnight: boolean }
const duckMoment = /\((\d{4}), *(\d{1,2}), *(\d{1,2}), *(\d{1,2}), *(\d{1,2}), *(\d{1,2})\)/g
const duckGrains = ['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Quarter', 'Year'] as const

/** The last day of a stretch that starts on a day. */
const grainEnd = (start: Day, grain: string): Day => {
  if (grain === 'Year') return `${start.slice(0, 4)}-12-31` as Day
  if (grain === 'Month') return lastOf(yearOf(start), Number(start.slice(5, 7)))
  if (grain === 'Week') return plusDays(start, 6)
  return grain === 'Quarter' ? laterSpan('quarter', start, 0).end : start
}
/** An exclusive end at midnight is the day before. */
const inclusive = ({ day, midnight }: Moment): Day => (midnight ? plusDays(day, -1) : day)

const readDuckling = (value: string): Reading => {
  const moments: Moment[] = [...value.matchAll(duckMoment)].map(([, y, m, d, hour, minute, second]) => ({
    day: `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as Day,
    midnight: Number(hour) + Number(minute) + Number(second) === 0,
  }))
  const grain = duckGrains.find((name) => new RegExp(`\\) ${name}\\b`).test(value)) ?? 'Day'
  const holiday = /"([^"]+)"/.exec(value)?.[1] ?? null
  const last = moments.at(-1)
  if (!last) return 'no readable value'
  if (value.startsWith('After')) return 'no end'
  const clock = duckGrains.indexOf(grain) < 3
  const exclusive = moments.length > 1 || value.startsWith('Before')
  return { end: exclusive ? inclusive(last) : grainEnd(last.day, grain), clock, holiday }
}

export const ducklingCorpus = (csv: string): Corpus =>
  collect('Duckling', rowsOf(csv), ({ text = '', ref = '', value = '' }) => ({
    text,
    today: ref.slice(0, 10) as Day,
    reading: readDuckling(value),
  }))

/** Whether an end is named itself ("from Monday to Friday", "the rest of the week") or counted from now ("within 5 days"). */
const namesItsEnd = (text: string): boolean =>
  /\b(?:to|until|till|rest of|within)\b|\d ?- ?\d|\bbetween .* and (?!.*\b(?:am|pm)\b)/i.test(text) &&
  !/\bthe (?:end|middle) of\b/.test(text)

type Resolved = Record<string, string> & { Mod?: string }
const readRecognizers = (type: string, resolution: string, text: string): Reading => {
  const parsed = JSON.parse(resolution || '{}') as { FutureResolution?: Resolved; values?: Resolved[]; Mod?: string }
  const value: Resolved = parsed.FutureResolution ?? parsed.values?.at(-1) ?? {}
  const written =
    value['endDateTime'] ?? value['endDate'] ?? value['end'] ?? value['dateTime'] ?? value['date'] ?? value['value']
  if (!written || !/^\d{4}-\d\d-\d\d/.test(written))
    return Object.keys(value).length > 0 ? 'no end, or no day' : 'no readable value'
  const moment = { day: written.slice(0, 10) as Day, midnight: !/ (?!00:00:00)/.test(written) }
  const clock = type.includes('time') && type !== 'datetimeV2.date' && type !== 'datetimeV2.daterange'
  const ends = value['endDate'] ?? value['end'] ?? value['endDateTime']
  const until = (value.Mod ?? parsed.Mod) === 'until' && /^\d{4}-\d\d-\d\d$/.test(value['timex'] ?? '')
  const exclusive = ends !== undefined && !until && !(type.endsWith('daterange') && namesItsEnd(text))
  return { end: exclusive ? inclusive(moment) : moment.day, clock, holiday: null }
}

export const recognizersCorpus = (csv: string): Corpus =>
  collect('Recognizers-Text', rowsOf(csv), ({ text = '', ref = '', type = '', resolution = '' }) => ({
    text,
    today: ref.slice(0, 10) as Day,
    reading: readRecognizers(type.replace('datetimeV2.', '').replace(/^/, 'datetimeV2.'), resolution, text),
  }))
