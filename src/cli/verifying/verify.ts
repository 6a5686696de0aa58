import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { Problem } from '../../core/problem.ts'
import { exits } from '../failure.ts'
import { harmless, type Terminal } from '../terminal.ts'
import { openFolder } from './export-folder.ts'
import { type Report, verifyExport } from './verify-export.ts'

type Options = { against?: string; key?: string; json?: true }

/** So many faults are told one by one. */
const TOLD = 20

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Problem('not-found', `${path} cannot be read`, 'name a file that holds a checkpoint')
  }
}

const linesOf = ({ facts, withheld, redacted, root, key, against, faults }: Report): string[] => [
  `${facts.toLocaleString('en-GB')} facts, root ${root}`,
  ...(withheld > 0 ? [`  ${withheld} are for reviewers: their digests alone are in it`] : []),
  ...(redacted > 0 ? [`  ${redacted} texts were redacted, and verify as redacted`] : []),
  ...(key === null ? [] : [`  signed by ${key}`]),
  ...(against === null || faults.length > 0
    ? []
    : [`  continues the checkpoint of ${against.size} facts that you kept`]),
  ...faults.slice(0, TOLD).map(({ file, position, detail }) => {
    const place = position === null ? '' : ` position ${position}:`
    return `  ${harmless(file)}:${place} ${harmless(detail)}`
  }),
  ...(faults.length > TOLD ? [`  and ${faults.length - TOLD} more`] : []),
]

/** `hindcast verify EXPORT`: whether anything in a full export was changed, offline. Ends with 1 where something was. */
export const verifyCommand = (terminal: Terminal): Command =>
  new Command('verify')
    .description('Check a full export offline: that no value, row or order in it was changed')
    .argument('<export>', 'the folder of a full export, or its ledger.ndjson')
    .option('--against <file>', 'a checkpoint that you kept: the ledger must continue it')
    .option('--key <key>', 'the key that you know; else the one that the export names')
    .option('--json', 'the report as JSON')
    .action(async (path: string, options: Options) => {
      const against = options.against === undefined ? null : await textOf(options.against)
      const report = await verifyExport(await openFolder(path), { against, key: options.key ?? null })
      if (options.json) terminal.print(JSON.stringify(report, null, 2))
      else for (const line of linesOf(report)) terminal.print(line)
      if (report.faults.length === 0) terminal.note('Nothing was changed.')
      else {
        terminal.note(`hindcast: ${report.faults.length} faults: this export is not what was signed`)
        process.exitCode = exits.refused
      }
    })
