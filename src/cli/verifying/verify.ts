import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { Problem } from '../../core/problem.ts'
import { exits } from '../failure.ts'
import { harmless, harmlessJson, shorten, type Terminal } from '../terminal.ts'
import { openFolder } from './export-folder.ts'
import { type Report, type Signer, verifyExport } from './verify-export.ts'

type Options = { against?: string; againstKey?: string; key?: string; json?: true }

/** So many faults are told one by one, and so many files; each in so many characters. */
const TOLD = 20
const LENGTH = 400

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Problem('not-found', `${path} cannot be read`, 'name a file that holds a checkpoint')
  }
}

/** The first of some things in a line each, without what a terminal would obey, and how many more there are. */
const told = <T>(things: readonly T[], line: (thing: T) => string): string[] => [
  ...things.slice(0, TOLD).map((thing) => `  ${shorten(line(thing), LENGTH)}`),
  ...(things.length > TOLD ? [`  and ${things.length - TOLD} more`] : []),
]

const signedBy: Readonly<Record<Signer, (key: string) => string>> = {
  named: (key) => `signed by ${key}`,
  unknown: (key) => `signed by ${key}, a key that you did not name: whoever made this export could have made it`,
  stranger: (key) => `signed by ${key}, a key that you do not know: nothing is taken for checked by that`,
}

const linesOf = ({ facts, withheld, redacted, root, ...report }: Report): string[] => {
  const { unchecked, uncheckedInPart, key, signer, against, faults } = report
  return [
    `${facts.toLocaleString('en-GB')} facts, root ${root}`,
    ...(withheld > 0 ? [`  ${withheld} are for reviewers: their digests alone are in it`] : []),
    ...(redacted > 0 ? [`  ${redacted} texts were redacted, and verify as redacted`] : []),
    ...(key === null || signer === null ? [] : [`  ${signedBy[signer](harmless(key))}`]),
    ...(against === null || faults.length > 0
      ? []
      : [`  continues the checkpoint of ${against.size} facts that you kept`]),
    ...told(unchecked, (name) => `${name}: unchecked, nothing signs it`),
    ...told(uncheckedInPart, ({ file, fields }) => `${file}: unchecked in part: ${fields.join(', ')}`),
    ...told(
      faults,
      ({ file, position, detail }) => `${file}:${position === null ? '' : ` position ${position}:`} ${detail}`,
    ),
  ]
}

/** What is told where nothing is wrong: how far it is not checked, and where the signature may be anybody's. */
const verdictOf = ({ unchecked, uncheckedInPart, signer }: Report): string => {
  const left = [
    ...(unchecked.length > 0 ? [`${unchecked.length} files are unchecked`] : []),
    ...(uncheckedInPart.length > 0 ? [`${uncheckedInPart.length} are unchecked in part`] : []),
  ]
  const since = signer === 'unknown' ? ' since it was signed, by a key that you did not name' : ''
  return left.length === 0 ? `Nothing was changed${since}.` : `Nothing was changed${since}, but ${left.join(', ')}.`
}

/** `hindcast verify EXPORT`: whether anything in a full export was changed, offline. Ends with 1 where something was. */
export const verifyCommand = (terminal: Terminal): Command =>
  new Command('verify')
    .description('Check a full export offline: that no value, row or order in it was changed')
    .argument('<export>', 'the folder of a full export, or its ledger.ndjson')
    .option('--against <file>', 'a checkpoint that you kept: the ledger must continue it')
    .option(
      '--against-key <key>',
      'the key that signed it, where the server changed its own since; else that of the export',
    )
    .option('--key <key>', 'the key that you know; else the one that the export names')
    .option('--json', 'the report as JSON')
    .action(async (path: string, options: Options) => {
      const against = options.against === undefined ? null : await textOf(options.against)
      const report = await verifyExport(await openFolder(path), {
        key: options.key ?? null,
        against,
        againstKey: options.againstKey ?? null,
      })
      if (options.json) terminal.print(harmlessJson(report))
      else for (const line of linesOf(report)) terminal.print(line)
      if (report.faults.length === 0) terminal.note(verdictOf(report))
      else {
        terminal.note(`hindcast: ${report.faults.length} faults: this export is not what was signed`)
        process.exitCode = exits.refused
      }
    })
