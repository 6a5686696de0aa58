import type { Event } from '../../core/event.ts'
import { EVIDENCE_VERSION } from '../../core/evidence/passage.ts'
import { passagesOf, type Span } from '../../core/evidence/read-passages.ts'
import { type Day, dayOf, type Instant } from '../../core/time.ts'
import { insertPassages, type NewPassage, type PassageOrigin } from '../../storage/passages.ts'
import { noteSearched } from '../../storage/searched.ts'
import { action } from '../context.ts'

/** A text to be searched: what it was made from, in which language, and where extraction found predictions in it. */
export type Searchable = {
  origin: PassageOrigin
  text: string
  language: string
  publishedOn: Day
  predictions: readonly Span[]
}

/** Keeps the passages of texts, in the place of those that stand, so that evidence is found in them. Only English is read. */
export const keepPassages = action<readonly Searchable[], void>(async ({ tx, newId, tagger }, searchables) => {
  await noteSearched(
    tx,
    searchables.map(({ origin }) => origin),
    EVIDENCE_VERSION,
  )
  const english = searchables.filter(({ language }) => /^en\b/i.test(language))
  if (english.length === 0) return
  const words = await tagger()
  const rowsOf = ({ origin, text, publishedOn, predictions }: Searchable): NewPassage[] =>
    passagesOf(text, predictions, words).map(({ names, sentences, ...passage }) => ({
      ...origin,
      ...passage,
      id: newId('passage'),
      sentences: [...sentences],
      names: names.join(' '),
      publishedOn,
    }))
  await insertPassages(tx, english.flatMap(rowsOf))
})

/** The words of an event as a text: what happened, then how it was reported. */
export const searchableEvent = (
  event: Pick<Event, 'id' | 'title' | 'quote'> & { publishedEarliest: Instant },
): Searchable => ({
  origin: { commentaryId: null, textVersion: null, eventId: event.id },
  text: `${event.title}${/[.!?]$/.test(event.title) ? '' : '.'} ${event.quote ?? ''}`.trim(),
  language: 'en',
  publishedOn: dayOf(event.publishedEarliest),
  predictions: [],
})
