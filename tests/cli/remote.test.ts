import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealCommittedFacts } from '../../src/jobs/seal-facts.ts'
import { HOST } from '../../src/server.ts'
import { mark } from '../contract/api.ts'
import { askForForecasts } from '../contract/batches.ts'
import { accept, recordForecasts } from '../contract/steps.ts'
import { ended, run, type Served, serveHere, start } from './served.ts'

let served: Served
const scratch = mkdtempSync(join(tmpdir(), 'hindcast-remote-'))

beforeAll(async () => {
  served = await serveHere()
})
afterAll(async () => {
  await served?.close()
  rmSync(scratch, { recursive: true, force: true })
})

const ESCAPE = '\u001b'

describe('what a server lists', () => {
  test('comes as a table or as JSON, filtered', async () => {
    const { commentary } = await recordForecasts(served.api, [`mill ${mark()}`, `ferry ${mark()}`])
    const args = ['candidates', '--commentary', commentary.id]
    const listed = await served.as('review', 'list', ...args, '--json')
    expect(JSON.parse(listed.stdout).map(({ status }: { status: string }) => status)).toEqual(['pending', 'pending'])
    const table = await served.as('review', 'list', ...args, '--limit', '1')
    expect(table).toMatchObject({ code: 0, stderr: expect.stringContaining('more than 1') })
    expect(table.stdout).toContain('of Velmark will almost certainly close')
    expect(table.stdout, 'no colours where no terminal is').not.toContain(ESCAPE)
    expect((await served.as('read', 'list', ...args)).stdout).toBe('Nothing there.\n')
  })

  test('is exported as one file of one position', async () => {
    const name = mark()
    await served.api.post('/v1/authors', 'submit', { name: `${name}, "the Second"` })
    const ndjson = await served.as('read', 'export', 'authors')
    expect(ndjson).toMatchObject({ code: 0, stderr: expect.stringMatching(/^authors as of position \d+/) })
    expect(ndjson.stdout.split('\n').filter((line) => line.includes(name))).toEqual([
      expect.stringContaining(JSON.stringify(`${name}, "the Second"`)),
    ])
    const csv = await served.as('read', 'export', 'authors', '--format', 'csv')
    expect(csv.stdout).toMatch(/^id,name,slug,kind,bot/)
    expect(csv.stdout).toContain(`"${name}, ""the Second"""`)
    const position = /position (\d+)/.exec(ndjson.stderr)?.[1] ?? ''
    const since = await served.as('read', 'export', 'questions', '--changed-since', position, '--as-of', position)
    expect(since).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining(`position ${position}:`) })
  })

  test('is exported into a file whole or not at all', async () => {
    const out = join(scratch, 'authors.parquet')
    const written = await served.as('read', 'export', 'authors', '--format', 'parquet', '--out', out)
    expect(written).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(out).subarray(0, 4).toString()).toBe('PAR1')
    expect(readdirSync(scratch).filter((name) => name.endsWith('.part'))).toEqual([])
    const nowhere = await served.as('read', 'export', 'authors', '--out', join(scratch, 'none', 'authors.ndjson'))
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be written') })
  })

  test('can be asked for what there is to export, and refuses what there is not', async () => {
    const listed = await served.as('read', 'export', '--json')
    expect(JSON.parse(listed.stdout).map(({ name }: { name: string }) => name)).toContain('predictions')
    expect((await served.as('read', 'export')).stdout).toContain('resolutions')
    const refused = await served.as('read', 'export', 'opinions')
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('hindcast: ') })
  })
})

describe('what goes wrong', () => {
  test('is told in words on standard error, or as the problem document', async () => {
    const id = `cnd_${'0'.repeat(26)}`
    const words = await served.as('review', 'review', 'accept', id, '--reason', 'it is one')
    expect(words).toMatchObject({ code: 1, stdout: '' })
    expect(words.stderr).toMatch(/^hindcast: .*there is no candidate cnd_0+\n.*list the candidates/)
    expect(words.stderr).toMatch(/request [\w-]+, status 404/)
    const json = await served.as('review', 'review', 'accept', id, '--reason', 'it is one', '--json')
    expect(json).toMatchObject({ code: 1, stdout: '' })
    expect(JSON.parse(json.stderr)).toMatchObject({ status: 404, code: 'not-found', remedy: expect.any(String) })
  })

  test('ends with a code of its own where no server answers', async () => {
    const away = await run(['list', 'authors', '--server', 'http://127.0.0.1:9'])
    expect(away).toMatchObject({ code: 3, stdout: '' })
    expect(away.stderr).toMatch(/no answer from http:\/\/127\.0\.0\.1:9/)
    const nowhere = await run(['list', 'authors', '--server', 'localhost'])
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('no address of a server') })
  })

  test('takes the key from standard input, so that it stands in no list of processes', async () => {
    const args = ['list', 'candidates', '--server', served.url, '--key', '-', '--json']
    expect((await run(args, {}, `${served.keys.review}\n`)).code).toBe(0)
    const bad = await run(args, {}, `hck_${'x'.repeat(43)}\n`)
    expect(JSON.parse(bad.stderr)).toMatchObject({ status: 401, code: 'unauthenticated' })
  })
})

