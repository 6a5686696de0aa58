import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const shared = join(root, '..', 'shared')
const corpus = join(shared, 'corpus')
const verdicts = join(shared, 'gold', 'dev.json')
const scratch = mkdtempSync(join(tmpdir(), 'hindcast-demo-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const demo = (...args: string[]): string =>
  execFileSync(join(root, 'node_modules', '.bin', 'tsx'), ['src/cli.ts', 'demo', '--once', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  })

const LONG = 600_000

type Verdict = { file: string; quote: string; outcome: string | null; by: string | null; reason: string }
/** What decides what, as whoever wrote the sample knows it: the demo is not told. */
const answers: { settles: { file: string; quote: string; outcome: string }[] }[] = JSON.parse(
  readFileSync(join(root, 'examples', 'commentary', 'events.json'), 'utf8'),
).events

describe('the demo on its own examples', () => {
  test(
    'loads the sample and the races, ranks the races, and changes nothing the second time',
    () => {
      const first = JSON.parse(demo('--json', '--data', join(scratch, 'twice')))
      expect(first.sample).toMatchObject({ pieces: 16 })
      const { verdicts: reached }: { verdicts: Verdict[] } = first.sample
      const key = ({ file, quote }: Pick<Verdict, 'file' | 'quote'>): string => `${file}\n${quote}`
      const known = new Map(answers.flatMap(({ settles }) => settles.map((one) => [key(one), one.outcome] as const)))
      expect(reached).toHaveLength(known.size)
      const settled = reached.filter(({ by }) => by !== null)
      for (const one of settled) expect(one.outcome, key(one)).toBe(known.get(key(one)))
      // Silence would have settled six more, had nothing else been told of what they are about.
      expect(settled.length).toBeGreaterThanOrEqual(104)
      expect(settled.filter(({ by }) => by === 'by-event').length).toBeGreaterThanOrEqual(95)
      for (const { by, reason } of reached) if (by === null) expect(reason).not.toBe('')
      const brier = (name: string) => first.authors.find((author: { name: string }) => author.name === name)
      expect(brier('FiveThirtyEight classic')).toMatchObject({ timing: 'prospective', n: 506, families: 50, hits: 231 })
      expect(brier('FiveThirtyEight classic').brier).toBeCloseTo(0.031739, 6)
      expect(brier('FiveThirtyEight deluxe').brier).toBeCloseTo(0.028399, 6)
      expect(brier('FiveThirtyEight lite').brier).toBeCloseTo(0.036108, 6)
      expect(JSON.parse(demo('--json', '--data', join(scratch, 'twice')))).toEqual(first)
      const boards = demo('--data', join(scratch, 'twice'))
      expect(boards).toContain('share a national swing')
      expect(boards).toMatch(/prospective, own voice: nothing here; see retrospective/)
      expect(boards).toMatch(/1 prov\. .*deluxe[\s\S]*classic[\s\S]*lite/)
      expect(boards).toContain('95 % interval (Wilson)')
    },
    LONG,
  )
})

type Proposal = { id: string; outcome: string; settled: boolean; reason: string }

describe.skipIf(!existsSync(verdicts))(
  'the demo on a folder of commentaries (skipped where ../shared is not there)',
  () => {
    test(
      'settles what the coverage reaches and leaves the rest, each with its reason',
      () => {
        const result = JSON.parse(demo('--json', '--corpus', corpus, '--verdicts', verdicts))
        expect(result.commentaries).toBe(5)
        expect(result.candidates).toBeGreaterThanOrEqual(40)
        const proposals = new Map<string, Proposal>(result.proposals.map((line: Proposal) => [line.id, line]))
        expect([...proposals.keys()]).toEqual(['L01', 'L02', 'L03', 'L06', 'L07', 'L11', 'L15', 'L17'])
        expect(proposals.get('L03')).toMatchObject({ outcome: 'no', settled: true })
        expect(proposals.get('L03')?.reason).toContain('2025-11-26')
        for (const id of ['L11', 'L15', 'L17']) {
          expect(proposals.get(id), id).toMatchObject({ settled: false })
          expect(proposals.get(id)?.reason, id).toMatch(/read through 2026-02-06.*2026-02-26/)
        }
        for (const id of ['L01', 'L02', 'L06', 'L07']) {
          expect(proposals.get(id), id).toMatchObject({ settled: false })
          expect(proposals.get(id)?.reason, id).toMatch(/^no question|2026-08-26/)
        }
        expect(result.resolved).toBe(1)
        const scored = result.authors.filter(({ n }: { n: number }) => n > 0)
        expect(scored).toHaveLength(1)
        expect(scored[0]).toMatchObject({ timing: 'retrospective', n: 1, families: 1, hits: 0, brier: null })
        expect(scored[0].withheld).toContainEqual({
          field: 'brier',
          rule: 'mean Brier needs 10 families; this author has 1',
        })
        const unscored = result.authors.filter(({ families }: { families: number }) => families === 0)
        for (const author of unscored) expect(author).toMatchObject({ hits: null, expectedHits: null, brier: null })
      },
      LONG,
    )
  },
)
