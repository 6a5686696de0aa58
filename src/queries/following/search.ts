import type { Author } from '../../core/author.ts'
import { Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { excerpt, namePrefixes, rangesIn, rangesOfPrefixes, type SearchKind, type Snippet } from '../../core/search.ts'
import { authorsByIds } from '../../storage/authors.ts'
import type { Reader } from '../../storage/database.ts'
import type { PageRequest } from '../../storage/keyset.ts'
import { predictionsByIds, type StoredPrediction } from '../../storage/predictions.ts'
import { questionsByIds } from '../../storage/questions.ts'
import { asksForWords, type Hit, markWords, type Search, searchHits } from '../../storage/search.ts'
import { publicQuestion, publicQuote } from '../public.ts'

type Found =
  | { kind: 'question'; thing: Question }
  | { kind: 'prediction'; thing: StoredPrediction }
  | { kind: 'author'; thing: Author }
export type Match = Found & { rank: number; snippet: Snippet }
export type Matches = { items: Match[]; next: string | null; cutOff: SearchKind[] }

const nothingAsked = (): Problem => {
  const detail = 'it holds no word that can be searched for'
  return new Problem(
    'invalid-input',
    'q asks for nothing: very common words are not searched, and words to leave out need one to look for',
    'add a word that stands in what you look for',
    [{ field: 'q', detail }],
  )
}

/** The kinds that can be searched for this, of those asked for. Throws `invalid-input` where there is none. */
const searchable = async (reader: Reader, search: Search, kinds: readonly SearchKind[]): Promise<SearchKind[]> => {
  const hasWords = await asksForWords(reader, search.words)
  const able = kinds.filter((kind) => (kind === 'author' ? search.prefixes.length > 0 : hasWords))
  if (able.length === 0) throw nothingAsked()
  return able
}

/** The things of these hits, by id; what nobody may read without a key is cut off before anything is marked in it. */
const thingsOf = async (reader: Reader, hits: readonly Hit[]): Promise<Map<string, Found>> => {
  const idsOf = (wanted: SearchKind) => hits.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const questions = await questionsByIds(reader, idsOf('question'))
  const predictions = await predictionsByIds(reader, idsOf('prediction'))
  const authors = await authorsByIds(reader, idsOf('author'))
  const found: Found[] = [
    ...questions.map((thing) => ({ kind: 'question' as const, thing: publicQuestion(thing) })),
    ...predictions.map((thing) => ({ kind: 'prediction' as const, thing: publicQuote(thing) })),
    ...authors.map((thing) => ({ kind: 'author' as const, thing })),
  ]
  return new Map(found.map((one) => [one.thing.id, one]))
}

/** The texts of a thing that its words may stand in, the first with a match is shown. */
const textsOf = (found: Found): { field: Snippet['field']; text: string }[] => {
  if (found.kind === 'question') {
    const { wording, criteria } = found.thing.version
    return [
      { field: 'wording', text: wording },
      { field: 'criteria', text: criteria },
    ]
  }
  return found.kind === 'prediction' ? [{ field: 'quote', text: found.thing.quote ?? '' }] : []
}

const snippetsOf = async (reader: Reader, things: readonly Found[], search: Search): Promise<Map<string, Snippet>> => {
  const texts = things.flatMap((found) => textsOf(found).map((one) => ({ ...one, id: found.thing.id })))
  const marked = await markWords(
    reader,
    texts.map(({ text }) => text),
    search.words,
  )
  const snippets = new Map<string, Snippet>()
  for (const [at, { id, field, text }] of texts.entries()) {
    const ranges = rangesIn(marked[at] ?? '', text)
    if (ranges.length > 0 ? !snippets.get(id)?.highlights.length : !snippets.has(id))
      snippets.set(id, { field, ...excerpt(text, ranges) })
  }
  for (const found of things) {
    if (found.kind !== 'author') continue
    const { id, name } = found.thing
    snippets.set(id, { field: 'name', ...excerpt(name, rangesOfPrefixes(name, search.prefixes)) })
  }
  return snippets
}

/**
 * Searches the wordings and criteria of questions, public quotes of predictions and names of authors, best first. Throws
 * `invalid-input`, naming `q`, where that asks for nothing.
 */
export const search = async (
  reader: Reader,
  { q, kinds }: { q: string; kinds: readonly SearchKind[] },
  page: PageRequest,
): Promise<Matches> => {
  const asked: Search = { words: q, prefixes: namePrefixes(q) }
  const able = await searchable(reader, asked, kinds)
  const { items: hits, next, cutOff } = await searchHits(reader, asked, able, page)
  const things = await thingsOf(reader, hits)
  const snippets = await snippetsOf(reader, [...things.values()], asked)
  const items = hits.flatMap(({ id, rank }) => {
    const [found, snippet] = [things.get(id), snippets.get(id)]
    return found && snippet ? [{ ...found, rank: rank / 1_000_000, snippet }] : []
  })
  return { items, next, cutOff }
}
