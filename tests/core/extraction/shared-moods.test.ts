import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})
const read = (text: string) =>
  extract(text, { publishedOn }, tagger).map(({ phrase, attribution, claimant }) => [phrase, attribution, claimant])

describe('moods that nobody in particular has', () => {
  it.each([
    ['Hopes are fading that the refinery can be saved.', 'unlikely'],
    ['Hopes of a truce before the harvest have all but gone.', 'unlikely'],
    ['Optimism about a quick recovery has evaporated.', 'unlikely'],
    ['Doubts persist among the crews that the ferry can sail by June.', 'doubtful'],
    ['Doubts over whether the stadium will open in May are growing.', 'doubtful'],
    ['Confidence is growing that the pension bill will pass.', 'optimistic'],
    ['Expectations that the bank will cut in June are firming.', 'optimistic'],
  ])('%s', (text, phrase) => expect(read(text)).toEqual([[phrase, 'reported', null]]))

  it.each([
    'Belief in ghosts is fading.',
    'Hopes faded that the miners would be found alive.',
    'The hope that things will change remains.',
    'The expectations of parents are rising.',
    'Her confidence is growing.',
  ])('takes nothing from: %s', (text) => expect(read(text)).toEqual([]))
})
