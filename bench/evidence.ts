import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Table from 'cli-table3'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { askedKeys, askedOf } from '../src/core/evidence/asked.ts'
import { withoutEchoes } from '../src/core/evidence/echoes.ts'
import { statisticsOf } from '../src/core/evidence/find.ts'
import { LONGEST_PASSAGE, type Stance } from '../src/core/evidence/passage.ts'
import { rank } from '../src/core/evidence/rank.ts'
import { passagesOf, type ReadPassage } from '../src/core/evidence/read-passages.ts'
import { judge } from '../src/core/evidence/stance.ts'
import { extract } from '../src/core/extraction/extract.ts'
import { loadTagger } from '../src/core/extraction/sentences/tagger.ts'
import { bm25 } from './bm25.ts'
import { type LinkedClaim, type LinkedSet, labelledLinks, type Quoted, sampleLinks } from './links.ts'

/**
 * `npm run bench evidence [-- FOLDER …]`: how well later passages are found that bear on a claim, beside plain BM25 over
 * sentences and over the same passages. A passage is right when it overlaps a linked quote by half of the shorter one.
 * Each FOLDER holds `manifest.json`, `links.json` and the texts.
 */
const tagger = await loadTagger()
type Placed = ReadPassage & { file: string; publishedAt: string }
type Place = { file: string; start: number; end: number }
type Search = (claim: LinkedClaim, since: string, later: readonly Placed[]) => readonly Place[]

const read = ({ commentaries }: LinkedSet): Placed[] =>
  commentaries.flatMap(({ file, publishedAt, text }) =>
    passagesOf(text, extract(text, { publishedOn: publishedAt }, tagger), tagger).map((one) => ({
      ...one,
      file,
      publishedAt,
    })),
  )

const ours: Search = ({ claim }, since, later) => {
  const asked = askedOf(claim, tagger)
  const ranked = rank(asked, later, statisticsOf(later, askedKeys(asked)), Number(since.slice(0, 4)))
  return withoutEchoes(ranked, 200).map(({ passage }) => passage)
}
const sentencesOf = (later: readonly Placed[]) =>
  later.flatMap(({ file, quote, start: from, sentences }) =>
    sentences.map(({ start, end }) => ({ file, start, end, quote: quote.slice(start - from, end - from) })),
  )
const searches: Readonly<Record<string, Search>> = {
  'this search': ours,
  'BM25, passages': ({ claim }, _, later) => bm25(claim, later),
  'BM25, sentences': ({ claim }, _, later) => bm25(claim, sentencesOf(later)),
}

const spanIn = ({ commentaries }: LinkedSet, { file, quote }: Quoted): Place => {
  const start = commentaries.find((one) => one.file === file)?.text.indexOf(quote) ?? -1
  if (start < 0) throw new Error(`a label's quote is not in ${file}: ${quote}`)
  return { file, start, end: start + quote.length }
}
const covers = (a: Place, b: Place): boolean =>
  a.file === b.file &&
  a.end - a.start <= LONGEST_PASSAGE &&
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) >= 0.5 * Math.min(a.end - a.start, b.end - b.start)

/** What one claim adds to the figures. */
type Found = { links: number; at5: number; at10: number; reciprocal: number }

const measure = (set: LinkedSet, passages: readonly Placed[], search: Search): Found[] =>
  set.claims
    .filter(({ wanted }) => wanted.length > 0)
    .map((claim) => {
      const since = set.commentaries.find(({ file }) => file === claim.file)?.publishedAt ?? ''
      const found = search(
        claim,
        since,
        passages.filter(({ publishedAt }) => publishedAt > since),
      )
      const ranks = claim.wanted.map((link) => 1 + found.findIndex((place) => covers(place, spanIn(set, link))))
      const hits = ranks.filter((at) => at > 0)
      const within = (most: number): number => hits.filter((at) => at <= most).length
      const reciprocal = hits.length === 0 ? 0 : 1 / Math.min(...hits)
      return { links: ranks.length, at5: within(5), at10: within(10), reciprocal }
    })

