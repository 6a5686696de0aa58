import { expect, it } from 'vitest'
import { withoutTables } from '../../../src/core/reading/markdown-tables.ts'

it.each<[string, string]>([
  ['Before.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nAfter.', 'Before.\n\n\n\nAfter.'],
  ['a | b\n:-- | --:\n1 | 2\n', '\n'],
  ['| a |\n|---|\n| 1 |', ''],
  ['| a \\| b | c |\n|---|---|\n| 1 | 2 |\n\nAfter.', '\n\nAfter.'],
  ['> | a | b |\n> |---|---|\n> | 1 | 2 |\n>\n> After.', '\n>\n> After.'],
  ['- | a | b |\n  |---|---|\n  | 1 | 2 |\n\nAfter.', '\n\nAfter.'],
  ['| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n\r\nAfter.', '\n\r\nAfter.'],
  // A heading, a rule, and bars that part no cells.
  ['Rain | The Gazette\n---\nIt will rain.', 'Rain | The Gazette\n---\nIt will rain.'],
  ['Either | or it rains.\n\n---\nAfter.', 'Either | or it rains.\n\n---\nAfter.'],
  ['| a | b |\nno dashes', '| a | b |\nno dashes'],
  ['| a | b |\n|---|\n', '| a | b |\n|---|\n'],
  ['It will rain.', 'It will rain.'],
])('%j', (source, kept) => expect(withoutTables(source)).toBe(kept))
