import { Problem } from '../../core/problem.ts'

/** Rows on one page of a list. */
export const ROWS = 50
/** Longer than any name or cursor. */
const LONGEST = 300

/** The fields of an address that are filled in; NUL is in none of them, and no database takes it. Throws `invalid-input`. */
export const filledIn = <Name extends string>(
  query: Record<string, string>,
  names: readonly Name[],
): Partial<Record<Name, string>> => {
  const filled: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = query[name]?.trim() ?? ''
    if (value === '') continue
    if (value.length > LONGEST || value.includes('\u0000')) {
      const detail = `${name} is too long or holds a NUL character`
      throw new Problem('invalid-input', detail, 'write it shorter', [{ field: name, detail }])
    }
    filled[name] = value
  }
  return filled
}

/** The address of a list with some fields changed; one that is undefined is left out. */
export const listHref = (path: string, fields: Record<string, string | undefined>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== '') query.set(name, value)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
