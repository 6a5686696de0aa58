import { describe, expect, it } from 'vitest'
import { wordsBeside } from '../../../src/queries/comparing/encounters.ts'

const times = (n: number, form: string, hit: boolean) => Array.from({ length: n }, () => ({ form, hit }))

describe('wordsBeside', () => {
  it.each([
    { own: 'phrase:likely:+', theirs: 'phrase:probably:+', finding: 'cannot be distinguished' },
    { own: 'phrase:almost-certainly:+', theirs: 'phrase:unlikely:+', finding: 'first is better' },
    { own: 'phrase:unlikely:+', theirs: 'phrase:unlikely:-', finding: 'second is better' },
  ])('$own beside $theirs of what came true: $finding', ({ own, theirs, finding }) => {
    const words = wordsBeside(times(10, own, true), times(10, theirs, true))
    expect(words?.finding).toBe(finding)
    expect(words?.own.lowest).toBeLessThanOrEqual(words?.own.highest ?? -1)
  })

  it('says nothing where one of the two used numbers alone', () => {
    expect(wordsBeside(times(10, 'phrase:likely:+', true), times(10, 'micro:800000', true))).toBeNull()
  })
})
