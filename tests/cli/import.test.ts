import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { predictionBookCsv } from '../../bench/predictionbook.ts'
import { runImport } from '../../src/cli/importing/run-import.ts'
import { intoServer, type Sink } from '../../src/cli/importing/sinks.ts'
import { type Source, survey } from '../../src/cli/importing/survey.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { predictionBook, rowsOfPredictionBook } from '../../src/core/importing/presets/predictionbook.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { bodyOf, mark, pageOf } from '../contract/api.ts'
import { run, type Served, serveHere } from './served.ts'

let served: Served
const scratch = mkdtempSync(join(tmpdir(), 'hindcast-import-'))
const fileOf = (name: string, text: string): string => {
  const path = join(scratch, name)
  writeFileSync(path, text)
  return path
}

beforeAll(async () => {
  served = await serveHere()
})
afterAll(async () => {
  await served?.close()
  rmSync(scratch, { recursive: true, force: true })
})

describe('hindcast import', () => {
  const rows = [...predictionBookCsv(12)]
  const [head = '', first = '', second = ''] = rows
  const broken = `${first.replace(/,\d+$/, ',300')}\n"over\ntwo lines",x`

  test('shows what it would record, and records nothing', async () => {
    const file = fileOf('dry.csv', [head, first, second, second, broken, ''].join('\n'))
    const data = join(scratch, 'dry')
    const dry = await run(['import', file, '--preset', 'predictionbook', '--data', data])
    expect(dry.code).toBe(2)
    expect(dry.stdout).toMatch(/^5 rows: 2 forecasts by \d authors on 1 questions, 1 of them resolved/)
    expect(dry.stdout).toContain('passed over 1: the same forecast as on a line before')
    expect(dry.stdout).toContain('line 5: confidence is no number from 0 to 100: 300')
    expect(dry.stdout).toContain('line 6: it has 2 cells and not 11')
    expect(dry.stderr).toBe('Nothing was recorded. Say --yes to import it.\n')
    expect(existsSync(data)).toBe(false)
  })

  test('refuses columns that it does not know, and says which it expects', async () => {
    const file = fileOf('strange.csv', `${head.replace('deadline', 'due')}\n${first}\n`)
    const refused = await run(['import', file, '--preset', 'predictionbook', '--json'])
    expect(refused.code).toBe(1)
    const { remedy, fields } = JSON.parse(refused.stderr)
    expect(remedy).toMatch(/^expected are id, description, deadline/)
    expect(fields.map(({ field }: { field: string }) => field)).toEqual(['deadline', 'due'])
  })

  test('records into the database of this machine, and changes nothing the second time', async () => {
    const file = fileOf('book.csv', `${rows.join('\n')}\n`)
    const args = ['import', file, '--preset', 'predictionbook', '--data', join(scratch, 'data'), '--yes', '--json']
    const once = await run(args)
    expect(once.code, once.stderr).toBe(0)
    expect(JSON.parse(once.stdout)).toMatchObject({
      forecasts: { recorded: 12, standing: 0, refused: 0 },
      stopped: false,
    })
    expect(once.stderr).toContain('Ranked apart, in the collection predictionbook.')
    const twice = JSON.parse((await run(args)).stdout)
    expect(twice.forecasts).toEqual({ recorded: 0, standing: 12, refused: 0 })
    expect(twice.outcomes).toMatchObject({
      recorded: 0,
      refused: 0,
      standing: JSON.parse(once.stdout).outcomes.recorded,
    })
  })

  test('records through a server, by columns that are named', async () => {
    const [title, name] = [`The mill ${mark()} closes`, `Ada ${mark()}`]
    const line = JSON.stringify({
      Title: title,
      P: 70,
      Date: '2024-02-01',
      Due: '2024-06-30',
      Came: 'yes',
      Known: '2024-06-01',
    })
    const file = fileOf('notes.ndjson', `${line}\nnot json\n`)
    const map = 'question=Title,probability=P,said=Date,window-end=Due,outcome=Came,resolved-at=Known'
    const about = ['--author', name, '--source', `Notes of ${name}`, '--licence', 'CC0', '--percent']
    const args = ['import', file, '--map', map, ...about, '--yes', '--json']
    const done = await served.as('admin', ...args)
    expect(done.code, done.stderr).toBe(2)
    expect(JSON.parse(done.stdout)).toMatchObject({
      forecasts: { recorded: 1 },
      outcomes: { recorded: 1, refused: 0 },
    })
    const slug = name.toLowerCase().replace(' ', '-')
    const [prediction] = bodyOf(await served.api.get(`/v1/predictions?author=${slug}`), 200, pageOf(Prediction)).items
    expect(prediction).toMatchObject({
      origin: 'imported',
      probability: 0.7,
      said: { earliest: '2024-02-01T00:00:00.000Z' },
    })
    const denied = await served.as('submit', ...args)
    expect(denied).toMatchObject({ code: 1, stderr: expect.stringContaining('lacks the scope admin') })
  })
})

describe('an import that is interrupted', () => {
  const terminal: Terminal = {
    now: () => {
      throw new Error('an import takes no clock')
    },
    environment: {},
    print: () => undefined,
    note: () => undefined,
  }

  /** A sink that is cut off after so many parts. */
  const cutAfter = (parts: number, sink: Sink, cut: () => void): Sink => {
    let sent = 0
    const counted = async <T>(answer: Promise<T>): Promise<T> => {
      sent += 1
      const done = await answer
      if (sent >= parts) cut()
      return done
    }
    return {
      ...sink,
      forecasts: (items) => counted(sink.forecasts(items)),
      outcomes: (items) => counted(sink.outcomes(items)),
    }
  }

  test.each([
    [1, 'among its forecasts'],
    [3, 'among its outcomes'],
  ])('after part %i, %s, goes on and doubles nothing', async (parts) => {
    const file = fileOf(`cut-${parts}.csv`, `${[...predictionBookCsv(1100, `cut ${parts}`)].join('\n')}\n`)
    const source: Source = { file, mapping: predictionBook, ignored: [], rowsIn: rowsOfPredictionBook }
    const found = await survey(source)
    const about = { name: `Book ${mark()}`, source: 'PredictionBook', licence: 'made up', note: 'A test.', whole: true }
    const sink = intoServer({ server: served.url, key: served.keys.admin })
    const stop = new AbortController()
    const cut = await runImport(
      terminal,
      cutAfter(parts, sink, () => stop.abort()),
      source,
      found,
      about,
      stop.signal,
    )
    expect(cut.stopped).toBe(true)
    const rest = await runImport(terminal, sink, source, found, about, new AbortController().signal)
    expect(cut.forecasts.recorded + rest.forecasts.recorded).toBe(1100)
    expect(rest.forecasts).toMatchObject({ standing: cut.forecasts.recorded, refused: 0 })
    expect(cut.outcomes.recorded + rest.outcomes.recorded).toBe(found.outcomes.size)
    expect(rest.outcomes.standing).toBe(cut.outcomes.recorded)
    const again = await runImport(terminal, sink, source, found, about, new AbortController().signal)
    expect([again.forecasts.recorded, again.outcomes.recorded]).toEqual([0, 0])
  })
})
