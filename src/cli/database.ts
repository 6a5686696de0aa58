import type { Host, Opened } from './host.ts'
import type { Terminal } from './terminal.ts'

/** Opens the database of `DATABASE_URL`, or the embedded one of a folder, for one command. */
export const withDatabase = async (
  terminal: Terminal,
  host: Host,
  folder: string,
  work: (opened: Opened) => Promise<void>,
): Promise<void> => {
  const opened = await host.open({ databaseUrl: terminal.environment['DATABASE_URL'], folder })
  try {
    await work(opened)
  } finally {
    await opened.close()
  }
}
