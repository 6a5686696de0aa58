import { performance } from 'node:perf_hooks'
import Table from 'cli-table3'
import { extract } from '../src/core/extraction/extract.ts'
import { loadTagger } from '../src/core/extraction/sentences/tagger.ts'
import { Day } from '../src/core/time.ts'
import { MACHINE, median } from './harness.ts'
import { prose } from './texts.ts'

/** How the time of the built-in pipeline grows with the length of a text, on prose and on text that nobody writes. */
const publishedOn = Day.parse('2026-02-10')
const tagger = await loadTagger()

const timed = (text: string): number => {
  const start = performance.now()
  extract(text, { publishedOn }, tagger)
  return performance.now() - start
}

const repeated = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const growing: Readonly<Record<string, (length: number) => string>> = {
  prose,
  'no full stop': (n) => repeated('the war will go on and ', n),
  'nested quotations': (n) => '“'.repeat(n / 2) + '”'.repeat(n / 2),
  'quotations without a speaker': (n) => repeated('“the war will go on and on now” ', n),
  'compound hedges': (n) => repeated('could possibly perhaps maybe ', n),
  'will, will, will': (n) => repeated('will ', n),
  'short paragraphs': (n) => repeated('It will fall.\n\n', n),
  'one letter': (n) => repeated('a', n),
}

const scaling = (): void => {
  const [n, count] = [200_000, 3]
  const rows = new Table({
    style: { head: [], border: [] },
    head: ['text', `ms at ${n / 1000} KB`, `at ${(2 * n) / 1000} KB`, 'ratio'],
  })
  for (const [name, make] of Object.entries(growing)) {
    const [once, twice] = [make(n), make(2 * n)]
    timed(once)
    const times = Array.from({ length: count }, () => [timed(once), timed(twice)] as const)
    const [short, long] = [median(times.map(([time]) => time)), median(times.map(([, time]) => time))]
    rows.push([name, short.toFixed(0), long.toFixed(0), (long / short).toFixed(2)])
  }
  console.log(rows.toString())
  console.log('ratio: time at twice the length over time at once; wanted: about 2, and below 3')
}

console.log(MACHINE)
scaling()
