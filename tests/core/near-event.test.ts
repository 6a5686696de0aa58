import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEAR, nearness } from '../../src/core/near-event.ts'

const account = (title: string, ...entities: string[]) => ({ title, entities })

describe('nearness of two accounts', () => {
  it.each([
    ['the same', account('The mill closed', 'Velmark'), account('The mill closed', 'Velmark'), true],
    [
      'names in another spelling',
      account('The bank cut rates', 'The Bank of Velmark'),
      account('Rates were cut', 'bank of velmark'),
      true,
    ],
    ['no names, like titles', account('The mill closed'), account('The mill closed down'), true],
    ['other names', account('The mill closed', 'Velmark'), account('A minister resigned', 'Sabel'), false],
    [
      'one name, nothing else',
      account('The mill closed', 'Velmark', 'Ada Roe'),
      account('Snow', 'Velmark', 'Bo Doe'),
      false,
    ],
  ])('%s', (_, one, other, near) => {
    expect(nearness(one, other).similarity >= NEAR).toBe(near)
  })

  it('is 1 for the same account, lies from 0 to 1, and is the same from both sides', () => {
    const accounts = fc.record({
      title: fc.string(),
      entities: fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(accounts, accounts, (one, other) => {
        const distinct = [one, other].map((a) => ({ ...a, entities: [...new Set(a.entities)] }))
        const [a, b] = distinct as [typeof one, typeof one]
        expect(nearness(a, a).similarity).toBeCloseTo(1)
        expect(nearness(a, b).similarity).toBeCloseTo(nearness(b, a).similarity)
        expect(nearness(a, b).similarity).toBeGreaterThanOrEqual(0)
        expect(nearness(a, b).similarity).toBeLessThanOrEqual(1)
      }),
    )
  })
})
