const whole = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

/**
 * The lines of UTF-8 text, without what ends them: `\n` or `\r\n`, and nothing else. Node's readline ends lines at U+2028 and U+2029
 * too, which JSON holds as they are within its strings. A line break at the end begins no further line.
 */
export async function* linesIn(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const part of parts) {
    const lines = decoder.decode(part, { stream: true }).split('\n')
    const rest = lines.pop() ?? ''
    for (const line of lines) {
      yield whole(begun + line)
      begun = ''
    }
    begun += rest
  }
  begun += decoder.decode()
  if (begun !== '') yield whole(begun)
}
