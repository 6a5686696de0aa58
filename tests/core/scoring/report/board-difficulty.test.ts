import { describe, expect, it } from 'vitest'
import { adjust } from '../../../../src/core/scoring/comparing/difficulty.ts'
import {
  type Adjusting,
  adjusterOf,
  boardDifficulty,
  DIFFICULTY_RULES,
} from '../../../../src/core/scoring/report/board-difficulty.ts'
import type { Entrant, JudgedItem } from '../../../../src/core/scoring/report/entrant.ts'
import { item } from './board-of.ts'

/** What is said of something that does not happen, to lose so much. */
const losing = (at: number, brier: number, more: Partial<JudgedItem> = {}): JudgedItem =>
  item(at, Math.sqrt(brier), 0, more)
const entrant = (id: string, items: JudgedItem[], more: Partial<Entrant> = {}): Entrant => ({
  id,
  barred: null,
  items,
  unsettled: [],
  said: { items, waiting: [], restated: 0 },
  overturned: null,
  void: 0,
  entered: true,
  ...more,
})
const range = (from: number, until: number): number[] => Array.from({ length: until - from }, (_, at) => from + at)
const found = (authors: readonly Entrant[]): Adjusting => ({ difficulty: boardDifficulty(authors), none: null })
const adjustedIn = (authors: readonly Entrant[], adjusting = found(authors), anyEntered = true) => {
  const of = adjusterOf(adjusting, anyEntered)
  return Object.fromEntries(authors.map((author) => [author.id, of(author)]))
}