describe('a forecast on its way', () => {
  test('is reviewed, submitted on, and resolved', async () => {
    const subject = `mill ${mark()}`
    const { candidates, commentary } = await recordForecasts(served.api, [subject, `ferry ${mark()}`])
    const [first, second] = candidates
    const waiting = await served.as('review', 'review', '--commentary', commentary.id)
    expect(waiting.stdout).toContain(first?.id)
    const rejected = await served.as('review', 'review', 'reject', second?.id ?? '', '--reason', 'a joke')
    expect(rejected).toMatchObject({ code: 0, stdout: `${second?.id}\n`, stderr: `${second?.id} is rejected.\n` })
    const accepted = await served.as('review', 'review', 'accept', first?.id ?? '', '--reason', 'plain', '--json')
    const question = JSON.parse(accepted.stdout).question.id
    const no = await served.as('resolve', 'resolve', question, '--outcome', 'yes', '--reason', 'it closed')
    expect(no).toMatchObject({ code: 1, stderr: expect.stringContaining('an outcome needs evidence') })
    const report = ['--evidence-url', 'https://example.org/report', '--happened', '2024-09-18']
    const told = ['--title', `The ${subject} closed`, '--reason', 'the report is plain']
    const yes = await served.as('resolve', 'resolve', question, '--outcome', 'yes', ...report, ...told)
    expect(yes).toMatchObject({ code: 0, stdout: 'resolved yes\n' })
    const log = await served.as('read', 'list', 'resolutions', '--question', question, '--json')
    expect(JSON.parse(log.stdout)[0]).toMatchObject({ step: 'settle', outcome: 'yes', reason: 'the report is plain' })
  })

  test('is settled "no" by silence past its window', async () => {
    const { candidates } = await recordForecasts(served.api, [`mill ${mark()}`])
    const { id } = await accept(served.api, candidates[0]?.id ?? '')
    const silence = ['--read-through', '2025-01-31', '--statement', 'Read the Gazette of Velmark whole.']
    const no = await served.as('resolve', 'resolve', id, '--outcome', 'no', ...silence, '--reason', 'nothing', '--json')
    expect(JSON.parse(no.stdout)).toMatchObject({ question: { status: 'resolved', outcome: 'no' }, scoreChanges: [] })
    const voided = ['--void', 'annulled', '--correct', '--reason', 'the mill was never there']
    expect((await served.as('resolve', 'resolve', id, ...voided)).stdout).toBe('void annulled\n')
  })
})

describe('submit', () => {
  const asked = async () => {
    const { author, questions } = await askForForecasts(served.api)
    return { name: author.slug, question: questions[0] ?? '' }
  }

  test('records one forecast, and takes it back', async () => {
    const { name, question } = await asked()
    const about = ['--question', question, '--author', name]
    const said = await served.as('submit', 'submit', ...about, '--probability', '0.7')
    expect(said).toMatchObject({ code: 0, stdout: expect.stringMatching(/^prd_\w+\n$/) })
    const back = await served.as('submit', 'submit', ...about, '--act', 'withdraw', '--json')
    expect(JSON.parse(back.stdout)).toMatchObject({ act: 'withdraw', refersTo: said.stdout.trim() })
    const without = await served.as('submit', 'submit', ...about)
    expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('--probability is missing') })
  })

  test('records a file, tells what is refused by its line, and changes nothing the second time', async () => {
    const { name, question } = await asked()
    const file = join(scratch, 'forecasts.csv')
    writeFileSync(file, `questionId,author,probability\n${question},${name},0.25\n${question},${name},1.5\n`)
    const first = await served.as('submit', 'submit', '--file', file)
    expect(first).toMatchObject({ code: 2, stdout: '' })
    expect(first.stderr).toMatch(/^line 3: .*probability.*\n1 recorded, 0 stood already, 1 refused\n$/)
    const again = await served.as('submit', 'submit', '--file', file, '--json')
    const lines = again.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { line: 2, status: 'standing', id: expect.stringMatching(/^prd_/) },
      { line: 3, status: 'refused', problem: { code: 'invalid-input' } },
      { done: true, recorded: 0, standing: 1, refused: 1 },
    ])
    const nobody = await served.as('read', 'submit', '--file', file)
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('lacks the scope submit') })
  })
})

describe('watch', () => {
  const seal = () => sealCommittedFacts(served.services, HOST, served.services.clock())

  test('goes on after a position, a line each, and ends when nothing is new', async () => {
    await recordForecasts(served.api, [`mill ${mark()}`])
    await seal()
    const all = await served.as('read', 'watch', '--after', '0', '--once', '--json')
    const items = all.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at + 1))
    const last = items.length
    expect(all.stderr).toContain(`Go on with --after ${last}`)
    const rest = await served.as('read', 'watch', '--after', String(last - 1), '--once')
    expect(rest.stdout).toMatch(new RegExp(`^${last}  \\d{4}-`))
    expect(rest.stdout.trimEnd().split('\n')).toHaveLength(1)
    const ahead = await served.as('read', 'watch', '--after', '999999', '--once')
    expect(ahead).toMatchObject({ code: 1, stderr: expect.stringContaining('position') })
  })

  test('follows what comes, and ends cleanly when it is interrupted', async () => {
    await seal()
    const watching = start(['watch', '--every', '1', '--server', served.url])
    const whole = ended(watching)
    await once(watching.stderr as NodeJS.ReadableStream, 'data')
    const name = mark()
    await recordForecasts(served.api, [`mill ${name}`])
    await seal()
    await once(watching.stdout as NodeJS.ReadableStream, 'data')
    watching.kill('SIGINT')
    const { code, stdout, stderr } = await whole
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d+ {2}\d{4}-\S+ {2}commentary/m)
    expect(stderr).toMatch(/Go on with --after \d+\n$/)
  })
})
