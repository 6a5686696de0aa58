import postgres from 'postgres'

/** Rows in which the kept counts and a recount from the scored items differ, and how many items are scored at all. */
export type OffBy = { scores: unknown[]; families: unknown[]; scored: number }

const key = 'author_id, "set", due_month, horizon_class, attribution, window_source, weak_hedge, timing, origin, form'
const postings = `(select *, jsonb_array_elements_text(sets) as "set" from scored_items) as posting`

/** What `score_counts` must hold: postings less their reversals, by state. */
const recount = `select ${key},
    coalesce(sum(sign) filter (where state = 'pending'), 0) as pending,
    coalesce(sum(sign) filter (where state = 'void'), 0) as void,
    coalesce(sum(sign) filter (where state = 'scored'), 0) as n,
    coalesce(sum(sign) filter (where hit), 0) as hits
  from ${postings} group by ${key}`

const familyRecount = `select ${key}, family_id, sum(sign) as n, coalesce(sum(sign) filter (where hit), 0) as hits
  from ${postings} where state = 'scored' group by ${key}, family_id`

const kept = `select ${key}, pending, void, n, hits from score_counts`
const keptFamilies = `select ${key}, family_id, n, hits from family_counts`

/** Rows of either side that the other lacks. A row of zeros says the same as none. */
const difference = (one: string, other: string, nonzero: string): string =>
  `with one as (select * from (${one}) as rows where ${nonzero}), other as (select * from (${other}) as rows where ${nonzero})
   (select * from one except select * from other) union all (select * from other except select * from one)`

/** Compares the counts with a recount from the log of scored items, in the database's own arithmetic. */
export const countsOffBy = async (url: string): Promise<OffBy> => {
  const sql = postgres(url, { max: 1 })
  try {
    const scores = await sql.unsafe(difference(kept, recount, 'pending + void + n <> 0'))
    const families = await sql.unsafe(difference(keptFamilies, familyRecount, 'n <> 0'))
    const [total] = await sql`select coalesce(sum(n), 0)::int as scored from score_counts where "set" = 'all'`
    return { scores: [...scores], families: [...families], scored: Number(total?.['scored']) }
  } finally {
    await sql.end()
  }
}
