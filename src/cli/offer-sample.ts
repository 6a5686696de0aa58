import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Services } from '../actions/context.ts'
import { sampleLoading } from '../actions/sample-loading.ts'
import { holdsContent } from '../storage/installation.ts'
import { loadSample } from './demo/sample.ts'
import type { Host, Opened } from './host.ts'
import type { Terminal } from './terminal.ts'

/** The services of an empty database with the way to load the sample, and the path of the link that opens it. */
export type Offer = { services: Services; path: string }

/**
 * Offers the fictional sample of `examples` to who opens the link that is printed at the start, and to administrators; null where
 * something is recorded already, or the files are not there.
 */
export const offerSample = async (
  terminal: Terminal,
  host: Host,
  opened: Opened,
  examples: string,
): Promise<Offer | null> => {
  const folder = join(examples, 'commentary')
  if (!existsSync(join(folder, 'manifest.json')) || (await holdsContent(opened.services.database.reader))) return null
  const secret = host.newSecret()
  const load = async (tell: (line: string) => void): Promise<void> => {
    await loadSample({ ...terminal, note: tell }, host, opened, folder)
    await host.closeDue(opened.services, opened.services.clock())
    terminal.note('The fictional sample is loaded.')
  }
  const report = (error: unknown) =>
    terminal.note(`The sample was not loaded: ${error instanceof Error ? error.message : String(error)}`)
  const sample = sampleLoading(load, { secret, report })
  return { services: { ...opened.services, sample }, path: `/?first-run=${secret}` }
}
