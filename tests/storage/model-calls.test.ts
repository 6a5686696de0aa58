import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { keepModelCalls } from '../../src/actions/reading/keep-model-calls.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import type { ModelCall } from '../../src/core/model-call.ts'
import { keptCalls } from '../../src/storage/model-calls.ts'
import { nothingFound, pieceOf } from '../actions/story.ts'
import { inWorld } from '../support/embedded.ts'

const call: ModelCall = {
  textSha256: 'text',
  contentSha256: 'chunk',
  promptVersion: '1',
  model: 'm',
  mode: 'model',
  answer: { predictions: [] },
  finishReason: 'stop',
  tokensIn: 10,
  tokensOut: 2,
  costMicros: 3,
  durationMs: 40,
  refused: 0,
}

it('keeps the first of two answers to the same question, and tells questions apart', () =>
  inWorld(async (world) => {
    const context = world.at('2026-01-05')
    await keepModelCalls(context, [call, { ...call, contentSha256: 'other', answer: null, costMicros: null }])
    await keepModelCalls(context, [
      { ...call, tokensIn: 99 },
      { ...call, model: 'n' },
      { ...call, mode: 'hybrid' },
    ])
    await keepModelCalls(context, [])
    const kept = await keptCalls(world.tx, call)
    expect(kept).toHaveLength(2)
    expect(kept).toEqual(
      expect.arrayContaining([call, { ...call, contentSha256: 'other', answer: null, costMicros: null }]),
    )
    expect(await keptCalls(world.tx, { ...call, promptVersion: '2' })).toEqual([])
    expect(await keptCalls(world.tx, { ...call, mode: 'hybrid' })).toHaveLength(1)
  }))

it.each([{ tokensIn: -1 }, { costMicros: -1 }, { mode: 'built-in' as never }])('refuses %j', (wrong) =>
  inWorld(async (world) => {
    await expect(keepModelCalls(world.at('2026-01-05'), [{ ...call, ...wrong }])).rejects.toThrow()
  }),
)

it.each([
  ['is deleted', sql`delete from commentary_texts`],
  ['is replaced', sql`update commentary_texts set text = ''`],
])('forgets the answers about a text that %s, and no others', (_, change) =>
  inWorld(async (world) => {
    const piece = pieceOf({ on: '2026-01-05', quote: 'It will rain “soon” — très bientôt.', end: null })
    await recordCommentary(world.at('2026-01-05'), { ...piece, extraction: nothingFound })
    const judged = { ...call, textSha256: 'several', mode: 'judge' as const }
    const about = { ...call, textSha256: await sha256(piece.commentary.text) }
    await keepModelCalls(world.at('2026-01-05'), [about, call, judged])
    await world.tx.execute(change)
    expect(await keptCalls(world.tx, judged)).toEqual([])
    expect(await keptCalls(world.tx, about)).toEqual([])
    expect(await keptCalls(world.tx, call)).toHaveLength(1)
  }),
)
