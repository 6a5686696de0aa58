import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { decodeText } from '../src/core/reading/decode.ts'
import { Day } from '../src/core/time.ts'

/** Where a quote stands in a file. */
export type Quoted = { file: string; quote: string }
/** A claim with the later quotes that bear on it; `truth`: what they say of the claim as worded, where labelled. */
export type LinkedClaim = {
  claim: string
  file: string
  wanted: readonly (Quoted & { truth: 'yes' | 'no' | null })[]
  traps: readonly Quoted[]
}
export type Commentary = { file: string; publishedAt: Day; text: string }
export type LinkedSet = { name: string; commentaries: readonly Commentary[]; claims: readonly LinkedClaim[] }

const Manifest = z.object({ sources: z.array(z.object({ file: z.string(), publishedAt: Day })) })

const Links = z.object({
  predictions: z.array(z.object({ id: z.string(), doc: z.string(), quote: z.string(), claim: z.string() })),
  links: z.array(
    z.object({
      earlier_id: z.string(),
      earlier_doc: z.string(),
      later_quote: z.string(),
      later_doc: z.string(),
      verdict: z.string(),
      leaning: z.string().nullish(),
    }),
  ),
  link_traps: z.array(
    z.object({ earlier_quote: z.string(), earlier_doc: z.string(), later_quote: z.string(), later_doc: z.string() }),
  ),
})

const Settling = z.object({ file: z.string(), quote: z.string() })
const Events = z.object({
  events: z.array(z.object({ file: z.string(), quote: z.string(), settles: z.array(Settling).default([]) })),
})

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const commentariesOf = (folder: string): Commentary[] =>
  Manifest.parse(json(join(folder, 'manifest.json'))).sources.map((source) => ({
    ...source,
    text: decodeText(readFileSync(textFile(folder, source.file))),
  }))
const textFile = (folder: string, file: string): string =>
  existsSync(join(folder, file)) ? join(folder, file) : join(folder, 'texts', file)

const sideOf = (word: string | null | undefined): 'yes' | 'no' | null => (word === 'yes' || word === 'no' ? word : null)

/** A set in the form of `links.json`: predictions, links, traps. */
export const labelledLinks = (name: string, labels: string, folder: string): LinkedSet => {
  const { predictions, links, link_traps: traps } = Links.parse(json(labels))
  const claims = predictions.map(({ id, doc, quote, claim }) => ({
    claim,
    file: doc,
    wanted: links
      .filter((link) => link.earlier_id === id)
      .map((link) => ({
        file: link.later_doc,
        quote: link.later_quote,
        truth: sideOf(link.verdict) ?? sideOf(link.leaning),
      })),
    traps: traps
      .filter((trap) => trap.earlier_doc === doc && quote.includes(trap.earlier_quote))
      .map((trap) => ({ file: trap.later_doc, quote: trap.later_quote })),
  }))
  const used = claims.filter(({ wanted, traps: own }) => wanted.length + own.length > 0)
  return { name, commentaries: commentariesOf(folder), claims: used }
}

/** The sample of the project: what later pieces report, and the earlier statements that it settles. */
export const sampleLinks = (name: string, folder: string): LinkedSet => {
  const { events } = Events.parse(json(join(folder, 'events.json')))
  const byClaim = new Map<string, LinkedClaim>()
  for (const { file, quote, settles } of events) {
    for (const settled of settles) {
      const key = `${settled.file}\n${settled.quote}`
      const known = byClaim.get(key)?.wanted ?? []
      const wanted = [...known, { file, quote, truth: null }]
      byClaim.set(key, { claim: settled.quote, file: settled.file, wanted, traps: [] })
    }
  }
  return { name, commentaries: commentariesOf(folder), claims: [...byClaim.values()] }
}
