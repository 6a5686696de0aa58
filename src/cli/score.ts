import { Command } from 'commander'
import { scores } from '../queries/calculator/scores.ts'
import { readScoreFile, required } from './score-file.ts'
import { scoresJson } from './score-json.ts'
import { scoresText } from './score-text.ts'
import { readInput, type Terminal } from './terminal.ts'

const ABOUT = `
Columns: author, question, probability (0 to 1, of the positive event) or phrase (an id of the lexicon,
with polarity + or -), outcome (1, 0, yes, no, void or open); and, if wanted, said_on (a day), settled_on
(the day from which the outcome was known), family, and reference:NAME (what NAME said of the same question). JSON is what POST /v1/scores takes:
{ "forecasts": [{ … }] } or { "counts": [{ "p", "n", "hits" }] }.
`

type Options = { json?: boolean; seed?: string; canonical?: boolean }

/**
 * `hindcast score FILE|- [--json]`: a calculator over forecasts with outcomes, from CSV or JSON. It prints every figure with its
 * interval and what luck alone would make of it, and marks what a public page would withhold. In JSON a figure that cannot be
 * computed is `{ "value": null, "reason": … }` and an infinite one the string "Infinity". Throws a `Problem` that lists the bad
 * rows, and then scores nothing.
 */
export const scoreCommand = (terminal: Terminal): Command =>
  new Command('score')
    .description('score a file of forecasts and outcomes')
    .argument('<file>', `CSV with the columns ${required.join(',')}[,…], or JSON; - for standard input`)
    .option('--json', 'print the full figures as JSON')
    .option('--seed <text>', 'of resampled figures; left out, the counts are the seed')
    .option('--canonical', 'every question was worded by rule, so that a gap has a direction')
    .addHelpText('after', ABOUT)
    .action(async (file: string, { json = false, seed, canonical }: Options) => {
      const input = readScoreFile(await readInput(file), file === '-' ? 'standard input' : file)
      const result = scores({
        ...input,
        ...(seed !== undefined && { seed }),
        ...(canonical && { canonical_orientation: true }),
      })
      terminal.print(json ? scoresJson(result) : scoresText(result))
    })
