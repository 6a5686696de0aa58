import { describe, expect, it } from 'vitest'
import { familyEValue, type Open } from '../../../src/core/scoring/binary/e-value.ts'
import type { Counts } from '../../../src/core/scoring/counts.ts'
import { randomFrom } from '../../../src/core/scoring/numbers/random.ts'
import { entrantOf, type JudgedItem, type OpenItem } from '../../../src/core/scoring/report/entrant.ts'
import { standingOf } from '../../../src/core/scoring/report/standing.ts'
import { saidFirst } from '../../../src/core/scoring/said-first.ts'
import { tally } from '../../../src/core/scoring/tally.ts'
import { author, item, MONTH } from './report/board-of.ts'

describe('saidFirst', () => {
  it('is the worked example', () => {
    const said = [
      { family: 'a', said: 1 },
      { family: 'a', said: 1 },
      { family: 'b', said: 2 },
      { family: 'a', said: 3 },
    ]
    expect(saidFirst(said)).toEqual({ first: said.slice(0, 3), later: said.slice(3) })
    expect(saidFirst([])).toEqual({ first: [], later: [] })
  })
})

/** What is said of the first question of a family, how likely it comes early, and what is said of the second where it has not. */
const P = 0.3
const EARLY = 0.27
const SECOND = 0.4

/** A family of a perfect forecaster: the second question is spoken of only while the first has not come. `null`: not said. */
type Family = { early: boolean; first: 0 | 1; second: 0 | 1 | null }
const families: { chance: number; family: Family }[] = [
  { chance: EARLY, family: { early: true, first: 1, second: null } },
  ...([0, 1] as const).flatMap((first) =>
    ([0, 1] as const).map((second) => ({
      chance: (first === 1 ? P - EARLY : 1 - P) * (second === 1 ? SECOND : 1 - SECOND),
      family: { early: false, first, second },
    })),
  ),
]

const FIRST_SAID = 1
const LOOKS = ['before', 'midway', 'after'] as const
type Look = (typeof LOOKS)[number]

/** What is known of a family: early outcomes from midway on, all others after the end. */
const seenAt = (
  look: Look,
  { early, first, second }: Family,
  at: number,
): { items: JudgedItem[]; pending: OpenItem[] } => {
  const family = `f${at}`
  const one = { family, p: P, said: FIRST_SAID, dueMonth: MONTH }
  const two = { family, p: SECOND, said: 2, dueMonth: MONTH }
  const settled = (said: OpenItem, outcome: 0 | 1, when: number): JudgedItem =>
    item(at, said.p, outcome, { ...said, question: `${family} ${said.said}`, settled: when })
  const goesOn = second !== null && look !== 'before'
  if (look === 'after')
    return { items: [settled(one, first, 3), ...(second === null ? [] : [settled(two, second, 3)])], pending: [] }
  if (early && look === 'midway') return { items: [settled(one, 1, 1.5)], pending: [] }
  return { items: [], pending: goesOn ? [one, two] : [one] }
}

const eValueOf = (look: Look, of: readonly Family[], onlyFirst: boolean): number => {
  const seen = of.map((family, at) => seenAt(look, family, at))
  const all = author(
    'a',
    seen.flatMap(({ items }) => items),
    { pending: seen.flatMap(({ pending }) => pending) },
  )
  const entrant = entrantOf(all, [MONTH])
  const { items, waiting } = onlyFirst ? standingOf(entrant) : entrant.said
  const { families: counted, open } = tally(items, waiting)
  return familyEValue(counted, open).e
}

/** The mean of the e-value of so many such families, over all that may happen, each as likely as it is. */
const expectedAt = (look: Look, many: number, onlyFirst: boolean): number => {
  const among = (left: number, chance: number, so: Family[]): number =>
    left === 0
      ? chance * eValueOf(look, so, onlyFirst)
      : families.reduce((sum, one) => sum + among(left - 1, chance * one.chance, [...so, one.family]), 0)
  return among(many, 1, [])
}

/** How many of so many perfect forecasters of 100 families reach 20. */
const convicted = (runs: number, onlyFirst: boolean): number => {
  const random = randomFrom('who goes on while nothing has come')
  const draw = (): Family => {
    const at = random()
    const reach = families.map((_, place) => families.slice(0, place + 1).reduce((so, { chance }) => so + chance, 0))
    return families.find((_, place) => at < (reach[place] ?? 1))?.family ?? { early: false, first: 0, second: 0 }
  }
  const found = Array.from({ length: runs }, () => eValueOf('after', Array.from({ length: 100 }, draw), onlyFirst))
  return found.filter((e) => e >= 20).length / runs
}

