import { Command } from 'commander'
import { Problem } from '../core/problem.ts'
import type { Host } from './host.ts'
import type { Terminal } from './terminal.ts'

export const migrateCommand = (terminal: Terminal, host: Host): Command =>
  new Command('migrate')
    .description('Apply the migrations to DATABASE_URL; the embedded database applies them itself')
    .option('--app-role <name>', 'a role to let the application connect as: it gets what that needs, and nothing else')
    .action(async ({ appRole }: { appRole?: string }) => {
      const url = terminal.environment['DATABASE_URL']
      if (!url) {
        const remedy = 'set DATABASE_URL=postgres://user:password@host/database; the embedded database needs no migrate'
        throw new Problem('invalid-input', 'there is no DATABASE_URL to migrate', remedy)
      }
      const roles = await host.migrate(url, appRole ?? null)
      terminal.note('The migrations are applied.')
      for (const { role, remaining } of roles) {
        if (remaining.length === 0)
          terminal.note(`The role ${role} may do what the application needs, and nothing else.`)
        else
          terminal.note(
            `The role ${role} has its rights on the tables. What is of the database only its owner can say, as here:\n${remaining.join('\n')}`,
          )
      }
    })
