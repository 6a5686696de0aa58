import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { MACHINE, type Measured, RESULTS, tableOf } from './harness.ts'

/**
 * `npm run bench [NAME] [-- --full ARGUMENTS]`: with a name one program of this folder; without, all ratios, which are written to
 * `bench/results.json`. Each program is bundled first, as the command is when it is shipped: a loader that compiles on the way changes
 * what is measured.
 */
const ratios = ['scoring', 'extraction', 'batch', 'settle', 'open-questions', 'reads', 'four-processes', 'cold-start']
/** What measures how well rather than how fast, or is stated without a ratio. */
const others = ['edge', 'dates', 'evidence', 'webhooks', 'import', 'author-page', 'growth']

const FOLDER = '.hindcast/bench'
const COLLECTED = `${FOLDER}/collected.ndjson`
const PUBLISHED = 'bench/results.json'

const bundled = async (name: string): Promise<string> => {
  const outfile = `${FOLDER}/${name}.js`
  await build({
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return outfile
}

const run = async (
  name: string,
  given: readonly string[],
  environment: Record<string, string> = {},
): Promise<boolean> => {
  console.log(`\n== ${name}`)
  const options = { stdio: 'inherit', env: { ...process.env, ...environment } } as const
  return spawnSync(process.execPath, ['--expose-gc', await bundled(name), ...given], options).status === 0
}

const all = async (given: readonly string[]): Promise<boolean> => {
  mkdirSync(FOLDER, { recursive: true })
  rmSync(COLLECTED, { force: true })
  const failed: string[] = []
  for (const name of ratios) if (!(await run(name, given, { [RESULTS]: COLLECTED }))) failed.push(name)
  const lines = existsSync(COLLECTED) ? readFileSync(COLLECTED, 'utf8').trimEnd().split('\n') : []
  const measured: Measured[] = lines.map((line) => JSON.parse(line))
  const mode = given.includes('--full') ? 'full' : 'short'
  const results = measured.map(({ target: _, ...figure }) => figure)
  if (failed.length === 0)
    writeFileSync(PUBLISHED, `${JSON.stringify({ machine: `${MACHINE}; ${mode}`, results }, null, 2)}\n`)
  console.log(`\n${MACHINE}\n${tableOf(measured)}`)
  if (failed.length > 0)
    console.error(`nothing is written to ${PUBLISHED}; these could not be measured: ${failed.join(', ')}`)
  else console.log(`written to ${PUBLISHED}`)
  return failed.length === 0
}

const [first, ...rest] = process.argv.slice(2)
const name = first?.startsWith('-') ? undefined : first
if (name !== undefined && ![...ratios, ...others].includes(name)) {
  console.error(`there is no bench ${name}: name one of ${[...ratios, ...others].join(', ')}`)
  process.exit(1)
}
const good = name === undefined ? await all(first === undefined ? [] : [first, ...rest]) : await run(name, rest)
process.exitCode = good ? 0 : 1
