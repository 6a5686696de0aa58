import { describe, expect, it } from 'vitest'
import { secretBox } from '../../src/outside/secret-box.ts'

describe('a secret box', () => {
  const box = secretBox('a secret')

  it('opens what it sealed, and seals nothing twice alike', async () => {
    const [one, other] = [await box.seal('whsec_å'), await box.seal('whsec_å')]
    expect(one).not.toBe(other)
    expect(one).not.toContain('whsec')
    expect([await box.open(one), await secretBox(' a secret ').open(other)]).toEqual(['whsec_å', 'whsec_å'])
  })

  it('opens nothing of another secret, nothing that was changed, and nothing without a secret', async () => {
    const sealed = await box.seal('whsec_a')
    const changed = sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2)
    const refused = [
      [secretBox('b'), sealed],
      [box, changed],
      [secretBox(''), sealed],
      [box, 'x'],
    ] as const
    for (const [other, text] of refused) await expect(other.open(text)).rejects.toMatchObject({ code: 'internal' })
  })

  it('without a secret keeps texts plain, which a later one reads too', async () => {
    for (const none of [undefined, '', '  ']) {
      const kept = await secretBox(none).seal('whsec_a')
      expect([await secretBox(undefined).open(kept), await box.open(kept)]).toEqual(['whsec_a', 'whsec_a'])
    }
  })
})
