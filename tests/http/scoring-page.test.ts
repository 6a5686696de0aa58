import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shown } from '../../src/core/scoring/report/minimum.ts'
import { SCORING_RULES } from '../../src/core/scoring/report/report.ts'
import { MOST_FORECASTS, readScoresInput } from '../../src/queries/calculator/score-input.ts'
import { scores } from '../../src/queries/calculator/scores.ts'

const page = readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const [request, answer] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text))

test('the worked example of docs/scoring.md is answered as it says', () => {
  const [author] = scores(readScoresInput(request)).authors
  const { missing, withheldOnPages, ...figures } = answer
  expect(author).toMatchObject(figures)
  expect(author?.brier?.mean).toBeCloseTo(0.03, 12)
  expect(author?.missing).toEqual(expect.arrayContaining(missing))
  expect(author?.withheldOnPages).toEqual(expect.arrayContaining(withheldOnPages))
})

test('docs/scoring.md and the README name the version and the limits in force', () => {
  expect(page).toContain(`\`${SCORING_RULES}\` now`)
  expect(page).toContain(`At most ${MOST_FORECASTS.toLocaleString('en')} forecasts`)
  expect(readme).toContain(`"scoring": "${SCORING_RULES}"`)
  for (const [families, field] of [
    [1, 'hits'],
    [10, 'skill'],
    [30, 'leaning'],
    [100, 'decomposition'],
    [300, 'calibrationError'],
  ] as const) {
    expect(page).toMatch(new RegExp(`^\\| ${families} \\|`, 'm'))
    expect([shown(families - 1)[field].shown, shown(families)[field].shown]).toEqual([false, true])
  }
})
