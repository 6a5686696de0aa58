import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reliabilityText } from '../../src/cli/reliability-text.ts'
import { scoreCommand } from '../../src/cli/score.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { Problem } from '../../src/core/problem.ts'
import { corp } from '../../src/core/scoring/binary/corp.ts'
import { pooledGroups } from '../../src/core/scoring/report/pooled-groups.ts'
import { toInstant } from '../../src/core/time.ts'

const folder = mkdtempSync(join(tmpdir(), 'hindcast-score-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = async (csv: string | Uint8Array, ...options: string[]): Promise<string> => {
  const file = join(folder, 'forecasts.csv')
  writeFileSync(file, csv)
  const printed: string[] = []
  const terminal: Terminal = {
    now: () => toInstant(new Date(0)),
    environment: {},
    print: (line) => printed.push(line),
    note: () => {},
  }
  await scoreCommand(terminal).parseAsync([file, ...options], { from: 'user' })
  return printed.join('\n')
}
const json = async (csv: string) => JSON.parse(await run(csv, '--json'))

const problemOf = async (csv: string | Uint8Array): Promise<Problem> => {
  const error = await run(csv).catch((thrown: unknown) => thrown)
  if (error instanceof Problem) return error
  throw new Error('no Problem was thrown')
}

const header = 'author,question,probability,outcome'

describe('hindcast score --json', () => {
  it('scores the worked example', async () => {
    const { authors } = await json(`${header},family\nAda,q1,0.2,1,f\nAda,q2,0.2,0,f\n`)
    expect(authors).toHaveLength(1)
    expect(authors[0]).toMatchObject({
      author: 'Ada',
      n: 2,
      void: 0,
      restatements: 0,
      families: 1,
      brier: { interval: { value: null, reason: 'an interval needs two families' } },
      hits: 1,
      expectedHits: 0.4,
      baseRate: 0.5,
      decomposition: { dsc: 0, unc: 0.25 },
      withheldOnPages: expect.arrayContaining([
        { field: 'brier', rule: 'mean Brier needs 10 families; this author has 1' },
      ]),
    })
    expect(authors[0].brier.mean).toBeCloseTo(0.34, 14)
    expect(authors[0].hitTest.twoSided).toBeCloseTo(0.72, 14)
    expect(authors[0].logScore.raw).toBeCloseTo(0.916290731874155, 14)
  })

  it('scores the first forecast of an author on a question, by day, else in the order of the file', async () => {
    const dated = `${header},said_on\nAda,q,0.9,1,2024-02-01\nAda,q,0.6,1,2024-01-01\nAda,q,0.1,1,\n`
    const undated = `${header}\nAda,q,0.9,1\nAda,q,0.6,1\nBo,q,0.5,1\n`
    expect((await json(dated)).authors[0]).toMatchObject({ n: 1, restatements: 2, expectedHits: 0.6 })
    expect((await json(undated)).authors).toMatchObject([
      { author: 'Ada', n: 1, restatements: 1, expectedHits: 0.9 },
      { author: 'Bo', n: 1, restatements: 0, expectedHits: 0.5 },
    ])
  })

  it('counts void questions without scoring them, and gives a reason for every missing figure', async () => {
    const text = await run(`${header}\nAda,q1,0.2,void\nAda,q1,0.3,void\n`, '--json')
    expect(JSON.parse(text).authors[0]).toMatchObject({
      n: 0,
      void: 1,
      restatements: 1,
      brier: { value: null, reason: 'no settled forecasts' },
    })
    expect(text).not.toMatch(/(?<!"value": )null|NaN/)
  })

  it('writes an infinite log score as a string', async () => {
    expect((await json(`${header}\nAda,q,1,0\n`)).authors[0].logScore).toEqual({
      raw: 'Infinity',
      clipped: expect.closeTo(-Math.log(0.001), 12),
    })
  })

  it('reads a byte order mark, quotes, CRLF, spare columns, blank lines, and pools what a spreadsheet split', async () => {
    const { authors } = await json(
      `\uFEFFnote,Author,question,probability,outcome\r\n,"Doe, Jo",q1, 0.30000000000000004 ,1\r\n\r\n,,,,\r\nx,"Doe, Jo",q2,.3,0\r\n`,
    )
    expect(authors).toMatchObject([{ author: 'Doe, Jo', n: 2, families: 2, curve: { points: [{ p: 0.3, n: 2 }] } }])
  })
})

describe('hindcast score --json judges', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `Ada,q${i},0.9,${i % 2},2024-01-${10 + (i % 20)},2024-03-01`)
  const dated = `${header},said_on,settled_on\n${rows.join('\n')}\n`
  const settledNext = Array.from(
    { length: 40 },
    (_, i) => `Ada,q${i},0.9,${i % 2},2024-01-${10 + (i % 20)},2024-01-${11 + (i % 20)}`,
  )
  const nextDay = `${header},said_on,settled_on\n${settledNext.join('\n')}\n`

  it('with a verdict, its power, and no null without its reason in its place', async () => {
    const text = await run(dated, '--json')
    const [author] = JSON.parse(text).authors
    expect(author.verdict).toMatchObject({ code: expect.stringMatching(/^miscalibrated:/), evidence: { families: 40 } })
    expect(author.verdict.evidence.power).toBeGreaterThanOrEqual(0)
    expect(author.recalibrated).toEqual({ value: null, reason: expect.stringContaining('one settled before another') })
    const learnt = JSON.parse(await run(nextDay, '--json')).authors[0]
    expect(learnt.recalibrated.moved).toBe(36)
    expect(learnt.recalibrated.recalibrated).toBeLessThan(learnt.recalibrated.stated)
    expect(author.words).toEqual({ value: null, reason: expect.stringContaining('in words') })
    expect(text).not.toMatch(/(?<!"value": )null|NaN|it cannot be told/)
  })

  it('as text, the words of the verdict before all figures', async () => {
    const text = await run(dated, '--canonical')
    const [, after = ''] = text.split('Ada: 40 scored')
    expect(after.indexOf('These 40 statements')).toBeGreaterThan(0)
    expect(after.indexOf('It rests on 40 families: e-value')).toBeLessThan(after.indexOf('Average penalty'))
    expect(text).toContain('Families drawn anew 2000 times')
    expect(text).toContain('As stated beside recalibrated: none')
    expect(await run(nextDay)).toMatch(/As stated beside recalibrated: Brier 0\.4100 and 0\.[0-3]\d{3}/)
    expect(text).toContain('Weak hedges: 0 of 40 statements')
    expect(text).toMatch(/^ {2}without the five that pull most {9} Brier 0\.\d{4} of 35, 5 affected, worse/m)
  })
})

