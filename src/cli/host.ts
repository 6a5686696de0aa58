import type { Context, Services } from '../actions/context.ts'
import type { CreatedKey } from '../actions/manage-keys.ts'
import type { Manifest } from '../core/snapshot-files.ts'
import type { Instant } from '../core/time.ts'
import type { OpenDatabase } from '../storage/database.ts'
import type { Restricted } from '../storage/roles.ts'

/** `replicaUrl`: of a standby that public reads may go to. */
export type DatabaseChoice = { databaseUrl: string | undefined; replicaUrl?: string | undefined; folder: string | null }
export type Opened = { services: Services; close: () => Promise<void> }

/** What commands need of the process they run in; `cli.ts` hands in the real one. */
export type Host = {
  /** Opens the database and the services around it. */
  open: (choice: DatabaseChoice) => Promise<Opened>
  /** Opens the embedded database of a folder alone, without services, and without making the folder a secret. */
  openFolder: (folder: string) => Promise<OpenDatabase>
  /** Applies the migrations; gives the roles, among them the one named, that may do what the application does and no more. */
  migrate: (databaseUrl: string, role: string | null) => Promise<Restricted[]>
  /** The host acts with every right: whoever has the machine has the database. */
  context: (services: Services) => Context
  firstKey: (services: Services) => Promise<CreatedKey | null>
  newSecret: () => string
  closeDue: (services: Services, asOf: Instant) => Promise<number>
  /** Tries the rules of the questions that are due now; whatever they can settle is settled after. */
  tryRules: (services: Services) => Promise<void>
  /** Asks the feeds that are due now and records what they announce; null when another process is at it. */
  pollFeeds: (services: Services) => Promise<Readonly<Record<string, number>> | null>
  /** Seals what is committed and writes a full export into a folder that is not there yet. Throws `already-exists`. */
  writeFullExport: (services: Services, folder: string) => Promise<Manifest>
  serve: (services: Services, port: number, hostname: string) => Promise<{ url: string; stop: () => Promise<void> }>
  /** Resolves when the process is asked to stop. */
  stopRequested: () => Promise<void>
}
