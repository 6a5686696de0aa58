import type { ModelRefusal } from '../../extraction-run.ts'
import type { Stretch } from '../claims/stretch.ts'
import { type NormalText, normalText, placesOf } from '../page/normal-text.ts'
import type { Chunk } from './chunks.ts'

/** The paragraphs of a chunk as quotes are looked up in them. */
export const paragraphsOf = (text: string, { blocks }: Chunk): NormalText[] =>
  blocks.map(({ start, end }) => normalText(text.slice(start, end), start))

/** The paragraph that a stretch stands in. */
export const paragraphAt = (paragraphs: readonly NormalText[], { start, end }: Stretch): NormalText =>
  paragraphs.find(({ starts, ends }) => start < (ends.at(-1) ?? 0) && end > (starts[0] ?? 0)) ?? normalText('')

/** Longer quotes are no clause, shorter ones no claim. */
const MAX_QUOTE = 1000
const MIN_WORDS = 3

const hasQuoteLength = (quote: string): boolean =>
  quote.length <= MAX_QUOTE && (quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= MIN_WORDS

type Found = { quote: string; places: readonly Stretch[]; refused: ModelRefusal | null }

const findIn = (paragraphs: readonly NormalText[], quote: string): Found => {
  if (!hasQuoteLength(quote)) return { quote, places: [], refused: 'quote-length' }
  const places = paragraphs.flatMap((paragraph) => placesOf(quote, paragraph))
  return { quote, places, refused: places.length === 0 ? 'quote-not-in-text' : null }
}

/** Between which unambiguous neighbours in the answer a quote stands: offsets in the text. */
const boundsOf = (found: readonly Found[], at: number): { after: number; before: number } => {
  const only = ({ places }: Found): number | null => (places.length === 1 ? (places[0]?.start ?? null) : null)
  const earlier = found
    .slice(0, at)
    .map(only)
    .filter((start) => start !== null)
  const later = found
    .slice(at + 1)
    .map(only)
    .filter((start) => start !== null)
  return { after: earlier.at(-1) ?? -1, before: later[0] ?? Number.POSITIVE_INFINITY }
}

/**
 * Where the quotes of an answer stand, each inside one paragraph, or why one is refused. Words that stand in several places
 * are placed by the order of the answer: between the quotes before and after it that stand in one place, there must be as
 * many places as quotes of these words; else they are ambiguous.
 */
export const placeQuotes = (
  quotes: readonly string[],
  paragraphs: readonly NormalText[],
): (Stretch | ModelRefusal)[] => {
  const found = quotes.map((quote) => findIn(paragraphs, quote))
  const bounds = found.map((_, at) => boundsOf(found, at))
  return found.map(({ quote, places, refused }, at): Stretch | ModelRefusal => {
    if (refused) return refused
    const { after = -1, before = 0 } = bounds[at] ?? {}
    const twins = found.flatMap((other, i) => (other.quote === quote && bounds[i]?.after === after ? [i] : []))
    const options = places.length === 1 ? places : places.filter(({ start }) => start > after && start < before)
    const place = places.length === 1 ? places[0] : options[twins.indexOf(at)]
    return place && (places.length === 1 || options.length === twins.length) ? place : 'quote-ambiguous'
  })
}
