import { describe, expect, it } from 'vitest'
import { summaryOf, withoutValues } from '../../src/core/statement.ts'

describe('a statement without its values', () => {
  it.each([
    [`select "id" from "authors" where "slug" = $1`, `select "id" from "authors" where "slug" = $1`],
    [
      `select 1 where a = 'it''s' and b = 12.5e3 and c1 = $12`,
      'select ? where a = ? and c1 = $12'.replace('a = ?', 'a = ? and b = ?'),
    ],
    [`set local statement_timeout = 30000`, 'set local statement_timeout = ?'],
    [`select e'a\\'b', 'c'`, 'select ?, ?'],
    [`select $tag$ it's $1 $tag$, $$x$$, "a 'name'"`, `select ?, ?, "a 'name'"`],
    ['select a -- of Ada Example\n  from /* 4711 */ b', 'select a from b'],
    [`insert into t1 values ('an unfinished text`, 'insert into t1 values (?'],
    ['', ''],
  ])('%j', (text, shown) => expect(withoutValues(text)).toBe(shown))

  it('is one line, and no longer than a log wants', () => {
    const shown = withoutValues(`select 1 where a in (${'$1,\n '.repeat(100_000)}'secret')`)
    expect(shown.length).toBeLessThan(2100)
    expect(shown).not.toMatch(/\n|secret/)
  })

  it('takes time as its length, whatever stands open in it', () => {
    // Each of these made a pattern look from every place to the end.
    for (const open of ["'", '"', '/*', '$a$', "e'", '--'])
      expect(withoutValues(open.repeat(300_000)).length).toBeLessThan(2100)
  })
})

describe('what a statement does', () => {
  it.each([
    ['select "a" from "authors" where true', 'SELECT', 'authors'],
    ['insert into "public"."predictions" ("id") values ($1)', 'INSERT', 'predictions'],
    ['UPDATE questions SET status = $1', 'UPDATE', 'questions'],
    ['delete from only "keys"', 'DELETE', 'keys'],
    ['with x as (select 1 from y) select 1', 'WITH', 'y'],
    ['begin; set local lock_timeout = 1', 'BEGIN', null],
    ['(select 1)', 'SELECT', null],
    ['', 'QUERY', null],
  ])('%j', (text, operation, table) => expect(summaryOf(text)).toEqual({ operation, table }))
})
