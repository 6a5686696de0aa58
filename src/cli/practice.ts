import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeSandbox } from '../actions/make-sandbox.ts'
import { createKey } from '../actions/manage-keys.ts'
import { type Scope, scopes } from '../core/key.ts'
import { Problem } from '../core/problem.ts'
import { isSandbox } from '../storage/installation.ts'
import { loadSample } from './demo/sample.ts'
import type { Host, Opened } from './host.ts'
import type { Terminal } from './terminal.ts'

export const SANDBOX_FOLDER = '.hindcast/sandbox'

/** Beside the database: what is in it opens a sandbox and nothing else. Written last, so that it says that all is loaded. */
const KEYS_FILE = 'test-keys.json'
type TestKeys = Partial<Record<Scope, string>>

const open = (host: Host, folder: string): Promise<Opened> => host.open({ databaseUrl: undefined, folder })

/** Removes a sandbox. Throws `already-exists` where the folder holds a database that is none. */
const removeSandbox = async (host: Host, folder: string): Promise<void> => {
  if (!existsSync(folder)) return
  const opened = await open(host, folder)
  const sandbox = await isSandbox(opened.services.database.reader).finally(opened.close)
  if (!sandbox)
    throw new Problem(
      'already-exists',
      `${folder} holds a database that is no sandbox`,
      '--reset removes a sandbox only',
    )
  await rm(folder, { recursive: true })
}

const testKeys = async (host: Host, { services }: Opened): Promise<TestKeys> => {
  const made: TestKeys = {}
  for (const scope of scopes) {
    const input = {
      name: `test key: ${scope}`,
      scopes: [scope],
      expiresAt: null,
      secretBytes: host.newSecret(),
      test: true,
    }
    made[scope] = (await createKey(host.context(services), input)).secret
  }
  return made
}

const showKeys = (terminal: Terminal, keys: TestKeys): void => {
  terminal.note('Test keys, one a scope; no other server takes them:')
  for (const [scope, secret] of Object.entries(keys)) terminal.note(`  ${scope.padEnd(8)} ${secret}`)
}

/**
 * Opens a sandbox: the folder's, or a new one with the fictional sample, and shows its test keys. `reset` begins anew. Throws
 * `already-exists` where the folder holds a real database.
 */
export const openSandbox = async (
  terminal: Terminal,
  host: Host,
  folder: string,
  { reset, examples }: { reset: boolean; examples: string },
): Promise<Opened> => {
  if (reset) await removeSandbox(host, folder)
  const opened = await open(host, folder)
  try {
    await makeSandbox(host.context(opened.services))
    const file = join(folder, KEYS_FILE)
    if (!existsSync(file)) {
      terminal.note('Loading the fictional sample …')
      await loadSample(terminal, host, opened, join(examples, 'commentary'))
      await host.closeDue(opened.services, opened.services.clock())
      await writeFile(file, JSON.stringify(await testKeys(host, opened), null, 2), { mode: 0o600 })
    }
    showKeys(terminal, JSON.parse(await readFile(file, 'utf8')))
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}
