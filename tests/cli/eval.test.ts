import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { evalCommand } from '../../src/cli/eval.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { Instant } from '../../src/core/time.ts'
import { finding, judgement } from '../outside/models/extraction.ts'
import { type Behave, withModelServer } from '../support/model-server.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const hindcast = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'eval', ...args], { cwd: root, encoding: 'utf8' })

/** Takes every sentence with a modal for the author's own even guess: wrong in many ways, so that every figure moves. */
const naive = `
const [file] = process.argv.slice(2)
const text = require('node:fs').readFileSync(file, 'utf8')
const candidates = [...text.matchAll(/[^.!?]*\\b(?:will|may|could|would|no longer)\\b[^.!?]*[.!?]/g)].map((m, i) => ({
  quote: i % 9 === 8 ? 'elsewhere' : m[0], start: m.index, end: m.index + m[0].length,
  attribution: ['own', 'quoted', 'reported'][i % 3], probability: { low: 0, mid: (i % 4) / 4, high: 1 },
  window: i % 2 ? { text: '', start: null, end: '2026-02-26', source: i % 3 ? 'rule' : 'default' } : null,
  condition: i % 4 ? null : 'unless these changes in Washington', scorable: i % 5 !== 0 }))
console.log(JSON.stringify({ candidates }))`

