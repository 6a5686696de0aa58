import { expect } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'

/** Expects a refusal as `invalid-input`, saying what is wrong and what to do. */
export const refused = (act: () => unknown, detail: RegExp): void => {
  try {
    act()
  } catch (problem) {
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ code: 'invalid-input', message: expect.stringMatching(detail) })
    expect((problem as Problem).remedy.length).toBeGreaterThan(10)
    return
  }
  expect.fail('nothing was refused')
}
