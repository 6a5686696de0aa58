/** So much of a statement is kept, in letters: lists of values by the thousand say no more than the first. */
const MOST = 2000

/** The end of a text in quotation marks that begins at a place; with `escapes` a backslash takes what follows it along. */
const endOfQuoted = (text: string, from: number, escapes: boolean): number => {
  for (let at = from + 1; at < text.length; at++) {
    if (escapes && text[at] === '\\') at += 1
    else if (text[at] === "'" && text[at + 1] === "'") at += 1
    else if (text[at] === "'") return at + 1
  }
  return text.length
}

const endAfter = (text: string, end: string, from: number): number => {
  const at = text.indexOf(end, from)
  return at < 0 ? text.length : at + end.length
}

const PARAMETER = /\$\d+/y
const DOLLARS = /\$\w*\$/y
const NUMBER = /[\d.]\w*(?:\.\w+)?/y
const SPACE = /\s+/y
const WORD = /[a-z_][\w$.]*/iy

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** What stands at a place of a statement: how it is shown, and where the next begins. */
const partAt = (text: string, at: number): [shown: string, next: number] => {
  const space = matchAt(SPACE, text, at)
  if (space) return [' ', at + space.length]
  if (text.startsWith('--', at)) return [' ', endAfter(text, '\n', at)]
  if (text.startsWith('/*', at)) return [' ', endAfter(text, '*/', at)]
  if (text[at] === '"') {
    const end = endAfter(text, '"', at + 1)
    return [text.slice(at, end), end]
  }
  if (text[at] === "'") return ['?', endOfQuoted(text, at, false)]
  if (/^e'/i.test(text.slice(at, at + 2))) return ['?', endOfQuoted(text, at + 1, true)]
  const word = matchAt(WORD, text, at) ?? matchAt(PARAMETER, text, at)
  if (word) return [word, at + word.length]
  const dollars = matchAt(DOLLARS, text, at)
  if (dollars) return ['?', endAfter(text, dollars, at + dollars.length)]
  const number = /\d/.test(text[at] ?? '') ? matchAt(NUMBER, text, at) : null
  return number ? ['?', at + number.length] : [text[at] ?? '', at + 1]
}

/**
 * A statement as a log or a trace may hold it: in one line, without comments, and without any value.
 * `where a = 'b' and c = $1` → `where a = ? and c = $1`
 */
export const withoutValues = (text: string): string => {
  let shown = ''
  for (let at = 0; at < text.length; ) {
    const [part, next] = partAt(text, at)
    if (part !== ' ' || !shown.endsWith(' ')) shown += part
    at = next
    if (shown.length > MOST) return `${shown.slice(0, MOST)}…`
  }
  return shown.trim()
}

const TABLE = /\b(?:from|into|update|join)\s(?:only\s)?"?([a-z_]\w*)(?:"?\."?([a-z_]\w*))?/i

/** What a statement does, and to which table first: `SELECT` of `authors`, or `BEGIN` of none. */
export const summaryOf = (text: string): { operation: string; table: string | null } => {
  const operation = /^\W*([a-z]+)/i.exec(text.slice(0, 100))?.[1]?.toUpperCase() ?? 'QUERY'
  const [, first, second] = TABLE.exec(text.slice(0, MOST)) ?? []
  return { operation, table: second ?? first ?? null }
}
