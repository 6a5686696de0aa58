import type { PhraseId } from '../../lexicon/phrases.ts'
import { phraseAt, phrasesOf } from '../sentences/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

const copulas = wordSet(`is are am be remain remains look looks seem seems become becomes appear appears`)
const between = wordSet(
  'all now still already also very only just simply merely clearly not n almost nearly certainly to be',
)

type Idiom = readonly [phrase: PhraseId, forms: readonly string[]]

/** What is said of a subject with "be" to foretell its end, its coming, or neither; complete, so that no noun may follow. */
const idioms: readonly Idiom[] = [
  [
    'inevitable',
    ['a matter of time', 'a question of time', 'a question of when', 'question of when', 'a matter of when'],
  ],
  [
    'set-to',
    ['a matter of days', 'a matter of weeks', 'a matter of months', 'a question of weeks', 'a question of months'],
  ],
  ['very-likely', ['hard to avoid', 'difficult to avoid', 'hard to stop', 'impossible to avoid', 'impossible to stop']],
  [
    'doomed',
    [
      'toast',
      'dead in the water',
      'dead on arrival',
      'done for',
      'a goner',
      'living on borrowed time',
      'on borrowed time',
      'a dead duck',
    ],
  ],
  [
    'doomed',
    ['on its last legs', 'on their last legs', 'on his last legs', 'on her last legs', 'beyond saving', 'past saving'],
  ],
]

const phraseOf: ReadonlyMap<string, PhraseId> = new Map(
  idioms.flatMap(([phrase, forms]) => forms.map((form): [string, PhraseId] => [form, phrase])),
)
const forms = phrasesOf([...phraseOf.keys()].join('|'))

export const idiomStarts: ReadonlySet<string> = copulas

/** "is a matter of weeks", "becomes hard to avoid", "is dead in the water". */
export const idiomCues = ({ words }: Reading, i: number): Cue[] => {
  if (!copulas.has(words[i] ?? '')) return []
  let from = i + 1
  while (between.has(words[from] ?? '')) from++
  const form = phraseAt(forms, words, from)
  const phrase = form && phraseOf.get(form.join(' '))
  if (!phrase) return []
  if (words.slice(i, from).includes('not')) return []
  const to = from + form.length
  return [cueOf('predicate', i, { phrase, from, to }, to - 1)]
}
