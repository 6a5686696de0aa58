import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scopes } from '../../src/core/key.ts'
import { createApp } from '../../src/http/app.ts'
import { tools } from '../../src/http/mcp/tools.ts'
import { draws } from '../../src/site.ts'
import { matrixPage, rowsOf } from '../support/scope-matrix.ts'

const app = createApp(() => {
  throw new Error('the document needs no services')
}, draws)
type Operation = {
  operationId: string
  security?: unknown
  'x-scope': string
  'x-scope-further'?: { without: string }
  requestBody?: object
  responses: object
}
const { paths } = app.apiDocument() as unknown as { paths: Record<string, Record<string, Operation>> }
const operations = Object.values(paths).flatMap((methods) => Object.entries(methods))

test('the OpenAPI document is the one on file', async () => {
  await expect(`${JSON.stringify(app.apiDocument(), null, 2)}\n`).toMatchFileSnapshot('./openapi.snapshot.json')
})

test('docs/scopes.md tells what each route asks of who calls it', async () => {
  await expect(matrixPage(rowsOf(app.apiDocument()), tools)).toMatchFileSnapshot('../../docs/scopes.md')
})

test('every tool asks for the scope of the operation that does the same', () => {
  const scopeOf = new Map(operations.map(([, operation]) => [operation.operationId, operation['x-scope']]))
  expect(tools.map(({ name, scope }) => [name, scope])).toEqual(
    tools.map(({ name, operationId }) => [name, scopeOf.get(operationId)]),
  )
})

test('the document says what receivers of webhooks are sent', () => {
  const { webhooks } = app.apiDocument() as unknown as {
    webhooks: Record<string, { post: { parameters: { name: string; in: string }[]; requestBody: { content: object } } }>
  }
  const said = Object.entries(webhooks).map(([name, { post }]) => [
    name,
    post.requestBody.content,
    post.parameters.map((one) => `${one.in} ${one.name}`),
  ])
  const headers = ['header webhook-id', 'header webhook-timestamp', 'header webhook-signature']
  const of = (id: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${id}` } } })
  expect(said).toEqual([
    ['fact', of('WebhookMessage'), headers],
    ['test', of('WebhookTestMessage'), headers],
  ])
})

test('no component that a body holds is null itself: a place that may be says so', () => {
  type Schema = { type?: unknown; anyOf?: { type?: unknown }[] }
  const { schemas } = (app.apiDocument() as unknown as { components: { schemas: Record<string, Schema> } }).components
  const held = new Set<string>()
  const hold = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (held.has(name)) continue
      held.add(name)
      hold(schemas[name])
    }
  }
  for (const [, { requestBody }] of operations) hold(requestBody)
  expect(held).toContain('Outcome')
  const saysNull = ({ type, anyOf = [] }: Schema): boolean =>
    [type, ...anyOf.map((one) => one.type)].flat().includes('null')
  expect([...held].filter((name) => saysNull(schemas[name] ?? {}))).toEqual([])
})

test('every operation that may refuse who asks says so', () => {
  const silent = operations.filter(([method, { 'x-scope': scope, 'x-scope-further': more, responses }]) => {
    const guarded = method !== 'get' || !['none', 'any'].includes(scope) || more?.without === 'refused'
    return guarded && !('403' in responses)
  })
  expect(silent.map(([, { operationId }]) => operationId)).toEqual([])
})

/** What a judged author, or anybody, may write or have computed without a key. */
const open = ['fileDispute', 'replyToDispute', 'computeScores']

test('every write but the open ones needs a key with a scope, and every operation has an id of its own', () => {
  for (const [method, operation] of operations) {
    if (method === 'get') continue
    if (open.includes(operation.operationId)) expect(operation['x-scope']).toBe('none')
    else expect(['any', ...scopes], operation.operationId).toContain(operation['x-scope'])
  }
  const ids = operations.map(([, { operationId }]) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

const root = new URL('../../', import.meta.url)
const pages = ['README.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
)
/** The routes that a page names as `METHOD /v1/…`, each once. */
const routesNamedIn = (page: string): [method: string, path: string][] => {
  const named = readFileSync(new URL(page, root), 'utf8').matchAll(/\b(GET|POST) (\/v1\/(?:[\w/{}…:-]|\.(?=\w))*)/g)
  const routes = [...named].map(([, method = '', path = '']): [string, string] => [method.toLowerCase(), path])
  return [...new Map(routes.map((route) => [route.join(' '), route])).values()]
}
/** A part in braces, and one that stands for any (`…`), meet a parameter alone. */
const isNamed = (template: string, path: string): boolean => {
  const [known, named] = [template.split('/'), path.split('/')]
  const parameter = /^[{:…]/
  return (
    known.length === named.length &&
    known.every((part, at) => (part.startsWith('{') ? parameter.test(named[at] ?? '') : part === named[at]))
  )
}

test('every route that the pages name is in the document', () => {
  const named = pages.flatMap((page) => routesNamedIn(page).map(([method, path]) => ({ page, method, path })))
  const absent = named.filter(
    ({ method, path }) =>
      !Object.entries(paths).some(([template, methods]) => method in methods && isNamed(template, path)),
  )
  expect(absent).toEqual([])
  expect(named.map(({ method, path }) => `${method} ${path}`)).toEqual(
    expect.arrayContaining(['get /v1/window-rules', 'get /v1/lexicons', 'post /v1/candidates/{id}/reviews']),
  )
})
