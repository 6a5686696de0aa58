import { z } from 'zod'

/** What stands in a column: a plain value, or `json` for what is nested. A value may be missing in any of them. */
export type Column = { name: string; kind: 'text' | 'number' | 'integer' | 'boolean' | 'json' }

type JsonSchema = {
  type?: unknown
  $ref?: string
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
}
type Described = { properties?: Record<string, JsonSchema>; $defs?: Record<string, JsonSchema> }

const kinds: Readonly<Record<string, Column['kind']>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
}

/** The plain types that a field may have, without null; anything nested is `json`. */
const typesOf = (field: JsonSchema, defs: Record<string, JsonSchema>): string[] => {
  if (field.$ref !== undefined) return typesOf(defs[field.$ref.replace('#/$defs/', '')] ?? {}, defs)
  const parts = field.anyOf ?? field.oneOf
  if (parts) return parts.flatMap((part) => typesOf(part, defs))
  return field.type === 'null' ? [] : [typeof field.type === 'string' ? field.type : 'json']
}

/** The columns of a thing, in the order of its fields: `{ id, said: { earliest, latest } }` has a text `id` and a json `said`. */
export const columnsOf = (schema: z.ZodObject): Column[] => {
  const { properties = {}, $defs = {} } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as Described
  return Object.entries(properties).map(([name, field]) => {
    const types = new Set(typesOf(field, $defs))
    const [only] = types
    return { name, kind: (types.size === 1 && only !== undefined && kinds[only]) || 'json' }
  })
}
