import fc from 'fast-check'
import type { Memory, Thing } from './memory.ts'

/** What a place asks for, of what the server has told: an id by its prefix, or a text by the names it goes by, fit for the place. */
export type Wanted = { prefix: string | null; names: readonly string[]; fits: RegExp | null; longest: number }
/** A place that is filled when the request is sent. `aside` takes it from the thing that the request speaks of, or not at all. */
type Pick = { $pick: Wanted; aside: boolean; nth: number; otherwise: unknown }
const isPick = (value: unknown): value is Pick => typeof value === 'object' && value !== null && '$pick' in value

const ULID = '0123456789abcdefghjkmnpqrstvwxyz'
const ulid = fc.string({ unit: fc.constantFrom(...ULID), minLength: 26, maxLength: 26 })
const idLike = { fits: null, longest: 300 }

/** An id of what the server has told, of this prefix. */
export const idPick = (prefix: string, names: readonly string[] = []): fc.Arbitrary<unknown> =>
  fc.record({
    $pick: fc.constant({ ...idLike, prefix, names }),
    aside: fc.constant(false),
    nth: fc.nat(),
    otherwise: ulid.map((id) => `${prefix}_${id}`),
  })

/** A text that the server has told under one of these names, else another. */
export const textPick = (
  names: readonly string[],
  { pattern, maxLength = 1_000 }: { pattern?: string | undefined; maxLength?: number | undefined },
  otherwise: fc.Arbitrary<unknown>,
  aside = false,
): fc.Arbitrary<unknown> =>
  fc.record({
    $pick: fc.constant({
      prefix: null,
      names,
      fits: pattern === undefined ? null : new RegExp(pattern),
      longest: maxLength,
    }),
    aside: fc.constant(aside),
    nth: fc.nat(),
    otherwise,
  })

const suits = ({ fits, longest }: Wanted, text: string | undefined): text is string =>
  text !== undefined && text.length <= longest && (fits === null || fits.test(text))

const ofThing = (wanted: Wanted, { ids, texts }: Thing): string | undefined =>
  (wanted.prefix === null ? undefined : ids.get(wanted.prefix)) ??
  wanted.names.map((name) => texts.get(name)).find((text) => suits(wanted, text))

const wantedIn = (value: unknown): Wanted[] => {
  if (isPick(value)) return [value.$pick]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(wantedIn)
  return []
}

/** A thing that a request to an operation may speak of throughout: one of those that fill the most of its places. */
export const thingFor = (memory: Memory, operation: string, value: unknown, nth: number): Thing | null => {
  const places = wantedIn(value)
  let best: Thing[] = []
  let most = 1
  for (const thing of memory.things(operation)) {
    const filled = places.filter((place) => ofThing(place, thing) !== undefined).length
    if (filled < most) continue
    if (filled > most) best = []
    most = filled
    best.push(thing)
  }
  return best[nth % Math.max(best.length, 1)] ?? null
}

/** Whose words a request takes: what the memory holds for its operation, first those of the thing that it speaks of. */
export type Source = { memory: Memory; operation: string; thing: Thing | null }

const filled = ({ $pick, aside, nth, otherwise }: Pick, { memory, operation, thing }: Source): unknown => {
  // One in eight is of nothing.
  if (nth % 8 === 0) return otherwise
  const meant = thing === null ? undefined : ofThing($pick, thing)
  if (meant !== undefined || aside) return meant ?? otherwise
  const ids = $pick.prefix === null ? [] : memory.ids($pick.prefix, operation)
  const named = $pick.names
    .map((name) => memory.texts(name).filter((text) => suits($pick, text)))
    .filter((texts) => texts.length > 0)
  const told = ids.length > 0 ? ids : (named[nth % Math.max(named.length, 1)] ?? [])
  // What was told last is asked for more often: little was done with it yet.
  const some = nth % 3 === 0 ? told.slice(-10) : told
  return some.length === 0 ? otherwise : some[nth % some.length]
}

/** Puts what the server has told in the places where it is to be taken. */
export const settled = (value: unknown, source: Source): unknown => {
  if (isPick(value)) return settled(filled(value, source), source)
  if (Array.isArray(value)) return value.map((one) => settled(one, source))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settled(one, source)]))
  return value
}
