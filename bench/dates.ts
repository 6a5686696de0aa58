import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { casual } from 'chrono-node'
import Table from 'cli-table3'
import { lastOf } from '../src/core/extraction/time/calendar.ts'
import { windowOf } from '../src/core/extraction/time/window.ts'
import type { Day } from '../src/core/time.ts'
import { type Corpus, type DateItem, ducklingCorpus, recognizersCorpus } from './date-corpora.ts'

/**
 * `npm run bench:dates [FOLDER] [--list]`: on date expressions of two public corpora, the share whose last day the reader of
 * windows gets equal, beside chrono-node alone on the same items. Only items whose end lies after the reference day count.
 */
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/data/temporal'
const list = process.argv.includes('--list')

const ours = ({ text, today }: DateItem): Day | null => windowOf(text, today, false).end

/** The end that chrono-node reads: its last result's end, or start; of a month or year it is sure of no day in, the last day. */
const chronoAlone = ({ text, today }: DateItem): Day | null => {
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }
  const result = casual.parse(text, reference, { forwardDate: true }).at(-1)
  const end = result?.end ?? result?.start
  const [year, month, date] = [end?.get('year'), end?.get('month'), end?.get('day')]
  if (!end || !year || !month || !date) return null
  const day = (d: number): Day => `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}` as Day
  if (end.isCertain('day') || end.isCertain('weekday')) return day(date)
  if (end.isCertain('month')) return lastOf(year, month)
  return end.isCertain('year') ? (`${year}-12-31` as Day) : day(date)
}

const share = (items: readonly DateItem[], read: (item: DateItem) => Day | null): string => {
  const right = items.filter((item) => read(item) === item.end).length
  return `${((100 * right) / Math.max(1, items.length)).toFixed(1)} % (${right})`
}

const report = (corpora: readonly Corpus[]): void => {
  const table = new Table({ head: ['items', 'n', 'windows', 'chrono-node alone'], style: { head: [], border: [] } })
  const row = (name: string, items: readonly DateItem[]) =>
    table.push([name, items.length, share(items, ours), share(items, chronoAlone)])
  for (const { name, items } of corpora) {
    row(
      `${name}, without holidays`,
      items.filter(({ holiday }) => holiday === null),
    )
    if (items.some(({ holiday }) => holiday !== null))
      row(
        `${name}, holidays`,
        items.filter(({ holiday }) => holiday !== null),
      )
  }
  const all = corpora.flatMap(({ items }) => items)
  row(
    'all, without holidays',
    all.filter(({ holiday }) => holiday === null),
  )
  row('all', all)
  console.log(table.toString())
  for (const { name, rows, items, dropped } of corpora)
    console.log(
      `${name}: ${rows} rows, ${items.length} kept; left out: ${Object.entries(dropped)
        .map(([why, n]) => `${n} ${why}`)
        .join(', ')}`,
    )
}

const read = (file: string, corpus: (csv: string) => Corpus): Corpus[] => {
  const path = join(folder, file)
  if (existsSync(path)) return [corpus(readFileSync(path, 'utf8'))]
  console.log(`${path} is not there; left out`)
  return []
}

const corpora = [
  ...read('recognizers_english_futureish.csv', recognizersCorpus),
  ...read('duckling_en_corpus.csv', ducklingCorpus),
]
report(corpora)
if (list)
  for (const item of corpora.flatMap(({ items }) => items))
    if (ours(item) !== item.end)
      console.log([item.today, item.text, item.end, ours(item), chronoAlone(item), item.holiday ?? ''].join(' | '))
