import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import Table from 'cli-table3'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { extract } from '../src/core/extraction/extract.ts'
import { loadTagger } from '../src/core/extraction/sentences/tagger.ts'
import { Day } from '../src/core/time.ts'
import { pieces, prose } from './texts.ts'

/**
 * The whole built-in pipeline beside wink-nlp's sentence and tag pass alone, on the same texts, by turns in one run: what the
 * rules cost beyond the pass they rest on. Then how time grows with length, on prose and on text that nobody writes.
 */
const publishedOn = Day.parse('2026-02-10')
const tagger = await loadTagger()
const nlp = winkNLP(model, ['sbd', 'pos'])

const passes = {
  pipeline: (text: string) => extract(text, { publishedOn }, tagger),
  /** Sentences and tags found, and handed out as strings. */
  wink: (text: string) => {
    const document = nlp.readDoc(text)
    document.sentences().out()
    document.tokens().out(nlp.its.pos)
  },
  /** Found and left inside the library. */
  bareWink: (text: string) => nlp.readDoc(text),
}
type Pass = keyof typeof passes
type Times = Record<Pass, number>

const timed = (texts: readonly string[], pass: Pass): number => {
  const start = performance.now()
  for (const text of texts) passes[pass](text)
  return performance.now() - start
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The compiler goes on making the pipeline faster for about so long: its code is hundreds of small functions. */
const WARM = { seconds: 8, rounds: 3 }

/** Rounds of all passes in turn; the first ones warm up and do not count. */
const rounds = (texts: readonly string[], count: number): Times[] => {
  const once = (): Times => ({
    pipeline: timed(texts, 'pipeline'),
    wink: timed(texts, 'wink'),
    bareWink: timed(texts, 'bareWink'),
  })
  const start = performance.now()
  for (let i = 0; i < WARM.rounds || performance.now() - start < WARM.seconds * 1000; i++) once()
  return Array.from({ length: count }, once)
}

const table = (head: string[]) => new Table({ head, style: { head: [], border: [] } })
const fixed = (value: number): string => value.toFixed(2)

const throughput = (): void => {
  const head = ['texts', 'claims a KB', 'pipeline MB/s', 'wink MB/s', 'ratio', 'wink, nothing read out', 'ratio']
  const rows = table(head)
  const sizes: { name: string; texts: string[]; count: number }[] = [
    { name: '10 KB', texts: pieces(10_000), count: 31 },
    { name: '100 KB', texts: [prose(100_000)], count: 15 },
    { name: '1 MB', texts: [prose(1_000_000)], count: 7 },
  ]
  for (const { name, texts, count } of sizes) {
    const size = texts.reduce((sum, text) => sum + text.length, 0)
    const times = rounds(texts, count)
    const speed = (pass: Pass): string => fixed(size / 1000 / median(times.map((time) => time[pass])))
    const ratio = (to: Pass): string => fixed(median(times.map((time) => time[to] / time.pipeline)))
    const label = `${texts.length} × ${name}`
    const claims = fixed(texts.reduce((sum, text) => sum + passes.pipeline(text).length, 0) / (size / 1000))
    rows.push([label, claims, speed('pipeline'), speed('wink'), ratio('wink'), speed('bareWink'), ratio('bareWink')])
  }
  console.log(rows.toString())
  console.log(
    'ratio: the time of the pass alone over that of the whole pipeline, median of rounds; wanted: at least 0.5',
  )
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
  const rows = table(['text', `ms at ${n / 1000} KB`, `at ${(2 * n) / 1000} KB`, 'ratio'])
  for (const [name, make] of Object.entries(growing)) {
    const [once, twice] = [[make(n)], [make(2 * n)]]
    timed(once, 'pipeline')
    const times = Array.from({ length: count }, () => [timed(once, 'pipeline'), timed(twice, 'pipeline')] as const)
    const [short, long] = [median(times.map(([time]) => time)), median(times.map(([, time]) => time))]
    rows.push([name, short.toFixed(0), long.toFixed(0), fixed(long / short)])
  }
  console.log(rows.toString())
  console.log('ratio: time at twice the length over time at once; wanted: about 2, and below 3')
}

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`)
throughput()
scaling()
