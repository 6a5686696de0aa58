import { Problem } from '../../core/problem.ts'
import { steadily } from '../patience.ts'
import { type Item, type ItemReader, LONGEST_LINE } from './items.ts'
import { lineReader } from './lines.ts'

/** The items from a line on, so many at once; of at most so many bytes of a body, each part of which comes within so many ms. */
export type Chunking = { from: number; size: number; largest: number; patienceMs: number }

export const tooLarge = (largest: number): Problem =>
  new Problem(
    'body-too-large',
    `the body is larger than ${largest / 1_000_000} MB`,
    'send it in parts: each is answered by itself',
    [{ field: 'body', detail: 'too large' }],
  )

/**
 * The items of a body as it comes in, in order: the next are read when these are done with. Where the body is too large it gives those
 * before and then throws `body-too-large`; where the connection breaks, or the body comes too slowly (`body-too-slow`), it throws, and
 * what was not given out is let go.
 */
export async function* chunksOf(
  { body }: Request,
  reader: ItemReader,
  { from, size, largest, patienceMs }: Chunking,
): AsyncGenerator<Item[]> {
  const lines = lineReader(LONGEST_LINE)
  let pending: Item[] = []
  let read = 0
  const keep = (items: readonly Item[]): void => {
    for (const item of items) if (item.line >= from) pending.push(item)
  }
  const steady = body && steadily(body, patienceMs)
  try {
    for (let bytes = await steady?.read(); bytes; bytes = await steady?.read()) {
      read += bytes.byteLength
      if (read > largest) break
      keep(reader.take(lines.take(bytes)))
      for (; pending.length >= size; steady?.begin()) {
        yield pending.slice(0, size)
        pending = pending.slice(size)
      }
    }
  } finally {
    steady?.end()
  }
  if (read <= largest) keep([...reader.take(lines.end()), ...reader.end()])
  for (; pending.length > 0; pending = pending.slice(size)) yield pending.slice(0, size)
  if (read > largest) throw tooLarge(largest)
}
