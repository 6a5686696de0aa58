import fc from 'fast-check'
import type { Document, Schema } from './document.ts'
import { prefixOf } from './memory.ts'
import { idPick, textPick } from './picks.ts'

/** Texts that break careless readers: what the server refuses, where it refuses it, must be refused well. */
export const hostile = fc.oneof(
  fc.constantFrom(
    'It could rain.\u0000 It will.',
    '\ud800 half of a pair',
    "'; DROP TABLE predictions; --",
    '{{7*7}} #{7*7} %s %n ../../etc/passwd',
    '<p>The strike <b>will not</b> end before Christmas.</p><script>alert(1)</script>',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** What people and machines write where a text is asked for: prose that foretells, in any script. */
const prose = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      'The bridge will probably open by the end of March 2027.',
      'Ms Lund said the talks are unlikely to end this year. The ministry expects a treaty within six months.',
      'On 3 October 2026 the parliament passed the budget. A veto may follow in the coming weeks.',
      'شاید فردا \u202eابد\u202c 明日は晴れるだろう 🌧️',
    ),
  },
  { weight: 9, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: hostile },
)

const between = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map((date) => date.toISOString())
// Most of what is told is over; the rest has yet to come.
const instants = fc.oneof(
  { weight: 3, arbitrary: between('2019-01-01', '2026-06-30') },
  { weight: 1, arbitrary: between('2026-07-01', '2031-12-31') },
)
const days = instants.map((instant) => instant.slice(0, 10))
const DAY = '^\\d{4}-\\d{2}-\\d{2}$'
const INSTANT = '^\\d{4}-\\d{2}-\\d{2}T'
const emails = fc.nat({ max: 99_999 }).map((nth) => `ada.${nth}@example.org`)
const addresses = fc.oneof(
  { weight: 4, arbitrary: textPick(['url'], { maxLength: 2_000 }, fc.constant('https://example.org/a')) },
  { weight: 2, arbitrary: fc.webUrl() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'http://127.0.0.1:9/',
      'https://[::1]/',
      'http://169.254.169.254/latest',
      'ftp://example.org/a',
    ),
  },
)

const fitted = (texts: fc.Arbitrary<string>, { minLength = 0, maxLength = 400 }: Schema): fc.Arbitrary<string> =>
  texts.map((text) => text.padEnd(minLength, 'x').slice(0, maxLength))

/** What a field that holds an id or a slug is called, beside those whose pattern says so. */
const PREFIX_OF: Readonly<Record<string, string>> = {
  author: 'aut',
  opponent: 'aut',
  into: 'aut',
  collection: 'col',
  question: 'qst',
  publisher: 'src',
  commentary: 'cmt',
}

/** A text of a schema, out of nothing. */
const madeUp = (schema: Schema): fc.Arbitrary<unknown> => {
  const { format, pattern, maxLength } = schema
  if (format === 'date-time' || pattern?.startsWith(INSTANT)) return instants
  if (format === 'date') return days
  if (format === 'uri') return addresses
  if (format === 'email') return emails
  if (!pattern) return fitted(prose, schema)
  const made = fc.stringMatching(new RegExp(pattern))
  return maxLength === undefined ? made : made.filter((text) => text.length <= maxLength)
}

const stringsOf = (schema: Schema, names: readonly string[]): fc.Arbitrary<unknown> => {
  const { format, pattern, examples, maxLength } = schema
  const prefix = /^\^([a-z]{3})_/.exec(pattern ?? '')?.[1]
  if (prefix) return idPick(prefix)
  const named = names.map((name) => PREFIX_OF[name]).find((one) => one !== undefined)
  if (named) return fc.oneof({ weight: 5, arbitrary: idPick(named) }, { weight: 1, arbitrary: fitted(prose, schema) })
  const own = examples ? fc.oneof(fc.constantFrom(...examples), madeUp(schema)) : madeUp(schema)
  if (format === 'uri' || names.length === 0) return own
  const told = textPick(names, { pattern: pattern ?? (format === 'date' ? DAY : undefined), maxLength }, own)
  const id = fc.constantFrom('aut', 'qst', 'cmt', 'col', 'src').chain((one) => idPick(one))
  const isFree = pattern === undefined && format === undefined
  return fc.oneof(
    { weight: 4, arbitrary: own },
    { weight: 3, arbitrary: told },
    { weight: isFree ? 1 : 0, arbitrary: id },
  )
}

const numbersOf = ({ minimum = -10, maximum = 1_000, exclusiveMinimum }: Schema, whole: boolean) => {
  const low = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + (whole ? 1 : 1e-6)
  // Counts begin at few: versions, lines and places are asked for from their first.
  const first = Math.max(low, Math.min(1, maximum))
  return whole
    ? fc.oneof(fc.integer({ min: first, max: Math.min(first + 2, maximum) }), fc.integer({ min: low, max: maximum }))
    : fc.double({ min: low, max: maximum, noNaN: true, noDefaultInfinity: true })
}

