import type { Day } from '../../time.ts'
import { plusDays, plusMonths } from '../../time.ts'
import { type Phrases, phraseAt, phrasesOf } from '../sentences/phrases.ts'
import { type Prose, saysAt, wordAt } from './time-tokens.ts'

/** The version of the table below and of the readings beside it, printed with every reported fact. */
export const PAST_RULES_VERSION = '2026.1'

type Back = { months: number; days: number }
/** How a vague phrase that looks back is read: from `from` to `to` before publication. `from: null` sets no first day. */
export type PastRule = { says: string; words: string; from: Back | null; to: Back }

const months = (count: number): Back => ({ months: count, days: 0 })
const days = (count: number): Back => ({ months: 0, days: count })
const now = days(0)

/** Of those that fit at a word the longest counts. */
export const pastRules: readonly PastRule[] = [
  { says: 'in recent hours, just now', words: 'in recent hours|just now', from: days(1), to: now },
  {
    says: 'in recent days, these past days',
    words:
      'in recent days|over recent days|these past days|a few days ago|some days ago|several days ago|days ago|the other day',
    from: days(14),
    to: now,
  },
  { says: 'in recent weeks', words: 'in recent weeks|over recent weeks', from: months(2), to: now },
  {
    says: 'weeks ago, a few weeks ago',
    words: 'a few weeks ago|some weeks ago|several weeks ago|weeks ago',
    from: months(3),
    to: days(8),
  },
  { says: 'recently, lately, of late, newly', words: 'recently|lately|of late', from: months(3), to: now },
  { says: 'in recent months', words: 'in recent months|over recent months', from: months(6), to: now },
  {
    says: 'months ago, a few months ago',
    words: 'a few months ago|some months ago|several months ago|months ago',
    from: months(12),
    to: months(2),
  },
  {
    says: 'in recent years',
    words: 'in recent years|over recent years|in the past few years|in the last few years',
    from: months(60),
    to: now,
  },
  {
    says: 'years ago, a few years ago: not less than two',
    words: 'a few years ago|some years ago|several years ago|years ago',
    from: null,
    to: months(24),
  },
  {
    says: 'decades ago, a generation ago',
    words: 'a few decades ago|some decades ago|decades ago|a generation ago',
    from: null,
    to: months(240),
  },
  { says: 'long ago', words: 'long ago|a long time ago', from: null, to: months(24) },
]

const phrases: Phrases = phrasesOf(pastRules.map(({ words }) => words).join('|'))
const ruleOf: ReadonlyMap<string, PastRule> = new Map(
  pastRules.flatMap((rule) => rule.words.split('|').map((words): [string, PastRule] => [words, rule])),
)

export const daysBack = (from: Day, back: Back): Day => plusDays(plusMonths(from, -back.months), -back.days)

/** The vague phrase at token `i`, as days; "years ago" behind a count is none. */
export const vagueAt = (prose: Prose, i: number): { start: Day | null; end: Day; to: number } | null => {
  const phrase = phraseAt(phrases, prose.words, i)
  const rule = phrase && ruleOf.get(phrase.join(' '))
  if (!phrase || !rule || (saysAt(prose, i + 1, 'ago') && counts.test(wordAt(prose, i - 1)))) return null
  const { today } = prose
  return { start: rule.from && daysBack(today, rule.from), end: daysBack(today, rule.to), to: i + phrase.length }
}
const counts =
  /^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|dozen)$/
