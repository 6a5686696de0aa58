import { Problem } from '../../core/problem.ts'
import { type Item, type ItemReader, LONGEST_LINE } from './items.ts'
import { lineReader } from './lines.ts'

/** The items from a line on, so many at once; of at most so many bytes of a body. */
export type Chunking = { from: number; size: number; largest: number }

export const tooLarge = (largest: number): Problem =>
  new Problem(
    'body-too-large',
    `the body is larger than ${largest / 1_000_000} MB`,
    'send it in parts: each is answered by itself',
    [{ field: 'body', detail: 'too large' }],
  )

/**
 * The items of a body as it comes in, in order: the next are read when these are done with. Where the body is too large it gives those
 * before and then throws `body-too-large`; where the connection breaks, it throws, and what was not given out is let go.
 */
export async function* chunksOf(
  { body }: Request,
  reader: ItemReader,
  { from, size, largest }: Chunking,
): AsyncGenerator<Item[]> {
  const lines = lineReader(LONGEST_LINE)
  let pending: Item[] = []
  let read = 0
  const keep = (items: readonly Item[]): void => {
    for (const item of items) if (item.line >= from) pending.push(item)
  }
  for await (const bytes of body ?? []) {
    read += bytes.byteLength
    if (read > largest) break
    keep(reader.take(lines.take(bytes)))
    while (pending.length >= size) {
      yield pending.slice(0, size)
      pending = pending.slice(size)
    }
  }
  if (read <= largest) keep([...reader.take(lines.end()), ...reader.end()])
  for (; pending.length > 0; pending = pending.slice(size)) yield pending.slice(0, size)
  if (read > largest) throw tooLarge(largest)
}
