import { describe, expect, it } from 'vitest'
import { NOT_ASKED } from '../../../src/core/scoring/report/judged-board.ts'
import type { KeptBoard } from '../../../src/queries/board/kept-board.ts'
import { withKeptVerdicts } from '../../../src/queries/board/kept-verdicts.ts'
import { leaderboard } from '../../../src/queries/board/leaderboard.ts'
import type { StoredBoard } from '../../../src/queries/board/stored-board.ts'
import { findSnapshot, insertSnapshot, latestSnapshot } from '../../../src/storage/snapshots.ts'
import { instant, inWorld } from '../../support/embedded.ts'
import { keptBoardOf, scopeOf } from './kept-races.ts'

const MORNING = instant('2025-06-01T08:00:00.000Z')

describe('what was kept by other rules', () => {
  it('stands neither in verdicts nor in difficulties beside a board by those of now', () =>
    inWorld(async (world) => {
      const races = await keptBoardOf(world, 3)
      const latest = await latestSnapshot(world.tx, scopeOf(races))
      const found = await findSnapshot(world.tx, latest?.id ?? '')
      if (!latest || !found) throw new Error('the night kept a board')
      const read = () =>
        leaderboard(world.tx, { collection: races.collection, timing: 'prospective', voice: 'own', now: MORNING })
      expect(await read()).toMatchObject({
        judged: { snapshot: { id: latest.id } },
        notJudged: null,
        notAdjusted: null,
      })
      const { authors: _, authorIds, ...kept } = { ...latest, ...found }
      const id = world.newId('snapshot')
      const other = { ...kept, id, scoringRules: 'scoring-1', authors: authorIds, recordedAt: MORNING }
      expect(await insertSnapshot(world.tx, other, [])).toBe(true)
      const why = expect.stringContaining(`${id}, is of other rules (scoring-1, lexicon`)
      const board = await read()
      expect(board).toMatchObject({ judged: null, notJudged: why, difficulties: null, notAdjusted: why })
      for (const row of board.rows) expect(row).toMatchObject({ adjusted: null, notAdjusted: why })
    }))
})

type Row = StoredBoard['rows'][number]
const SENTENCE = 'it says too much'

/** A kept verdict, on evidence since then, beside a row that may have one. */
const shownWith = (since: string | null, overturned: string | null) => {
  const now = { id: 'a', verdict: null, withheld: [{ field: 'verdict', rule: NOT_ASKED }] } as unknown as Row
  const then = { id: 'a', verdict: { sentence: SENTENCE, evidence: { since } }, withheld: [] } as unknown as Row
  const kept = { snapshot: { id: 'snp_1' }, board: { rows: [then] }, none: null } as unknown as KeptBoard
  const at = overturned === null ? null : instant(overturned)
  const { board } = withKeptVerdicts({ rows: [now] } as unknown as StoredBoard, kept, new Map([['a', at]]))
  return board.rows[0]
}

describe('a kept verdict', () => {
  const [FIRST, SECOND] = ['2025-02-01T00:00:00.000Z', '2025-03-01T00:00:00.000Z']

  it('is shown while it rests on what still holds', () => {
    for (const at of [null, FIRST]) {
      expect(shownWith(at, at)?.verdict).toMatchObject({ sentence: SENTENCE })
      expect(shownWith(at, at)?.withheld).toEqual([])
    }
  })

  it('is not shown once an outcome that it rests on was overturned, or one it left out was found right', () => {
    const withheld = (since: string | null, overturned: string | null) => {
      const row = shownWith(since, overturned)
      expect(row?.verdict).toBeNull()
      return row?.withheld[0]?.rule
    }
    expect(withheld(null, FIRST)).toContain('an outcome was overturned on 2025-02-01')
    expect(withheld(FIRST, SECOND)).toContain('2025-03-01')
    expect(withheld(FIRST, null)).toContain('found right again')
  })
})
