import { z } from '@hono/zod-openapi'

/** A query parameter that may stand once or several times, each value once, in the order given. */
export const several = <T extends z.ZodType<string>>(one: T, most: number) =>
  z.preprocess(
    (given) => (given === undefined ? undefined : [...new Set(Array.isArray(given) ? given : [given])]),
    z.array(one).min(1).max(most),
  )
