import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, type Span } from '../../src/web/review/pieces.ts'

test('cuts a text where passages begin and end, the shortest first where they overlap', () => {
  expect(piecesOf('It rains.', [{ id: 'a', start: 3, end: 8 }])).toEqual([
    [
      { text: 'It ', over: [] },
      { text: 'rains', over: ['a'] },
      { text: '.', over: [] },
    ],
  ])
  const nested = [
    { id: 'long', start: 0, end: 9 },
    { id: 'short', start: 3, end: 8 },
  ]
  expect(piecesOf('It rains.', nested)[0]?.map(({ over }) => over)).toEqual([['long'], ['short', 'long'], ['long']])
})

test('keeps lines of a paragraph together and parts paragraphs at blank lines', () => {
  const text = 'one\ntwo\n \n\nthree\n'
  expect(piecesOf(text, []).map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual(['one\ntwo', 'three'])
  expect(piecesOf('', [])).toEqual([])
  const over = [{ id: 'a', start: 4, end: 16 }]
  expect(piecesOf(text, over)).toEqual([
    [
      { text: 'one\n', over: [] },
      { text: 'two', over: ['a'] },
    ],
    [{ text: 'three', over: ['a'] }],
  ])
})

const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '🥖'), maxLength: 60 })
const anySpans = (length: number) =>
  fc.array(
    fc
      .tuple(fc.nat(Math.max(length - 1, 0)), fc.nat(length))
      .map(([start, more]): Omit<Span, 'id'> => ({ start, end: Math.min(length, start + 1 + more) })),
    { maxLength: length === 0 ? 0 : 8 },
  )

test('loses nothing but blank lines, and marks exactly what lies in a passage', () =>
  fc.assert(
    fc.property(
      anyText.chain((text) => fc.tuple(fc.constant(text), anySpans(text.length))),
      ([text, bare]) => {
        const spans = bare.map((span, at) => ({ ...span, id: String(at) }))
        let at = 0
        for (const pieces of piecesOf(text, spans)) {
          const whole = pieces.map((piece) => piece.text).join('')
          const start = text.indexOf(whole, at)
          expect(text.slice(at, start).trim()).toBe('')
          at = start
          for (const piece of pieces) {
            const covering = spans.filter((span) => span.start <= at && span.end >= at + piece.text.length)
            expect([...piece.over].sort()).toEqual(covering.map(({ id }) => id).sort())
            at += piece.text.length
          }
        }
        expect(text.slice(at).trim()).toBe('')
      },
    ),
  ))
