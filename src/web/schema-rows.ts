import { refName, type Schema } from './openapi.ts'

/** A piece of a type: plain words, a literal value, or the name of a component. */
export type TypePart = { kind: 'text' | 'value' | 'ref'; text: string }
/** One field of an object; fields of nested objects carry a dotted name, those of lists `name[].field`. */
export type SchemaRow = { name: string; type: TypePart[]; required: boolean; notes: string }

const text = (words: string): TypePart => ({ kind: 'text', text: words })
const value = (literal: unknown): TypePart => ({ kind: 'value', text: JSON.stringify(literal) })

const joined = (parts: TypePart[][], between: string): TypePart[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [text(between), ...part]))

const typesOf = ({ type }: Schema): string[] => (type === undefined ? [] : typeof type === 'string' ? [type] : type)

/** Names of types in the order a reader expects: `null` last. */
const plainType = (schema: Schema): TypePart[] => {
  const { items, format } = schema
  const types = typesOf(schema).sort((a, b) => Number(a === 'null') - Number(b === 'null'))
  const named = types.map((type): TypePart[] => {
    if (type === 'array') return [text('list of '), ...(items ? typeParts(items) : [text('anything')])]
    return [text(type === 'string' && format ? `${type} (${format})` : type)]
  })
  return named.length === 0 ? [text('anything')] : joined(named, ' or ')
}

/** An `allOf` of a reference and `[…, null]` is how a nullable component is written. */
const allOfParts = (parts: readonly Schema[]): TypePart[] => {
  const refs = parts.filter(({ $ref }) => $ref !== undefined)
  const isNullable = parts.some((part) => typesOf(part).includes('null'))
  const shown = refs.length > 0 ? refs : parts
  return [...joined(shown.map(typeParts), ' and '), ...(isNullable ? [text(' or null')] : [])]
}

/** The type of a schema in a line: `string`, `list of Author`, `"yes" or "no" or null`. */
export const typeParts = (schema: Schema): TypePart[] => {
  if (schema.$ref) return [{ kind: 'ref', text: refName(schema.$ref) }]
  if (schema.enum) {
    const values = schema.enum.filter((one) => one !== null)
    const isNullable = schema.enum.includes(null) || typesOf(schema).includes('null')
    const parts = values.map((one) => [value(one)])
    return joined(isNullable ? [...parts, [text('null')]] : parts, ' or ')
  }
  if (schema.const !== undefined) return [value(schema.const)]
  if (schema.allOf) return allOfParts(schema.allOf)
  const options = schema.anyOf ?? schema.oneOf
  return options ? joined(options.map(typeParts), ' or ') : plainType(schema)
}

const range = (low: number | undefined, high: number | undefined, unit: string): string => {
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`
  if (low !== undefined) return `at least ${low}${unit}`
  return high === undefined ? '' : `at most ${high}${unit}`
}

/** What a schema asks of a value, in words: `1 to 300 characters; default 50`. */
export const constraintsOf = (schema: Schema): string =>
  [
    range(schema.minimum, schema.maximum, ''),
    range(schema.minLength, schema.maxLength, ' characters'),
    range(schema.minItems, schema.maxItems, ' items'),
    schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`,
    schema.pattern && !schema.description ? `pattern ${schema.pattern}` : '',
  ]
    .filter(Boolean)
    .join('; ')

const notesOf = (schema: Schema): string => [schema.description ?? '', constraintsOf(schema)].filter(Boolean).join('; ')

/** The object behind a field whose fields are shown with it: itself, or what its list holds. */
const nested = (schema: Schema): { schema: Schema; suffix: string } | null => {
  if (schema.properties) return { schema, suffix: '.' }
  return schema.items?.properties ? { schema: schema.items, suffix: '[].' } : null
}

/** Every field of an object schema, with the fields of inline objects below it. References are not followed. */
export const rowsOf = (schema: Schema, prefix = ''): SchemaRow[] =>
  Object.entries(schema.properties ?? {}).flatMap(([field, of]) => {
    const name = `${prefix}${field}`
    const isRequired = schema.required?.includes(field) ?? false
    const row = { name, type: typeParts(of), required: isRequired, notes: notesOf(of) }
    const inner = nested(of)
    return inner ? [row, ...rowsOf(inner.schema, `${name}${inner.suffix}`)] : [row]
  })
