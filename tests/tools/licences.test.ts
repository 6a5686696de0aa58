import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What the check says of a root that needs `a`, which needs `b`, each under a licence; `c` is needed by the tests alone. */
const checked = (a: unknown, b: unknown) => {
  const root = mkdtempSync(join(tmpdir(), 'hindcast-licences-'))
  const lock = {
    packages: {
      '': { dependencies: { a: '1' }, devDependencies: { c: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '1' } },
      'node_modules/a/node_modules/b': { version: '1.1.0' },
      'node_modules/c': { version: '1.2.0', license: 'AGPL-3.0-only', dev: true },
    },
  }
  try {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
    mkdirSync(join(root, 'node_modules/a/node_modules/b'), { recursive: true })
    writeFileSync(join(root, 'node_modules/a/package.json'), JSON.stringify({ license: a }))
    writeFileSync(join(root, 'node_modules/a/node_modules/b/package.json'), JSON.stringify({ license: b }))
    const { status, stderr } = spawnSync(process.execPath, ['tools/check-licences.mjs', root], { encoding: 'utf8' })
    return { status, stderr }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

describe('the check of licences', () => {
  it.each([
    ['MIT', 'ISC'],
    ['(AGPL-3.0-only OR MIT)', { type: 'BSD-3-Clause' }],
    ['Apache-2.0 AND MIT', 'Unlicense'],
  ])('lets %j and %j pass, whatever the tests need', (a, b) => expect(checked(a, b)).toEqual({ status: 0, stderr: '' }))

  it.each([
    ['MIT', 'GPL-3.0-only', /^b@1\.1\.0: GPL-3\.0-only/],
    ['MIT AND GPL-3.0-only', 'MIT', /^a@1\.0\.0/],
    ['SEE LICENSE IN LICENSE', 'MIT', /^a@1\.0\.0/],
    [undefined, 'MIT', /^a@1\.0\.0: none stated/],
  ])('refuses %j with %j', (a, b, said) => {
    const { status, stderr } = checked(a, b)
    expect(status).toBe(1)
    expect(stderr).toMatch(said)
  })
})
