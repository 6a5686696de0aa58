import { z } from '@hono/zod-openapi'
import type { PageRequest } from '../storage/keyset.ts'

/** Query of every list: how many, from where. */
export const PageQuery = z.object({
  limit: z.coerce.number<number>().int().min(1).max(200).default(50).meta({ description: 'at most so many, 1 to 200' }),
  cursor: z.string().max(200).optional().meta({ description: 'the `next` of the page before' }),
})

/** A parameter that is true or false; the document says so, and `1`, `yes` and the like are read as well. */
export const flag = (otherwise: boolean) =>
  z
    .stringbool()
    .meta({ enum: ['true', 'false'] })
    .default(otherwise)

export const pageRequest = ({ limit, cursor }: z.infer<typeof PageQuery>): PageRequest => ({
  limit,
  cursor: cursor ?? null,
})

/** A page of things, newest first; `next` is null on the last. */
export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
