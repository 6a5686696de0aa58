import { describe, expect, it } from 'vitest'
import { maybeIn, surelyIn, type Window } from '../../../src/core/resolution/window.ts'
import { Day, Moment } from '../../../src/core/time.ts'

/** A short month: its last day is no other month's. */
const february: Window = { windowStart: Day.parse('2027-02-01'), windowEnd: Day.parse('2027-02-28') }
const endless: Window = { ...february, windowEnd: null }
const [FIRST, BEFORE] = ['2027-02-01T00:00:00.000Z', '2027-01-31T23:59:59.999Z']
const [LAST, AFTER] = ['2027-02-28T23:59:59.999Z', '2027-03-01T00:00:00.000Z']
const INSIDE = '2027-02-14T12:00:00.000Z'

describe('a window holds its first day from the first millisecond and its last day to the last', () => {
  it.each<[name: string, window: Window, earliest: string, latest: string, surely: boolean, maybe: boolean]>([
    ['its first millisecond', february, FIRST, FIRST, true, true],
    ['the millisecond before', february, BEFORE, BEFORE, false, false],
    ['its last millisecond', february, LAST, LAST, true, true],
    ['the millisecond after', february, AFTER, AFTER, false, false],
    ['from the first to the last', february, FIRST, LAST, true, true],
    ['a range that only touches its first millisecond', february, BEFORE, FIRST, false, true],
    ['a range that only touches its last', february, LAST, AFTER, false, true],
    ['a range around it', february, BEFORE, AFTER, false, true],
    ['a range over its start', february, BEFORE, INSIDE, false, true],
    ['a range over its end', february, INSIDE, AFTER, false, true],
    ['without end, the millisecond before', endless, BEFORE, BEFORE, false, false],
    ['without end, over its start', endless, BEFORE, AFTER, false, true],
    ['without end, whatever comes later', endless, AFTER, '2199-12-31T23:59:59.999Z', true, true],
  ])('%s', (_, window, earliest, latest, surely, maybe) => {
    const moment = Moment.parse({ earliest, latest })
    expect([surelyIn(window, moment), maybeIn(window, moment)]).toEqual([surely, maybe])
  })

  it('one day long is that day', () => {
    const leap: Window = { windowStart: Day.parse('2028-02-29'), windowEnd: Day.parse('2028-02-29') }
    const whole = Moment.parse({ earliest: '2028-02-29T00:00:00.000Z', latest: '2028-02-29T23:59:59.999Z' })
    expect(surelyIn(leap, whole)).toBe(true)
    expect(maybeIn(leap, Moment.parse({ earliest: LAST, latest: '2028-02-28T23:59:59.999Z' }))).toBe(false)
  })
})
