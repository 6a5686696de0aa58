import { describe, expect, it } from 'vitest'
import { chartStyle } from '../../../src/web/charts/colours.ts'
import { STYLE } from '../../../src/web/style.ts'

/** Relative luminance of #rrggbb, 0 to 1 (WCAG 2). */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** The colour that a style sheet gives. */
const colourIn = (css: string, selector: string, property: 'fill' | 'stroke'): string => {
  const found = css.split('\n').flatMap((rule) => {
    const [, colour] = rule.split(`svg.chart ${selector}{${property}:`)
    return colour === undefined ? [] : [colour.replace('}', '')]
  })
  expect(found, `${selector} ${property}`).toEqual([expect.stringMatching(/^#[0-9a-f]{6}$/)])
  return found[0] ?? ''
}

it('measures contrast as WCAG does', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 10)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  const css = chartStyle(theme)
  const paper = colourIn(css, '.paper', 'fill')
  const band = colourIn(css, '.band', 'fill')

  it.each(['text', '.strong', '.count'])('%s can be read', (selector) => {
    expect(contrast(colourIn(css, selector, 'fill'), paper)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['.curve', 'stroke'],
    ['.dot', 'fill'],
    ['.diagonal', 'stroke'],
    ['.bounds', 'stroke'],
    ['.edge', 'stroke'],
  ] as const)('%s stands out from the paper and from the band', (selector, property) => {
    const colour = colourIn(css, selector, property)
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(colour, band)).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['.bar', 'fill'],
    ['.frame', 'stroke'],
  ] as const)('%s stands out from the paper', (selector, property) => {
    expect(contrast(colourIn(css, selector, property), paper)).toBeGreaterThanOrEqual(3)
  })

  it('numbers beside the dots can be read over their own rim, which is of paper, and over the band', () => {
    expect(colourIn(css, '.count', 'stroke')).toBe(paper)
    expect(contrast(colourIn(css, '.count', 'fill'), band)).toBeGreaterThanOrEqual(4.5)
  })
})

it('the pages have the paper that the colours were chosen for, and take both schemes into their sheet', () => {
  for (const theme of ['light', 'dark'] as const)
    expect(STYLE).toContain(`--paper: ${colourIn(chartStyle(theme), '.paper', 'fill')};`)
  const [light = '', dark = ''] = chartStyle('auto').split('@media (prefers-color-scheme:dark){')
  expect(light.trim()).toBe(chartStyle('light'))
  expect(chartStyle('dark')).toContain(dark.trim().replace(/\n}$/, ''))
  expect(STYLE).toContain(chartStyle('auto'))
})
