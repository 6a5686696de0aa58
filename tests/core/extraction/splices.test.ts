import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { ExtractedCandidate } from '../../../src/core/candidate.ts'
import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

const folder = fileURLToPath(new URL('../../../examples/commentary/', import.meta.url))
/** The words of the commentaries with the blanks behind them, in their order. */
const words = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(`${folder}${name}`, 'utf8').match(/\S+\s*/g) ?? [])

/** A run of one to five words from anywhere. */
const run = fc
  .tuple(fc.nat({ max: words.length - 6 }), fc.integer({ min: 1, max: 5 }))
  .map(([from, length]) => words.slice(from, from + length).join(''))
const splice = fc.array(run, { minLength: 1, maxLength: 60 }).map((runs) => runs.join(''))

it.each([11, 2026])(
  'reads splices of real prose without throwing, and quotes them exactly (seed %i)',
  { timeout: 60_000 },
  (seed) => {
    fc.assert(
      fc.property(splice, (text) => {
        for (const candidate of extract(text, { publishedOn }, tagger)) {
          expect(candidate.quote).toBe(text.slice(candidate.start, candidate.end))
          expect(ExtractedCandidate.safeParse(candidate).success).toBe(true)
        }
      }),
      { seed, numRuns: 200 },
    )
  },
)
