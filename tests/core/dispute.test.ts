import { describe, expect, it } from 'vitest'
import { DisputeSubject, DisputeText, disputeStatus, ruleBy } from '../../src/core/dispute.ts'
import { instant } from '../support/embedded.ts'

describe('a dispute', () => {
  it.each([
    ['2026-05-01T00:00:00.000Z', '2026-05-15T23:59:59.999Z'],
    ['2026-05-01T23:59:59.999Z', '2026-05-15T23:59:59.999Z'],
    ['2026-12-20T12:00:00.000Z', '2027-01-03T23:59:59.999Z'],
  ])('that came in at %s is ruled by %s', (received, by) => {
    expect(ruleBy(instant(received))).toBe(by)
  })

  it.each([
    [false, null, 'received'],
    [true, null, 'open'],
    [true, { verdict: 'upheld' }, 'upheld'],
    [true, { verdict: 'rejected' }, 'rejected'],
    [false, { verdict: 'dismissed' }, 'dismissed'],
  ] as const)('confirmed %s and ruled %j is %s', (confirmed, ruling, status) => {
    expect(disputeStatus(confirmed, ruling)).toBe(status)
  })

  it.each([
    {},
    { kind: 'question', questionId: `qst_${'0'.repeat(26)}` },
    { kind: 'prediction' },
    { kind: 'prediction', predictionId: `cnd_${'0'.repeat(26)}` },
    { kind: 'byline', commentaryId: `cmt_${'0'.repeat(26)}` },
  ])('is not about %j', (subject) => {
    expect(DisputeSubject.safeParse(subject).success).toBe(false)
  })

  it.each(['', ' \n ', 'a\u0000b', 'a'.repeat(10_001)])('has no grounds like %j', (text) => {
    expect(DisputeText.safeParse(text).success).toBe(false)
  })
})
