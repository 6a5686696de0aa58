import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Question } from '../../src/core/question.ts'
import { RESOLVER_RULES } from '../../src/core/resolution/resolver.ts'
import { ResolverState } from '../../src/core/resolution/resolver-state.ts'
import { Source } from '../../src/core/source.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'

const RecordedSource = z.strictObject({ source: Source, created: z.boolean() })
const Rules = z.strictObject({ versionId: z.string(), rules: z.literal(RESOLVER_RULES), items: z.array(ResolverState) })

/** Rules on a question, and how their attempts can be seen. */
export const resolvingContract = (api: Api): void => {
  const ask = (resolvers: unknown) =>
    api.post('/v1/questions', 'review', {
      wording: `The mill of ${mark()} closes.`,
      windowStart: '2024-01-15',
      windowEnd: '2024-12-31',
      resolvers,
    })

  describe('rules of a question', () => {
    it('stand on its version, and are due at once', async () => {
      const named = bodyOf(await api.post('/v1/sources', 'admin', { name: `Gazette ${mark()}` }), 201, RecordedSource)
      const closes = { kind: 'by-event', entities: ['The Mill'], eventKind: 'closing', settles: true }
      const silent = { kind: 'silence', sourceIds: [named.source.id] }
      const question = bodyOf(await ask([closes, silent]), 201, Question)
      const rules = [
        { ...closes, bearing: 'shows', when: 'in-window' },
        { ...silent, settles: false },
      ]
      expect(question.version).toMatchObject({ resolver: 'rules', resolvers: rules })
      const states = bodyOf(await api.get(`/v1/questions/${question.id}/resolvers`), 200, Rules)
      expect(states.versionId).toBe(question.version.id)
      const untried = {
        attempts: 0,
        failures: 0,
        nextAttemptAt: question.recordedAt,
        lastReason: null,
        lastError: null,
      }
      expect(states.items).toMatchObject(rules.map((rule, position) => ({ rule, position, ...untried })))
    })

    it('are none where a person settles by hand', async () => {
      const question = bodyOf(await ask(undefined), 201, Question)
      expect(question.version).toMatchObject({ resolver: 'manual', resolvers: [] })
      expect(bodyOf(await api.get(`/v1/questions/${question.id}/resolvers`), 200, Rules).items).toEqual([])
    })

    it('are refused where they could find nothing', async () => {
      const silence = { kind: 'silence', sourceIds: [`src_${'0'.repeat(26)}`] }
      const closes = { kind: 'by-event', entities: ['The Mill'], eventKind: 'closing' }
      expectProblem(await ask([silence]), 422, 'invalid-input', ['resolvers'])
      expectProblem(await ask([closes, silence]), 404, 'not-found', ['resolvers'])
      expectProblem(await ask([{ ...closes, eventKind: 'Closing!' }]), 422, 'invalid-input', ['resolvers.0.eventKind'])
      expectProblem(await api.get(`/v1/questions/qst_${'0'.repeat(26)}/resolvers`), 404, 'not-found', ['id'])
    })
  })
}