const folder = mkdtempSync(join(tmpdir(), 'hindcast-eval-'))
const write = (name: string, content: unknown) => {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const rain = {
  id: 'r1',
  quote: 'It will rain in Sorrow',
  attribution: 'own',
  strength: 'core',
  probability: { low: 0.9, mid: 0.95, high: 1 },
}
const extractor = write('naive.cjs', naive)

describe('hindcast eval', { timeout: 120_000 }, () => {
  it('measures the built-in extractor and lists what it got wrong', () => {
    write('rain.txt', 'It will rain in Sorrow. Nobody minds the noise of the river at night.')
    write('manifest.json', { sources: [{ file: 'rain.txt', publishedAt: '2026-01-01' }] })
    const shape = {
      doc: 'rain.txt',
      attribution: 'own',
      strength: 'core',
      probability: { low: 0.9, mid: 0.95, high: 1 },
    }
    write('gold.json', {
      predictions: [
        { ...shape, id: 'r1', quote: 'It will rain in Sorrow' },
        { ...shape, id: 'r2', quote: 'Nobody minds the noise' },
      ],
    })
    const { stdout, status } = hindcast(folder, '--list')
    expect(status).toBe(0)
    expect(stdout).toMatch(/recall of core\s+│ 0\.500/)
    expect(stdout).toMatch(/MISS\n {2}r2: Nobody minds the noise/)
    expect(JSON.parse(hindcast(folder, '--json').stdout).counts).toMatchObject({ core: 2, found: 1 })
  })

  it.each([
    ['no labels', { predictions: [{ id: 'x' }] }, /not in the form of labels.*docs\/labelling\.md/s],
    ['half a file', '{ "predictions": [', /not in the form of labels/],
    [
      'a quote that is not there',
      {
        predictions: [],
        negatives: [{ doc: 'rain.txt', quote: 'It will snow', severity: 'hard' }],
      },
      /quote is not in rain\.txt: It will snow/,
    ],
    [
      'a text without a date',
      { predictions: [], negatives: [{ doc: 'sun.txt', quote: 'x', severity: 'soft' }] },
      /sun\.txt is not in manifest\.json/,
    ],
  ])('refuses %s and says what to do', (_, gold, message) => {
    const { stderr, status } = hindcast(folder, '--gold', write('bad.json', gold))
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
  })

  it('reads every document of the manifest, for one without a label may hold false alarms', () => {
    const unlabelled = mkdtempSync(join(tmpdir(), 'hindcast-eval-'))
    const save = (name: string, content: string) => writeFileSync(join(unlabelled, name), content)
    save('labelled.txt', 'It will rain in Sorrow.')
    save('silent.txt', 'The bank will probably cut rates in June.')
    const publishedAt = '2026-01-01'
    save(
      'manifest.json',
      JSON.stringify({ sources: ['labelled.txt', 'silent.txt'].map((file) => ({ file, publishedAt })) }),
    )
    save('gold.json', JSON.stringify({ predictions: [{ ...rain, doc: 'labelled.txt' }] }))
    const { documents, counts, errors } = JSON.parse(hindcast(unlabelled, '--json').stdout)
    expect([documents, counts.core, counts.found, counts.candidates, counts.alarms]).toEqual([2, 1, 1, 2, 1])
    expect(errors).toMatchObject([{ class: 'false alarm', doc: 'silent.txt', id: null }])
  })

  it('says which extractor failed', () => {
    const { stderr, status } = hindcast(folder, '--', process.execPath, '-e', 'console.log("{}")', '--')
    expect(status).toBe(1)
    expect(stderr).toMatch(/rain\.txt.*must print/s)
  })

  it.skipIf(!existsSync(`${shared}eval/extraction.mjs`))(
    'counts as an independent scorer does (skipped where ../shared is not there)',
    () => {
      const labels = `${shared}gold/dev.json`
      const texts = `${shared}corpus`
      const scorer = [`${shared}eval/extraction.mjs`, labels, texts, '--', process.execPath, extractor]
      const theirs = execFileSync(process.execPath, scorer, { encoding: 'utf8' })
      const ours = JSON.parse(hindcast(texts, '--gold', labels, '--json', '--', process.execPath, extractor).stdout)
      const c = ours.counts
      const value = (name: string) => ours.figures.find((one: { name: string }) => one.name === name).value.toFixed(3)
      expect(theirs).toContain(`candidates            ${c.candidates} (${c.inexact} with`)
      expect(theirs).toContain(`(${c.found}/${c.core})`)
      expect(theirs).toContain(`hard negatives taken  ${c.negativesTaken}/${c.negatives}`)
      expect(theirs).toContain(`own ${c.ownRight}/${c.own}, quoted ${c.quotedRight}/${c.quoted}`)
      expect(theirs).toContain(`right side of 0.5     ${value('right side of 0.5')}`)
      expect(theirs).toContain(`within 0.15 of gold   ${value('within 0.15 of label')}`)
      expect(theirs).toContain(`(${c.windowsRight}/${c.windows}); invented ends ${c.inventedEnds}`)
      expect(theirs).toContain(`(${c.conditionsRight}/${c.conditions}); false conditions ${c.falseConditions}`)
      const macro = value('attribution, class average')
      expect(theirs).toContain(`F1 ${value('F1')} P ${value('precision')} R ${value('recall of core')}`)
      expect(theirs).toContain(`macro ${macro} `)
    },
  )
})

describe('hindcast eval of a model', () => {
  const set = mkdtempSync(join(tmpdir(), 'hindcast-eval-model-'))
  const save = (name: string, content: unknown) =>
    writeFileSync(join(set, name), typeof content === 'string' ? content : JSON.stringify(content))
  save('rain.txt', 'It will rain in Sorrow by March. The mill may open, they say.')
  save('sun.txt', 'The port will close by June.')
  save('manifest.json', { sources: ['rain.txt', 'sun.txt'].map((file) => ({ file, publishedAt: '2026-01-01' })) })
  save('gold.json', { predictions: [{ ...rain, doc: 'rain.txt' }] })

  const run = async (environment: Terminal['environment'], ...args: string[]): Promise<string> => {
    const lines: string[] = []
    const terminal: Terminal = {
      now: () => Instant.parse('2026-02-10T00:00:00.000Z'),
      environment,
      print: (line) => void lines.push(line),
      note: () => undefined,
    }
    await evalCommand(terminal).parseAsync([set, '--resamples', '10', ...args], { from: 'user' })
    return lines.join('\n')
  }
  const asking = (
    behave: Behave,
    test: (ask: (...args: string[]) => Promise<string>, calls: () => number) => Promise<void>,
  ) =>
    withModelServer(behave, ({ url, asked }) =>
      test(
        (...args) => run({ HINDCAST_MODEL: 'm', HINDCAST_MODEL_URL: url, HINDCAST_MODEL_KEY: 'secret-key' }, ...args),
        () => asked.length,
      ),
    )
  const findsRain: Behave = ({ material }) => ({
    content: { predictions: material.includes('rain') ? [finding('It will rain in Sorrow by March')] : [] },
  })

  it('measures what the model finds, and tells what it cost', () =>
    asking(findsRain, async (ask) => {
      const { extraction, counts } = JSON.parse(await ask('--extractor', 'model', '--json'))
      expect(counts).toMatchObject({ core: 1, found: 1, candidates: 1, alarms: 0 })
      expect(extraction).toMatchObject({ mode: 'model', model: 'm', fallbacks: [], withheld: [], refused: [] })
      expect(extraction.extractorVersions).toEqual([expect.stringMatching(/^model\//)])
      expect(extraction.usage).toMatchObject({ calls: 2, tokensIn: 2000, tokensOut: 400, costMicros: null })
      expect(await ask('--extractor', 'model')).toMatch(
        /^Read by m \(model\)\.\n2 calls, 2000 tokens in, 400 out, no price/,
      )
    }))

  it('measures the model as judge of the built-in candidates', () =>
    asking(
      ({ material }) => ({ content: { judgements: [judgement(0, { keep: material.includes('rain') })] } }),
      async (ask) => {
        const { extraction, counts } = JSON.parse(await ask('--extractor', 'hybrid', '--json'))
        expect([extraction.mode, counts.found]).toEqual(['hybrid', 1])
        expect(extraction.refused).toContainEqual({ reason: 'judged-no-prediction', count: 1 })
      },
    ))

  it('asks no model in the mode built-in, whatever the environment says', () =>
    asking(findsRain, async (ask, calls) => {
      const { extraction, counts } = JSON.parse(await ask('--extractor', 'built-in', '--json'))
      expect([extraction.mode, extraction.usage, counts.candidates]).toEqual(['built-in', null, 3])
      expect(calls()).toBe(0)
    }))

  it('names each document that the built-in extractor read instead', () =>
    asking(
      (asked, nth) => (asked.material.includes('rain') ? findsRain(asked, nth) : { status: 403, body: 'secret-key' }),
      async (ask) => {
        const { extraction } = JSON.parse(await ask('--extractor', 'model', '--json'))
        expect(extraction.fallbacks).toMatchObject([{ doc: 'sun.txt', reason: 'unauthorised' }])
        const text = await ask('--extractor', 'model')
        expect(text).toContain('sun.txt was read by the built-in extractor instead: the model service refused the key')
        expect(text).not.toContain('secret-key')
      },
    ))

  it.each([
    ['a model that is not configured', ['--extractor', 'model'], /not configured: HINDCAST_MODEL/],
    ['two extractors', ['--extractor', 'model', '--', 'node', 'x.js'], /two extractors/],
  ])('refuses %s', async (_, args, message) => {
    await expect(run({}, ...args)).rejects.toThrow(message)
  })
})
