import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/core/extraction/facts/facts.ts'
import { pageOf } from '../../src/core/extraction/page-of.ts'
import { loadTagger } from '../../src/core/extraction/sentences/tagger.ts'
import type { Day } from '../../src/core/time.ts'
import { type FactLabel, measureFacts, noFacts, sumOf } from '../support/measure-facts.ts'

const tagger = await loadTagger()
const examples = new URL('../../examples/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, examples), 'utf8')
const json = <T>(path: string): T => JSON.parse(read(path)) as T

const labelled = 'labelled/working'
const { facts: labels } = json<{ facts: (FactLabel & { half: 'read' | 'unread' })[] }>(`${labelled}/facts.json`)
const { sources } = json<{ sources: { file: string; publishedAt: Day }[] }>(`${labelled}/manifest.json`)

const measured = (half: 'read' | 'unread') => {
  const mine = labels.filter((label) => label.half === half)
  return [...new Set(mine.map(({ doc }) => doc))]
    .map((doc) => {
      const text = read(`${labelled}/${doc}`)
      const publishedOn = sources.find(({ file }) => file === doc)?.publishedAt as Day
      return measureFacts(
        text,
        publishedOn,
        factsOf(pageOf(text, tagger), publishedOn),
        mine.filter((label) => label.doc === doc),
      )
    })
    .reduce(sumOf, noFacts)
}

describe('dated facts of the labelled texts', () => {
  it('has labels whose words stand in their texts', () => {
    for (const { doc, quote } of labels) expect(read(`${labelled}/${doc}`)).toContain(quote)
  })

  it.each([
    ['read', 0.95, 0.95, 0.95],
    ['unread', 0.8, 0.9, 0.95],
  ] as const)('are found where the texts were %s while the rules were written', (half, recall, precision, days) => {
    const { labels: all, found, days: dated, listed, right } = measured(half)
    const figures = `${half}: ${found} of ${all} found, ${right} of ${listed} right, days right ${dated} of ${found}`
    expect(found / all, figures).toBeGreaterThanOrEqual(recall)
    expect(right / listed, figures).toBeGreaterThanOrEqual(precision)
    expect(dated / found, figures).toBeGreaterThanOrEqual(days)
  })
})

describe('events that the sample tells in later pieces', () => {
  type Told = { file: string; quote: string; happenedOn: Day }
  const { events } = json<{ events: Told[] }>('commentary/events.json')
  const { sources: pieces } = json<{ sources: { file: string; publishedAt: Day }[] }>('commentary/manifest.json')

  it('are found, on their days, where the piece names them', () => {
    const found = events.filter(({ file, quote, happenedOn }) => {
      const text = read(`commentary/${file}`)
      const publishedOn = pieces.find((piece) => piece.file === file)?.publishedAt as Day
      const start = text.indexOf(quote)
      return factsOf(pageOf(text, tagger), publishedOn).some(
        (fact) =>
          fact.dateSource !== 'undated' &&
          fact.start < start + quote.length &&
          fact.end > start &&
          (fact.earliest ?? happenedOn) <= happenedOn &&
          fact.latest >= happenedOn,
      )
    })
    expect(found.length / events.length, `${found.length} of ${events.length}`).toBeGreaterThanOrEqual(0.8)
  })
})
