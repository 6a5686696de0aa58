import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Api, bodyOf, mark, pageOf } from './api.ts'
import { linesOf, ndjson, shortly } from './batches.ts'
import { accept, foundNothing, recordEvent, recordForecasts, shows } from './steps.ts'

const NDJSON = 'application/x-ndjson'
const nothing = `qst_${'0'.repeat(26)}`

/** Outcomes by the batch: each question decided by itself. */
export const batchOutcomeContract = (api: Api): void => {
  describe('batches of outcomes', () => {
    const send = (body: string, type = NDJSON) => api.sendRaw('/v1/resolutions/batch', 'resolve', body, type)

    it('decide each question by itself, and say so where it was decided just so', async () => {
      const { candidates } = await recordForecasts(api, [`mill ${mark()}`, `dam ${mark()}`, `inn ${mark()}`])
      const [a, b, c] = await Promise.all(candidates.map(async ({ id }) => (await accept(api, id)).id))
      const settled = {
        step: 'settle',
        questionId: a,
        outcome: 'yes',
        evidence: [shows(await recordEvent(api))],
        reason: 'it was reported',
      }
      const body = ndjson([
        settled,
        { step: 'settle', questionId: b, outcome: 'yes', evidence: [], reason: 'said so' },
        { step: 'void', questionId: b, voidReason: 'annulled', reason: 'the inn was meant' },
        { ...settled, outcome: 'no', evidence: [foundNothing] },
        { step: 'reopen', questionId: c, reason: 'in doubt' },
        { step: 'settle', questionId: nothing, outcome: 'yes', evidence: settled.evidence, reason: 'it was reported' },
      ])
      expect(shortly(await send(body))).toEqual({
        items: [
          '1 recorded',
          '2 refused invalid-input evidence',
          '3 recorded',
          '4 refused illegal-step',
          '5 refused illegal-step',
          '6 refused not-found questionId',
        ],
        end: { done: true, through: 6, recorded: 2, standing: 0, refused: 4 },
      })
      const corrected = { ...settled, outcome: 'no', evidence: [foundNothing], reason: 'it never did', correct: true }
      const again = ndjson([
        settled,
        { step: 'void', questionId: b, voidReason: 'annulled', reason: 'the inn was meant' },
        corrected,
        corrected,
        { step: 'reopen', questionId: b, reason: 'in doubt' },
        { step: 'reopen', questionId: b, reason: 'in doubt' },
      ])
      const { items } = shortly(await send(again))
      expect(items).toEqual(['1 standing', '2 standing', '3 recorded', '4 standing', '5 recorded', '6 standing'])
    })

    it('take the words of CSV rows, with their evidence as JSON', async () => {
      const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
      const { id } = await accept(api, candidates[0]?.id ?? '')
      const evidence = JSON.stringify([shows(await recordEvent(api))]).replaceAll('"', '""')
      const csv = `questionId,step,outcome,evidence,reason\n${id},settle,yes,"${evidence}",reported\n`
      const answer = await send(csv, 'text/csv')
      expect(shortly(answer).items).toEqual(['2 recorded'])
      const [line] = linesOf(answer)
      const log = bodyOf(
        await api.get(`/v1/resolutions?question=${id}`),
        200,
        pageOf(z.looseObject({ id: z.string() })),
      )
      expect(log.items.map((entry) => entry.id)).toEqual([line && 'id' in line ? line.id : null])
    })
  })
}
