import { describe, expect, it } from 'vitest'
import { prefersAsync } from '../../src/http/respond-async.ts'

describe('a Prefer header', () => {
  it.each([
    'respond-async',
    'Respond-Async',
    'respond-async, wait=10',
    'handling=lenient ,respond-async;of=me',
    'return=minimal, respond-async',
  ])('%j asks not to be kept waiting', (header) => {
    expect(prefersAsync(header)).toBe(true)
  })

  it.each([undefined, '', 'wait=10', 'respond-asynchronously', 'respond', 'x="a; respond-async"'])(
    '%j asks for nothing of the kind',
    (header) => {
      expect(prefersAsync(header)).toBe(false)
    },
  )
})