describe('hindcast score refuses', () => {
  it.each([
    { name: 'too large', row: 'Ada,q,1.2,1', column: 'probability' },
    { name: 'negative', row: 'Ada,q,-0.1,1', column: 'probability' },
    { name: 'percent', row: 'Ada,q,70%,1', column: 'probability' },
    { name: 'not a number', row: 'Ada,q,NaN,1', column: 'probability' },
    { name: 'words', row: 'Ada,q,likely,1', column: 'probability' },
    { name: 'hexadecimal', row: 'Ada,q,0x1,1', column: 'probability' },
    { name: 'no probability', row: 'Ada,q,,1', column: 'probability' },
    { name: 'an outcome in other words', row: 'Ada,q,0.5,true', column: 'outcome' },
    { name: 'a short row', row: 'Ada,q,0.5', column: 'outcome' },
    { name: 'no author', row: ',q,0.5,1', column: 'author' },
    { name: 'no question', row: 'Ada,,0.5,1', column: 'question' },
    { name: 'a day that does not exist', row: 'Ada,q,0.5,1,2024-02-30', column: 'said_on' },
    { name: 'an American date', row: 'Ada,q,0.5,1,3/1/2024', column: 'said_on' },
  ])('$name, with line, column and remedy', async ({ row, column }) => {
    const problem = await problemOf(`${header},said_on\nAda,"two\nlines",0.5,1,\n${row}\n`)
    expect(problem.code).toBe('invalid-input')
    expect(problem.fields).toEqual([
      { field: `line 4, ${column}`, detail: expect.stringMatching(/^is (empty|".*"|[\d.]+); give /) },
    ])
  })

  it('every bad row at once, but lists the first twenty', async () => {
    const problem = await problemOf(`${header}\n${'Ada,q,2,maybe\n'.repeat(25)}`)
    expect(problem.message).toContain('25 of 25 rows')
    expect(problem.message).toContain('the first 20 are listed')
    expect(problem.fields).toHaveLength(40)
  })

  it('two outcomes of one question', async () => {
    const problem = await problemOf(`${header}\nAda,q,0.5,1\nAda,q,0.6,0\n`)
    expect(problem.fields).toEqual([
      { field: 'line 3, outcome', detail: 'is 0, but 1 for "q" on line 2; give one outcome' },
    ])
  })

  it('a row with more cells than the header', async () => {
    const problem = await problemOf(`${header}\nDoe, Jo,q,0.5,1\n`)
    expect(problem.fields).toContainEqual({ field: 'line 2', detail: expect.stringContaining('quote a cell') })
  })

  it.each([
    { name: 'an empty file', csv: '', says: 'is empty' },
    { name: 'a header alone', csv: `${header}\n`, says: 'no forecasts' },
    { name: 'a missing column', csv: 'author,question,outcome\nAda,q,1\n', says: 'header' },
    { name: 'a column that stands there twice', csv: `${header},author\n`, says: 'header' },
    { name: 'an open quote', csv: `${header}\nAda,"q,0.5,1\n`, says: 'not CSV' },
  ])('$name', async ({ csv, says }) => {
    const problem = await problemOf(csv)
    expect(problem.code).toBe('invalid-input')
    expect(problem.message).toContain(says)
    expect(problem.remedy).not.toBe('')
  })

  it('what is not UTF-8', async () => {
    expect((await problemOf(new Uint8Array([0xff, 0xfe, 0x61]))).code).toBe('not-text')
  })
})

