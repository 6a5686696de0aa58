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
type Described = JsonSchema & { properties?: Record<string, JsonSchema>; $defs?: Record<string, Described> }

const kinds: Readonly<Record<string, Column['kind']>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
}

const named = (ref: string, defs: Record<string, Described>): Described => defs[ref.replace('#/$defs/', '')] ?? {}

/** The plain types that a field may have, without null; anything nested is `json`. */
const typesOf = (field: JsonSchema, defs: Record<string, Described>): string[] => {
  if (field.$ref !== undefined) return typesOf(named(field.$ref, defs), defs)
  const parts = field.anyOf ?? field.oneOf
  if (parts) return parts.flatMap((part) => typesOf(part, defs))
  const types = [field.type ?? 'json'].flat()
  return types.flatMap((type) => (type === 'null' ? [] : [typeof type === 'string' ? type : 'json']))
}

/** The columns of a thing, in the order of its fields: `{ id, said: { earliest, latest } }` has a text `id` and a json `said`. */
export const columnsOf = (schema: z.ZodObject): Column[] => {
  const described = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as Described
  const { $ref, $defs = {} } = described
  const { properties = {} } = $ref === undefined ? described : named($ref, $defs)
  return Object.entries(properties).map(([name, field]) => {
    const types = new Set(typesOf(field, $defs))
    const [only] = types
    return { name, kind: (types.size === 1 && only !== undefined && kinds[only]) || 'json' }
  })
}
