import { z } from 'zod'
import { type Scope, scopes } from '../../src/core/key.ts'
import type { Tool } from '../../src/http/mcp/tool.ts'

const Needed = z.enum(['none', 'any', ...scopes])
const Further = z.strictObject({
  scope: z.enum(scopes),
  when: z.string().min(1),
  without: z.enum(['refused', 'hidden', 'less']),
})
const Operation = z.looseObject({
  operationId: z.string(),
  'x-scope': Needed,
  'x-scope-further': Further.optional(),
})
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

/** Who asks: nobody, a key that holds one scope, or one that is good no more. */
export const askers = ['nobody', ...scopes, 'expired', 'revoked'] as const
export type Asker = (typeof askers)[number]

/** What becomes of a request: it is let through, or refused for want of a good key (401) or of a scope (403). */
export type Access = 'in' | '401' | '403'

export type Row = {
  method: string
  path: string
  operationId: string
  needed: z.infer<typeof Needed>
  further: z.infer<typeof Further> | null
}

/** One row an operation of the document, in its order. Refuses a document in which one states no scope. */
export const rowsOf = (document: unknown): Row[] =>
  Object.entries(Document.parse(document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operationId: operation.operationId,
      needed: operation['x-scope'],
      further: operation['x-scope-further'] ?? null,
    })),
  )

const isScope = (asker: Asker): asker is Scope => scopes.some((scope) => scope === asker)

/** What the stated scope of a row means for one who asks. A key that is good no more is refused everywhere under /v1, never ignored. */
export const accessOf = ({ needed, path }: Row, asker: Asker): Access => {
  if (!path.startsWith('/v1/')) return 'in'
  if (asker === 'nobody') return needed === 'none' ? 'in' : '401'
  if (!isScope(asker)) return '401'
  return needed === 'none' || needed === 'any' || asker === 'admin' || asker === needed ? 'in' : '403'
}

const withouts = { refused: '403 without it', hidden: '404 without it', less: 'less without it' } as const

type GuardedTool = Pick<Tool, 'name' | 'scope' | 'operationId'>

/** What the scope of a tool means for one who asks. A key that is good no more is refused at /mcp, whatever it is shown for. */
export const accessOfTool = ({ scope: needed }: GuardedTool, asker: Asker): Access =>
  accessOf({ method: 'POST', path: '/v1/', operationId: '', needed, further: null }, asker)

const toolLines = (tools: readonly GuardedTool[]): string[] =>
  tools.map((one) => {
    const cells = askers.slice(0, -2).map((asker) => (accessOfTool(one, asker) === 'in' ? '●' : '·'))
    return `| ${one.name} | ${one.scope} | ${cells.join(' | ')} | ${one.operationId} |`
  })

/** The matrix as a page. */
export const matrixPage = (rows: readonly Row[], tools: readonly GuardedTool[]): string => {
  const cell = (row: Row, asker: Asker): string => (accessOf(row, asker) === 'in' ? '●' : '·')
  const lines = rows.map((row) => {
    const cells = askers.slice(0, -2).map((asker) => cell(row, asker))
    const { further } = row
    const more = further ? `\`${further.scope}\` ${further.when} (${withouts[further.without]})` : ''
    return `| ${row.method} ${row.path} | ${row.needed} | ${cells.join(' | ')} | ${more} |`
  })
  return `# Scopes

What each route asks of who calls it, made from the OpenAPI document (\`x-scope\`, \`x-scope-further\`) and held by a test that
calls every route with every kind of key. ● is let through, · is refused: 401 without a good key, 403 with one that lacks the
scope. \`none\` needs no key, \`any\` takes every good one, \`admin\` opens all. Under /v1 a key that is unknown, revoked, expired or
replaced is refused (401) wherever it is shown. [Keys](keys.md) tells how they are made.

| route | scope | no key | ${scopes.join(' | ')} | some requests need more |
| --- | --- |${' --- |'.repeat(scopes.length + 2)}
${lines.join('\n')}

## Tools

\`/mcp\` ([tools for language models](mcp.md)) is one address that takes every call, so it stands in no route above: each tool states its
scope, that of the operation which does the same. A bad key is refused there as everywhere (401). A call without a key, or with one
that lacks the scope, is answered by the tool itself (\`isError\`, beginning with \`unauthenticated\` or \`forbidden\`).

| tool | scope | no key | ${scopes.join(' | ')} | the same as |
| --- | --- |${' --- |'.repeat(scopes.length + 2)}
${toolLines(tools).join('\n')}
`
}
