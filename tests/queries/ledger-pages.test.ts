import { expect, it } from 'vitest'
import { reviewCandidate } from '../../src/actions/predicting/review-candidate.ts'
import { undoReview } from '../../src/actions/predicting/undo-review.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import type { LedgerRow } from '../../src/core/ledger/ledger-row.ts'
import { walkOf } from '../../src/queries/exporting/export.ts'
import { ledgerPages } from '../../src/queries/exporting/ledger-pages.ts'
import { accepted } from '../actions/story.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'

const rowsOf = async (world: World): Promise<LedgerRow[]> => {
  await sealFacts(world.at('2026-02-01'), {})
  const rows: LedgerRow[] = []
  for await (const page of ledgerPages(await walkOf(world.database.reader, {}, instant('2026-02-02T00:00:00.000Z'))))
    rows.push(...(page as LedgerRow[]))
  return rows
}

it('publishes of a passage that was judged again what its last review says, and of a statement that was undone no quote', () =>
  inWorld(async (world) => {
    const quote = 'The mill will close by April.'
    const review = { reason: 'Bob said so at table' }
    const { candidate } = await accepted(world, { on: '2026-01-07', quote, end: '2026-04-30', by: ['Cyd'], review })
    const stood = await rowsOf(world)
    expect(stood.find(({ kind }) => kind === 'prediction')?.fields).toMatchObject({ quote })
    expect(stood.find(({ kind }) => kind === 'review')?.fields).toMatchObject(review)

    await undoReview(world.at('2026-01-08'), { candidateId: candidate.id, reason: 'Bob was named by mistake' })
    await reviewCandidate(world.at('2026-01-09'), {
      candidateId: candidate.id,
      review: { decision: 'reject', reason: 'it tells of the past' },
    })
    const rows = await rowsOf(world)
    const reviews = rows.filter(({ kind }) => kind === 'review')
    expect(reviews.map(({ fields }) => [fields['decision'], fields['reason']])).toEqual([
      ['accept', undefined],
      ['undo', undefined],
      ['reject', 'it tells of the past'],
    ])
    for (const { digests } of reviews.slice(0, 2))
      expect(Object.keys(digests)).toEqual(expect.arrayContaining(['reason', 'corrections']))
    const [said, mark] = rows.filter(({ kind }) => kind === 'prediction')
    expect([said?.fields['quote'], Object.keys(said?.digests ?? {})]).toEqual([
      undefined,
      expect.arrayContaining(['quote']),
    ])
    expect(mark?.fields).toMatchObject({ act: 'mistake', quote: null })
  }))
