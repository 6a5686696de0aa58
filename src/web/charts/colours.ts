import type { Theme } from '../../core/theme.ts'

/** The colours of a diagram. `paper` and `ink` are those of the pages; `grid` alone carries no meaning. */
const palettes = {
  light: {
    paper: '#fdfdfb',
    ink: '#1b1f23',
    soft: '#57606a',
    grid: '#e4e4dd',
    band: '#dce8f5',
    edge: '#4a78ab',
    curve: '#0b6e4f',
    diagonal: '#57606a',
    bar: '#6b757e',
    bounds: '#8a5a00',
  },
  dark: {
    paper: '#15181a',
    ink: '#e4e4de',
    soft: '#a3a89f',
    grid: '#2b3033',
    band: '#22364c',
    edge: '#7aa6d6',
    curve: '#6fcf97',
    diagonal: '#b9beb5',
    bar: '#8d969e',
    bounds: '#e3b341',
  },
} as const

type Palette = (typeof palettes)['light' | 'dark']
type Colour = keyof Palette

/** What takes which colour. */
const painted: readonly [selector: string, property: 'fill' | 'stroke', colour: Colour][] = [
  ['.paper', 'fill', 'paper'],
  ['text', 'fill', 'soft'],
  ['.strong', 'fill', 'ink'],
  ['.count', 'fill', 'ink'],
  ['.count', 'stroke', 'paper'],
  ['.grid', 'stroke', 'grid'],
  ['.frame', 'stroke', 'soft'],
  ['.band', 'fill', 'band'],
  ['.edge', 'stroke', 'edge'],
  ['.diagonal', 'stroke', 'diagonal'],
  ['.bounds', 'stroke', 'bounds'],
  ['.curve', 'stroke', 'curve'],
  ['.dot', 'fill', 'curve'],
  ['.dot', 'stroke', 'paper'],
  ['.bar', 'fill', 'bar'],
  ['.difficulty', 'fill', 'bar'],
  ['.insight', 'fill', 'curve'],
  ['.miscalibration', 'fill', 'bounds'],
  ['.total', 'fill', 'edge'],
  ['.step', 'stroke', 'soft'],
]

// Each rule names its colour outright: editors and converters of SVG know no custom properties.
const coloursOf = (palette: Palette): string =>
  painted.map(([selector, property, colour]) => `svg.chart ${selector}{${property}:${palette[colour]}}`).join('\n')

// What is drawn differs in shape too: filled, solid, dotted, dashed. Colour alone tells nothing.
const SHAPES = `svg.chart text{font:12.5px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif}
svg.chart .strong{font-weight:600}
svg.chart .head{font-size:16px}
svg.chart .small{font-size:11.5px}
svg.chart .count{font-size:11px;stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
svg.chart .grid,svg.chart .frame,svg.chart .edge,svg.chart .diagonal,svg.chart .bounds,svg.chart .curve,svg.chart .step{fill:none}
svg.chart .edge{stroke-width:1px}
svg.chart .diagonal{stroke-width:1.9px;stroke-dasharray:.1 4.6;stroke-linecap:round}
svg.chart .bounds{stroke-width:1.6px;stroke-dasharray:6 4}
svg.chart .curve{stroke-width:2.6px;stroke-linejoin:round;stroke-linecap:round}
svg.chart .step{stroke-width:1px;stroke-dasharray:3 3}
svg.chart .dot{stroke-width:1px}`

/**
 * The style sheet of a diagram: shapes, then colours, for `auto` with the dark ones where the device prefers them. The
 * pages take it into their own sheet, since their policy lets no style stand inside a page; a file carries it itself.
 */
export const chartStyle = (theme: Theme): string => {
  if (theme !== 'auto') return `${SHAPES}\n${coloursOf(palettes[theme])}`
  return `${SHAPES}\n${coloursOf(palettes.light)}\n@media (prefers-color-scheme:dark){\n${coloursOf(palettes.dark)}\n}`
}
