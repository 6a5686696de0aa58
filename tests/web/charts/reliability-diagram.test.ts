import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SCORING_RULES } from '../../../src/core/scoring/report/report.ts'
import type { Calibration } from '../../../src/queries/report/calibration.ts'
import { captionOf } from '../../../src/web/charts/diagram.ts'
import { DIAGRAM_VERSION, drawDiagram } from '../../../src/web/charts/draw-diagram.tsx'
import { WIDTH, x, y } from '../../../src/web/charts/frame.ts'
import { ReliabilityDiagram } from '../../../src/web/charts/reliability-diagram.tsx'
import { reportOf, TWO_HUNDRED } from './reports.ts'
import { brokenXml, numberOf, treeOf } from './xml.ts'

const drawn = (report: Calibration, collection: string | null = null): Element => {
  const svg = drawDiagram({ report, collection, theme: 'auto' })
  expect(brokenXml(svg)).toBeNull()
  return treeOf(svg)
}
const all = (root: Element, selector: string): Element[] => [...root.querySelectorAll(selector)]
/** Marks of the plot; the legend has samples of them. */
const inPlot = (root: Element, selector: string): Element[] =>
  all(root, selector).filter((mark) => !mark.parentElement?.getAttribute('transform')?.startsWith('translate(8 '))
const wordsOf = (root: Element): string =>
  all(root, 'text')
    .map(({ textContent }) => textContent)
    .join(' ')
const pointsOf = (path: Element | undefined): [number, number][] =>
  [...(path?.getAttribute('d') ?? '').matchAll(/([-\d.]+),([-\d.]+)/g)].map(([, px, py]) => [Number(px), Number(py)])

const report = reportOf({ said: TWO_HUNDRED })
const OPEN = [
  { p: 0.1, n: 12 },
  { p: 0.8, n: 9 },
]

