import { describe, expect, it } from 'vitest'
import type { DateClue } from '../../../src/core/reading/clues.ts'
import { publicationOf } from '../../../src/core/reading/publication.ts'

const clue = (says: DateClue['says'], value: string): DateClue => ({ says, value, from: 'a tag' })

describe('publicationOf', () => {
  it.each<[string, DateClue[], string, string, string, string]>([
    ['a stated day', [clue('published', '2026-02-10')], '2026-02-10', '2026-02-10', '2026-02-10', '2026-02-10 (a tag)'],
    [
      'a time with its zone: the day as the publisher has it, bounds that hold the instant',
      [clue('published', '2026-02-10T23:30:00-05:00')],
      '2026-02-10',
      '2026-02-10',
      '2026-02-11',
      '2026-02-10T23:30:00-05:00 (a tag)',
    ],
    ['a dateline', [clue('dateline', '2026-02-10')], '2026-02-10', '2026-02-10', '2026-02-11', '2026-02-10 (a tag)'],
    ['an address', [clue('address', '2026-02-10')], '2026-02-10', '2026-02-09', '2026-02-11', '2026-02-10 (a tag)'],
    [
      'a month',
      [clue('published', '2026-02')],
      '2026-02-15',
      '2026-02-01',
      '2026-02-28',
      '2026-02 (a tag): the month alone',
    ],
    [
      'a change alone',
      [clue('modified', '2026-02-10')],
      '2026-02-10',
      '2025-02-10',
      '2026-02-10',
      '2026-02-10 (a tag): the last change alone',
    ],
    [
      'a month that a change cuts short',
      [clue('published', '2026-02'), clue('modified', '2026-02-08')],
      '2026-02-08',
      '2026-02-01',
      '2026-02-08',
      '2026-02 (a tag): the month alone; changed 2026-02-08 (a tag)',
    ],
    [
      'a day with a later change: the day stands, the change is told',
      [clue('published', '2026-02-10'), clue('modified', '2026-03-01')],
      '2026-02-10',
      '2026-02-10',
      '2026-02-10',
      '2026-02-10 (a tag); changed 2026-03-01 (a tag)',
    ],
    [
      'the first of two stated days',
      [clue('published', 'soon'), clue('published', '2026-02-10'), clue('published', '2026-02-12')],
      '2026-02-10',
      '2026-02-10',
      '2026-02-10',
      '2026-02-10 (a tag)',
    ],
    [
      'a day in the address before a month',
      [clue('published', '2026-02'), clue('address', '2026-02-10')],
      '2026-02-10',
      '2026-02-09',
      '2026-02-11',
      '2026-02-10 (a tag)',
    ],
  ])('%s', (_, clues, on, earliest, latest, evidence) =>
    expect(publicationOf(clues)).toEqual({ on, earliest, latest, evidence }),
  )

  it.each([[[]], [[clue('published', 'yesterday')]], [[clue('published', '1970-01-01')]]])('makes up no day', (clues) =>
    expect(publicationOf(clues)).toBeNull(),
  )
})
