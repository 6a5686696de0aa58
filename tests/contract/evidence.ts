import { describe, expect, it } from 'vitest'
import { Event } from '../../src/core/event.ts'
import { QuestionEvidence } from '../../src/queries/evidence/question-evidence.ts'
import { BorneOnList } from '../../src/queries/evidence/questions-borne-on.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, commentaryBody, RecordedCommentary, RecordedEvent, recordForecasts } from './steps.ts'

const NOWHERE = '0'.repeat(26)

export const evidenceContract = (api: Api): void => {
  describe('the search for evidence', () => {
    it('finds later pieces and events for a question, and the question for them', async () => {
      const mill = `${mark()} mill`
      const { candidates } = await recordForecasts(api, [mill])
      const question = await accept(api, candidates[0]?.id ?? '')
      const report = {
        ...commentaryBody(`The ${mill} of Velmark has closed. ${'So it goes, they say. '.repeat(20)}`),
        publishedOn: '2024-09-20',
      }
      const { commentary } = bodyOf(await api.post('/v1/commentaries', 'submit', report), 201, RecordedCommentary)
      const happening = { title: `The ${mill} of Velmark closed`, happened: '2024-09-18' }
      const { event } = bodyOf(await api.post('/v1/events', 'resolve', happening), 201, RecordedEvent)

      const path = `/v1/questions/${question.id}/evidence`
      const evidence = bodyOf(await api.get(path, 'review'), 200, QuestionEvidence)
      expect(evidence).toMatchObject({ questionId: question.id, since: '2024-01-15', recorded: [] })
      const origins = evidence.found.map(({ commentaryId, eventId }) => commentaryId ?? eventId)
      expect(origins.slice(0, 2).sort()).toEqual([commentary.id, Event.parse(event).id].sort())
      expect(evidence.found.every(({ quote }) => quote.length <= 300)).toBe(true)

      const shown = bodyOf(await api.get(path), 200, QuestionEvidence)
      expect(shown.withheld).toMatch(/scope review/)
      expect(shown.found.map(({ commentaryId }) => commentaryId)).not.toContain(commentary.id)
      expect(shown.found[0]?.eventId).toBe(event.id)
      expectProblem(await api.get(`/v1/commentaries/${commentary.id}/questions`), 403, 'forbidden')

      for (const place of [`events/${event.id}`, `commentaries/${commentary.id}`]) {
        const { items } = bodyOf(await api.get(`/v1/${place}/questions?limit=1`, 'review'), 200, BorneOnList)
        expect(items.map((one) => one.question.id)).toEqual([question.id])
      }
    })

    it.each(['questions/qst', 'events/evt', 'commentaries/cmt'])('knows no %s that was never made', async (place) => {
      const [kind, prefix] = place.split('/')
      const path = `/v1/${kind}/${prefix}_${NOWHERE}/${kind === 'questions' ? 'evidence' : 'questions'}`
      expectProblem(await api.get(path), 404, 'not-found', ['id'])
      expectProblem(await api.get(`${path}?limit=0`), 422, 'invalid-input', ['limit'])
    })
  })
}
