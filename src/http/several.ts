import { z } from '@hono/zod-openapi'

/** A query parameter that may stand once or several times, each value once, in the order given. `missing`: what to do where it has to stand and does not. */
export const several = <T extends z.ZodType<string>>(one: T, most: number, missing?: string) =>
  z.preprocess(
    (given) => (given === undefined ? undefined : [...new Set(Array.isArray(given) ? given : [given])]),
    z
      .array(one, { error: ({ input }) => (input === undefined ? missing : undefined) })
      .min(1)
      .max(most),
  )
