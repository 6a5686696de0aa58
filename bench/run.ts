import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'

/**
 * `npm run bench [NAME] [-- ARGUMENTS]`: runs one program of this folder, or all of them in turn. Each is bundled first, as
 * the command is when it is shipped: a loader that compiles on the way changes what is measured.
 */
const benches = ['throughput', 'edge', 'dates', 'evidence', 'scoring', 'batch', 'webhooks', 'import', 'author-page']

const [name, ...given] = process.argv.slice(2)
if (name !== undefined && !benches.includes(name)) {
  console.error(`there is no bench ${name}: name one of ${benches.join(', ')}`)
  process.exit(1)
}

let failed = false
for (const bench of name === undefined ? benches : [name]) {
  const outfile = `.hindcast/bench/${bench}.js`
  await build({
    entryPoints: [`bench/${bench}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  console.log(`\n== ${bench}`)
  const { status } = spawnSync(process.execPath, [outfile, ...given], { stdio: 'inherit' })
  failed ||= status !== 0
}
process.exitCode = failed ? 1 : 0
