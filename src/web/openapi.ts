import { z } from 'zod'

/** The part of OpenAPI 3.1 that the reference shows. A schema keeps only the keywords that the product uses. */
const Keywords = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  required: z.array(z.string()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
})

export type Schema = z.infer<typeof Keywords> & {
  properties?: Record<string, Schema> | undefined
  items?: Schema | undefined
  allOf?: Schema[] | undefined
  anyOf?: Schema[] | undefined
  oneOf?: Schema[] | undefined
}
const Schema: z.ZodType<Schema> = z.lazy(() =>
  Keywords.extend({
    properties: z.record(z.string(), Schema).optional(),
    items: Schema.optional(),
    allOf: z.array(Schema).optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
  }),
)

const Content = z.record(z.string(), z.object({ schema: Schema.optional() })).optional()

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: Schema.optional(),
})
export type Parameter = z.infer<typeof Parameter>

const Answer = z.object({ description: z.string(), content: Content })

const Operation = z.object({
  operationId: z.string().optional(),
  tags: z.array(z.string()).optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  'x-scope': z.string().optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), Answer),
})

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const PathItem = z.partialRecord(z.enum(methods), Operation)

const ApiDocument = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().optional() }),
  paths: z.record(z.string(), PathItem),
  components: z.object({ schemas: z.record(z.string(), Schema).optional() }),
})

/** An operation with its place in the document. */
export type DocumentedOperation = z.infer<typeof Operation> & { method: string; path: string; anchor: string }
export type TagGroup = { tag: string; operations: DocumentedOperation[] }
export type Reference = {
  title: string
  version: string
  description: string
  groups: TagGroup[]
  schemas: [name: string, schema: Schema][]
}

/** `#/components/schemas/Author` → `Author` */
export const refName = (ref: string): string => ref.split('/').at(-1) ?? ref

const anchorOf = (method: string, path: string, id: string | undefined): string =>
  `op-${id ?? `${method}-${path.replace(/\W+/g, '-')}`}`

/** Reads a document into what the reference shows: operations grouped by their first tag, in order of appearance. */
export const referenceOf = (document: unknown): Reference => {
  const { info, paths, components } = ApiDocument.parse(document)
  const groups = new Map<string, DocumentedOperation[]>()
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = item[method]
      if (!operation) continue
      const tag = operation.tags?.[0] ?? 'other'
      const anchor = anchorOf(method, path, operation.operationId)
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method, path, anchor }])
    }
  }
  return {
    title: info.title,
    version: info.version,
    description: info.description ?? '',
    groups: [...groups].map(([tag, operations]) => ({ tag, operations })),
    schemas: Object.entries(components.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}
