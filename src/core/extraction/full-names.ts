import type { Reading } from './cue.ts'
import { isPersonName, nameStart } from './speaker.ts'

/** Surname in lower case → the one full name with that surname in the text, or null when there are several. */
export type FullNames = ReadonlyMap<string, string | null>

/** The full names of a text by surname. One pass over its sentences. */
export const fullNamesOf = (text: string, readings: readonly Reading[]): FullNames => {
  const names = new Map<string, string | null>()
  for (const { tokens } of readings) {
    for (let from = 0; from < tokens.length; from++) {
      if (tokens[from]?.tag !== 'PROPN') continue
      let to = from
      while (tokens[to]?.tag === 'PROPN') to++
      const start = nameStart(tokens, from, to)
      if (to - start > 1 && tokens[to]?.tag !== 'NOUN' && isPersonName(tokens, start, to)) {
        const name = text.slice(tokens[start]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ')
        const surname = tokens[to - 1]?.word ?? ''
        const known = names.get(surname)
        names.set(surname, known === undefined || known === name ? name : null)
      }
      from = to
    }
  }
  return names
}

/** A bare surname in full when exactly one full name in the text has it: "Roe" → "Ann Roe". */
export const inFull = (name: string, names: FullNames): string => names.get(name.toLowerCase()) ?? name
