import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const folder = new URL('../../examples/evidence/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

const { sources } = z
  .object({
    sources: z.array(
      z.strictObject({ file: z.string(), publishedAt: z.iso.date(), title: z.string(), author: z.string() }),
    ),
  })
  .parse(JSON.parse(read('manifest.json')))

const link = {
  id: z.string(),
  earlier_id: z.string(),
  earlier_doc: z.string(),
  earlier_quote: z.string().min(1),
  later_doc: z.string(),
  later_quote: z.string().min(1).max(350),
}
const { predictions, links, link_traps } = z
  .strictObject({
    predictions: z.array(
      z.strictObject({ id: z.string(), doc: z.string(), quote: z.string(), claim: z.string().min(1) }),
    ),
    links: z.array(
      z.strictObject({
        ...link,
        verdict: z.enum(['yes', 'no', 'ambiguous', 'still open']),
        leaning: z.enum(['yes', 'no', '']),
        explanation: z.string().min(1),
        weight: z.enum(['key', 'side']),
      }),
    ),
    link_traps: z.array(z.strictObject({ ...link, reason: z.string().min(1) })),
  })
  .parse(JSON.parse(read('links.json')))

const texts = new Map(sources.map(({ file }) => [file, read(`texts/${file}`)]))
const publishedAt = new Map(sources.map((source) => [source.file, source.publishedAt]))
const times = (text: string, quote: string): number => text.split(quote).length - 1

describe('the linked commentaries', () => {
  test('are those of the manifest', () => {
    expect(readdirSync(new URL('texts/', folder)).sort()).toEqual(sources.map(({ file }) => file).sort())
  })

  test('hold each claim once, letter by letter, under an id of its own', () => {
    expect(new Set(predictions.map(({ id }) => id)).size).toBe(predictions.length)
    expect(predictions.filter(({ doc, quote }) => times(texts.get(doc) ?? '', quote) !== 1)).toEqual([])
  })

  test('hold each later quote once, in a later text than the claim', () => {
    const claims = new Map(predictions.map((prediction) => [prediction.id, prediction]))
    const all = [...links, ...link_traps]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, earlier_id, earlier_doc, later_doc, later_quote } of all) {
      expect(claims.get(earlier_id)?.doc, id).toBe(earlier_doc)
      expect(times(texts.get(later_doc) ?? '', later_quote), id).toBe(1)
      expect((publishedAt.get(later_doc) ?? '') > (publishedAt.get(earlier_doc) ?? ''), id).toBe(true)
    }
  })

  test('are enough to measure by', () => {
    expect(links.length).toBeGreaterThanOrEqual(250)
    expect(link_traps.length).toBeGreaterThanOrEqual(50)
  })
})
