import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOf } from './migration-rules.mjs'

/**
 * Refuses migrations under which servers of the release before would fail, or everybody would wait: `node tools/check-migrations.mjs
 * [FOLDER]`. Those up to this one were written before the rule, and are never edited.
 */
const LAST_EXEMPT = 86

const folder = process.argv[2] ?? new URL('../migrations', import.meta.url).pathname
const names = readdirSync(folder).filter((name) => name.endsWith('.sql') && Number.parseInt(name, 10) > LAST_EXEMPT)

const complaints = names.sort().flatMap((name) => {
  try {
    return faultsOf(readFileSync(join(folder, name), 'utf8')).map(
      ({ line, what, instead }) => `${name}:${line} ${what}; ${instead}`,
    )
  } catch (error) {
    return [`${name} is no SQL: ${error.message}`]
  }
})
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0)
  console.error('Where it is right all the same, write why before the statement: -- contract: …')
process.exitCode = complaints.length > 0 ? 1 : 0
