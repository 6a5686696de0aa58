#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { demoCommand } from './cli/demo.ts'
import { evalCommand } from './cli/eval.ts'
import { evidenceCommand } from './cli/evidence.ts'
import { extractCommand } from './cli/extract.ts'
import { feedsCommand } from './cli/feeds.ts'
import type { Host } from './cli/host.ts'
import { keysCommand } from './cli/keys.ts'
import { migrateCommand } from './cli/migrate.ts'
import { scoreCommand } from './cli/score.ts'
import { serveCommand } from './cli/serve.ts'
import type { Terminal } from './cli/terminal.ts'
import { Problem } from './core/problem.ts'
import { closeDueQuestions } from './jobs/close-due-questions.ts'
import { pollFeeds } from './jobs/poll-feeds.ts'
import { resolveQuestions } from './jobs/resolve-questions.ts'
import { extractorSettings } from './outside/models/settings.ts'
import { newSecret } from './outside/random.ts'
import { clock, firstKey, HOST, hostContext, MIGRATIONS, openDatabase, servicesHere, startServing } from './server.ts'
import { migratePostgres } from './storage/postgres.ts'
import { asProblem } from './storage/violations.ts'

const terminal: Terminal = {
  now: clock,
  environment: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
}

const host: Host = {
  open: async (choice) => {
    const extractor = extractorSettings(process.env, null)
    const database = await openDatabase(choice)
    return { services: servicesHere(database, extractor), close: database.close }
  },
  migrate: (url) => migratePostgres(url, MIGRATIONS),
  context: hostContext,
  firstKey,
  newSecret,
  closeDue: async (services, asOf) => (await closeDueQuestions(services, HOST, asOf))?.closed ?? 0,
  tryRules: async (services) => void (await resolveQuestions(services, HOST, services.clock())),
  pollFeeds: (services) => pollFeeds(services, HOST, services.clock()),
  serve: startServing,
  stopRequested: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
}

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url))

const program = new Command('hindcast')
  .description('Keeps score of published foresight.')
  .version(manifest.version)
  .showHelpAfterError('(--help shows what there is)')
  .addCommand(demoCommand(terminal, host, EXAMPLES))
  .addCommand(serveCommand(terminal, host))
  .addCommand(extractCommand(terminal))
  .addCommand(evalCommand(terminal))
  .addCommand(evidenceCommand(terminal, host))
  .addCommand(scoreCommand(terminal))
  .addCommand(keysCommand(terminal, host))
  .addCommand(feedsCommand(terminal, host))
  .addCommand(migrateCommand(terminal, host))

try {
  await program.parseAsync()
} catch (thrown) {
  const error = asProblem(thrown)
  if (!(error instanceof Problem)) throw error
  terminal.note(`hindcast: ${error.message}`)
  for (const { field, detail } of error.fields) terminal.note(`  ${field}: ${detail}`)
  terminal.note(`  ${error.remedy}`)
  process.exitCode = 1
}
