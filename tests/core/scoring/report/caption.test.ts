import { describe, expect, it } from 'vitest'
import { type DiagramPoint, departures, diagramCaption } from '../../../../src/core/scoring/report/caption.ts'

const point = (p: number, n: number, recalibrated: number, low: number, high: number): DiagramPoint => ({
  p,
  n,
  recalibrated,
  low,
  high,
})
const inside = [point(0.2, 20, 0.25, 0.05, 0.35), point(0.8, 23, 0.65, 0.65, 0.95)]
const leaving = [
  point(0.9, 12, 0.6, 0.7, 1),
  point(0.1, 8, 0.4, 0, 0.3),
  point(0.8, 1, 0.55, 0.6, 1),
  point(0.5, 22, 0.5, 0.3, 0.7),
]
const band = 'where 90 of 100 calibrated forecasters would lie at each point'

describe('departures', () => {
  it('joins neighbours that leave the band on the same side, in order of p', () => {
    expect(departures(leaving)).toEqual([
      { side: 'above', from: 0.1, to: 0.1, n: 8, low: 0.4, high: 0.4 },
      { side: 'below', from: 0.8, to: 0.9, n: 13, low: 0.55, high: 0.6 },
    ])
  })

  it('keeps apart what lies on two sides or is parted by a point inside', () => {
    const points = [
      point(0.1, 1, 0.4, 0, 0.3),
      point(0.2, 1, 0.4, 0.5, 1),
      point(0.3, 1, 0.4, 0, 1),
      point(0.4, 1, 0.4, 0.5, 1),
    ]
    expect(departures(points).map(({ side, from }) => [side, from])).toEqual([
      ['above', 0.1],
      ['below', 0.2],
      ['below', 0.4],
    ])
  })

  it('takes the ends of the band for inside', () => {
    expect(departures(inside)).toEqual([])
  })
})

describe('diagramCaption', () => {
  it.each([
    {
      name: 'inside',
      given: { points: inside, n: 43, families: 40 },
      caption: `Reliability of 43 statements from 40 event families. The line stays inside the band, ${band}.`,
    },
    {
      name: 'leaving, with singular and plural',
      given: { points: leaving, n: 43, families: 1 },
      caption: `Reliability of 43 statements from 1 event family. The line leaves the band, ${band}. What was given 10 % (8 statements) happened more often than the band allows: 40 % of the time. What was given 80 % to 90 % (13 statements) happened less often than the band allows: 55 % to 60 % of the time.`,
    },
    {
      name: 'leaving in more than three places: the greatest one by one, the others counted',
      given: {
        points: [5, 1, 4, 2, 3].map((n, at) => point((2 * at + 1) / 10, n, 0.9 - (at % 2) * 0.8, 0.4, 0.6)),
        n: 15,
        families: 15,
      },
      caption: `Reliability of 15 statements from 15 event families. The line leaves the band, ${band}. What was given 10 % (5 statements) happened more often than the band allows: 90 % of the time. What was given 50 % (4 statements) happened more often than the band allows: 90 % of the time. What was given 90 % (3 statements) happened more often than the band allows: 90 % of the time. It leaves the band in 2 further places (3 statements).`,
    },
    {
      name: 'with one that is open',
      given: { points: inside, n: 43, families: 40, open: 1 },
      caption: `Reliability of 43 statements from 40 event families. The line stays inside the band, ${band}. 1 more statement is due and not settled: the dashed outline holds wherever the line could still end.`,
    },
    {
      name: 'nothing',
      given: { points: [], n: 0, families: 0 },
      caption: 'Reliability of 0 statements from 0 event families. Nothing to draw yet.',
    },
  ])('$name', ({ given, caption }) => {
    expect(diagramCaption(given)).toBe(caption)
  })
})
