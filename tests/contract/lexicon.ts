import { describe, expect, it } from 'vitest'
import { AuthorLexicon } from '../../src/queries/report/author-lexicon.ts'
import { OwnPhrase } from '../../src/queries/report/own-phrases.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Strict = AuthorLexicon.strict().extend({ phrases: OwnPhrase.strict().array(), weak: OwnPhrase.strict().array() })

/** What an author's words came to. */
export const ownLexiconContract = (api: Api): void => {
  describe('the own lexicon', () => {
    it('shows the counts of a phrase from one use on, and withholds order and scores by their rules', async () => {
      const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
      const { id } = await accept(api, candidates[0]?.id ?? '')
      await proposeAndSettle(api, id, await recordEvent(api))
      const { authorId } = await predictionOn(api, id)
      const path = `/v1/authors/${authorId}/lexicon?timing=retrospective`
      const lexicon = bodyOf(await api.get(path), 200, Strict)
      expect(lexicon).toMatchObject({
        n: 1,
        families: 1,
        phrases: [
          { phrase: 'almost-certainly', n: 1, hits: 1, frequency: null, bounds: null, sentence: null, weak: false },
        ],
        weak: [],
        order: null,
        scores: null,
        missing: [],
      })
      expect(lexicon.phrases[0]?.withheld).toContainEqual({
        field: 'frequency',
        rule: '"almost certainly" needs 10 settled uses; this author has 1',
      })
      expect(lexicon.withheld.map(({ field }) => field)).toEqual(['order', 'scores'])
      const then = bodyOf(await api.get(`${path}&as_of=0`), 200, Strict)
      expect(then).toMatchObject({ n: 0, phrases: [], hedges: { statements: 0, share: null } })
    })

    it('refuses what it does not know', async () => {
      expectProblem(await api.get('/v1/authors/nobody-at-all/lexicon'), 404, 'not-found', ['id'])
      expectProblem(await api.get('/v1/authors/nobody-at-all/lexicon?voice=loud'), 422, 'invalid-input', ['voice'])
    })
  })
}
