import { describe, expect, it } from 'vitest'
import {
  answering,
  appointed,
  Deferred,
  laneOf,
  nameOf,
  pauseAfter,
  queueNameOf,
  subjectOf,
} from '../../src/core/deferred.ts'
import { jobNames } from '../../src/core/job.ts'
import { instant } from '../support/embedded.ts'

const noon = instant('2026-05-04T12:00:00.000Z')

describe('deferred work', () => {
  it('is read back from what is written into a queue', () => {
    const work = appointed('seal-facts', noon)
    expect(Deferred.parse(JSON.parse(JSON.stringify(work)))).toEqual(work)
  })

  it.each([
    [{ work: 'tea' }],
    [{ work: 'answer', requestId: 'key_01m8n6g5354aza6r4nrsd4fsqw' }],
    [{ work: 'run', job: 'tea', scheduledAt: noon }],
    [{ work: 'run', job: 'seal-facts', scheduledAt: 'noon' }],
    [null],
    ['run'],
  ])('is none of %j', (written) => {
    expect(Deferred.safeParse(written).success).toBe(false)
  })

  it('is named by what it is about and its moment, later ones after earlier ones', () => {
    const [earlier, later] = [noon, instant('2026-05-04T12:01:00.000Z')].map((at) => appointed('seal-facts', at))
    if (!earlier || !later) throw new Error('two were made')
    expect(subjectOf(earlier)).toBe(subjectOf(later))
    expect(nameOf(earlier) < nameOf(later)).toBe(true)
    expect(nameOf(earlier)).not.toBe(nameOf(appointed('poll-feeds', noon)))
  })

  it('may be the answer to a request, which is one work however often it is put in', () => {
    const work = answering('dfr_01m8n6g5354aza6r4nrsd4fsqw')
    expect(Deferred.parse(JSON.parse(JSON.stringify(work)))).toEqual(work)
    expect([nameOf(work), subjectOf(work)]).toEqual(Array(2).fill('answer dfr_01m8n6g5354aza6r4nrsd4fsqw'))
    expect([laneOf(work), queueNameOf(work)]).toEqual(['answering', 'answering'])
  })

  it('has a lane where nothing holds up the sealing', () => {
    expect(jobNames.filter((name) => laneOf(appointed(name, noon)) === 'sealing')).toEqual(['seal-facts'])
    expect(jobNames.filter((name) => laneOf(appointed(name, noon)) === 'sending')).toEqual(['deliver-webhooks'])
  })

  it('is tried again after pauses that double', () => {
    expect([1, 2, 3].map((failures) => pauseAfter(failures))).toEqual([30, 60, 120])
    expect(pauseAfter(2, 0)).toBe(0)
  })
})
