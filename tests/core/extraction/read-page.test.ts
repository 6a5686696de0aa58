import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/core/extraction/page/read-page.ts'

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

  it('goes on after a line that leads elsewhere in the middle of the piece', () => {
    const long = (n: number) => `${n} ${body} ${body} ${body}`
    for (const line of ['Related article: Will the ferry be replaced?', 'More from Opinion'])
      expect(proseOf([long(1), long(2), line, long(3), long(4)].join('\n\n')), line).toEqual([1, 2, 3, 4].map(long))
  })

  const more =
    'Nobody in the town believes that it can be opened again while the ice lasts, and the council has other worries.'
  const third = 'It will take years, I fear, before a ship of any size ties up at the old quay below the customs house.'

  it.each<[string, string]>([
    ['comments, however many', `${body}\n${more}\n3 Comments\nAnna: It will never close.\n${`${third} `.repeat(20)}`],
    ['a discussion', `${body}\n${more}\nDiscussion about this post\nYou will be wrong again.`],
    [
      'a list of others at the foot',
      `${body}\n${more}\n${third}\n\nMore from Opinion\nTaxes will fall soon, says the mayor.\nRates will rise.`,
    ],
    [
      'teasers with their authors',
      `${body}\n${more}\nThe bridge will fall unless it is mended.\nAnn Roe, Bo Li\nTaxes will rise again.\nMariano-Florentino (Tino) Cuéllar`,
    ],
    ['a teaser in the midst', `${body}\n\nRelated:\nTaxes will fall this year.\n\n${more}`],
    ['a headline that closes', `${body}\nRates Will Rise. Markets May Not Care.\n${more}`],
    [
      'a note on the author',
      `${body}\n${more}\nJane Doe is a senior fellow at the Harbour Institute and will publish a book in May.`,
    ],
    ['a note on “the author”', `${body}\n${more}\nThe author is a former minister who will teach in Lund next year.`],
    ['an invitation', `${body}\nSign up for our newsletter, and you will never miss a piece.\n${more}`],
    ['a letter that begs', `${body}\nThis is a reader-supported publication. It will stay free.\n${more}`],
    ['cookies', `We use cookies. They will be stored until you say no.\n${body}\n${more}`],
    ['an agency photo', `${body}\nThe mayor will speak at the port on Monday (AP Photo/Ann Roe)\n${more}`],
    ['a credit', `${body}\nPhoto by Ann Roe, who will show more of them in May.\n${more}`],
    ['a copyright line', `${body}\n${more}\n© 2026 The Gazette. All rights reserved. Nothing will be copied.`],
    [
      'a disclaimer',
      `${body}\n${more}\nThe opinions expressed here are those of the author and will not bind the house.`,
    ],
    ['the notes', `${body}\n${more}\nNotes\n1. Roe, It Will Close, 2025.`],
    ['a byline with its date', `Published on March 3, 2026 at 9 am\nBy Ann Roe\n${body}\n${more}`],
    ['a pull quote', `${body}\n\nNobody in the town believes that it can be opened again\n\n${`${more} `.repeat(3)}`],
  ])('leaves out %s', (_, page) => {
    for (const words of proseOf(page)) expect(`${body} ${`${more} `.repeat(3)}${third}`).toContain(words)
    expect(proseOf(page)[0]).toBe(body)
  })

  it.each<[string, string[]]>([
    [
      'a person who is no author',
      [body, 'Jane Doe will not give in. She never has.', 'Jane Doe is a former minister and will run again.'],
    ],
    ['comments in a sentence', [body, more, 'The mayor had no comments.', third]],
    ['a short paragraph', [body, 'That is about to change.', more]],
    ['names of people in a sentence', [body, 'Ann Roe and Bo Li will win.', more]],
    ['cookies as food', [body, 'The price of cookies will double by June.', more]],
    ['notes early on', [body, 'Notes will be taken.', more, third]],
    ['a page number in a sentence', [body, 'See page 3 of 9, and you will know.', more]],
  ])('keeps %s', (_, paragraphs) => expect(proseOf(paragraphs.join('\n\n'))).toEqual(paragraphs))

  const wrap = (words: string, width = 70): string =>
    words.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd()
  const turned = (turn: string): string => {
    const lines = wrap(`${body} ${more} ${third} ${body.replace('harbour', 'port')}`).split('\n')
    return [lines.slice(0, 2), lines.slice(2, 4), lines.slice(4)].map((page) => page.join('\n')).join(turn)
  }

  it.each([
    ['a form feed', '\n\f'],
    ['a page number', '\n\n- 3 -\n\n'],
    ['Page 3 of 9', '\nPage 3 of 9\n\f'],
    ['a bare number', '\n3\n'],
  ])('reads on over %s', (_, turn) => {
    const page = turned(turn)
    const blocks = readPage(page)
    expect(blocks).toHaveLength(1)
    const words = blocks.flatMap(({ start, end, gaps = [] }) =>
      [start, ...gaps.map((gap) => gap.end)].map((from, i) => page.slice(from, gaps[i]?.start ?? end)),
    )
    expect(words.join(' ').replace(/\s+/g, ' ')).toBe(`${body} ${more} ${third} ${body.replace('harbour', 'port')}`)
  })

  it('knows running heads by their return', () => {
    const head = (n: number) => `\fHarbour Review ${n}\nThe Port That Closes\n`
    const page = `${body}\nThe mayor and${head(2)}the council will agree.\n${more}${head(3)}${third}\nOne ship and${head(4)}one more will come.`
    const read = readPage(page)
    expect(read).toHaveLength(5)
    expect(JSON.stringify(read.map(({ gaps = [] }) => gaps.length))).toBe('[0,1,0,0,1]')
  })

  it('joins lines that cannot end there', () => {
    expect(
      proseOf(
        'The minister said in a long letter that he would hand over to the\nNordic Council what it had asked for.\nNobody believed it.',
      ),
    ).toHaveLength(2)
  })

  it.each<[string, string]>([
    ['page breaks', 'a b c\n- 1 -\n'.repeat(80_000)],
    ['form feeds', 'a\f'.repeat(400_000)],
    ['short lines', 'It will rain again in May.\n'.repeat(35_000)],
    ['hyphens', 'negoti-\nation '.repeat(60_000)],
    ['names', 'Ann Roe, Bo Li\n'.repeat(60_000)],
    ['one line', 'It will rain again, and '.repeat(40_000)],
  ])('gets through a megabyte of %s', (_, page) => expect(readPage(page).length).toBeGreaterThanOrEqual(0))

  it('keeps a page of nothing but unclosed lines', () => {
    expect(proseOf('it will rain tomorrow')).toEqual(['it will rain tomorrow'])
  })
})
