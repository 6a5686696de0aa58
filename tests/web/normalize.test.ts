import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'

test('the base of the style is that of the package, made small', async () => {
  const css = await readFile(fileURLToPath(import.meta.resolve('modern-normalize')), 'utf8')
  const { code } = await transform(css, { loader: 'css', minify: true, legalComments: 'inline' })
  const made = `// Made from the package modern-normalize by tests/web/normalize.test.ts; never edited.
export const NORMALIZE = ${JSON.stringify(code.trim())}
`
  await expect(made).toMatchFileSnapshot('../../src/web/style/normalize.ts')
})
