#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { Terminal } from './cli/terminal.ts'
import { Problem } from './core/problem.ts'
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
  serve: async () => (await import('./cli/serve.ts')).serveCommand(terminal, await host()),
  extract: async () => (await import('./cli/extract.ts')).extractCommand(terminal),
  eval: async () => (await import('./cli/eval.ts')).evalCommand(terminal),
  evidence: async () => (await import('./cli/evidence.ts')).evidenceCommand(terminal),
  score: async () => (await import('./cli/score.ts')).scoreCommand(terminal),
  keys: async () => (await import('./cli/keys.ts')).keysCommand(terminal, await host()),
  feeds: async () => (await import('./cli/feeds.ts')).feedsCommand(terminal, await host()),
  migrate: async () => (await import('./cli/migrate.ts')).migrateCommand(terminal, await host()),
}

const program = new Command('hindcast')
  .description('Keeps score of published foresight.')
  .version(manifest.version)
  .showHelpAfterError('(--help shows what there is)')

/** Only the command that is asked for is loaded; all of them where none is, so that the help shows what there is. */
const [, , name = ''] = process.argv
for (const [known, load] of Object.entries(commands))
  if (known === name || !Object.hasOwn(commands, name)) program.addCommand(await load())

/** Errors of the database become problems where a command loaded it. */
const asProblem = async (thrown: unknown): Promise<unknown> =>
  thrown instanceof Problem ? thrown : (await import('./storage/violations.ts')).asProblem(thrown)

try {
  await program.parseAsync()
} catch (thrown) {
  const error = await asProblem(thrown)
  if (!(error instanceof Problem)) throw error
  terminal.note(`hindcast: ${error.message}`)
  for (const { field, detail } of error.fields) terminal.note(`  ${field}: ${detail}`)
  terminal.note(`  ${error.remedy}`)
  process.exitCode = 1
}
