import { expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { partsInLines } from '../../src/web/review/split-lines.ts'

const passage = { quote: 'It rains.\n\n It  snows. It rains.', start: 5 }
const wordsOf = (typed: string) =>
  partsInLines(typed, passage).map(({ start, end }) => passage.quote.slice(start - 5, end - 5))

test.each([
  ['It rains.\nIt snows.', ['It rains.', 'It  snows.']],
  ['It rains. It snows.\r\n\r\nIt rains.', ['It rains.\n\n It  snows.', 'It rains.']],
  ['  snows.  ', ['snows.']],
  ['It snows.\nIt rains.', ['It  snows.', 'It rains.']],
  ['It snows. It rains.\nIt rains.', ['It  snows. It rains.', 'It rains.']],
  ['\n \n', []],
])('%j', (typed, words) => expect(wordsOf(typed)).toEqual(words))

test('counts from where the passage begins', () => {
  expect(partsInLines('It rains.', passage)).toEqual([{ start: 5, end: 14 }])
})

test('takes no words that are not there', () => {
  expect(() => partsInLines('It rains.\nIt hails.', passage)).toThrow(Problem)
})
