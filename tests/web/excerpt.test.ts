import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, LONGEST_DRAWN, MOST_DRAWN, placesAround } from '../../src/web/review/excerpt.ts'
import { inWorld } from '../support/embedded.ts'
import { deskOver, piece } from './review-desk.ts'
import { plain } from './site.ts'

const sentences = (count: number): string[] => Array.from({ length: count }, (_, at) => `Mill ${at} will likely close.`)
const spansIn = (said: readonly string[], text: string) => {
  let from = 0
  return said.map((quote, at) => {
    const start = text.indexOf(quote, from)
    from = start + quote.length
    return { id: `c${at}`, start, end: from }
  })
}

test('a short text of few passages is drawn whole, wherever one stands in it', () => {
  const said = sentences(MOST_DRAWN)
  const text = said.join('\n\n')
  const spans = spansIn(said, text)
  for (const current of [null, 'c0', `c${MOST_DRAWN - 1}`]) {
    const whole = { text, spans, cutBefore: false, cutAfter: false, earlier: null, later: null }
    expect(excerptOf(text, spans, current)).toEqual(whole)
  }
})

test('of many passages those around the current one are drawn, with the words between them', () => {
  const said = sentences(10_000)
  const text = said.join('\n\n')
  const { spans, ...part } = excerptOf(text, spansIn(said, text), 'c5000')
  expect(spans.map(({ id }) => id)).toEqual(Array.from({ length: MOST_DRAWN }, (_, at) => `c${4800 + at}`))
  for (const { id, start, end } of spans) expect(part.text.slice(start, end)).toBe(said[Number(id.slice(1))])
  expect(part).toMatchObject({ cutBefore: true, cutAfter: true, earlier: 'c4799', later: 'c5200' })
  expect(placesAround(10_000, 9_999)).toEqual({ from: 9_600, to: 10_000 })
})

test('whatever the text is, the part is bounded, is in it letter by letter, and holds where the passage begins', () => {
  const anyText = fc
    .tuple(fc.constantFrom('word ', 'w', '🌧', 'a\n\n'), fc.nat(3))
    .map(([unit, k]) => unit.repeat(Math.ceil((k * LONGEST_DRAWN) / unit.length) + 1))
  const anyCase = anyText.chain((text) =>
    fc.tuple(fc.constant(text), fc.array(fc.tuple(fc.nat(text.length - 1), fc.nat(400)), { minLength: 1 }), fc.nat()),
  )
  fc.assert(
    fc.property(anyCase, ([text, drawn, pick]) => {
      const spans = drawn
        .map(([start, more], at) => ({ id: `c${at}`, start, end: Math.min(text.length, start + 1 + more) }))
        .sort((a, b) => a.start - b.start)
      const current = spans[pick % spans.length]
      const part = excerptOf(text, spans, current?.id ?? null)
      expect(part.text.length).toBeLessThanOrEqual(LONGEST_DRAWN + 400)
      expect(part.text.isWellFormed()).toBe(true)
      const shown = part.spans.find(({ id }) => id === current?.id)
      expect(part.text.slice(shown?.start, shown?.end)).toBe(
        text.slice(current?.start, current?.end).slice(0, (shown?.end ?? 0) - (shown?.start ?? 0)),
      )
      expect((shown?.end ?? 0) - (shown?.start ?? 0)).toBeGreaterThan(0)
    }),
    { numRuns: 50 },
  )
})

test('the desk draws no more of a text with very many candidates, and leads on to the others', () =>
  inWorld(async (world) => {
    const said = sentences(600)
    const { commentary, candidates } = await piece(
      world,
      said.join('\n\n'),
      said.map((quote) => ({ quote })),
    )
    const { get } = await deskOver(world).reviewer()
    const of = (at: number) => `/review/commentaries/${commentary.id}?candidate=${candidates[at]?.id}`
    const { text } = await get(of(300))
    expect(text.match(/<mark/g)).toHaveLength(MOST_DRAWN)
    expect(text.match(/<li><a href="\/review\/commentaries/g)).toHaveLength(MOST_DRAWN)
    expect(text).toContain('<mark id="passage" class="current">Mill 300 will likely close.</mark>')
    expect(text).toContain(`<a href="${of(99)}">Earlier candidates</a>`)
    expect(text).toContain(`<a href="${of(500)}">Later candidates</a>`)
    expect(plain(text)).toContain('Candidates 101 to 500 of 600')
    expect(plain(text)).toContain('Candidate 301 of 600')
  }))
