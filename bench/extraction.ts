import { performance } from 'node:perf_hooks'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { extract } from '../src/core/extraction/extract.ts'
import { loadTagger } from '../src/core/extraction/sentences/tagger.ts'
import { Day } from '../src/core/time.ts'
import { bench, figureOf, type Measured, type Mode } from './harness.ts'
import { pieces, prose } from './texts.ts'

/**
 * The whole built-in pipeline beside wink-nlp's sentence and tag pass alone, on the same texts, by turns in one run: what the
 * rules cost beyond the pass they rest on.
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
}
type Pass = keyof typeof passes

const timed = (texts: readonly string[], pass: Pass): number => {
  const start = performance.now()
  for (const text of texts) passes[pass](text)
  return performance.now() - start
}

/** The compiler goes on making the pipeline faster for about so long: its code is hundreds of small functions. */
const WARM_MS = 8_000

/** Rounds of both passes in turn, each as MB/s of the pipeline over those of the pass alone. */
const ratiosOf = (texts: readonly string[], rounds: number): number[] => {
  const once = () => timed(texts, 'wink') / timed(texts, 'pipeline')
  const start = performance.now()
  while (performance.now() - start < WARM_MS) once()
  return Array.from({ length: rounds }, once)
}

const SIZES: readonly { name: string; texts: readonly string[]; rounds: Record<Mode, number> }[] = [
  { name: '10 KB', texts: pieces(10_000), rounds: { short: 15, full: 31 } },
  { name: '100 KB', texts: [prose(100_000)], rounds: { short: 7, full: 15 } },
  { name: '1 MB', texts: [prose(1_000_000)], rounds: { short: 0, full: 7 } },
]

await bench(async (mode) =>
  SIZES.filter(({ rounds }) => rounds[mode] > 0).map(({ name, texts, rounds }, at): Measured => {
    const claims = texts.reduce((sum, text) => sum + passes.pipeline(text).length, 0)
    const kilobytes = texts.reduce((sum, text) => sum + text.length, 0) / 1000
    const note = `MB/s of the pipeline over wink-nlp's sentences and tags alone, ${texts.length} × ${name}, ${(claims / kilobytes).toFixed(2)} claims a KB`
    const id = at === 0 ? 'extraction' : `extraction-${name.replace(' ', '').toLowerCase()}`
    return figureOf(id, ratiosOf(texts, rounds[mode]), { note, target: { least: 0.5 } })
  }),
)
