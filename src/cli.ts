#!/usr/bin/env node
import { Command } from 'commander'
import { extractCommand } from './cli/extract.ts'
import { scoreCommand } from './cli/score.ts'
import type { Terminal } from './cli/terminal.ts'
import { Problem } from './core/problem.ts'
import { toInstant } from './core/time.ts'

const terminal: Terminal = {
  now: () => toInstant(new Date()),
  environment: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
}

const program = new Command('hindcast')
  .description('Keeps score of published foresight.')
  .addCommand(extractCommand(terminal))
  .addCommand(scoreCommand(terminal))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  terminal.note(`hindcast: ${error.message}`)
  for (const { field, detail } of error.fields) terminal.note(`  ${field}: ${detail}`)
  terminal.note(`  ${error.remedy}`)
  process.exitCode = 1
}
