import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { extractCommand } from '../../src/cli/extract.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { Problem } from '../../src/core/problem.ts'
import { Instant } from '../../src/core/time.ts'
import { finding } from '../outside/models/extraction.ts'
import { withModelServer } from '../support/model-server.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-extract-'))
})

const run = (content: string | Uint8Array, ...args: string[]): Promise<string> => runWith({}, content, ...args)

const runWith = async (
  environment: Terminal['environment'],
  content: string | Uint8Array,
  ...args: string[]
): Promise<string> => {
  return runOn(environment, 'commentary.txt', content, ...args)
}

const runOn = async (
  environment: Terminal['environment'],
  name: string,
  content: string | Uint8Array,
  ...args: string[]
): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, content)
  const lines: string[] = []
  const terminal: Terminal = {
    now: () => Instant.parse('2026-02-10T00:00:00.000Z'),
    environment,
    print: (line) => void lines.push(line),
    note: () => undefined,
  }
  await extractCommand(terminal).parseAsync([file, ...args], { from: 'user' })
  return lines.join('\n')
}

const problemOf = async (attempt: Promise<string>): Promise<Problem> => {
  const error = await attempt.then(() => null).catch((reason: unknown) => reason)
  if (error instanceof Problem) return error
  throw new Error('no Problem was thrown')
}

describe('hindcast extract', () => {
  it('lists what a text tells as having happened', async () => {
    const text = 'The port closed on Monday. No ship has left Sabel since. It will not reopen by March.'
    const table = await run(text, '--published-at', '2026-02-11', '--events')
    expect(table).toContain('2026-02-09')
    expect(table).toContain('1 dated, 1 undated')
    const { events, candidates } = JSON.parse(await run(text, '--published-at', '2026-02-11', '--json'))
    expect(candidates).toHaveLength(1)
    expect(events).toMatchObject([
      { quote: 'The port closed on Monday', earliest: '2026-02-09', latest: '2026-02-09', occurred: true },
      { entities: ['Sabel'], dateSource: 'undated', occurred: false },
    ])
    expect(await run('Nothing at all.', '--published-at', '2026-02-11', '--events')).toBe(
      'Nothing is told as having happened.',
    )
  })

  it('prints JSON with its versions', async () => {
    const text = 'The port will not close by March.'
    const out = JSON.parse(await run(text, '--published-at', '2026-02-10', '--json'))
    expect(Object.keys(out)).toEqual([
      'lexiconVersion',
      'windowRulesVersion',
      'extractorVersion',
      'extraction',
      'document',
      'candidates',
      'factsVersion',
      'pastRulesVersion',
      'events',
    ])
    expect(out.candidates).toHaveLength(1)
    expect(out.candidates[0]).toMatchObject({
      quote: 'The port will not close by March',
      start: 0,
      end: 32,
      attribution: 'own',
      probability: { low: 0, mid: 0.02, high: 0.1 },
      window: { text: 'by March', start: '2026-02-10', end: '2026-03-31', source: 'stated' },
    })
  })

  it('prints a table for people', async () => {
    const out = await run('Jane Doe said the port is unlikely to close soon.', '--published-at', '2026-02-10')
    for (const words of ['Jane Doe (quoted)', 'unlikely', '19 % (5-40)', 'to 2026-05-10', '1 candidate'])
      expect(out).toContain(words)
  })

  it('says so when there is nothing', async () => {
    expect(await run('Nothing here.', '--published-at', '2026-02-10')).toBe('No predictions found.')
  })

  it.each(['2026-13-01', 'yesterday', '2026-02-30', ''])('refuses the day %j', async (day) => {
    const problem = await problemOf(run('It will rain.', '--published-at', day))
    expect(problem.code).toBe('invalid-input')
    expect(problem.fields[0]?.field).toBe('--published-at')
  })

  it.each([
    ['an empty file', '', 'invalid-input'],
    ['binary data', Uint8Array.from([0, 1, 2]), 'not-text'],
    ['another encoding', Uint8Array.from([0x63, 0xe9]), 'not-text'],
    ['too long a text', 'x'.repeat(1_000_001), 'body-too-large'],
  ])('refuses %s', async (_, content, code) => {
    const problem = await problemOf(run(content, '--published-at', '2026-02-10'))
    expect(problem.code).toBe(code)
    expect(problem.remedy).not.toBe('')
  })
})