const anything = fc.jsonValue({ maxDepth: 2 })
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text of an example, which is of another thing where a sentence of it ends otherwise. */
const likeText = (text: string): fc.Arbitrary<string> =>
  text.includes(' ')
    ? fc.oneof(
        fc.constant(text),
        fc.nat({ max: 99_999 }).map((nth) => `${text} (${nth})`),
      )
    : fc.constant(text)

/** An example, with ids of what there is, and with the words of the thing that a request speaks of in place of its own. */
const likeExample = (value: unknown, name = ''): fc.Arbitrary<unknown> => {
  if (typeof value === 'string') {
    const prefix = prefixOf(value) ?? PREFIX_OF[name]
    return prefix ? idPick(prefix) : textPick([name], {}, likeText(value), true)
  }
  if (Array.isArray(value)) return fc.tuple(...value.map((one) => likeExample(one)))
  if (!isRecord(value)) return fc.constant(value)
  return fc.record(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, likeExample(one, key)])))
}

/** Values that a schema of the document takes. */
export const valuesFrom = ({ components }: Document) => {
  const known = new Map<string, fc.Arbitrary<unknown>>()

  /** Mostly few of the fields that may be left out: all at once hardly ever go together. */
  const objectsOf = ({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> => {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema, [name])]),
    )
    const needed = required.filter((name) => name in fields)
    const further = Object.keys(fields).filter((name) => !needed.includes(name))
    const own = fc
      .oneof(
        fc.constant<string[]>([]),
        fc.subarray(further, { maxLength: Math.min(2, further.length) }),
        fc.subarray(further),
      )
      .chain((some) =>
        fc.record(Object.fromEntries([...needed, ...some].map((name) => [name, fields[name] ?? anything]))),
      )
    if (typeof additionalProperties !== 'object') return own
    const more = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), valuesOf(additionalProperties), {
      maxKeys: 3,
    })
    return fc.tuple(more, own).map(([further, given]) => ({ ...further, ...given }))
  }

  const listsOf = ({ items, prefixItems, minItems = 0, maxItems = 50 }: Schema): fc.Arbitrary<unknown> =>
    prefixItems
      ? fc.tuple(...prefixItems.map((one) => valuesOf(one)))
      : fc.array(items ? valuesOf(items) : anything, {
          minLength: minItems,
          maxLength: Math.max(minItems, Math.min(maxItems, 4)),
        })

  const typed = (schema: Schema, type: string | undefined, names: readonly string[]): fc.Arbitrary<unknown> => {
    if (type === 'string') return stringsOf(schema, names)
    if (type === 'integer' || type === 'number') return numbersOf(schema, type === 'integer')
    if (type === 'boolean') return fc.boolean()
    if (type === 'null') return fc.constant(null)
    if (type === 'array') return listsOf(schema)
    if (type === 'object') return objectsOf(schema)
    return anything
  }

  /** As one of the examples of an object, mostly with one field or another as the schema takes it. */
  const likeExamples = (examples: readonly unknown[], made: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
    const like = fc.oneof(...examples.map((example) => likeExample(example)))
    return fc.oneof(
      like,
      made,
      fc.tuple(like, made, fc.nat()).map(([example, other, nth]) => {
        if (!isRecord(example) || !isRecord(other)) return example
        const shared = Object.keys(other).filter((name) => name in example)
        const name = shared[nth % Math.max(shared.length, 1)]
        return name === undefined ? { ...other, ...example } : { ...example, [name]: other[name] }
      }),
    )
  }

  /** `names` are what the field is called that holds it. */
  const valuesOf = (schema: Schema, names: readonly string[] = []): fc.Arbitrary<unknown> => {
    const { $ref, examples } = schema
    if ($ref) {
      const name = $ref.replace('#/components/schemas/', '')
      const component = components.schemas[name] ?? {}
      // A text is one of its field, whatever it is called in the document.
      return component.type === 'string' ? valuesOf(component, names) : named(name)
    }
    const made = without(schema, names)
    return examples?.some(isRecord) ? likeExamples(examples, made) : made
  }

  const without = (schema: Schema, names: readonly string[]): fc.Arbitrary<unknown> => {
    const { enum: choices, oneOf, anyOf, allOf, type } = schema
    if ('const' in schema) return fc.constant(schema.const)
    if (choices) return fc.constantFrom(...choices)
    const kinds = oneOf ?? anyOf
    if (kinds) return fc.oneof(...kinds.map((one) => valuesOf(one, names)))
    if (allOf) return fc.tuple(...allOf.map((one) => valuesOf(one))).map((parts) => Object.assign({}, ...parts))
    if (Array.isArray(type)) return fc.oneof(...type.map((one) => typed(schema, one, names)))
    return typed(schema, type, names)
  }

  const named = (name: string): fc.Arbitrary<unknown> => {
    const kept = known.get(name)
    if (kept) return kept
    // A component that holds itself meets this placeholder while it is being read.
    known.set(name, fc.constant(null))
    const made = valuesOf(components.schemas[name] ?? {})
    known.set(name, made)
    return made
  }

  return valuesOf
}
