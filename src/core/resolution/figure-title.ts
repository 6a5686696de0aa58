import { dayOf, type Moment, plusDays } from '../time.ts'
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

/** The days that a figure speaks for: "on 9 March 2026", "in March 2026", "in 2026", "from 2 to 8 March 2026". */
const daysOf = ({ earliest, latest }: Moment): string => {
  const [first, last] = [dayOf(earliest), dayOf(latest)]
  const [year = '', month = '', day = ''] = first.split('-')
  const name = (of: string): string => months[Number(of) - 1] ?? ''
  const whole = (of: string): string => {
    const [y = '', m = '', d = ''] = of.split('-')
    return `${Number(d)} ${name(m)} ${y}`
  }
  if (first === last) return `on ${whole(first)}`
  const begins = day === '01'
  const next = plusDays(last, 1)
  if (begins && month === '01' && next === `${Number(year) + 1}-01-01`) return `in ${year}`
  if (begins && next.endsWith('-01') && last.slice(0, 7) === first.slice(0, 7)) return `in ${name(month)} ${year}`
  return `from ${whole(first)} to ${whole(last)}`
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