describe('hindcast extract of a document that tells its day', () => {
  const page =
    '<html><head><meta property="article:published_time" content="2026-02-10T09:00:00Z"></head><body><article><p>The port will <b>not</b> close by March.</p></article></body></html>'

  it.each([
    ['page.html', page, 'html-1'],
    ['page.HTM', page, 'html-1'],
    ['piece.md', '---\ndate: 2026-02-10\n---\nThe port will *not* close by March.', 'markdown-1'],
    ['piece', '---\ndate: 2026-02-10\n---\nThe port will *not* close by March.', 'markdown-1'],
  ])('reads %s', async (name, content, reader) => {
    const out = JSON.parse(await runOn({}, name, content, '--json'))
    expect(out.document).toMatchObject({ reader, language: 'en', published: { on: '2026-02-10' } })
    expect(out.text).toBe('The port will not close by March.')
    expect(out.candidates).toMatchObject([{ quote: 'The port will not close by March', window: { end: '2026-03-31' } }])
    expect(await runOn({}, name, content)).toMatch(/^Published on 2026-02-10: 2026-02-10.* \(.*\)\.\n/)
  })

  it('takes the day that is given before it, and says nothing of its own', async () => {
    const out = await runOn({}, 'page.html', page, '--published-at', '2025-01-01')
    expect(out).toContain('to 2025-03-31')
    expect(out).not.toContain('Published on')
  })

  it('keeps plain text as the file has it, markup and byte order mark included', async () => {
    const out = JSON.parse(
      await run('\uFEFFIt is so. <b>The port will not close by March.', '--published-at', '2026-02-10', '--json'),
    )
    expect(out).not.toHaveProperty('text')
    expect(out.candidates[0].end).toBe('\uFEFFIt is so. <b>The port will not close by March'.length)
  })

  it('asks for the day where nothing tells it', async () => {
    const problem = await problemOf(run('The port will not close by March.'))
    expect(problem).toMatchObject({ code: 'invalid-input', fields: [{ field: '--published-at' }] })
  })

  it('says why another language was not searched', async () => {
    const text = 'Der Hafen wird vor dem Winter schließen, und niemand glaubt, dass er wieder geöffnet wird.'
    const args = [text, '--published-at', '2026-02-10'] as const
    expect(await run(...args)).toBe('Not searched: the text is in German (de); extraction reads English.')
    const { candidates, extraction } = JSON.parse(await run(...args, '--json'))
    expect([candidates, extraction.withheld]).toEqual([[], 'the text is in German (de); extraction reads English'])
  })
})

describe('hindcast extract with a model', () => {
  const text = 'The port will not close by March. The mill may open.'
  const good = { content: { predictions: [finding('The port will not close by March', { denied: true })] } }
  const environment = (url: string) => ({
    HINDCAST_MODEL: 'm',
    HINDCAST_MODEL_URL: url,
    HINDCAST_MODEL_KEY: 'secret-key',
  })

  it('reads with it, in the mode asked for', () =>
    withModelServer(
      () => good,
      async ({ url, asked }) => {
        const args = [text, '--published-at', '2026-02-10', '--extractor', 'model'] as const
        const out = JSON.parse(await runWith(environment(url), ...args, '--json'))
        expect(out.candidates).toMatchObject([{ quote: 'The port will not close by March', polarity: '-' }])
        expect(out.extractorVersion).toMatch(/^model\//)
        expect(out.extraction).toMatchObject({ mode: 'model', model: 'm', fallback: null, usage: { calls: 1 } })
        const table = await runWith(environment(url), ...args)
        expect(table).toContain('Read by m (model).\n1 calls, 1000 tokens in, 200 out, no price configured.')
        expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer secret-key', 'Bearer secret-key'])
      },
    ))

  it('says that the built-in extractor stood in', () =>
    withModelServer(
      () => ({ status: 403, body: 'secret-key' }),
      async ({ url }) => {
        const configured = { ...environment(url), HINDCAST_EXTRACTOR: 'hybrid' }
        const out = await runWith(configured, text, '--published-at', '2026-02-10')
        expect(out).toContain('2 candidates')
        expect(out).toContain('Read by the built-in extractor instead: the model service refused the key (HTTP 403).')
        expect(out).not.toContain('secret-key')
        const own = await runWith(configured, text, '--published-at', '2026-02-10', '--extractor', 'built-in')
        expect(own).not.toContain('Read by')
      },
    ))

  it('refuses to go without its configuration', async () => {
    const problem = await problemOf(run(text, '--published-at', '2026-02-10', '--extractor', 'model'))
    expect([problem.code, problem.fields[0]?.field]).toEqual(['invalid-input', 'HINDCAST_MODEL'])
  })
})
