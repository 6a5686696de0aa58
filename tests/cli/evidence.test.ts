import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { evidenceCommand } from '../../src/cli/evidence.ts'
import type { Host } from '../../src/cli/host.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { Instant } from '../../src/core/time.ts'
import { builtInExtractor } from '../../src/outside/extractor.ts'
import { inWorld, tagger } from '../support/embedded.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-evidence-'))
})

const now = '2026-06-01T00:00:00.000Z'

const run = async (files: Record<string, string>, ...args: string[]): Promise<string> => {
  const names: string[] = []
  for (const [name, text] of Object.entries(files)) {
    names.push(join(folder, name))
    await writeFile(join(folder, name), text)
  }
  const lines: string[] = []
  const terminal: Terminal = {
    now: () => Instant.parse(now),
    environment: {},
    print: (line) => void lines.push(line),
    note: () => undefined,
  }
  await inWorld(async (world) => {
    const services = { ...world, clock: () => Instant.parse(now), tagger, extract: builtInExtractor(tagger) }
    const host = { open: async () => ({ services, close: async () => undefined }), context: () => world.at(now) }
    const command = evidenceCommand(terminal, host as unknown as Host).exitOverride()
    await command.parseAsync(['node', 'hindcast', ...args, ...names])
  })
  return lines.join('\n')
}

const later = {
  'later.txt': 'The weather was fine. Petra Lund has resigned as finance minister.\n\nNobody wept in the orchards.',
  'other.txt': 'The finance minister spoke of the budget.',
}
const asked = ['--claim', 'Lund will resign as finance minister.', '--since', '2026-01-05']

describe('hindcast evidence', () => {
  it('gives exact passages, best first, with stance and reasons', async () => {
    const { passages, rules } = JSON.parse(await run(later, ...asked, '--json'))
    expect(rules).toBe('2026.1')
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
    [['--claim', 'It rains.', '--since', 'soon'], /Give a day as YYYY-MM-DD/],
    [['--claim', 'It rains.', '--since', '2027-01-01'], /is not past/],
    [['--claim', 'It rains.', '--since', '2026-01-01', '--limit', '0'], /from 1 to 200/],
  ])('refuses %j', async (args, message) => {
    await expect(run({ 'none.txt': 'It rains.' }, ...args)).rejects.toThrow(message)
  })
})
