import fc from 'fast-check'
import type { Document, Schema } from './document.ts'

/** An id that is taken from what the server has told so far, when the request is sent. */
type Pick = { $pick: string; nth: number; otherwise: string }
const isPick = (value: unknown): value is Pick => typeof value === 'object' && value !== null && '$pick' in value

const ULID = '0123456789abcdefghjkmnpqrstvwxyz'
const ulid = fc.string({ unit: fc.constantFrom(...ULID), minLength: 26, maxLength: 26 })
const pick = (prefix: string): fc.Arbitrary<Pick> =>
  fc.record({ $pick: fc.constant(prefix), nth: fc.nat(), otherwise: ulid.map((id) => `${prefix}_${id}`) })

/** What people and machines write where a text is asked for: prose that foretells, and what breaks careless readers. */
const prose = fc.oneof(
  fc.constantFrom(
    'The bridge will probably open by the end of March 2027.',
    'Ms Lund said the talks are unlikely to end this year. The ministry expects a treaty within six months.',
    'On 3 October 2026 the parliament passed the budget. A veto may follow in the coming weeks.',
    '<p>The strike <b>will not</b> end before Christmas.</p><script>alert(1)</script>',
    'It could rain.\u0000 It will.',
    'شاید فردا \u202eابد\u202c 明日は晴れるだろう 🌧️',
    '\ud800 half of a pair',
    "'; DROP TABLE predictions; --",
    '{{7*7}} #{7*7} %s %n ../../etc/passwd',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const instants = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const days = instants.map((instant) => instant.slice(0, 10))
const addresses = fc.oneof(
  fc.record({ $pick: fc.constant('url'), nth: fc.nat(), otherwise: fc.constant('https://example.org/a') }),
  fc.webUrl(),
  fc.constantFrom('http://127.0.0.1:9/', 'https://[::1]/', 'http://169.254.169.254/latest', 'ftp://example.org/a'),
)

const fitted = (texts: fc.Arbitrary<string>, { minLength = 0, maxLength = 400 }: Schema): fc.Arbitrary<string> =>
  texts.map((text) => text.padEnd(minLength, 'x').slice(0, maxLength))

/** What a field that holds an id or a slug is called, beside those whose pattern says so. */
const PREFIX_OF: Readonly<Record<string, string>> = {
  author: 'aut',
  opponent: 'aut',
  collection: 'col',
  question: 'qst',
  publisher: 'src',
  commentary: 'cmt',
}

const stringsOf = (schema: Schema, name: string): fc.Arbitrary<unknown> => {
  const { format, pattern, examples } = schema
  const named = PREFIX_OF[name]
  if (named) return fc.oneof({ weight: 5, arbitrary: pick(named) }, { weight: 1, arbitrary: fitted(prose, schema) })
  if (examples) return fc.oneof(fc.constantFrom(...examples), stringsOf({ ...schema, examples: undefined }, name))
  const prefix = /^\^([a-z]{3})_/.exec(pattern ?? '')?.[1]
  if (prefix) return pick(prefix)
  if (format === 'date-time' || pattern?.startsWith('^\\d{4}-\\d{2}-\\d{2}T')) return instants
  if (format === 'date') return days
  if (format === 'uri') return addresses
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  const id = fc.constantFrom('aut', 'qst', 'cmt', 'col', 'src').chain(pick)
  return fc.oneof({ weight: 4, arbitrary: fitted(prose, schema) }, { weight: 1, arbitrary: id })
}

const numbersOf = ({ minimum = -10, maximum = 1_000, exclusiveMinimum }: Schema, whole: boolean) => {
  const low = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + (whole ? 1 : 1e-6)
  return whole
    ? fc.integer({ min: low, max: maximum })
    : fc.double({ min: low, max: maximum, noNaN: true, noDefaultInfinity: true })
}

const anything = fc.jsonValue({ maxDepth: 2 })

/** Values that a schema of the document takes. */
export const valuesFrom = ({ components }: Document) => {
  const known = new Map<string, fc.Arbitrary<unknown>>()

  /** Mostly few of the fields that may be left out: all at once hardly ever go together. */
  const objectsOf = ({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> => {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema, name)]),
    )
    const needed = required.filter((name) => name in fields)
    const further = Object.keys(fields).filter((name) => !needed.includes(name))
    const own = fc
      .oneof(fc.subarray(further, { maxLength: Math.min(2, further.length) }), fc.subarray(further))
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

  const typed = (schema: Schema, type: string | undefined, name: string): fc.Arbitrary<unknown> => {
    if (type === 'string') return stringsOf(schema, name)
    if (type === 'integer' || type === 'number') return numbersOf(schema, type === 'integer')
    if (type === 'boolean') return fc.boolean()
    if (type === 'null') return fc.constant(null)
    if (type === 'array') return listsOf(schema)
    if (type === 'object') return objectsOf(schema)
    return anything
  }

  /** `name` is what the field is called that holds it. */
  const valuesOf = (schema: Schema, name = ''): fc.Arbitrary<unknown> => {
    const { $ref, enum: names, oneOf, anyOf, allOf, type } = schema
    if ($ref) return named($ref.replace('#/components/schemas/', ''))
    if ('const' in schema) return fc.constant(schema.const)
    if (names) return fc.constantFrom(...names)
    const choices = oneOf ?? anyOf
    if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, name)))
    if (allOf) return fc.tuple(...allOf.map((one) => valuesOf(one))).map((parts) => Object.assign({}, ...parts))
    if (Array.isArray(type)) return fc.oneof(...type.map((one) => typed(schema, one, name)))
    return typed(schema, type, name)
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

/** Puts ids that the server has told in the places where one is to be taken. */
export const settled = (value: unknown, told: ReadonlyMap<string, readonly string[]>): unknown => {
  if (isPick(value)) {
    const ids = told.get(value.$pick) ?? []
    // One in eight is an id of nothing.
    return value.nth % 8 === 0 || ids.length === 0 ? value.otherwise : ids[value.nth % ids.length]
  }
  if (Array.isArray(value)) return value.map((one) => settled(one, told))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settled(one, told)]))
  return value
}