describe('the e-value of a perfect forecaster who speaks again while nothing has come', () => {
  it('is 1 on average once all is known, and at most 1 at every look before', () => {
    expect(families.reduce((so, { chance }) => so + chance, 0)).toBeCloseTo(1, 12)
    for (const look of LOOKS) expect(expectedAt(look, 3, true), look).toBeLessThanOrEqual(1 + 1e-12)
    expect(expectedAt('after', 3, true)).toBeCloseTo(1, 12)
  })

  it('would be above 1 with all that was said, though none of it was said after a settlement', () => {
    expect(expectedAt('after', 3, false)).toBeGreaterThan(1.005)
  })

  it('reaches 20 for hardly any, where it would for a fifth and more', () => {
    expect(convicted(200, true)).toBeLessThanOrEqual(0.05)
    expect(convicted(200, false)).toBeGreaterThan(0.2)
  })

  it('counts what it leaves out', () => {
    const family: Family = { early: false, first: 0, second: 1 }
    const { items, pending } = seenAt('midway', family, 0)
    const { waiting, later } = standingOf(entrantOf(author('a', items, { pending }), [MONTH]))
    expect([waiting.map(({ p }) => p), later]).toEqual([[P], 1])
  })
})

/** A perfect forecaster says P of one question of a family, and where it does not come early says what is true then, or withdraws. */
type Course = { chance: number; early: boolean; outcome: 0 | 1 }
const LEFT = (P - EARLY) / (1 - EARLY)
const courses: Course[] = [
  { chance: EARLY, early: true, outcome: 1 },
  { chance: P - EARLY, early: false, outcome: 1 },
  { chance: 1 - P, early: false, outcome: 0 },
]

const afterwards = (all: readonly Course[], then: 'restates' | 'withdraws', first: boolean): number => {
  const of = (at: number, p: number, outcome: 0 | 1, more = {}): JudgedItem =>
    item(at, p, outcome, { family: `f${at}`, said: FIRST_SAID, settled: 3, ...more })
  const items = all.flatMap(({ early, outcome }, at) => {
    if (early) return [of(at, P, outcome)]
    return then === 'withdraws' ? [] : [of(at, LEFT, outcome, { said: 2, restated: first })]
  })
  const begun = all.flatMap(({ early, outcome }, at) => (early || !first ? [] : [of(at, P, outcome)]))
  const one = author('a', items, { begun: { items: begun, pending: [], later: [], void: [] } })
  const { families: counted, open } = tally(standingOf(entrantOf(one, [MONTH])).items)
  return familyEValue(counted, open).e
}

describe.each(['restates', 'withdraws'] as const)('of a perfect forecaster who %s while nothing has come', (then) => {
  const expected = (left: number, chance: number, so: Course[], first: boolean): number =>
    left === 0
      ? chance * afterwards(so, then, first)
      : courses.reduce((sum, one) => sum + expected(left - 1, chance * one.chance, [...so, one], first), 0)

  it('is 1 on average from what was said first on each question', () => {
    expect(courses.reduce((so, { chance }) => so + chance, 0)).toBeCloseTo(1, 12)
    expect(expected(4, 1, [], true)).toBeCloseTo(1, 12)
  })

  it('would be above 1 from what is scored', () => {
    expect(expected(4, 1, [], false)).toBeGreaterThan(1.02)
  })
})

describe('of a family of which one part hangs on the other', () => {
  // A is said with .3, and of B, which is void unless A comes, .5 at the same moment.
  const [A, B] = [0.3, 0.5]
  const expected = (voided: { p: number; n: number; void: true }[]): number => {
    const e = (families: Counts, open: Open[]) => familyEValue([families], [open]).e
    const missed = e([{ p: A, n: 1, hits: 0 }], voided)
    const came = (hits: number) =>
      e(
        [
          { p: A, n: 1, hits: 1 },
          { p: B, n: 1, hits },
        ],
        [],
      )
    return (1 - A) * missed + A * ((1 - B) * came(0) + B * came(1))
  }

  it('is 1 on average where what is void keeps its weight, and above where it is dropped', () => {
    expect(expected([{ p: B, n: 1, void: true }])).toBeCloseTo(1, 12)
    expect(expected([])).toBeGreaterThan(1.003)
  })
})
