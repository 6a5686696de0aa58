import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { evidenceCommand } from '../../src/cli/evidence.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { Instant } from '../../src/core/time.ts'
import { builtInExtractor } from '../../src/outside/extractor.ts'
import { findPassages } from '../../src/queries/evidence/find-passages.ts'
import { day, inWorld, tagger } from '../support/embedded.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-evidence-'))
})

const now = '2026-06-01T00:00:00.000Z'

const command = async (...args: string[]): Promise<string> => {
  const lines: string[] = []
  const terminal: Terminal = {
    now: () => Instant.parse(now),
    environment: {},
    print: (line) => void lines.push(line),
    note: () => undefined,
  }
  await evidenceCommand(terminal)
    .exitOverride()
    .parseAsync(['node', 'hindcast', ...args])
  return lines.join('\n')
}

const run = async (files: Record<string, string>, ...args: string[]): Promise<string> => {
  const names: string[] = []
  for (const [name, text] of Object.entries(files)) {
    names.push(join(folder, name))
    await writeFile(join(folder, name), text)
  }
  return command(...args, ...names)
}

const later = {
  'later.txt': 'The weather was fine. Petra Lund has resigned as finance minister.\n\nNobody wept in the orchards.',
  'other.txt': 'The finance minister spoke of the budget.',
}
const asked = ['--claim', 'Lund will resign as finance minister.', '--since', '2026-01-05']

describe('hindcast evidence', () => {
  it('gives exact passages, best first, with stance and reasons', async () => {
    const { passages, rules } = JSON.parse(await run(later, ...asked, '--json'))
    expect(rules).toBe('2026.2')
    expect(passages).toHaveLength(2)
    const [first] = passages
    expect(first).toMatchObject({ file: join(folder, 'later.txt'), stance: 'for' })
    expect(later['later.txt'].slice(first.start, first.end)).toBe(first.quote)
    expect(first.sentence.quote).toBe('Petra Lund has resigned as finance minister.')
    expect(first.score).toBeGreaterThan(passages[1].score)
    expect(first.reasons[0]).toContain('lund')
  })

  it('says the same for people', async () => {
    const text = await run(later, ...asked, '--limit', '1')
    expect(text).toMatch(/^1\. for, \d\.\d\d: .*later\.txt:0\n {3}The weather was fine\. Petra Lund has resigned/)
    expect(await run({ 'none.txt': 'The orchard is in bloom.' }, ...asked)).toBe('Nothing found.')
  })

  it('leaves out a file that tells an earlier day', async () => {
    const dated = { 'old.md': '---\ndate: 2025-12-01\n---\n\nPetra Lund has resigned as finance minister.\n' }
    expect(await run(dated, ...asked)).toBe('Nothing found.')
  })

  it.each([
    ['The ferry will return to Skerrow.', '2025-01-01'],
    ['The central bank will cut its rate.', '2025-01-01'],
    ['The minister will not resign.', '2025-09-01'],
  ])('finds what a server finds of the same texts: %s', async (claim, since) => {
    const sample = new URL('../../examples/commentary/', import.meta.url).pathname
    const names = (await readdir(sample)).filter((name) => name.endsWith('.txt')).slice(0, 12)
    const files = names.map((name) => join(sample, name))
    const { passages } = JSON.parse(await command('--claim', claim, '--since', since, '--json', ...files))
    expect(passages.length).toBeGreaterThan(3)
    await inWorld(async (world) => {
      for (const file of files) {
        const text = await readFile(file, 'utf8')
        const publishedOn = day(now.slice(0, 10))
        const extraction = await builtInExtractor(tagger)(text, publishedOn)
        await recordCommentary(world.at(now), {
          commentary: { text, publishedOn, bylines: [], language: 'en' },
          extraction,
        })
      }
      const sought = { claim, since: day(since), through: null, notIn: [], limit: 20 }
      const found = await findPassages(world.tx, sought, await tagger())
      const placed = found.map(({ passage: { quote }, sentence, score, stance }) => ({
        quote,
        sentence,
        score,
        stance,
      }))
      expect(
        passages.map(({ quote, sentence, score, stance }: (typeof placed)[number]) => ({
          quote,
          sentence,
          score,
          stance,
        })),
      ).toEqual(placed)
    })
  })

  it.each([
    [['--claim', 'It rains.', '--since', 'soon'], /Give a day as YYYY-MM-DD/],
    [['--claim', 'It rains.', '--since', '2027-01-01'], /is not past/],
    [['--claim', 'It rains.', '--since', '2026-01-01', '--limit', '0'], /from 1 to 200/],
  ])('refuses %j', async (args, message) => {
    await expect(run({ 'none.txt': 'It rains.' }, ...args)).rejects.toThrow(message)
  })
})
