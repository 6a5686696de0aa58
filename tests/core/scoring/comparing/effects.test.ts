import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectsOf, type Rated, type Rival, saidBeforeOf } from '../../../../src/core/scoring/comparing/effects.ts'

type More = { from?: number; family?: (at: number) => string; references?: (at: number) => Record<string, number> }
/** Questions q0, q1, …, all true, each a family of its own unless told otherwise. */
const says = (id: string, p: number, count: number, { from = 0, family, references }: More = {}): Rival => ({
  id,
  items: Array.from({ length: count }, (_, n): Rated => {
    const at = n + from
    return {
      question: `q${at}`,
      family: family?.(at) ?? `f${at}`,
      p,
      outcome: 1,
      references: references?.(at) ?? {},
    }
  }),
})
const means = ({ measured }: ReturnType<typeof effectsOf>) =>
  Object.fromEntries([...measured].map(([id, { mean }]) => [id, Number(mean.toFixed(12))]))
const market = (at: number): Record<string, number> => (at < 10 ? { market: 0.5 } : {})

describe('effectsOf', () => {
  it('is the worked example', () => {
    const effects = effectsOf([says('a', 0.8, 10), says('b', 0.6, 10)])
    expect(effects.against).toBe('others')
    expect(means(effects)).toEqual({ a: 0.12, b: -0.12 })
    expect(effects.measured.get('a')).toMatchObject({
      error: expect.closeTo(0, 15),
      commonQuestions: 10,
      families: 10,
    })
  })

  it.each([
    ['beside ten forecasts of everybody', [10, 10], 'market', { a: 0.25 - 0.04, b: 0.25 - 0.16 }],
    ['beside nine of one', [10, 9], 'others', { a: 0.12, b: -0.12 }],
  ] as const)('holds against a baseline that stands %s', (_, [first, second], against, expected) => {
    const beside = (count: number) => ({ references: (at: number) => (at < count ? market(at) : {}) })
    const effects = effectsOf([says('a', 0.8, 20, beside(first)), says('b', 0.6, 20, beside(second))], ['market'])
    expect(effects.against).toBe(against)
    expect(Object.keys(means(effects))).toEqual(['a', 'b'])
    for (const [id, mean] of Object.entries(expected)) expect(means(effects)[id]).toBeCloseTo(mean, 12)
  })

  it('takes the first baseline that will do, and none for one author alone', () => {
    const both = { references: () => ({ market: 0.5, 'base-rate': 0.3 }) }
    const rivals = [says('a', 0.8, 10, both), says('b', 0.6, 10, both)]
    expect(effectsOf(rivals, ['base-rate', 'market']).against).toBe('base-rate')
    expect(effectsOf(rivals.slice(0, 1), ['market']).against).toBe('others')
  })

  it('says what is missing', () => {
    const few = says('few', 0.9, 9)
    const { measured, unmeasured } = effectsOf([says('a', 0.8, 12), says('b', 0.6, 12), few])
    expect([...measured.keys()]).toEqual(['a', 'b'])
    expect([...unmeasured]).toEqual([['few', 'a rank needs 10 questions in common with another ranked author']])
    const marked = [says('a', 0.8, 12, { references: market }), says('b', 0.6, 12, { references: market })]
    const apart = says('apart', 0.9, 40, { from: 100 })
    expect([...effectsOf([...marked, apart], ['market']).unmeasured]).toEqual([
      ['apart', 'a rank needs 10 questions with a market baseline recorded before them'],
    ])
  })

  it('lets go of whoever loses their last rivals, until nobody does', () => {
    // c has ten in common with b alone, and b only with c and nine with a: when a goes nothing changes for them.
    const a = says('a', 0.8, 9)
    const b = says('b', 0.6, 30)
    const c = says('c', 0.7, 10, { from: 20 })
    expect([...effectsOf([a, b, c]).measured.keys()]).toEqual(['b', 'c'])
    expect([...effectsOf([a, says('b', 0.6, 9), c]).measured.keys()]).toEqual([])
  })

  it('counts questions of one family as one piece of evidence', () => {
    const inOne = { family: () => 'one night' }
    const { measured } = effectsOf([says('a', 0.8, 30, inOne), says('b', 0.6, 30, inOne)])
    expect(measured.get('a')).toMatchObject({ families: 1, error: null, low: null, high: null })
  })

  it('is moved by nobody who shares no question', () => {
    const probability = fc.integer({ min: 1, max: 19 }).map((k) => k / 20)
    const said = fc.array(probability, { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(said, { minLength: 2, maxLength: 5 }), (all) => {
        const rivals = all.map((ps, who): Rival => {
          const { id, items } = says(`${who}`, 0.5, 12)
          return { id, items: items.map((item, at) => ({ ...item, p: ps[at] ?? 0.5, outcome: at % 2 ? 1 : 0 })) }
        })
        const apart = says('apart', 0.9, 40, { from: 100 })
        expect(means(effectsOf([...rivals, apart]))).toEqual(means(effectsOf(rivals)))
      }),
    )
  })
})

describe('saidBeforeOf', () => {
  const at = (rival: Rival, said: number): Rival => ({
    ...rival,
    items: rival.items.map((item) => ({ ...item, said })),
  })

  it('is the share of what others said that was said no later', () => {
    const rivals = [
      at(says('a', 0.8, 10), 1),
      at(says('b', 0.6, 10), 2),
      at(says('c', 0.6, 5), 2),
      at(says('d', 0.5, 3, { from: 90 }), 9),
    ]
    // Beside a ten of b and five of c; beside b ten of a, earlier, and five of c, at once.
    expect(saidBeforeOf(rivals)).toEqual(
      new Map([
        ['a', 0],
        ['b', 1],
        ['c', 1],
      ]),
    )
    expect(
      saidBeforeOf([at(says('a', 0.8, 10), 2), at(says('b', 0.6, 10), 1), at(says('c', 0.6, 5), 3)]).get('a'),
    ).toBe(10 / 15)
  })

  it('is nothing where times are unknown, and stands beside differences from the others alone', () => {
    expect(saidBeforeOf([says('a', 0.8, 10), at(says('b', 0.6, 10), 2)])).toEqual(new Map())
    const rivals = [
      at(says('a', 0.8, 10, { references: market }), 1),
      at(says('b', 0.6, 10, { references: market }), 2),
    ]
    expect(effectsOf(rivals).saidBefore).toEqual(
      new Map([
        ['a', 0],
        ['b', 1],
      ]),
    )
    expect(effectsOf(rivals, ['market']).saidBefore).toEqual(new Map())
  })
})
