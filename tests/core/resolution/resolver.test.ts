import { describe, expect, it } from 'vitest'
import { asksFor, Resolvers, waitsFor } from '../../../src/core/resolution/resolver.ts'

const opening = { kind: 'by-event', entities: ['Orrin Bridge'], eventKind: 'opening' } as const
const sourceIds = [`src_${'0'.repeat(26)}`]
const judge = { kind: 'judge' }
const messagesOf = (rules: unknown): string[] =>
  Resolvers.safeParse(rules).error?.issues.map(({ message }) => message) ?? []

describe('the rules of a version', () => {
  it('propose only, unless they say that they settle', () => {
    expect(Resolvers.parse([opening])).toEqual([{ ...opening, bearing: 'shows', when: 'in-window', settles: false }])
    expect(Resolvers.parse([])).toEqual([])
  })

  it('take silence only beside a rule that says what is looked for', () => {
    const silence = { kind: 'silence', sourceIds }
    const complaint = ['silence says that nothing was found: add a by-event rule that says what is looked for']
    expect(messagesOf([silence])).toEqual(complaint)
    expect(messagesOf([{ ...opening, bearing: 'excludes' }, silence])).toEqual(complaint)
    expect(messagesOf([silence, opening])).toEqual([])
    expect(messagesOf([judge, silence])).toEqual(complaint)
  })

  it('take what excludes it alone, and after the window, and a model alone', () => {
    const late = { ...opening, bearing: 'excludes', when: 'after-window' }
    expect(messagesOf([{ ...opening, bearing: 'excludes' }])).toEqual([])
    expect(messagesOf([late])).toEqual([])
    expect(messagesOf([{ ...late, bearing: 'shows' }])).toEqual(['what shows it must lie in the window'])
    expect(messagesOf([judge])).toEqual([])
  })

  it('ask a model once, and let it settle nothing', () => {
    expect(messagesOf([judge, opening])).toEqual([])
    expect(messagesOf([judge, opening, judge])).toEqual(['a model is asked once: give one rule of kind judge'])
    expect(messagesOf([{ ...judge, settles: true }])).not.toEqual([])
  })

  it.each([
    ['no entity', { ...opening, entities: [] }],
    ['a kind that is no slug', { ...opening, eventKind: 'Opening Day' }],
    ['what shows it after the window', { ...opening, when: 'after-window' }],
    ['an unknown kind of rule', { kind: 'oracle' }],
    ['silence of nobody', { kind: 'silence', sourceIds: [] }],
  ])('refuse %s', (_, rule) => {
    expect(messagesOf([opening, rule])).not.toEqual([])
  })

  it('are twenty at most', () => {
    expect(messagesOf(Array(20).fill(opening))).toEqual([])
    expect(messagesOf(Array(21).fill(opening))).toEqual(['a version has at most 20 rules'])
  })
})

describe('asksFor', () => {
  const [rule] = Resolvers.parse([{ ...opening, entities: ['The Orrin Bridge', 'Velmark'] }])
  const asks = (kind: string | null, ...entities: string[]): boolean =>
    rule?.kind === 'by-event' && asksFor(rule, { kind, entities })

  it('takes an event of the kind that names all, in any spelling and order, and whoever else', () => {
    expect(asks('opening', 'VELMARK', 'orrin bridge')).toBe(true)
    expect(asks('opening', 'Velmark', 'Orrin Bridge', 'Port Sabel')).toBe(true)
  })

  it('takes none that names only some, is of another kind, or of none', () => {
    expect(asks('opening', 'Orrin Bridge')).toBe(false)
    expect(asks('closing', 'Velmark', 'Orrin Bridge')).toBe(false)
    expect(asks(null, 'Velmark', 'Orrin Bridge')).toBe(false)
  })
})

it('waits for events of its kind, or for the reading of its sources', () => {
  const [event, silence] = Resolvers.parse([opening, { kind: 'silence', sourceIds }])
  expect([event && waitsFor(event), silence && waitsFor(silence)]).toEqual([
    ['event:opening'],
    [`source:${sourceIds[0]}`],
  ])
})

it('waits for nothing that is recorded where it asks a feed or a model', () => {
  const select = { format: 'json', value: '/rate', asOf: '/day' }
  const feed = { kind: 'feed', url: 'https://bank.example/rate', select, operator: '>', threshold: 4, when: 'within' }
  expect(Resolvers.parse([feed, judge]).map(waitsFor)).toEqual([[], []])
})
