import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('what is set against an even chance', () => {
  it.each([
    ['The bill will more likely than not pass.', 'better-than-even+'],
    ['The mill will, more likely than not, close in May.', 'better-than-even+'],
    ['More likely than not, the harbour will close.', 'better-than-even+'],
    ['It is more likely than not that the harbour will close.', 'better-than-even+'],
    ['It is more likely than not that nobody will resign.', 'better-than-even-'],
    ['A strike is more likely than otherwise.', 'better-than-even+'],
    ['The strike is likelier than not.', 'better-than-even+'],
    ['The merger is more probable than not to go ahead.', 'better-than-even+'],
    ['The mill will more probably than not close.', 'better-than-even+'],
    ['The minister is odds-on to resign.', 'better-than-even+'],
    ['The minister is odds on to resign by May.', 'better-than-even+'],
    ['There is a better than even chance that the mill will close.', 'better-than-even+'],
    ['The bill has a better-than-even chance of passing.', 'better-than-even+'],
    ['There is a more than even chance that the mill will close.', 'better-than-even+'],
    ['The deal has better than even odds of passing.', 'better-than-even+'],
    ['The odds of a strike are better than even.', 'better-than-even+'],
    ['The odds of a cut are slightly better than even.', 'better-than-even+'],
    ['Chances are better than even that the mill will close.', 'better-than-even+'],
    ['The mill will as likely as not close.', 'better-than-even+'],
    ['There is an even chance that the mill will close.', 'about-even+'],
    ['The odds of a cut are even.', 'about-even+'],
    ['The chance of a cut is no better than even.', 'about-even+'],
    ['It is about as likely as not that the harbour will close.', 'about-even+'],
    ['There is a less than even chance that the mill will close.', 'somewhat-unlikely+'],
    ['A strike is more likely.', 'likely+'],
    ['A strike is more than likely.', 'most-likely+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    'They broke even in May.',
    'Whether a strike is more likely than not is unclear.',
    'A strike is not more likely than not.',
    'Ferreira was the odds-on favourite in 2019.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})
