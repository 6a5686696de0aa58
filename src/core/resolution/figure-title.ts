import { type Day, dayOf, type Moment, monthOf, plusDays } from '../time.ts'
import type { FeedReading } from './feed-document.ts'
import type { FeedRule, Selection } from './feed-rule.ts'

/** A name of a field as words: "policyRate" and "policy_rate" are "policy rate"; "CPI" stays. */
const inWords = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => (word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(' ')

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** What a rule reads, and where among others of its name: "policy rate (data 0)", "rate (country NL)". */
const subjectOf = (select: Selection): string => {
  if (select.format === 'csv') {
    const { row, value } = select
    return typeof row === 'string' ? inWords(value) : `${inWords(value)} (${inWords(row.column)} ${row.equals})`
  }
  const parts = select.value.split('/').slice(1).map(unescaped)
  const at = parts.findLastIndex((part) => !/^\d*$/.test(part))
  const beside = parts.filter((_, i) => i !== at).map(inWords)
  const name = inWords(parts[at] ?? 'value')
  return beside.length === 0 ? name : `${name} (${beside.join(' ')})`
}

const months = 'January February March April May June July August September October November December'.split(' ')

const monthName = (day: Day): string => `${months[Number(day.slice(5, 7)) - 1]}`
const whole = (day: Day): string => `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`

/** The days that a figure speaks for: "on 9 March 2026", "in March 2026", "in 2026", "from 2 March 2026 to 8 March 2026". */
const daysOf = ({ earliest, latest }: Moment): string => {
  const [first, last] = [dayOf(earliest), dayOf(latest)]
  if (first === last) return `on ${whole(first)}`
  const year = first.slice(0, 4)
  if (first === `${year}-01-01` && last === `${year}-12-31`) return `in ${year}`
  const isMonth = first.endsWith('-01') && plusDays(last, 1).endsWith('-01') && monthOf(first) === monthOf(last)
  return isMonth ? `in ${monthName(first)} ${year}` : `from ${whole(first)} to ${whole(last)}`
}

const MOST = 60
const shown = (value: FeedReading['value']): string => {
  if (typeof value !== 'string') return String(value)
  return /^[+-]?[\d.,]+ ?%?$/.test(value) ? value : `“${value.length > MOST ? `${value.slice(0, MOST - 1)}…` : value}”`
}

/**
 * A figure of a feed as an event, as a newsroom would put it: "Policy rate was 4.25 on 9 March 2026, bank.example reports".
 * Whoever records it tells apart those that read alike.
 */
export const figureTitle = (
  { url, select }: Pick<FeedRule, 'url' | 'select'>,
  { value, asOf }: FeedReading,
): string => {
  const subject = subjectOf(select).slice(0, 200)
  const host = new URL(url).host.replace(/^www\./, '')
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} was ${shown(value)} ${daysOf(asOf)}, ${host} reports`
}
