import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resemblance, SAME_PIECE, textIdentity } from '../../../src/core/fetching/resemblance.ts'
import { prose } from './prose.ts'

const article = prose(1, 700)
const header = 'Home Politics Business Opinion Subscribe Sign in Search Menu Newsletters'
const footer = `${prose(2, 60)} All rights reserved. Terms of use. Privacy.`

const opening = `As I have argued in this column before, the question is not whether the government wants reform but whether
  it can carry it through a divided house. That has not changed.`

describe('resemblance', () => {
  it.each<[string, string, string]>([
    ['other mastheads and footers', `${header}\n\n${article}`, `${article}\n\n${footer}`],
    [
      'a corrected sentence and a changed title',
      article,
      `A new title.\n${article.replace(/^[^.]*\./, 'It was corrected.')}`,
    ],
    [
      'other quotes, dashes, spaces and case',
      article.toUpperCase(),
      article.replaceAll(' ', '\u00A0').replaceAll('.', ' —'),
    ],
    [
      'a paragraph left out in print',
      article,
      article
        .split('. ')
        .filter((_, at) => at < 10 || at > 16)
        .join('. '),
    ],
  ])('of copies with %s is high', (_, a, b) => {
    expect(resemblance(a, b)).toBeGreaterThanOrEqual(SAME_PIECE)
    expect(resemblance(b, a)).toBe(resemblance(a, b))
  })

  it.each<[string, string, string]>([
    ['two pieces of one author on one subject', `${opening} ${prose(3, 600)}`, `${opening} ${prose(4, 600)}`],
    ['a piece and its teaser', article, article.split(' ').slice(0, 120).join(' ')],
    ['a piece and a long answer that quotes it', article, `${article.slice(0, 1200)} ${prose(5, 700)}`],
    [
      'two pieces of one site under its boilerplate',
      `${header} ${prose(6, 500)} ${footer}`,
      `${header} ${prose(7, 500)} ${footer}`,
    ],
    ['a weekly column whose second half is new', article, `${article.slice(0, article.length / 2)} ${prose(8, 350)}`],
  ])('of %s is low', (_, a, b) => {
    expect(resemblance(a, b)).toBeLessThan(SAME_PIECE)
  })

  it('of texts too short to tell is nothing', () => {
    expect(resemblance('Please subscribe to read on.', 'Please subscribe to read on.')).toBe(0)
    expect(resemblance('', '')).toBe(0)
  })

  it('is 1 with itself, symmetric, and between 0 and 1', () => {
    const seeds = fc.integer({ min: 1, max: 1e6 })
    fc.assert(
      fc.property(seeds, seeds, fc.integer({ min: 50, max: 300 }), (one, two, words) => {
        const [a, b] = [prose(one, words), prose(two, words)]
        expect(resemblance(a, a)).toBe(1)
        const alike = resemblance(a, b)
        expect(alike).toBe(resemblance(b, a))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
      }),
      { numRuns: 50 },
    )
  })
})

describe('textIdentity', () => {
  it('is one for the same words, however they are set', async () => {
    const identity = await textIdentity(article)
    expect(identity).toMatch(/^text:[0-9a-f]{64}$/)
    expect(await textIdentity(`  ${article.toUpperCase().replaceAll(' ', '\n')} `)).toBe(identity)
    expect(await textIdentity(`${article} more`)).not.toBe(identity)
  })

  it('is none for a text that many pages share', async () => {
    expect(await textIdentity('Subscribe to read the whole story.')).toBeNull()
  })
})