const sum = (found: readonly Found[], of: keyof Found): number => found.reduce((total, one) => total + one[of], 0)
const figures: Readonly<Record<string, (found: readonly Found[]) => number>> = {
  'recall@5': (found) => sum(found, 'at5') / sum(found, 'links'),
  'recall@10': (found) => sum(found, 'at10') / sum(found, 'links'),
  MRR: (found) => sum(found, 'reciprocal') / found.length,
}

const RESAMPLES = 2000
/** The figure with its 95 % percentile interval from resampling claims. Source: Efron and Tibshirani 1993, chapter 13. */
const withInterval = (found: readonly Found[], figure: (found: readonly Found[]) => number): string => {
  const dice = xoroshiro128plus(1)
  const draw = () => found.map(() => found[uniformInt(dice, 0, found.length - 1)] as Found)
  const values = Array.from({ length: RESAMPLES }, () => figure(draw())).sort((a, b) => a - b)
  const [low, high] = [0.025, 0.975].map((q) => values[Math.floor(q * (RESAMPLES - 1))] ?? 0)
  return `${figure(found).toFixed(3)} (${(low ?? 0).toFixed(2)} to ${(high ?? 0).toFixed(2)})`
}

/** The stance towards a claim of the passage sentence that a quote stands in. */
const stanceOn = (set: LinkedSet, passages: readonly Placed[], claim: LinkedClaim, quoted: Quoted): Stance => {
  const place = spanIn(set, quoted)
  const passage = passages.find((one) => one.file === place.file && one.start < place.end && one.end > place.start)
  const sentence = passage?.sentences.find(({ start, end }) => start < place.end && end > place.start)
  if (!passage || !sentence) return 'unclear'
  const since = set.commentaries.find(({ file }) => file === claim.file)?.publishedAt ?? ''
  const words = passage.quote.slice(sentence.start - passage.start, sentence.end - passage.start)
  const beside = new Set(passage.sentences.flatMap(({ keys }) => keys))
  const witness = { ...sentence, tokens: tagger(words).flat(), beside }
  return judge(askedOf(claim.claim, tagger), witness, Number(since.slice(0, 4))).stance
}

const stances = (set: LinkedSet, passages: readonly Placed[]): string => {
  const judged = set.claims.flatMap((claim) =>
    claim.wanted.map(({ truth, ...quoted }) => ({ truth, stance: stanceOn(set, passages, claim, quoted) })),
  )
  const taken = judged.filter(({ truth, stance }) => truth !== null && stance !== 'unclear')
  const right = taken.filter(({ truth, stance }) => (truth === 'yes') === (stance === 'for'))
  const labelled = judged.filter(({ truth }) => truth !== null).length
  const traps = set.claims.flatMap((claim) => claim.traps.map((trap) => stanceOn(set, passages, claim, trap)))
  const caught = traps.filter((stance) => stance !== 'unclear').length
  return `stance taken on ${taken.length} of ${labelled} links with a side, right on ${right.length}; on ${caught} of ${traps.length} traps`
}

const report = (set: LinkedSet): void => {
  const passages = read(set)
  const claims = set.claims.filter(({ wanted }) => wanted.length > 0)
  const links = claims.reduce((total, { wanted }) => total + wanted.length, 0)
  const table = new Table({ head: [set.name, ...Object.keys(figures)], style: { head: [], border: [] } })
  for (const [name, search] of Object.entries(searches)) {
    const found = measure(set, passages, search)
    table.push([name, ...Object.values(figures).map((figure) => withInterval(found, figure))])
  }
  console.log(
    `${table.toString()}\n${claims.length} claims, ${links} links, ${passages.length} passages; ${stances(set, passages)}\n`,
  )
}

const GOLD = '../shared/gold/dev.json'
if (existsSync(GOLD)) report(labelledLinks('gold', GOLD, '../shared/corpus'))
report(sampleLinks('sample', 'examples/commentary'))
report(labelledLinks('held apart', 'examples/evidence/links.json', 'examples/evidence'))
for (const folder of process.argv.slice(2)) report(labelledLinks(folder, join(folder, 'links.json'), folder))
