import { EVIDENCE_VERSION } from '../core/evidence/passage.ts'
import { passagesOf, type ReadPassage, type Span } from '../core/evidence/read-passages.ts'
import type { Day } from '../core/time.ts'
import { insertPassages, type PassageOrigin } from '../storage/passages.ts'
import type { Transacting } from './context.ts'

/** A text to be searched: what it was made from, in which language, and where extraction found predictions in it. */
export type Searchable = {
  origin: PassageOrigin
  text: string
  language: string
  publishedOn: Day
  predictions: readonly Span[]
}

/** Keeps the passages of a text, so that evidence is found in them. Only English is read. */
export const keepPassages = async ({ tx, newId, tagger }: Transacting, searchable: Searchable): Promise<void> => {
  const { origin, text, language, publishedOn, predictions } = searchable
  if (!/^en\b/i.test(language)) return
  const found = passagesOf(text, predictions, await tagger())
  const row = ({ names, sentences, ...passage }: ReadPassage) => ({
    ...origin,
    ...passage,
    id: newId('passage'),
    sentences: [...sentences],
    names: names.join(' '),
    publishedOn,
    rules: EVIDENCE_VERSION,
  })
  await insertPassages(tx, found.map(row))
}
