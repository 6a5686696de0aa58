import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import { compare } from '../../../src/core/matching/compare.ts'
import { readClaim } from '../../../src/core/matching/read-claim.ts'

const labels = ['same', 'family', 'different'] as const
type Label = (typeof labels)[number]
const Pair = z.object({
  half: z.enum(['rules', 'apart']),
  is: z.enum(labels),
  opposed: z.literal(true).optional(),
  a: z.string(),
  b: z.string(),
  ends: z.tuple([z.string(), z.string()]).optional(),
  conditions: z.tuple([z.string().nullable(), z.string().nullable()]).optional(),
})
type Pair = z.infer<typeof Pair>

const { pairs } = z
  .object({ pairs: z.array(Pair) })
  .parse(JSON.parse(readFileSync(new URL('pairs.json', import.meta.url), 'utf8')))
const tagger = await loadTagger()

const readingOf = ({ a, b, conditions }: Pair, side: 0 | 1) =>
  readClaim({ text: side === 0 ? a : b, hedge: null, condition: conditions?.[side] ?? null }, tagger)

const judged = (pair: Pair) => {
  const differs = pair.ends !== undefined && pair.ends[0] !== pair.ends[1]
  const { verdict, opposed } = compare(readingOf(pair, 0), readingOf(pair, 1), differs)
  const label: Label = verdict === 'same' || verdict === 'family' ? verdict : 'different'
  return { label, opposed }
}

/** Of the pairs called so, the share that are; of those that are, the share called so. */
const figuresFor = (half: Pair['half'], label: Label) => {
  const those = pairs.filter((pair) => pair.half === half).map((pair) => ({ is: pair.is, called: judged(pair).label }))
  const right = those.filter(({ is, called }) => is === label && called === label).length
  return {
    precision: right / those.filter(({ called }) => called === label).length,
    recall: right / those.filter(({ is }) => is === label).length,
  }
}

describe('labelled pairs of claims', () => {
  it('are many, of every label, in both halves', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(120)
    for (const half of ['rules', 'apart'] as const) {
      for (const label of labels) {
        expect(pairs.filter((pair) => pair.half === half && pair.is === label).length).toBeGreaterThanOrEqual(14)
      }
    }
  })

  it.each(pairs.filter(({ half }) => half === 'rules'))('$is: $a | $b', (pair) => {
    const { label, opposed } = judged(pair)
    expect(label).toBe(pair.is)
    if (label === 'same') expect(opposed).toBe(pair.opposed === true)
  })

  // Not one of these was looked at while the rule was made.
  it.each([
    ['same', 0.9, 0.9],
    ['family', 0.9, 0.9],
    ['different', 0.9, 0.9],
  ] as const)('held apart: %s with precision %d and recall %d', (label, precision, recall) => {
    const found = figuresFor('apart', label)
    expect(found.precision).toBeGreaterThanOrEqual(precision)
    expect(found.recall).toBeGreaterThanOrEqual(recall)
  })

  it('held apart: whether one denies the other', () => {
    const apart = pairs.filter(({ half, is }) => half === 'apart' && is === 'same')
    const right = apart.filter((pair) => judged(pair).opposed === (pair.opposed === true))
    expect(right.length / apart.length).toBeGreaterThanOrEqual(0.9)
  })
})
