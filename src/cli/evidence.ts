import { Command, InvalidArgumentError } from 'commander'
import { recordedText } from '../core/commentary.ts'
import { type Asked, askedKeys, askedOf } from '../core/evidence/asked.ts'
import { type Found, findAmong, statisticsOf } from '../core/evidence/find.ts'
import { EVIDENCE_VERSION } from '../core/evidence/passage.ts'
import { passagesOf, type ReadPassage } from '../core/evidence/read-passages.ts'
import { extract } from '../core/extraction/extract.ts'
import type { Tagger } from '../core/extraction/sentences/token.ts'
import { Problem } from '../core/problem.ts'
import { readDocument } from '../core/reading/document.ts'
import { Day, dayOf } from '../core/time.ts'
import { sharedTagger } from '../outside/extractor.ts'
import { mediaTypeOf } from './document-file.ts'
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

/** `hindcast evidence --claim TEXT --since DATE FILE…`: later passages that bear on a claim, best first; needs no server and no database. */
export const evidenceCommand = (terminal: Terminal): Command =>
  new Command('evidence')
    .description('Find the passages of later commentary that bear on a claim: ranked, with stance and reasons.')
    .argument('<file...>', 'commentary published after the claim: plain text, HTML or Markdown')
    .requiredOption('--claim <text>', 'the claim, to be read on its own')
    .requiredOption('--since <date>', 'the day it was made; a file that tells an earlier day is left out', day)
    .option('--until <date>', 'the last day of publication; a file that tells no day stands', day)
    .option('--limit <n>', 'at most so many passages', count, 20)
    .option('--json', 'print JSON instead of text')
    .action(async (files: string[], { claim, since, until, limit, json }: Options) => {
      const today = dayOf(terminal.now())
      if (since >= today) throw new Problem('invalid-input', `${since} is not past`, 'give the day the claim was made')
      const tagger = await sharedTagger()()
      const passages: FilePassage[] = []
      for (const file of new Set(files)) passages.push(...(await passagesIn(file, until ?? today, tagger)))
      const listed = search(askedOf(claim, tagger), passages, { since, until, limit }, tagger)
      terminal.print(json ? asJson({ claim, since, listed }) : asText(listed))
    })

type FilePassage = ReadPassage & { file: string; publishedOn: Day }

/** The passages of a file in English; one that tells no day counts as of the last day asked for. */
const passagesIn = async (file: string, undated: Day, tagger: Tagger): Promise<FilePassage[]> => {
  const read = await readDocument({ bytes: await readInput(file), mediaType: mediaTypeOf(file), url: null })
  if (!/^en\b/i.test(read.language)) return []
  const text = recordedText(read.text)
  const publishedOn = read.published?.on ?? undated
  const found = passagesOf(text, extract(text, { publishedOn }, tagger), tagger)
  return found.map((passage) => ({ ...passage, file, publishedOn }))
}

/** What the index of a server does for all that it holds, done for a few files. */
const search = (
  asked: Asked,
  passages: readonly FilePassage[],
  { since, until, limit }: { since: Day; until: Day | undefined; limit: number },
  tagger: Tagger,
): Listed[] => {
  const later = passages.filter(({ publishedOn }) => publishedOn > since && (!until || publishedOn <= until))
  return findAmong(asked, later, statisticsOf(passages, askedKeys(asked)), { since, limit }, tagger)
}

type Listed = Found<FilePassage>

const asJson = ({ claim, since, listed }: { claim: string; since: Day; listed: readonly Listed[] }): string =>
  JSON.stringify(
    {
      rules: EVIDENCE_VERSION,
      claim,
      since,
      passages: listed.map(({ passage: { file, start, end, quote }, sentence, score, stance, reasons }) => ({
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
          ({ passage, stance, score, reasons }, i) =>
            `${i + 1}. ${stance}, ${score.toFixed(2)}: ${passage.file}:${passage.start}\n   ${passage.quote.replace(/\s+/g, ' ')}\n   ${reasons.join('; ')}`,
        )
        .join('\n\n')