describe('hindcast score as text', () => {
  it('prints every number with its interval or what luck makes of it, and marks what a public page withholds', async () => {
    const text = await run(`${header}\n${Array.from({ length: 12 }, (_, i) => `Ada,q${i},0.7,${i % 2}`).join('\n')}\n`)
    expect(text).toContain('the first by said_on')
    expect(text).toContain('Ada: 12 scored in 12 families; void: 0; restatements, not scored: 0')
    expect(text).toMatch(/Brier score .* 0\.2900 {2}0\.\d{4} to 0\.\d{4} .*shown$/m)
    expect(text).toMatch(/miscalibration MCB .* 0\.0400 +0\.\d{4} \(0\.\d{4}\) +withheld$/m)
    expect(text).toContain('withheld: the reliability curve needs 30 families; this author has 12')
    expect(text).toContain('p >= 2/3')
  })

  it('says so when nothing is settled', async () => {
    expect(await run(`${header}\nAda,q,0.5,void\n`)).toContain('nothing settled yet')
  })
})

describe('reliabilityText', () => {
  const counts = [
    { p: 0, n: 12, hits: 0 },
    { p: 0.4, n: 4, hits: 2 },
    { p: 0.6, n: 4, hits: 1 },
    { p: 0.999999, n: 5, hits: 5 },
  ]
  const result = corp(counts)
  const text = result === null ? '' : reliabilityText(result, pooledGroups(counts, [counts]))
  const lines = text.split('\n')

  it('is at most 78 columns wide, without colour codes or trailing blanks', () => {
    expect(lines.filter((line) => line.length > 78 || line !== line.trimEnd())).toEqual([])
    expect(text).not.toContain('\u001b')
  })

  it('draws the points at their recalibrated frequency, over the diagonal', () => {
    expect(lines[1]).toBe(`  100 % |${' '.repeat(49)}·o`)
    expect(lines.find((line) => line.startsWith('    0 % |'))).toBe('    0 % |O·')
    // 3 of 8 is drawn between 35 and 40 %, for both forecasts of the block.
    expect(lines[1 + 20 - 8]).toMatch(/^ {3}40 % \|.{20}o.{9}o$/)
  })

  it('says the same in numbers', () => {
    expect(lines).toContain('  40 % to 60 %           37.5 %           3 of 8')
    expect(lines).toContain('  >99.9 %                 100 %           5 of 5')
    expect(text).toMatch(/1\/3 < p < 2\/3 +50 % +37\.5 % +3 of 8 {3}13\.7 % to 69\.4 %/)
  })
})

it('lets no code of a file reach the terminal', async () => {
  const name = '\u001b]0;owned\u0007\u001b[31mAda\u202e\u200b'
  const text = await run(
    `author,question,probability,outcome,reference:${name}\n"${name}",q1,0.2,1,0.5\n"${name}",q2,0.4,0,0.5\nBen,q1,0.3,1,0.5\n`,
  )
  expect(text).toContain('Ada')
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
