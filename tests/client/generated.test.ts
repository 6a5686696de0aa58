import { typesOf } from 'api-types'
import { expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { draws } from '../../src/site.ts'

const app = createApp(() => {
  throw new Error('the document needs no services')
}, draws)
const document = app.apiDocument()

const HEAD = '// Generated from the OpenAPI document by tests/client/generated.test.ts (-u writes it anew).\n\n'

test('the types of hindcast/client are those of the OpenAPI document', async () => {
  const types = await typesOf(JSON.parse(JSON.stringify(document)))
  await expect(`${HEAD}${types}`).toMatchFileSnapshot('../../src/client/api.ts')
})

test('hindcast/client knows what is answered once', async () => {
  const takes = ({ parameters = [] }: { parameters?: object[] }) =>
    parameters.some((parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key')
  const once = Object.entries(document.paths).flatMap(([path, { post }]) => (post && takes(post) ? [path] : []))
  const lines = once.map((path) => `  '${path}',\n`).join('')
  const text = `${HEAD}/** The paths whose POST takes an \`Idempotency-Key\`. */
export const answeredOnce: readonly string[] = [\n${lines}]\n`
  await expect(text).toMatchFileSnapshot('../../src/client/answered-once.ts')
  expect(once).toContain('/v1/predictions')
})
