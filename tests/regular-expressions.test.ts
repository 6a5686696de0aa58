import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import { type Pattern, patternsIn, patternsMade, patternsOfSource } from './support/patterns.ts'

/** Long enough on any machine; what takes longer counts as failed, not as passed. */
const PATIENCE = 120_000

/**
 * Why a pattern must not stand, or null. Every pattern has to be linear in its input: most meet whole texts, and a bound
 * on the length of the rest would be one more thing to keep. The verdict is exact (by automata) but for look-around, which
 * only the fuzzer reads; its limits count steps, not seconds, so that it says the same on every machine.
 */
const complaint = async (source: string, flags: string): Promise<string | null> => {
  const exact = await check(source, flags, { checker: 'automaton', maxNFASize: 1_000_000, timeout: PATIENCE })
  const unread = exact.status === 'unknown' && exact.error.kind === 'unsupported'
  const verdict = unread
    ? await check(source, flags, {
        checker: 'fuzz',
        randomSeed: 1,
        incubationTimeout: null,
        attackTimeout: null,
        attackLimit: 20_000_000,
        timeout: PATIENCE,
      })
    : exact
  if (verdict.status === 'safe') return null
  if (verdict.status === 'unknown') return `cannot be judged (${verdict.error.kind})`
  return `is ${verdict.complexity.summary}, as on ${verdict.attack.pattern}`
}

describe('the checker', () => {
  it.each([
    ['(a+)+$', ''],
    ['(?:a|a)*$', ''],
    ['\\s+$', ''],
    ['\\(.*\\)', ''],
    ['(?<=x)(?:a+)+(?!b)$', ''],
  ])('refuses /%s/', async (source, flags) => {
    expect(await complaint(source, flags)).toMatch(/polynomial|exponential/)
  })

  it.each([
    ['^\\s+', ''],
    ['\\b(?:by|in) (?:early |late )?20\\d\\d\\b', 'i'],
    ['\\((?:photo|image)s?\\b[^)]{0,120}\\)?$', 'i'],
    ['\\blater(?! this| next)\\b', ''],
  ])('accepts /%s/', async (source, flags) => {
    expect(await complaint(source, flags)).toBeNull()
  })
})

describe('the reader of patterns', () => {
  it.each([
    ['const a = /b+/u', [['b+', 'u']]],
    ["const a = 'x' / 2 / 3", []],
    ["const a: readonly string[] = b.split(/,/) // /c/ \nconst d = '/e/'", [[',', '']]],
    ['const a = <p title={b.replace(/c/g, d)}>/e/</p>', [['c', 'g']]],
    [
      'const a = { b: [/c/, { d: () => /e/i }] } as const',
      [
        ['c', ''],
        ['e', 'i'],
      ],
    ],
  ])('%j', (text, patterns) => {
    expect(patternsIn('a.tsx', text).literals.map(({ source, flags }) => [source, flags])).toEqual(patterns)
  })

  it('sees the constructor called', () => {
    expect(patternsIn('a.ts', 'const a = () =>\n  new RegExp(`^$' + '{b}`)').constructions).toEqual([
      { path: 'a.ts', line: 2 },
    ])
  })
})

describe('the regular expressions of src/', () => {
  const { literals, constructions } = patternsOfSource()
  const made = patternsMade()
  const placeOf = ({ path, line }: { path: string; line: number }): string => `${path}:${line}`

  it('were found', () => {
    expect(literals.length).toBeGreaterThan(100)
    expect(made.length).toBeGreaterThan(20)
  })

  it('are made when a module loads, where the checker can see them', () => {
    const seen = new Set(made.map(placeOf))
    const unseen = constructions.filter((place) => !seen.has(placeOf(place)))
    expect(unseen.map(placeOf), 'make it a constant of its module, or write a literal').toEqual([])
  })

  it('take linear time', async () => {
    const distinct = new Map<string, Pattern>(
      [...literals, ...made].map((each) => [`${each.flags}/${each.source}`, each]),
    )
    const slow: string[] = []
    for (const pattern of distinct.values()) {
      const why = await complaint(pattern.source, pattern.flags)
      if (why !== null) slow.push(`${placeOf(pattern)} /${pattern.source}/${pattern.flags} ${why}`)
    }
    expect(
      slow,
      'anchor it, bound what repeats, or make neighbours that repeat unable to match the same signs',
    ).toEqual([])
  })
})
