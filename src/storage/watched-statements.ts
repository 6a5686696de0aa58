import type { PGlite, Results } from '@electric-sql/pglite'
import type { Pieces } from '../core/watch.ts'
import { codeOf } from './violations.ts'

/** Told of each statement as it is sent. */
export type StatementWatch = Pieces['statement']

/** Sends a statement while somebody watches; `rows` counts what came back. */
export const watched = async <T>(
  watch: StatementWatch | undefined,
  text: string,
  send: () => Promise<T>,
  rows: (answer: T) => number | null,
): Promise<T> => {
  if (!watch) return send()
  const piece = watch(text)
  try {
    const answer = await piece.within(send)
    piece.end({ rows: rows(answer), code: null })
    return answer
  } catch (error) {
    piece.end({ rows: null, code: codeOf(error) || 'unknown' })
    throw error
  }
}

type Asking = Pick<PGlite, 'query'>
const rowsOf = ({ rows, affectedRows }: Results<unknown>): number => rows.length || (affectedRows ?? 0)

const asking = (client: Asking, watch: StatementWatch): Asking => ({
  query: (text, ...rest) => watched(watch, text, () => client.query(text, ...rest), rowsOf as never),
})

/** The embedded database as drizzle uses it, each statement watched. It has one session: what a statement waits for others counts. */
export const watchedEmbedded = (client: PGlite, watch: StatementWatch | undefined): PGlite => {
  if (!watch) return client
  const transaction: PGlite['transaction'] = (work) =>
    client.transaction((tx) => work({ ...tx, ...asking(tx as unknown as Asking, watch) } as typeof tx))
  return { ...asking(client, watch), transaction } as unknown as PGlite
}
