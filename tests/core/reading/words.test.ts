import { expect, it } from 'vitest'
import { hasWords } from '../../../src/core/reading/words.ts'

it.each<[string, string, number, boolean]>([
  ['It will rain.', 'en', 3, true],
  ['It will rain.', 'en', 4, false],
  ['It won’t rain – not in 2026.', 'en', 6, true],
  ['– … –', 'en', 1, false],
  ['明天会下雨，后天会下雪。', 'zh', 4, true],
  ['', 'en', 0, true],
])('%j in %s has %i words: %s', (text, language, least, has) => expect(hasWords(text, language, least)).toBe(has))