describe('the diagram', () => {
  const root = drawn(report, 'Races')

  it('is one image with a name and a description that hold the author, the caption and the numbers of its steps', () => {
    expect(root.getAttribute('role')).toBe('img')
    const byId = (attribute: string) => root.querySelector(`#${root.getAttribute(attribute)}`)
    expect(byId('aria-labelledby')?.tagName.toLowerCase()).toBe('title')
    expect(byId('aria-labelledby')?.textContent).toBe('Ada Say: what was said against what happened')
    const description = byId('aria-describedby')?.textContent ?? ''
    expect(description).toContain('Prospective, own voice, in Races.')
    expect(description).toContain(captionOf(report))
    expect(description).toContain('said 5\u00a0%: 6 of 40 happened (15\u00a0%)')
    expect(description).toContain('said 95\u00a0%: 33 of 40 happened (83\u00a0%)')
  })

  it('draws the line through every point, level along a step', () => {
    const expected = report.curve?.points.map(({ p, recalibrated }) => [x(p), y(recalibrated)]) ?? []
    const line = pointsOf(inPlot(root, '.curve')[0])
    expect(line).toHaveLength(7)
    line.forEach(([px, py], at) => {
      expect(px).toBeCloseTo(expected[at]?.[0] ?? -1, 1)
      expect(py).toBeCloseTo(expected[at]?.[1] ?? -1, 1)
    })
  })

  it('draws the band between its ends at every point, filled and edged', () => {
    const [band] = inPlot(root, '.band')
    const ends = report.curve?.bands.consistency.resampled ?? []
    const shape = pointsOf(band)
    expect(shape).toHaveLength(2 * ends.length)
    for (const { p, low, high } of ends) {
      for (const end of [low, high])
        expect(shape.some(([px, py]) => Math.abs(px - x(p)) < 0.02 && Math.abs(py - y(end)) < 0.02)).toBe(true)
    }
    expect(inPlot(root, '.edge').map((edge) => pointsOf(edge).length)).toEqual([7, 7])
  })

  it('has a dot for each step whose area is its number of forecasts, which stands beside it', () => {
    const dots = inPlot(root, '.dot')
    const blocks = report.curve?.blocks ?? []
    expect(dots).toHaveLength(blocks.length)
    expect(blocks.length).toBeGreaterThan(3)
    const areas = dots.map((dot) => numberOf(dot, 'r') ** 2).sort((a, b) => a - b)
    const numbers = blocks.map(({ n }) => n).sort((a, b) => a - b)
    for (const [at, area] of areas.entries()) expect(area / (areas.at(-1) ?? 0)).toBeCloseTo((numbers[at] ?? 0) / 40, 2)
    expect(
      all(root, '.count')
        .map(({ textContent }) => Number(textContent))
        .sort((a, b) => a - b),
    ).toEqual(numbers)
    for (const dot of dots) expect(dot.querySelector('title')?.textContent).toMatch(/^said .* happened/)
  })

  it('has bars that add up to the forecasts, as high as they are many', () => {
    const bars = inPlot(root, 'rect.bar')
    expect(bars.reduce((so, bar) => so + numberOf(bar, 'data-n'), 0)).toBe(report.n)
    const greatest = Math.max(...bars.map((bar) => numberOf(bar, 'height')))
    for (const bar of bars) expect(numberOf(bar, 'height') / greatest).toBeCloseTo(numberOf(bar, 'data-n') / 40, 2)
  })

  it('shows its caption, its axes in whole per cent, and what made it', () => {
    const words = wordsOf(root)
    expect(words).toContain('Reliability of 200 statements from 200 event families.')
    expect(words.replace(/\s+/g, ' ')).toContain(captionOf(report)?.replace(/\s+/g, ' '))
    for (const tick of ['0\u00a0%', '20\u00a0%', '100\u00a0%', 'said →', 'happened ↑']) expect(words).toContain(tick)
    expect(words).toContain(`Hindcast · ${SCORING_RULES} · 15\u00a0Jun\u00a02026, 12:00\u00a0UTC`)
  })

  it('carries its style, nothing from elsewhere, and only the colours asked for', () => {
    const auto = drawDiagram({ report, collection: null, theme: 'auto' })
    expect(auto).toContain('prefers-color-scheme:dark')
    for (const theme of ['light', 'dark'] as const)
      expect(drawDiagram({ report, collection: null, theme })).not.toContain('prefers-color-scheme')
    expect(auto).not.toMatch(/<script|<image|href=| style=|url\(|@import|@font-face/)
  })

  it('is the picture of its version', async () => {
    // Where this fails, raise DIAGRAM_VERSION and delete the old picture: clients keep what they hold while it stands.
    const interval = { level: 0.9, low: 0.1, high: 0.5 }
    const fixed: Calibration = {
      ...report,
      n: 60,
      families: 60,
      pending: 4,
      bounds: report.bounds && {
        ...report.bounds,
        curve: [
          { p: 0.3, lowest: 0.2, highest: 0.4 },
          { p: 0.7, lowest: 0.6, highest: 0.9 },
        ],
      },
      curve: {
        points: [
          { p: 0.3, n: 20, hits: 5, recalibrated: 0.25 },
          { p: 0.7, n: 40, hits: 30, recalibrated: 0.75 },
        ],
        blocks: [
          { low: 0.3, high: 0.3, n: 20, hits: 5, recalibrated: 0.25 },
          { low: 0.7, high: 0.7, n: 40, hits: 30, recalibrated: 0.75 },
        ],
        bands: {
          consistency: {
            resampled: [
              { p: 0.3, ...interval },
              { p: 0.7, ...interval, low: 0.5, high: 0.85 },
            ],
            asymptotic: [],
          },
          honest: [],
        },
      },
    }
    const lines = drawDiagram({ report: fixed, collection: 'Races', theme: 'auto' }).replaceAll('><', '>\n<')
    // The rules change more often than the picture does.
    await expect(`${lines.replace(SCORING_RULES, 'scoring-N')}\n`).toMatchFileSnapshot(`./${DIAGRAM_VERSION}.svg`)
  })
})

describe('what is open', () => {
  it.each([
    ['outside entered cohorts is outlined, and named', undefined, true],
    ['of a cohort that has not entered is outlined too', false, true],
    ['of a cohort that has entered is not', true, false],
  ])('%s', (_, entered, outlined) => {
    const open = reportOf({ said: TWO_HUNDRED, open: OPEN, ...(entered !== undefined && { entered }) })
    const root = drawn(open)
    expect(inPlot(root, '.bounds')).toHaveLength(outlined ? 1 : 0)
    expect(wordsOf(root).includes('21 more statements are due and not settled: the dashed outline')).toBe(outlined)
    expect(wordsOf(root).includes('where open questions could still take the line')).toBe(outlined)
    if (outlined) expect(pointsOf(inPlot(root, '.bounds')[0])).toHaveLength(2 * (open.bounds?.curve?.length ?? 0))
  })

  it('is not there where all is settled', () => {
    expect(all(drawn(report), '.bounds')).toEqual([])
  })
})

describe('a curve that is withheld', () => {
  const few = reportOf({ said: [{ p: 0.7, n: 7, hits: 5 }] })

  it('is a picture that says so, with the rule', () => {
    const root = drawn(few)
    expect(wordsOf(root)).toContain(
      'the reliability curve needs 30 families; this author has 7. Settled so far: 7\u00a0forecasts.',
    )
    expect(root.querySelector('desc')?.textContent).toContain(
      'the reliability curve needs 30 families; this author has 7',
    )
    expect(root.querySelector('title')?.textContent).toContain('Ada Say')
    expect(all(root, '.curve, .band, .dot, .bar')).toEqual([])
  })

  it('is no picture in a page, which lists the rule', () => {
    expect(ReliabilityDiagram({ report: few, id: 'a' })).toBeNull()
    expect(captionOf(few)).toBeNull()
  })
})

describe('names', () => {
  it.each([
    '<script>alert("x")</script> & <b onmouseover=\'alert(1)\'>',
    '</title></svg><svg onload="alert(1)">',
    ']]> <!-- & &amp; -->',
    'bell \u0007 and escape \u001b[0m and \ufffe',
  ])('%j stays text', (name) => {
    for (const said of [TWO_HUNDRED, [{ p: 0.7, n: 7, hits: 5 }]]) {
      const made = reportOf({ said, name })
      const root = drawn(made, name)
      const shown = name.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '\ufffd')
      expect(root.querySelector('title')?.textContent).toBe(`${shown}: what was said against what happened`)
      expect(all(root, 'script, b, svg')).toEqual([])
      expect(wordsOf(root)).toContain(shown.split(' ')[0])
    }
  })

  it('of any length take two lines at most', () => {
    const heads = all(drawn(reportOf({ said: TWO_HUNDRED, name: 'Wilhelmina '.repeat(27) })), '.head')
    expect(heads).toHaveLength(2)
    expect(heads[1]?.textContent).toMatch(/ …$/)
  })
})

