import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientPackage } from './pack-client.ts'
import { scoringPackage } from './pack-scoring.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'hindcast-pack-'))
const modules = join(scratch, 'node_modules')
const command = join(modules, 'hindcast', 'dist', 'cli.js')

/** Installs the packed tarball as npm would, with the dependencies that are here: TypeScript would not run there. */
beforeAll(() => {
  mkdirSync(modules, { recursive: true })
  execFileSync('npm', ['pack', '--pack-destination', scratch], { cwd: root, stdio: 'pipe' })
  const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? ''
  execFileSync('tar', ['-xzf', join(scratch, tarball), '-C', modules])
  execFileSync('mv', [join(modules, 'package'), join(modules, 'hindcast')])
  const manifest = JSON.parse(readFileSync(join(modules, 'hindcast', 'package.json'), 'utf8'))
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
}, 120_000)

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const run = (...args: string[]): string =>
  execFileSync(process.execPath, [command, ...args], {
    cwd: scratch,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

test('the packed command is plain JavaScript that scores a file', () => {
  const file = join(scratch, 'forecasts.csv')
  writeFileSync(file, 'author,question,probability,outcome\nAda,q1,0.8,1\nAda,q2,0.4,0\n')
  const { authors } = JSON.parse(run('score', file, '--json'))
  expect(authors[0]).toMatchObject({ author: 'Ada', n: 2 })
})

test('the packed command extracts, and finds its migrations and examples', () => {
  const file = join(scratch, 'piece.txt')
  writeFileSync(file, 'The bridge will probably open by the end of March 2027. It was a long winter.')
  const { candidates } = JSON.parse(run('extract', file, '--published-at', '2026-11-02', '--json'))
  expect(candidates[0].window.end).toBe('2027-03-31')
  expect(JSON.parse(run('keys', 'list', '--data', join(scratch, 'data'), '--json'))).toEqual([])
  expect(existsSync(join(modules, 'hindcast', 'examples', 'commentary', 'manifest.json'))).toBe(true)
})

const installed = () => ({ scratch, tsc: join(root, 'node_modules', '.bin', 'tsc') })
scoringPackage(installed)
clientPackage(installed)
