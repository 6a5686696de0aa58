import type { Asked } from './asked.ts'
import type { Passage, PassageSentence } from './passage.ts'
import type { Standing } from './standing.ts'
import type { Term } from './terms.ts'
import { likeness } from './trigrams.ts'

/** How many passages there are, and in how many of them each key of the claim stands. */
export type Statistics = { passages: number; holding: ReadonlyMap<string, number> }

/** `score`: how much of the claim the passage speaks of, weighed; 1 is about all of it. `best`: its weightiest sentence. */
export type Ranked<P extends Passage> = { passage: P; score: number; best: PassageSentence }

/** What a key counts at each level: the thing itself, what says the same, a name of like spelling, another word of its scene. */
const SAME = 0.85
const LIKE = 0.8
const SCENE = 0.5
/** Words that say little count less. */
const LIGHT = 0.7
/** Names with this share of trigrams in common may be one. */
const ALIKE = 0.6

/** Of BM25: how soon a word said again adds nothing, how much a long sentence loses, and how many terms one usually has. */
const K1 = 1.2
const B = 0.2
const USUAL = 10

/** How far a sentence of each standing can bear witness. */
const bears: Readonly<Record<Standing, number>> = { reported: 1.15, told: 1, supposed: 0.9, asked: 0.6, foretold: 0.5 }
/** What tells of years before the claim is background. */
const BACKGROUND = 0.8
/** Of two passages that hold as much, the one that holds more different things of the claim goes first. */
const BREADTH = 0.3
/** What the second sentence of a passage adds to its best, the third to that, and so on. */
const REST = 0.4

/**
 * Ranks passages by what they hold of a claim, best first; those that hold nothing are left out. A sentence scores by BM25
 * (Robertson and Zaragoza 2009) over the claim's terms, each at the narrowest level that it meets, then by its standing;
 * a passage by its best sentence and a little of the others. `since`: the year of the claim.
 */
export const rank = <P extends Passage>(
  asked: Asked,
  passages: readonly P[],
  statistics: Statistics,
  since: number,
): Ranked<P>[] => {
  const weights = weightsOf(asked, statistics)
  return passages
    .map((passage) => ranked(passage, weights, since))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.passage.start - b.passage.start)
}

/** What each key of a claim counts where it is met: for a first choice among many passages. */
export const keyWeights = (asked: Asked, statistics: Statistics): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>()
  for (const { keys } of weightsOf(asked, statistics))
    for (const { key, weight } of keys) weights.set(key, Math.max(weights.get(key) ?? 0, weight))
  return weights
}

/** The rarest keys, as many as stand in `most` passages together, at least one: what stands everywhere finds nothing. */
export const findersAmong = (keys: readonly string[], { holding }: Statistics, most: number): string[] => {
  const held = (key: string): number => holding.get(key) ?? 0
  const rarest = [...keys].sort((a, b) => held(a) - held(b))
  let met = 0
  const tooMany = rarest.findIndex((key) => {
    met += held(key)
    return met > most
  })
  return tooMany < 0 ? rarest : rarest.slice(0, Math.max(1, tooMany))
}

/** A term of the claim: its own weight, and the keys that stand for it with theirs, the narrowest first. */
type Weighed = { term: Term; weight: number; keys: readonly { key: string; weight: number }[] }

const weightsOf = ({ terms }: Asked, { passages, holding }: Statistics): Weighed[] =>
  terms.map((term) => {
    const rarity = (key: string): number => {
      const held = holding.get(key) ?? 0
      return Math.log(1 + (Math.max(0, passages - held) + 0.5) / (held + 0.5))
    }
    const counts = term.light ? LIGHT : 1
    const weigh = (key: string, level: number) => ({ key, weight: counts * level * rarity(key) })
    const same = term.same === null ? [] : [weigh(term.same, SAME)]
    const keys = [weigh(term.own, 1), ...same, ...term.scenes.map((scene) => weigh(scene, SCENE))]
    return { term, weight: counts * rarity(term.own), keys }
  })

const ranked = <P extends Passage>(passage: P, weights: readonly Weighed[], since: number): Ranked<P> => {
  const scored = passage.sentences
    .map((sentence) => ({ sentence, score: sentenceScore(sentence, weights, since) }))
    .sort((a, b) => b.score - a.score)
  const score = scored.reduce((sum, one, i) => sum + one.score * REST ** i, 0)
  const best = scored[0]?.sentence
  if (!best) throw new Error('a passage has a sentence')
  return { passage, score, best }
}

const sentenceScore = (
  { keys, standing, year }: PassageSentence,
  weights: readonly Weighed[],
  since: number,
): number => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const length = keys.filter((key) => !/^[~#]/.test(key)).length
  // What two terms of the claim have in common is found once.
  const found = new Map<string, number>()
  let held = 0
  for (const weighed of weights) {
    const hit = bestHit(weighed, counts, length)
    if (hit === null) continue
    held += weighed.weight
    found.set(hit.key, Math.max(found.get(hit.key) ?? 0, hit.score))
  }
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  if (held === 0 || whole === 0) return 0
  const sum = [...found.values()].reduce((total, score) => total + score, 0) / whole
  const background = year !== null && year < since ? BACKGROUND : 1
  return sum * (held / whole) ** BREADTH * bears[standing] * background
}

type Hit = { key: string; score: number }

const bestHit = ({ term, weight, keys }: Weighed, counts: ReadonlyMap<string, number>, length: number): Hit | null => {
  const often = (count: number): number => (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / USUAL))
  const hits = keys.flatMap(({ key, weight: keyWeight }): Hit[] => {
    const count = counts.get(key)
    return count === undefined ? [] : [{ key, score: keyWeight * often(count) }]
  })
  if (hits.length === 0 && term.kind === 'name') {
    const alike = [...counts.keys()].find((key) => key.startsWith('^') && likeness(key, term.own) >= ALIKE)
    if (alike) hits.push({ key: alike, score: LIKE * weight * often(1) })
  }
  return hits.reduce<Hit | null>((best, hit) => (best === null || hit.score > best.score ? hit : best), null)
}
