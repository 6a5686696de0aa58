import { describe, expect, it } from 'vitest'
import type { Fields, LogLevel } from '../../src/core/watch.ts'
import { type Loudness, logTo, loudnessOf } from '../../src/outside/log.ts'
import { slowMsOf, watchOf } from '../../src/outside/watch.ts'
import { instant } from '../support/embedded.ts'
import { linesOfLog } from '../support/lines.ts'

const AT = instant('2026-05-04T12:00:00.000Z')

/** A watch whose clock goes as it is told, and what it wrote. */
const watching = (loudness: Loudness = 'info', slowMs: number | null = 500) => {
  const written: [LogLevel, string, Fields][] = []
  const time = { ms: 0 }
  const log = (level: LogLevel, event: string, fields: Fields = {}) => void written.push([level, event, fields])
  const watch = watchOf({ log, ticks: () => time.ms, slowMs, loudness }).serving()
  const statement = (text: string, ms: number, how = { rows: 1 as number | null, code: null as string | null }) => {
    const piece = watch.statement(text)
    time.ms += ms
    piece.end(how)
  }
  return { written, time, watch, statement }
}

describe('a slow statement', () => {
  it('is told with its text, time and rows, and never with a value', () => {
    const { written, statement } = watching()
    statement(`select * from authors where name = 'Ada' and id = $1`, 499.9)
    expect(written).toEqual([])
    statement(`select * from authors\n where name = 'Ada' and id = $1`, 500)
    const told = { ms: 500, rows: 1, statement: 'select * from authors where name = ? and id = $1' }
    expect(written).toEqual([['warn', 'slow statement', told]])
  })

  it('tells the request, or the run of a job, that waits for it', async () => {
    const { written, watch, time } = watching()
    const slowly = async () => {
      await null
      const piece = watch.statement('select 1')
      time.ms += 600
      piece.end({ rows: null, code: '57014' })
    }
    await watch.request({ method: 'GET', requestId: 'req-1', traceparent: null, tracestate: null }).within(slowly)
    await watch.job({ job: 'seal-facts', runId: 'run_1', scheduledAt: AT }).within(slowly)
    await slowly()
    const told = { ms: 600, rows: null, code: '57014', statement: 'select ?' }
    expect(written.map(([, , fields]) => fields)).toEqual([
      { requestId: 'req-1', ...told },
      { job: 'seal-facts', runId: 'run_1', ...told },
      told,
    ])
  })

  it('is told twenty times a minute at most, and then how many were left out', () => {
    const { written, statement, time } = watching()
    for (let nth = 0; nth < 25; nth++) statement('select 1', 500)
    expect(written).toHaveLength(20)
    time.ms = 60_500
    statement('select 1', 500)
    expect(written).toHaveLength(21)
    expect(written.at(-1)?.[2]).toMatchObject({ leftOut: 5 })
    statement('select 1', 500)
    expect(written.at(-1)?.[2]).not.toHaveProperty('leftOut')
  })

  it('is told of as the settings say', () => {
    expect([undefined, '', '0', '20', 'much', '-1'].map((said) => slowMsOf({ HINDCAST_SLOW_QUERY_MS: said }))).toEqual([
      ...[500, 500, null, 20, 500, 500],
    ])
    for (const [loudness, slowMs] of [
      ['error', 500],
      ['silent', 500],
      ['info', null],
    ] as const) {
      const { written, statement } = watching(loudness, slowMs)
      statement('select 1', 5000)
      expect(written).toEqual([])
    }
  })
})

describe('the log', () => {
  it('is as loud as the settings say', () => {
    expect([undefined, 'warn', 'silent', 'shout'].map((said) => loudnessOf({ HINDCAST_LOG_LEVEL: said }))).toEqual([
      ...['info', 'warn', 'silent', 'info'],
    ])
    const told = (loudness: Loudness) => {
      const { written, watch } = watching(loudness)
      for (const level of ['error', 'warn', 'info'] as const) watch.log(level, 'something')
      return written.map(([level]) => level)
    }
    expect(told('info')).toEqual(['error', 'warn', 'info'])
    expect(told('warn')).toEqual(['error', 'warn'])
    expect(told('error')).toEqual(['error'])
    expect(told('silent')).toEqual([])
  })

  it('tells the usual only while requests are served: a command that is run shows what it does by itself', () => {
    const written: string[] = []
    const log = (level: LogLevel) => void written.push(level)
    const watch = watchOf({ log, ticks: () => 0, slowMs: null, loudness: 'info' })
    watch.log('info', 'something')
    expect(written).toEqual([])
    watch.serving().log('info', 'something')
    expect(written).toEqual(['info'])
  })

  it('is JSON in lines, whatever others wrote into its fields', () => {
    const lines = linesOfLog()
    const nasty = 'a\nb\r\u2028c\u202e\u001b[31m\u{e0041}"\u0085\ud800'
    logTo(() => AT)('warn', 'request', { nasty, left: undefined, none: null })
    expect(lines).toEqual([{ at: AT, level: 'warn', event: 'request', nasty, none: null }])
    expect(Object.keys(lines[0] ?? {})).toEqual(['at', 'level', 'event', 'nasty', 'none'])
  })

  it('shows no sign that a terminal would obey', async () => {
    const { jsonLine } = await import('../../src/core/logged.ts')
    const line = jsonLine({ nasty: 'a\nb\u2028c\u202e\u001b[31m\u{e0041}\u0085' })
    expect(line).toBe('{"nasty":"a\\nb\\u2028c\\u202e\\u001b[31m\\udb40\\udc41\\u0085"}')
  })
})
