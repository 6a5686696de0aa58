import { expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'

const app = createApp(() => {
  throw new Error('the document needs no services')
})
type Operation = { operationId: string; security?: unknown; 'x-scope'?: string }
const { paths } = app.apiDocument() as unknown as { paths: Record<string, Record<string, Operation>> }
const operations = Object.values(paths).flatMap((methods) => Object.entries(methods))

test('the OpenAPI document is the one on file', async () => {
  await expect(`${JSON.stringify(app.apiDocument(), null, 2)}\n`).toMatchFileSnapshot('./openapi.snapshot.json')
})

test('every write needs a key with a scope, and every operation has an id of its own', () => {
  for (const [method, operation] of operations) {
    if (method === 'post') expect(operation, operation.operationId).toHaveProperty('x-scope')
  }
  const ids = operations.map(([, { operationId }]) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})
