import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { SCRIPT } from '../../src/web/script/made.ts'

const HEAD = '// Made from src/web/script/review.ts by tests/web/review-script.test.ts (-u makes it anew).\n\n'

test('the script of the review desk is made of its source', async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('../../src/web/script/review.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    write: false,
  })
  const text = outputFiles[0]?.text ?? ''
  await expect(`${HEAD}export const SCRIPT = ${JSON.stringify(text)}\n`).toMatchFileSnapshot(
    '../../src/web/script/made.ts',
  )
})

test('is small, and asks for nothing', () => {
  expect(SCRIPT.length).toBeGreaterThan(500)
  expect(SCRIPT.length).toBeLessThan(30_000)
  expect(SCRIPT).not.toMatch(/fetch\(|XMLHttpRequest|eval\(|innerHTML|https?:/)
})
