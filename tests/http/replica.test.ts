import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { isOpen, positionSeen, tagAt } from '../../src/http/replica.ts'
import { idMaker } from '../../src/outside/random.ts'
import { draws } from '../../src/site.ts'
import { instant } from '../support/embedded.ts'

const NOW = instant('2026-06-01T12:00:00.000Z')
const seen = (path: string, tags?: string, now = NOW) => positionSeen(new URL(`http://hindcast.test${path}`), tags, now)

/** Made at 2026-06-01T11:58:59.999Z and 2026-06-01T11:59:00.001Z. */
const [OLD, NEW] = ['qst_01kt1gtbwz0000000000000000', 'qst_01kt1gtbx10000000000000000']

describe('the position that who asks has seen', () => {
  it.each([
    ['/v1/questions', 0],
    ['/v1/questions?limit=50', 50],
    ['/v1/questions?as_of=1200&limit=50', 1200],
    ['/v1/changes?after=77', 77],
    ['/v1/ledger/checkpoints/3000', 3000],
    ['/v1/ledger/consistency?from=12&to=40', 40],
    ['/v1/questions?cohort=2026-03', 0],
    ['/authors/model-7', 0],
  ])('is the largest number that %s names', (path, position) => expect(seen(path)).toBe(position))

  it('is that of the newest tag that the client holds', () => {
    expect(seen('/v1/questions', tagAt(31, 'abc'))).toBe(31)
    expect(seen('/v1/questions?as_of=12', `${tagAt(31, 'abc')}, ${tagAt(40, 'def')}`)).toBe(40)
    expect(seen('/v1/questions?as_of=52', tagAt(31, 'abc'))).toBe(52)
  })

  it.each(['"0123456789abcdef"', '*', 'W/"p12"', `${tagAt(31, 'abc')}, "3.0123"`])(
    'is the primary’s to know by the tag %s, which names none',
    (tag) => expect(seen('/v1/questions', tag)).toBeNull(),
  )

  it('is the primary’s to know of what was made in the last minute, by whatever names it', () => {
    const cursor = (text: string) => btoa(text).replaceAll('=', '')
    for (const path of [
      `/v1/questions/${NEW}`,
      `/v1/predictions?question=${NEW}`,
      `/v1/questions?cursor=${cursor(`2026-05-01T00:00:00.000Z~${NEW}`)}`,
      `/v1/questions?cursor=${cursor(`2026-06-01T11:59:30.000Z~${OLD}`)}`,
      '/v1/questions?as_of=2026-06-01T11:59:00.001Z',
    ])
      expect(seen(path), path).toBeNull()
    for (const path of [
      `/v1/questions/${OLD}`,
      `/v1/questions?cursor=${cursor(`2026-05-01T00:00:00.000Z~${OLD}`)}`,
      '/v1/questions?as_of=2026-06-01T11:58:59.999Z',
    ])
      expect(seen(path), path).toBe(0)
  })

  it('reads the time of ids as they are made here', () => {
    const id = idMaker()('author')
    expect(seen(`/v1/authors/${id}`, undefined, instant('2020-01-01T00:00:00.000Z'))).toBeNull()
    expect(seen(`/v1/authors/${id}`, undefined, instant('2190-01-01T00:00:00.000Z'))).toBe(0)
  })
})

describe('what a standby may answer', () => {
  /** Read by anybody, and of the primary: what anybody writes, what is to be done, what is of files, and what no database is asked for. */
  const PRIMARY = ['/v1/disputes', '/v1/disputes/{id}', '/v1/problems', '/v1/exports/snapshots', '/v1/jobs', '/v1/work']

  it('is every read of the API that needs no key, but for those that are named here', () => {
    const app = createApp(() => {
      throw new Error('nothing is asked')
    }, draws)
    const { paths } = app.apiDocument() as { paths: Record<string, { get?: { security?: object[] } }> }
    const open = Object.entries(paths).flatMap(([path, { get }]) =>
      path.startsWith('/v1/') && get && (get.security ?? [{}]).some((one) => Object.keys(one).length === 0)
        ? [path]
        : [],
    )
    expect(open.length).toBeGreaterThan(40)
    const left = open.filter(
      (path) => !isOpen(path) && !PRIMARY.some((one) => path === one || path.startsWith(`${one}/`)),
    )
    expect(left).toEqual([])
    expect(PRIMARY.filter(isOpen)).toEqual([])
  })
})
