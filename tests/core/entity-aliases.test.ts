import { describe, expect, it } from 'vitest'
import { aliasAt } from '../../src/core/entity-aliases.ts'

const named = (words: string, name = false): string | null => aliasAt(words.split(' '), 0, () => name)?.key ?? null

describe('what a country or body is called', () => {
  it.each([
    ['kremlin', 'russia'],
    ['russians', 'russia'],
    ['kiev', 'ukraine'],
    ['kyiv', 'ukraine'],
    ['white house said', 'united_states'],
    ['washington', 'united_states'],
    ['south korean troops', 'south_korea'],
    ['new zealanders', 'new_zealand'],
    ['downing street', 'united_kingdom'],
    ['european central bank', 'european_central_bank'],
    ['ecb', 'european_central_bank'],
    ['european', 'europe'],
    ['bridge', null],
  ])('%s → %s', (words, key) => {
    expect(named(words)).toBe(key)
  })

  it('takes the longest name', () => {
    expect(aliasAt(['south', 'sudanese', 'rebels'], 0, () => false)).toEqual({
      key: 'south_sudan',
      isCountry: true,
      length: 2,
    })
  })

  it.each(['us', 'turkey', 'polish', 'who', 'chad', 'fed'])('%s is a country or body only as a name', (word) => {
    expect(named(word)).toBeNull()
    expect(named(word, true)).not.toBeNull()
  })
})
