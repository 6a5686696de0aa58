import { wordSet } from '../sentences/words.ts'
import { laterSpan } from './calendar.ts'
import { feastWords } from './feasts.ts'
import { longest, type Named, type Reader } from './named.ts'
import { dayAt, offsetAt } from './named-days.ts'
import { partAt } from './parts.ts'
import { definiteAt, periodAt } from './periods.ts'
import { afterAny, type Prose, readFrom, wordAt } from './time-tokens.ts'
import { numberWords, startsWithFigure, timeWords } from './time-words.ts'

const plainAt = longest(partAt, dayAt, periodAt)
const anchorAt = longest(partAt, dayAt, definiteAt)

/** `spanAt` without the look at the first word. */
const spanAnywhere: Reader = longest(plainAt, offsetAt(anchorAt))

/** The words that may stand first in the name of a span, but for figures. */
export const spanOpeners: ReadonlySet<string> = new Set([
  ...timeWords,
  ...feastWords,
  ...Object.keys(numberWords),
  ...wordSet(`the this that these its my our all current next coming upcoming following last final closing opening
  front back latter later early late mid middle halfway midway turn start beginning end close rest remainder fiscal
  financial fy calendar q h of in , couple half at up no not less more fewer as somewhere between about around roughly
  approximately nearly almost maybe perhaps only just some another under over`),
])
const opensSpan = (word: string): boolean => spanOpeners.has(word) || startsWithFigure(word)

/** Any days that the words at token `i` name: a day, a stretch of the calendar, a part of one, or what lies so far from one. */
export const spanAt: Reader = (prose, i) =>
  opensSpan(wordAt(prose, i)) && (prose.near[i] ?? 0) - i <= MAX_LEAD ? spanAnywhere(prose, i) : null
/** The most words in the name of a span before one of time: "somewhere between about a couple of full" years. */
const MAX_LEAD = 8

/** "this year and the next", "2026 or 2027": the stretch with what is joined to it. "This year or any other" has no end. */
export const joinedTo = (prose: Prose, named: Named): Named | 'open' => {
  if (!['or', 'and', 'if', 'but'].includes(wordAt(prose, named.to))) return named
  if (afterAny(prose, named.to, 'or any other|or ever|or in any other') !== null) return 'open'
  const again = afterAny(prose, named.to + 1, 'the next|next|the one after|the year after|not the next')
  const further = again === null ? null : spanAt(prose, named.to + 1)
  if (named.deictic && again !== null && (further === null || further.to <= again) && named.unit !== 'day')
    return { ...named, end: laterSpan(named.unit, named.end, 1).end, to: again }
  const led = afterAny(prose, named.to + 1, 'again in|then again in|once more in|then in|in|again on|on')
  const today = named.start > prose.today ? named.start : prose.today
  const second = spanAt(readFrom(prose, today, prose.fit), led ?? named.to + 1)
  return second && second.unit === named.unit && second.start > named.end && wordAt(prose, named.to) !== 'but'
    ? { ...named, end: second.end, to: second.to }
    : named
}
