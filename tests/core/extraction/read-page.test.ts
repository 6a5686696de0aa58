import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/core/extraction/read-page.ts'

const proseOf = (text: string): string[] =>
  readPage(text).map((block) => text.slice(block.start, block.end).replace(/\s+/g, ' ').trim())

const body = 'The harbour will close before winter, the mayor of the small port said on Tuesday in a long interview.'

describe('readPage', () => {
  it('takes each line of an unwrapped page for a paragraph', () => {
    expect(proseOf('One thing is sure.\nAnother is not.')).toEqual(['One thing is sure.', 'Another is not.'])
  })

  it('joins the lines of a page cut at a fixed width, also over a page break', () => {
    const page = [
      'The mayor said that the harbour of the small northern port will',
      'close before winter, and that nobody in the town believes it can be',
      ' opened again while the ice lasts and the money is short.',
      ' A second paragraph starts after a closed line with a blank before it',
      'and runs on to here.',
    ].join('\n')
    expect(proseOf(page)).toHaveLength(2)
  })

  it.each([
    [
      'JSON front matter and the teasers before it',
      `A teaser will stand here.\n{\n"authors": [\n"A. Name"\n]\n}${body}`,
    ],
    ['YAML front matter', `---\ntitle: It will rain\n---\n${body}`],
    ['a related-article line', `${body}\n\nRelated article: Rates Will Rise. Markets May Not.`],
    ['a photo caption', `${body}\nThe mayor will speak at the port. (Photo by A. Name/Agency via Getty Images)`],
    ['a heading', `Why The Port Will Close\n${body}`],
    ['a byline list', `${body}\nAnna Name, Ben Other`],
    ['a pull quote', `The harbour will close before winter\n${body} ${body}`],
    ['a repeated paragraph', `${body}\n${body}`],
    [
      'a notice and all after it',
      `${body}\nThe views expressed herein are those of the author.\nPrices will rise elsewhere.`,
    ],
    ['a line that leads elsewhere', `${body}\nRead the other essays here.`],
  ])('leaves out %s', (_, page) => expect(proseOf(page)[0]?.startsWith('The harbour')).toBe(true))

  it.each([
    ['heading', `Why The Port Will Close\n${body}`],
    ['repeat', `${body}\n${body}`],
    ['notice', `${body}\nThe views expressed herein are those of the author.\nPrices will rise elsewhere.`],
  ])('keeps one paragraph beside a %s', (_, page) => expect(proseOf(page)).toHaveLength(1))

  it('keeps a page of nothing but unclosed lines', () => {
    expect(proseOf('it will rain tomorrow')).toEqual(['it will rain tomorrow'])
  })
})
