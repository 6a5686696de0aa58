import type { Context } from 'hono'
import { canonical, sha256 } from '../core/ledger/digest.ts'
import type { Env } from './env.ts'

/**
 * The headers of an answer that only another version of Hindcast changes: a tag of the answer itself. `held`: the client has it
 * already, and wants no body.
 */
export const fixedAnswer = async (c: Context<Env>, answer: unknown) => {
  const etag = `"${(await sha256(canonical(answer))).slice(0, 32)}"`
  const tags = c.req.header('if-none-match')?.split(',') ?? []
  return { held: tags.some((one) => one.trim() === etag), headers: { etag, 'cache-control': 'no-cache' } }
}
