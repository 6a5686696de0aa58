/**
 * Lines of several authors, told apart by dashes and a letter at their end as much as by colour. Each colour keeps three
 * to one against the page, and the eight are told apart with red-green and blue-yellow blindness as far as eight can be.
 */
const LINES: readonly { light: string; dark: string; dash: string }[] = [
  { light: '#005f9e', dark: '#6fb7e9', dash: 'none' },
  { light: '#b34700', dark: '#f08a4b', dash: '7 3' },
  { light: '#00735c', dark: '#4fcba5', dash: '2 2.5' },
  { light: '#9b3b7a', dark: '#e29bc9', dash: '9 3 2 3' },
  { light: '#6b5300', dark: '#e3c341', dash: '13 4' },
  { light: '#1b1f23', dark: '#e4e4de', dash: '4 2' },
  { light: '#4b4bb5', dark: '#a9adff', dash: '11 2 2 2 2 2' },
  { light: '#8c3b2e', dark: '#d7a98c', dash: '1.5 4' },
]

const colours = (scheme: 'light' | 'dark'): string => {
  const rest = scheme === 'light' ? { line: '#8b8f86', fill: '#e3e3dc' } : { line: '#70767a', fill: '#2a3034' }
  return [
    ...LINES.map(
      (line, index) =>
        `svg .line-${index}{stroke:${line[scheme]}}\nsvg .mark-${index},svg text.mark-${index}{fill:${line[scheme]}}`,
    ),
    `svg .line-rest{stroke:${rest.line}}`,
    `svg .spread{fill:${rest.fill};stroke:${rest.line}}`,
  ].join('\n')
}

/** The rules of lines for the sheet of the pages, in both schemes. */
export const lineStyle = `svg .line{fill:none;stroke-width:2px;stroke-linejoin:round}
${LINES.map(({ dash }, index) => `svg .line-${index}{stroke-dasharray:${dash}}`).join('\n')}
svg .line-rest{fill:none;stroke-width:1px}
svg .spread{stroke-width:.75px}
svg .median{stroke-width:2.4px}
${colours('light')}
@media (prefers-color-scheme:dark){
${colours('dark')}
}`
