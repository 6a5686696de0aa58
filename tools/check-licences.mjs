// Holds that every package that goes into production has a licence of the list below. Reads package-lock.json and node_modules alone.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inProduction } from './in-production.mjs'

/** SPDX identifiers that ask for no more than that the notice goes along. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PostgreSQL',
  'Unlicense',
  'Zlib',
])

/** Whether an SPDX expression is allowed: one side of each OR, both of each AND. What it cannot read is not. */
const isAllowed = (expression) => {
  const plain = expression.replaceAll('(', '').replaceAll(')', '').trim()
  if (/ OR /.test(plain) && / AND /.test(plain)) return false
  if (/ OR /.test(plain)) return plain.split(' OR ').some((one) => ALLOWED.has(one.trim()))
  return plain.split(' AND ').every((one) => ALLOWED.has(one.trim()))
}

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** What a package states of its licence, in the form of today or those of old. */
const licenceOf = (path, entry) => {
  const file = join(path, 'package.json')
  const stated = existsSync(join(root, file)) ? read(file) : {}
  const told = stated.license ?? stated.licenses ?? entry.license
  if (Array.isArray(told)) return told.map((one) => one.type ?? String(one)).join(' OR ')
  return typeof told === 'object' && told !== null ? String(told.type) : String(told ?? 'none stated')
}

const locked = read('package-lock.json').packages

const reached = inProduction(locked)
if (reached.size === 0) throw new Error('package-lock.json names no package that goes into production')
const found = [...reached].map((path) => ({
  name: `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${locked[path].version}`,
  licence: licenceOf(path, locked[path]),
}))
const refused = found.filter(({ licence }) => !isAllowed(licence))
const licences = [...new Set(found.map(({ licence }) => licence))].sort()
const counts = licences.map((one) => `${one} ${found.filter(({ licence }) => licence === one).length}`)
console.log(`${found.length} packages go into production: ${counts.join(', ')}`)
for (const { name, licence } of refused)
  console.error(`${name}: ${licence} is not on the list of tools/check-licences.mjs`)
process.exitCode = refused.length > 0 ? 1 : 0
