import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readRows } from '../../src/cli/importing/read-rows.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hindcast-rows-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

it('a text in JSON lines may hold the separators of Unicode', async () => {
  const file = join(scratch, 'rows.ndjson')
  const rows = [{ note: 'one\u2028two' }, { note: 'three\u2029four' }]
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\r\n`).join(''))
  const read = []
  for await (const one of readRows(file, () => undefined)) read.push(one)
  expect(read).toEqual(rows.map((row, at) => ({ line: at + 1, row })))
})
