import { expect, test } from 'vitest'
import { minimumFamilies } from '../../src/core/scoring/report/minimum.ts'
import { SCORING_RULES } from '../../src/core/scoring/report/report.ts'
import { HINT, STRONG, VERDICT_FAMILIES, verdict, verdictCodes } from '../../src/core/scoring/report/verdict.ts'
import { FEWEST_PAIRS } from '../../src/core/second-opinion.ts'
import { minimumRows } from '../../src/web/methods/methods-page.tsx'
import { verdictRows } from '../../src/web/methods/verdict-rows.ts'
import { inWorld } from '../support/embedded.ts'
import { plain, siteOf } from './site.ts'

test('the methods answer what a careful reader asks, with the numbers of the rules', () =>
  inWorld(async (world) => {
    const { status, text } = await siteOf(world).get('/methods')
    const words = plain(text)
    expect(status).toBe(200)
    for (const asked of [
      'Which orientation rule?',
      'Which forecast counts, as of when?',
      'Are the questions independent?',
      'Who picked them?',
      'Who reads them, and do readers agree?',
      'Was the base rate known?',
      'Are references scored at the same time, with the author left out?',
      'Were the criteria fixed beforehand?',
      'Is resolution blind?',
      'What of looking many times, at many authors?',
      'Where are the code and the data?',
    ])
      expect(words).toContain(asked)
    for (const told of ['second reader', 'blind', 'Cohen’s κ', `Below ${FEWEST_PAIRS} pairs`])
      expect(words).toContain(told)
    expect(text).toContain('href="/v1/reviews/agreement"')
    expect(words).toContain(SCORING_RULES)
    expect(words).toContain(`fewer than ${VERDICT_FAMILIES} families`)
    expect(words).toContain(`${HINT} ≤ E < ${STRONG}`.replace('<', '&lt;'))
    expect(text).toContain('href="/v1/lexicons/hindcast"')
  }))

test('every field of a report stands in the table of minimum families, at its number', () => {
  const rows = minimumRows()
  expect(rows.reduce((so, { names }) => so + names.length, 0)).toBe(minimumFamilies.length)
  expect(rows.map(({ families }) => families)).toEqual([1, 10, 30, 100, 300])
  expect(rows.find(({ families }) => families === 10)?.names).toContain('mean Brier')
  expect(rows.find(({ families }) => families === 100)?.names).toContain('the AUC (with ten hits and ten misses)')
})

test('every kind of verdict stands in the table, by the sentence that the rules give it', () => {
  const kinds = new Set(verdictCodes.map((code) => code.split(':')[0]))
  expect(new Set(verdictRows.map(({ code }) => code.split(':')[0]))).toEqual(kinds)
  const hinted = verdict({
    statements: 130,
    families: 120,
    eValue: 9,
    mcbWithinChance: false,
    survivesEBH: false,
    slope: { low: 0.4, high: 0.9 },
    gap: null,
    canonicalOrientation: true,
    power: 0.7,
  })
  expect(verdictRows.find(({ code }) => code === hinted.code)?.sentence).toBe(hinted.sentence)
})
