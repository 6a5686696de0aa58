import type { Clues, DateClue } from './clues.ts'
import { dateIn } from './dates.ts'
import { cluesOf } from './front-matter.ts'
import { bylineIn } from './names.ts'

/** How far down the head of a text may reach, in lines that are not blank. */
const HEAD_LINES = 12
const LONGEST = 200

/** The clues in the plain head of a text: `Title:` lines, a byline that says "By", a line that is a date, a dateline. */
export const headOf = (text: string): Clues[] => {
  const lines = text
    .slice(0, 6000)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES)
  return [labelled(lines), unlabelled(lines)]
}

const label =
  /^(title|headline|authors?|by|byline|date|published(?: on)?|updated|publisher|source|url|language):\s+(\S.*)$/i

/** `Title: …`, `Author: …`, `Date: …`: two such lines at the very top make a head. */
const labelled = (lines: readonly string[]): Clues => {
  const fields: Record<string, string> = {}
  for (const line of lines) {
    const [, name, value] = label.exec(line) ?? []
    if (!name || !value) break
    const key = name.toLowerCase()
    fields[key === 'source' ? 'publisher' : key.replace(' on', '')] ??= value
  }
  return Object.keys(fields).length >= 2 ? cluesOf(fields) : {}
}

/** A byline within the head, the title above it, and the first line that is a date, holds one with the byline, or is a dateline. */
const unlabelled = (lines: readonly string[]): Clues => {
  const at = lines.findIndex((line) => line.length <= LONGEST && bylineIn(line).length > 0)
  const bylines = at < 0 ? [] : bylineIn(lines[at] ?? '')
  // A headline has no full stop; where two lines could be one, neither is taken.
  const [title, ...others] = lines
    .slice(0, Math.max(0, at))
    .filter((line) => line.length <= LONGEST && !/[.:;,]$/.test(line))
  return {
    title: at <= 4 && others.length === 0 ? title : null,
    bylines: bylines.length > 0 ? bylines : undefined,
    dates: lines.flatMap((line, i) => dateOf(line, i === at)),
  }
}

/** Words that may stand beside the date on a line that is nothing but a date. */
const beside =
  /^(?:published|posted|first|last|updated|modified|on|date|at|by|am|pm|a\.m|p\.m|et|est|edt|gmt|utc|bst|cet|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}|min|minutes?|read|st|nd|rd|th)$/i
const dateline =
  /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:, \p{L}[\p{L}. ]{2,20})?,? [^—–]{8,40} ?(?:\(\p{L}[\p{L} ]{1,30}\) ?)?[—–]/u

/** The date that a line states: a dateline, a line of a byline, or one that says nothing else. */
export const dateOf = (line: string, isByline = false): DateClue[] => {
  if (dateline.test(line)) {
    const filed = dateIn(line.slice(0, line.search(/[—–]/)))
    return filed ? [{ says: 'dateline', value: filed.day, from: 'the dateline' }] : []
  }
  const date = dateIn(line)
  if (!date || line.length > 120) return []
  const value = date.whole === 'month' ? date.day.slice(0, 7) : date.day
  if (isByline) return [{ says: 'published', value, from: 'the byline' }]
  const rest = line
    .replace(/\b\d{4}(?:-\d{2}-\d{2})?\b|\b\d{1,2}:\d{2}\b/g, ' ')
    .split(/[\s,|•·:/()–—-]+/)
    .filter((word) => word !== '' && !beside.test(word.replace(/\.$/, '')))
  // The name of the month alone may be left.
  if (rest.length > 1) return []
  const says =
    /\b(?:updated|modified)\b/i.test(line) && !/\b(?:published|posted)\b/i.test(line) ? 'modified' : 'published'
  return [{ says, value, from: `the line “${line.slice(0, 80)}”` }]
}
