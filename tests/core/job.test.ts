import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  cronOf,
  type JobRun,
  jobNames,
  jobStanding,
  lastMoment,
  missedMoments,
  nextMoment,
  type Schedule,
  timetable,
} from '../../src/core/job.ts'
import { Instant } from '../../src/core/time.ts'

const at = (clock: string) => Instant.parse(`2026-05-04T${clock}.000Z`)
const everyTen = { every: 10, from: 0 }
const hourly = { every: 60, from: 0 }
const daily = { every: 1440, from: 210 }

describe('the timetable', () => {
  it('is what the triggers of the edge say', () => {
    const wrangler = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8')
    const crons = JSON.parse(/^crons = (\[.*\])$/m.exec(wrangler)?.[1] ?? '[]')
    expect(crons.toSorted()).toEqual([...new Set(jobNames.map((name) => cronOf(timetable[name])))].toSorted())
  })

  it.each(jobNames)('appoints %s at moments that a cron expression can say', (name) => {
    const { every, from }: Schedule = timetable[name]
    expect(every === 1440 || 60 % every === 0).toBe(true)
    expect(from >= 0 && from < every).toBe(true)
  })

  it.each([
    [{ every: 1, from: 0 }, '* * * * *'],
    [everyTen, '*/10 * * * *'],
    [{ every: 15, from: 5 }, '5-59/15 * * * *'],
    [{ every: 60, from: 20 }, '20 * * * *'],
    [daily, '30 3 * * *'],
  ])('%j is %s', (schedule, cron) => {
    expect(cronOf(schedule)).toBe(cron)
  })
})

describe('appointed moments', () => {
  it.each([
    [everyTen, '12:00:00', '12:00:00', '12:10:00'],
    [everyTen, '12:09:59', '12:00:00', '12:10:00'],
    [hourly, '12:59:59', '12:00:00', '13:00:00'],
    [{ every: 60, from: 20 }, '12:19:59', '11:20:00', '12:20:00'],
    [daily, '03:30:00', '03:30:00', null],
    [daily, '03:29:59', null, '03:30:00'],
  ])('%j at %s', (schedule, now, last, next) => {
    expect(lastMoment(schedule, at(now))).toBe(last ? at(last) : '2026-05-03T03:30:00.000Z')
    expect(nextMoment(schedule, at(now))).toBe(next ? at(next) : '2026-05-05T03:30:00.000Z')
  })

  it.each([
    [everyTen, '12:00:00', '12:10:00', 0],
    [everyTen, '12:00:00', '12:24:59', 0],
    [everyTen, '12:00:00', '12:25:00', 1],
    [everyTen, '12:00:00', '13:00:00', 4],
    [everyTen, '12:03:30', '12:25:00', 1],
    [hourly, '12:00:00', '13:14:59', 0],
    [hourly, '12:00:00', '15:20:00', 3],
    [hourly, '13:00:00', '12:00:00', 0],
  ])('%j last run for %s has missed at %s: %i', (schedule, last, now, missed) => {
    expect(missedMoments(schedule, at(last), at(now))).toBe(missed)
  })
})

describe('how a job stands', () => {
  const run = (status: JobRun['status'], clock: string): JobRun => ({
    id: 'job_00000000000000000000000001',
    job: 'close-due-questions',
    scheduledAt: at(clock),
    attempt: 1,
    startedAt: at(clock),
    finishedAt: null,
    status,
    summary: null,
    errorCode: null,
    error: null,
  })
  const [done, failed, running] = [run('done', '11:00:00'), run('failed', '12:00:00'), run('running', '12:00:00')]

  it.each([
    ['never-ran', 0, null, null, '12:20:00'],
    ['on-time', 0, running, null, '12:05:00'],
    ['on-time', 0, running, done, '12:05:00'],
    ['on-time', 0, done, done, '12:10:00'],
    ['late', 1, done, done, '12:15:00'],
    ['failing', 0, failed, failed, '12:20:00'],
    ['failing', 0, running, run('abandoned', '11:00:00'), '12:05:00'],
    ['late', 2, failed, failed, '14:20:00'],
  ] as const)('%s, %i missed', (state, missed, last, over, now) => {
    const standing = jobStanding('close-due-questions', { last, over, done: null }, at(now))
    expect(standing).toMatchObject({ state, missed, nextAt: nextMoment(hourly, at(now)), lastRun: last })
  })
})
