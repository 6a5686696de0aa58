/**
 * A line of a body: its number from 1, its bytes without the ending, null where it is longer than what is kept of one, and how it
 * ends.
 */
export type Line = { line: number; bytes: Uint8Array | null; ending: '\n' | '\r\n' }

const NEWLINE = 10
const RETURN = 13

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A return before the newline is of the ending. */
const withoutEnding = (bytes: Uint8Array): Omit<Line, 'line'> =>
  bytes.at(-1) === RETURN ? { bytes: bytes.subarray(0, bytes.length - 1), ending: '\r\n' } : { bytes, ending: '\n' }

/**
 * Cuts bytes into lines as they come, and holds no more of an unfinished one than the longest that is kept. `end` gives what stands
 * after the last newline.
 */
export const lineReader = (longest: number) => {
  let line = 0
  let parts: Uint8Array[] = []
  let length = 0
  const keep = (bytes: Uint8Array): void => {
    length += bytes.length
    if (length > longest) parts = []
    else if (bytes.length > 0) parts.push(bytes)
  }
  const finish = (): Line => {
    line += 1
    const own = length > longest ? ({ bytes: null, ending: '\n' } as const) : withoutEnding(joined(parts, length))
    parts = []
    length = 0
    return { line, ...own }
  }
  return {
    take: (bytes: Uint8Array): Line[] => {
      const lines: Line[] = []
      let from = 0
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
        keep(bytes.subarray(from, at))
        lines.push(finish())
        from = at + 1
      }
      keep(bytes.subarray(from))
      return lines
    },
    end: (): Line[] => (length > 0 ? [finish()] : []),
  }
}
