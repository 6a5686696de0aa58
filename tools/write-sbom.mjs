// Writes what goes into production as a CycloneDX document, by npm itself and without network: dist/sbom.cdx.json, or the file named.
// npm leaves out what tests need too when it is told to omit that, so it is shown a lock file of what goes into production alone.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inProduction } from './in-production.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'))
const file = process.argv[2] ?? join(root, 'dist/sbom.cdx.json')

const { devDependencies: _, scripts: __, allowScripts: ___, ...manifest } = read('package.json')
const lock = read('package-lock.json')
const { devDependencies: ____, ...own } = lock.packages['']
const reached = inProduction(lock.packages)
const kept = [...reached].sort().map((path) => {
  const { dev: _dev, devOptional: _devOptional, ...entry } = lock.packages[path]
  return [path, entry]
})

const folder = mkdtempSync(join(tmpdir(), 'hindcast-sbom-'))
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...lock, packages: { '': own, ...Object.fromEntries(kept) } }),
  )
  const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    shell: process.platform === 'win32',
  })
  if (made.status !== 0) throw new Error(`npm sbom failed: ${made.stderr || made.error?.message}`)
  const { specVersion, components } = JSON.parse(made.stdout)
  const listed = new Set(components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`))
  const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 13)
  const missing = kept.map(([path, { version }]) => `${nameOf(path)}@${version}`).filter((one) => !listed.has(one))
  if (missing.length > 0) throw new Error(`npm sbom left out ${missing.join(', ')}`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, made.stdout)
  console.log(`${file}: CycloneDX ${specVersion}, ${components.length} components`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