const said = fc
  .uniqueArray(
    fc.record({
      p: fc.integer({ min: 0, max: 1000 }),
      n: fc.integer({ min: 1, max: 40 }),
      share: fc.integer({ min: 0, max: 100 }),
    }),
    {
      selector: ({ p }) => p,
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((rows) => rows.map(({ p, n, share }) => ({ p: p / 1000, n, hits: Math.round((n * share) / 100) })))

it('draws any report inside its frame, with numbers that are numbers', () => {
  fc.assert(
    fc.property(said, fc.boolean(), (rows, isOpen) => {
      const made = reportOf({ said: rows, open: isOpen ? OPEN : [] })
      const root = drawn(made)
      const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number)
      expect(width).toBe(WIDTH)
      for (const element of all(root, 'path, circle, rect, text')) {
        for (const { name, value } of element.attributes)
          expect(`${name} ${value}`).not.toMatch(/NaN|undefined|Infinity/)
        const [ex, ey] = [
          numberOf(element, 'x') || numberOf(element, 'cx'),
          numberOf(element, 'y') || numberOf(element, 'cy'),
        ]
        expect(ex >= 0 && ex <= width && ey >= 0 && ey <= height).toBe(true)
      }
      expect(inPlot(root, 'rect.bar').reduce((so, bar) => so + numberOf(bar, 'data-n'), 0)).toBe(
        made.curve ? made.n : 0,
      )
      expect(inPlot(root, '.dot')).toHaveLength(made.curve?.blocks.length ?? 0)
    }),
    { numRuns: 40 },
  )
})
