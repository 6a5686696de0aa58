import { expect, it } from 'vitest'
import { BUILT_IN_RUN } from '../../src/core/extraction-run.ts'
import { Day } from '../../src/core/time.ts'
import { chooseExtractor } from '../../src/outside/models/choose.ts'
import { withModelServer } from '../support/model-server.ts'
import { builtIn, memory, settingsFor } from './models/extraction.ts'

const parts = {
  builtIn,
  tagger: () => Promise.reject(new Error('not asked')),
  calls: memory(),
  clock: () => '' as never,
}
const on = Day.parse('2026-02-10')
const english = 'The port will not close by March, the mayor believes, and nobody in the town disagrees with her.'
const french =
  "Le port ne fermera pas avant le mois de mars, croit la maire, et personne dans la ville n'est d'un autre avis."

it.each<[string, string, string | null, RegExp | null]>([
  ['English', english, null, null],
  ['English with a tag', english, 'en-AU', null],
  ['English that is called French', english, 'fr', null],
  ['English that quotes a sentence in French', `${english} ${english} ${french} ${english}`, null, null],
  ['French', french, null, /^the text is in French \(fr\); extraction reads English$/],
  ['French that is called English', french, 'en', /French \(fr\), though it is declared as en/],
  ['French under an English notice of the house', `${french}\n${french}\nAll rights reserved.`, null, /French/],
])('%s', async (_, text, declared, withheld) => {
  const { candidates, run } = await chooseExtractor({ mode: 'built-in' }, parts)(text, on, declared)
  expect(candidates.length > 0).toBe(withheld === null)
  if (withheld === null) expect(run).toEqual(BUILT_IN_RUN)
  else expect(run.withheld).toMatch(withheld)
})

it('no model is asked about a text that is withheld', () =>
  withModelServer(
    () => ({ content: { predictions: [] } }),
    async ({ url, asked }) => {
      const { run } = await chooseExtractor(settingsFor(url), parts)(french, on)
      expect(run.withheld).toContain('French')
      expect(asked).toEqual([])
    },
  ))
