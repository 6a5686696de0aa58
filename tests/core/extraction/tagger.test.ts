import { beforeAll, describe, expect, it } from 'vitest'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'

let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

describe('cannot', () => {
  it.each(['The bank cannot.', 'Can it pay? It cannot!', 'He cannot', 'It CANNOT be done.'])(
    'is two words: %s',
    (text) => {
      const words = tagger(text).flat()
      const at = words.findIndex(({ word }, i) => word === 'can' && words[i + 1]?.word === 'not')
      const [can, not] = words.slice(at, at + 2)
      expect(text.slice(can?.start, not?.end).toLowerCase()).toBe('cannot')
      expect([can?.tag, not?.tag]).toEqual(['AUX', 'PART'])
    },
  )
})