describe('boardDifficulty', () => {
  it('is the worked example', () => {
    const by = (id: string, nine: number, last: number) =>
      entrant(
        id,
        range(0, 10).map((at) => losing(at, at < 9 ? nine : last)),
      )
    const { rules, effects } = boardDifficulty([by('a', 0.04, 0.24), by('b', 0.16, 0.36)])
    expect(rules).toBe(DIFFICULTY_RULES)
    expect(effects).toEqual(
      range(0, 10).map((at) => ({
        question: `q000${at}`,
        outcome: 0,
        effect: expect.closeTo(at < 9 ? -0.02 : 0.18, 12),
        authors: 2,
      })),
    )
  })

  // Skill .1, .2, .3 and questions that cost everybody 0, .1 or .2 more: mean .1, so they are -.1, 0 and .1 harder.
  const skill = { a: 0.1, b: 0.2, c: 0.3 }
  const harder = (at: number): number => (at % 3) / 10
  const three = (n: number): Entrant[] =>
    Object.entries(skill).map(([id, a]) =>
      entrant(
        id,
        // c leaves out the first two of the easy ones.
        range(0, n).flatMap((at) => (id === 'c' && (at === 0 || at === 3) ? [] : [losing(at, a + harder(at))])),
      ),
    )

  it('levels three authors of whom one left the easy questions out', () => {
    const authors = three(36)
    const { effects } = boardDifficulty(authors)
    expect(effects).toHaveLength(36)
    for (const { question, effect, authors: many } of effects) {
      const at = Number(question.slice(1))
      expect(effect).toBeCloseTo(harder(at) - 0.1, 12)
      expect(many).toBe(at === 0 || at === 3 ? 2 : 3)
    }
    const adjusted = adjustedIn(authors)
    for (const [id, n] of [
      ['a', 36],
      ['b', 36],
      ['c', 34],
    ] as const) {
      expect(adjusted[id]).toEqual({
        adjusted: {
          value: expect.closeTo(skill[id] + 0.1, 12),
          error: expect.closeTo(0, 12),
          low: expect.closeTo(skill[id] + 0.1, 12),
          high: expect.closeTo(skill[id] + 0.1, 12),
          n,
          families: n,
        },
        notAdjusted: null,
      })
    }
    // Unlevelled c would show .3 and the mean cost of 10 easy, 12 middling and 12 hard questions.
    const raw = (authors[2]?.items ?? []).reduce((so, { p }) => so + p * p, 0) / 34
    expect(raw).toBeCloseTo(0.3 + (12 * 0.1 + 12 * 0.2) / 34, 12)
    // Always 50 % on all of them has .25, and the functions that adjust any rows say the same.
    const half = entrant(
      'half',
      range(0, 36).map((at) => item(at, 0.5, 0)),
    )
    const withHalf = adjustedIn([...authors, half], found(authors))
    expect(withHalf['half']?.adjusted?.value).toBeCloseTo(0.25, 12)
    const rows = [...authors, half].flatMap(({ id, items }) =>
      items.map(({ question, p }) => ({ forecaster: id, question, brier: p * p })),
    )
    const fit = {
      version: 'two-way-fixed-effects/1',
      groups: 1,
      effects: effects.map(({ question, effect }) => ({ question, harder: effect, group: 0 })),
    } as const
    for (const { forecaster, adjusted: value } of adjust(fit, rows, 'half'))
      expect(withHalf[forecaster]?.adjusted?.value).toBeCloseTo(value ?? Number.NaN, 12)
  })

  it('gives the error over families, difficulties taken as known', () => {
    // Each question costs the three .56 together, so none is harder: what is left is how each one's own losses spread.
    const losses = { a: [0.04, 0.36], b: [0.16, 0.16], c: [0.36, 0.04] } as const
    const twice = (split: boolean) =>
      Object.entries(losses).map(([id, [usual, last]]) =>
        entrant(
          id,
          range(0, split ? 60 : 30).map((at) => {
            const of = at % 30
            return losing(at, of < 27 ? usual : last, { family: `f${of}` })
          }),
        ),
      )
    for (const split of [false, true]) {
      const { a } = adjustedIn(twice(split))
      expect(a?.adjusted).toMatchObject({ n: split ? 60 : 30, families: 30 })
      expect(a?.adjusted?.value).toBeCloseTo(0.072, 12)
      // Mean .072, 27 off it by .032 and 3 by .288.
      expect(a?.adjusted?.error).toBeCloseTo(Math.sqrt((27 * 0.032 ** 2 + 3 * 0.288 ** 2) / 29 / 30), 12)
    }
  })

  it('names why somebody has none', () => {
    const together = three(36)
    const away = ['d', 'e'].map((id) =>
      entrant(
        id,
        range(100, 112).map((at) => losing(at, 0.1)),
      ),
    )
    const few = entrant(
      'few',
      range(0, 9).map((at) => losing(at, 0.1)),
    )
    const small = entrant(
      'small',
      range(0, 29).map((at) => losing(at, 0.1)),
    )
    const voice = entrant(
      'voice',
      range(200, 240).map((at) => losing(at, 0.1)),
      { barred: 'listed, never ranked' },
    )
    const outside = entrant(
      'outside',
      range(0, 36).map((at) => losing(at, 0.1)),
      { entered: false },
    )
    const authors = [...together, ...away, few, small, voice]
    const adjusted = adjustedIn([...authors, outside], found(authors))
    const reasons = Object.fromEntries(Object.entries(adjusted).map(([id, { notAdjusted }]) => [id, notAdjusted]))
    const needs = (n: number) =>
      `a difficulty-adjusted score needs 10 questions that others who share as many answered too; this author has ${n} such questions`
    expect(reasons).toEqual({
      a: null,
      b: null,
      c: null,
      d: expect.stringMatching(/^no chain of common questions leads to the largest group/),
      e: expect.stringMatching(/^no chain of common questions/),
      few: needs(9),
      small: 'the difficulty-adjusted score needs 30 families; this author has 29',
      voice: needs(0),
      outside: 'none of their questions is in a cohort that has entered',
    })
    for (const { adjusted: score, notAdjusted } of Object.values(adjusted))
      expect(score === null).toBe(notAdjusted !== null)
    const waiting = together.map((one) => ({ ...one, entered: false, unsettled: [{ p: 0.5, n: 1 }] }))
    const waits = adjustedIn(waiting, found(waiting), false)
    expect(waits['a']?.notAdjusted).toMatch(
      /^the difficulty-adjusted score waits for a question that is due and not settled/,
    )
    expect(adjustedIn(together, { difficulty: null, none: 'not kept yet' })['a']?.notAdjusted).toBe('not kept yet')
  })

  it('takes a question that came out otherwise for another one', () => {
    const authors = three(36)
    const [first] = authors
    if (!first) throw new Error('there are three')
    const turned = first.items.map((one, at) => (at < 5 ? { ...one, outcome: 1 as const } : one))
    expect(adjusterOf(found(authors), true)({ ...first, items: turned }).adjusted).toMatchObject({ n: 31 })
  })

  it('takes no part of an unattributed voice, which may share every question', () => {
    const authors = three(36)
    const voice = entrant(
      'v',
      range(0, 36).map((at) => losing(at, 0.9)),
      { barred: 'listed, never ranked' },
    )
    expect(boardDifficulty([...authors, voice])).toEqual(boardDifficulty(authors))
  })
})
