#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { Terminal } from './cli/terminal.ts'
import { toInstant } from './core/time.ts'

const terminal: Terminal = {
  now: () => toInstant(new Date()),
  environment: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
}

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url))

/** The database, the jobs and the site load with the first command that needs them: that takes longer than most commands. */
const host = async () => (await import('./host.ts')).host

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./cli/demo.ts')).demoCommand(terminal, await host(), EXAMPLES),
  serve: async () => (await import('./cli/serve.ts')).serveCommand(terminal, await host(), EXAMPLES),
  extract: async () => (await import('./cli/extract.ts')).extractCommand(terminal),
  eval: async () => (await import('./cli/eval.ts')).evalCommand(terminal),
  evidence: async () => (await import('./cli/evidence.ts')).evidenceCommand(terminal),
  score: async () => (await import('./cli/score.ts')).scoreCommand(terminal),
  keys: async () => (await import('./cli/keys.ts')).keysCommand(terminal, await host()),
  people: async () => (await import('./cli/people.ts')).peopleCommand(terminal, await host()),
  feeds: async () => (await import('./cli/feeds.ts')).feedsCommand(terminal, await host()),
  submit: async () => (await import('./cli/remote/submit.ts')).submitCommand(terminal),
  list: async () => (await import('./cli/remote/list.ts')).listCommand(terminal),
  review: async () => (await import('./cli/remote/review.ts')).reviewCommand(terminal),
  resolve: async () => (await import('./cli/remote/resolve.ts')).resolveCommand(terminal),
  import: async () => (await import('./cli/importing/import.ts')).importCommand(terminal, await host()),
  export: async () => (await import('./cli/remote/export.ts')).exportCommand(terminal),
  snapshot: async () => (await import('./cli/snapshot.ts')).snapshotCommand(terminal, await host()),
  checkpoint: async () => (await import('./cli/remote/checkpoint.ts')).checkpointCommand(terminal),
  verify: async () => (await import('./cli/verifying/verify.ts')).verifyCommand(terminal),
  watch: async () => (await import('./cli/remote/watch.ts')).watchCommand(terminal),
  backup: async () => (await import('./cli/backup.ts')).backupCommand(terminal),
  restore: async () => (await import('./cli/restore.ts')).restoreCommand(terminal, await host()),
  migrate: async () => (await import('./cli/migrate.ts')).migrateCommand(terminal, await host()),
}

const program = new Command('hindcast')
  .description('Keeps score of published foresight.')
  .version(manifest.version)
  .showHelpAfterError('(--help shows what there is)')
  // Options belong to the command that they follow: `review accept ID --json`.
  .enablePositionalOptions()

/** Only the command that is asked for is loaded; all of them where none is, so that the help shows what there is. */
const [, , name = ''] = process.argv
for (const [known, load] of Object.entries(commands))
  if (known === name || !Object.hasOwn(commands, name)) program.addCommand(await load())

/** Whoever reads our output may have had enough (`| head`): that is no failure. */
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
})

/** Errors of the database become problems where a command loaded it. */
const failureOf = async (thrown: unknown) => {
  const { failureOf } = await import('./cli/failure.ts')
  return failureOf(thrown) ?? failureOf((await import('./storage/violations.ts')).asProblem(thrown))
}

try {
  await program.parseAsync()
} catch (thrown) {
  const failure = await failureOf(thrown)
  if (!failure) throw thrown
  if (process.argv.includes('--json')) terminal.note(JSON.stringify(failure.document, null, 2))
  else for (const line of failure.lines) terminal.note(line)
  process.exitCode = failure.exit
}
