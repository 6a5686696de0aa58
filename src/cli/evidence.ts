import { Command, InvalidArgumentError } from 'commander'
import type { Services } from '../actions/context.ts'
import { recordCommentary } from '../actions/record-commentary.ts'
import { recordedText } from '../core/commentary.ts'
import { EVIDENCE_VERSION } from '../core/evidence/passage.ts'
import { Problem } from '../core/problem.ts'
import { readDocument } from '../core/reading/document.ts'
import { Day, dayOf } from '../core/time.ts'
import { type FoundPassage, findPassages } from '../queries/find-passages.ts'
import { mediaTypeOf } from './document-file.ts'
import type { Host } from './host.ts'
import { readInput, type Terminal } from './terminal.ts'

type Options = { claim: string; since: Day; until?: Day; limit: number; json?: boolean }

const day = (text: string): Day => {
  const parsed = Day.safeParse(text)
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.')
}
const count = (text: string): number => {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= 200) return number
  throw new InvalidArgumentError('Give a whole number from 1 to 200.')
}

/** `hindcast evidence --claim TEXT --since DATE FILE…`: later passages that bear on a claim, best first; needs no server. */
export const evidenceCommand = (terminal: Terminal, host: Host): Command =>
  new Command('evidence')
    .description('Find the passages of later commentary that bear on a claim: ranked, with stance and reasons.')
    .argument('<file...>', 'commentary published after the claim: plain text, HTML or Markdown')
    .requiredOption('--claim <text>', 'the claim, to be read on its own')
    .requiredOption('--since <date>', 'the day it was made; a file that tells an earlier day is left out', day)
    .option('--until <date>', 'the last day of publication; a file that tells no day stands', day)
    .option('--limit <n>', 'at most so many passages', count, 20)
    .option('--json', 'print JSON instead of text')
    .action(async (files: string[], { claim, since, until, limit, json }: Options) => {
      const { services, close } = await host.open({ databaseUrl: undefined, folder: null })
      try {
        const today = dayOf(services.clock())
        if (since >= today)
          throw new Problem('invalid-input', `${since} is not past`, 'give the day the claim was made')
        const fileOf = new Map<string, string>()
        for (const file of files) fileOf.set(await record(services, host, file, until ?? today), file)
        const sought = { claim, since, through: until ?? null, notIn: [], limit }
        const found = await findPassages(services.database.reader, sought, await services.tagger())
        const listed = found.map((one) => ({ file: fileOf.get(one.passage.commentaryId ?? '') ?? '', ...one }))
        terminal.print(json ? asJson({ claim, since, listed }) : asText(listed))
      } finally {
        await close()
      }
    })

/** Records a file in the database in memory; one that tells no day counts as of the last day asked for. Gives its id. */
const record = async (services: Services, host: Host, file: string, undated: Day): Promise<string> => {
  const read = await readDocument({ bytes: await readInput(file), mediaType: mediaTypeOf(file), url: null })
  const text = recordedText(read.text)
  const publishedOn = read.published?.on ?? undated
  const extraction = await services.extract(text, publishedOn, read.language)
  const input = { commentary: { text, publishedOn, bylines: [], language: read.language }, extraction }
  return (await recordCommentary(host.context(services), input)).commentary.id
}

type Listed = FoundPassage & { file: string }

const asJson = ({ claim, since, listed }: { claim: string; since: Day; listed: readonly Listed[] }): string =>
  JSON.stringify(
    {
      rules: EVIDENCE_VERSION,
      claim,
      since,
      passages: listed.map(({ file, passage: { start, end, quote }, sentence, score, stance, reasons }) => ({
        file,
        start,
        end,
        quote,
        sentence,
        score,
        stance,
        reasons,
      })),
    },
    null,
    2,
  )

const asText = (listed: readonly Listed[]): string =>
  listed.length === 0
    ? 'Nothing found.'
    : listed
        .map(
          ({ file, passage, stance, score, reasons }, i) =>
            `${i + 1}. ${stance}, ${score.toFixed(2)}: ${file}:${passage.start}\n   ${passage.quote.replace(/\s+/g, ' ')}\n   ${reasons.join('; ')}`,
        )
        .join('\n\n')
