import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { Problem } from '../../src/core/problem.ts'
import { asProblem } from '../../src/storage/violations.ts'
import { day, inWorld, type World } from '../support/embedded.ts'

const run = ({ database }: World, ...statements: ReturnType<typeof sql>[]) =>
  database.transaction(async (tx) => {
    for (const statement of statements) await tx.execute(statement)
  })

const author = (id: string, slug: string) =>
  sql`insert into authors (id, name, slug, kind, identity, recorded_by, recorded_at) values (${id}, ${id}, ${slug}, 'person', ${id}, 'test', now())`
const collection = (id: string) =>
  sql`insert into collections (id, slug, name, rule, read_whole, recorded_at) values (${id}, 'papers', 'Papers', 'all', true, now())`
const person = (id: string, email: string) =>
  sql`insert into people (id, name, email, scopes, recorded_at, updated_at) values (${id}, ${id}, ${email}, 'read', now(), now())`
const DIGEST = '0'.repeat(64)
const event = (happened: string, published: string) =>
  sql`insert into events (id, title, happened_earliest, happened_latest, published_earliest, published_latest, recorded_by,
    recorded_at, salts, digest) values ('evt_1', 'Rain', ${happened}, ${happened}, ${published}, ${published}, 'test', now(), '{}', ${DIGEST})`
const commentary = (earliest: string, latest: string) =>
  sql`insert into commentaries (id, content_sha256, language, published_on, published_earliest, published_latest, recorded_at,
    salts, digest) values ('cmt_1', 'x', 'en', '2026-01-01', ${earliest}, ${latest}, now(), '{}', ${DIGEST})`

describe('what the database refuses', () => {
  it.each<[string, ReturnType<typeof sql>[], object]>([
    [
      'a slug twice',
      [author('a', 'ada'), author('b', 'ada')],
      { code: 'already-exists', fields: [{ field: 'name', detail: 'an author with this slug exists' }] },
    ],
    [
      'a mail address twice',
      [person('a', 'ada@example.org'), person('b', 'ada@example.org')],
      { code: 'already-exists', fields: [{ field: 'email' }] },
    ],
    ['a collection twice', [collection('a'), collection('b')], { code: 'already-exists', fields: [{ field: 'slug' }] }],
    [
      'an event reported before it happened',
      [event('2026-01-02', '2026-01-01')],
      { code: 'invalid-input', fields: [{ field: 'published' }] },
    ],
    [
      'the same text of the same names twice',
      [
        commentary('2026-01-01', '2026-01-02'),
        sql`insert into commentaries select 'cmt_2', content_sha256, title, url, source_id, language, published_on,
          published_earliest, published_latest, recorded_at, salts, digest, signed_by from commentaries`,
      ],
      { code: 'already-exists', fields: [{ field: 'text' }] },
    ],
    [
      'bounds the wrong way round',
      [commentary('2026-01-02', '2026-01-01')],
      { code: 'invalid-input', fields: [{ field: 'published' }] },
    ],
    [
      'an id of nothing',
      [sql`insert into bylines (commentary_id, author_id, position) values ('cmt_0', 'aut_0', 0)`],
      { code: 'referenced-thing-missing' },
    ],
  ])('%s becomes a problem with its field', (_, statements, problem) =>
    inWorld(async (world) => {
      const failing = run(world, ...statements)
      await expect(failing).rejects.toBeInstanceOf(Problem)
      await expect(failing).rejects.toMatchObject(problem)
    }),
  )

  it('leaves nothing of its transaction behind', () =>
    inWorld(async (world) => {
      await expect(run(world, author('a', 'ada'), author('b', 'ada'))).rejects.toThrow()
      await run(world, author('a', 'ada'))
    }))

  it('says so of a family that does not exist', () =>
    inWorld(async (world) => {
      const created = createQuestion(world.at('2026-01-01'), {
        wording: 'It rains.',
        windowStart: day('2026-01-01'),
        windowEnd: day('2026-01-31'),
        familyId: world.newId('family'),
      })
      await expect(created).rejects.toMatchObject({ code: 'referenced-thing-missing' })
    }))

  it('is no problem of the reader where a statement itself is wrong', () =>
    inWorld(async (world) => {
      const failing = run(world, sql`select nothing from nowhere`)
      await expect(failing).rejects.toThrow()
      await expect(failing).rejects.not.toBeInstanceOf(Problem)
    }))
})

describe('asProblem', () => {
  it.each(['ECONNREFUSED', 'ETIMEDOUT', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', '08006', '57P01', '53300'])(
    'takes %s for a database that does not answer',
    (code) => {
      expect(asProblem(Object.assign(new Error('driver'), { code }))).toMatchObject({
        code: 'database-unavailable',
        message: 'the database does not answer',
      })
    },
  )

  it('knows the name of a constraint from either driver', () => {
    for (const name of ['constraint', 'constraint_name']) {
      const error = Object.assign(new Error('driver'), { code: '23505', [name]: 'proposals_unique' })
      expect(asProblem(error)).toMatchObject({ code: 'already-exists', fields: [{ field: 'evidence' }] })
    }
  })

  it('lets everything else through as it is', () => {
    const others = [
      new Error('a bug'),
      new Problem('not-found', 'gone', 'look elsewhere'),
      Object.assign(new Error('syntax'), { code: '42601' }),
      Object.assign(new Error('unknown constraint'), { code: '23505', constraint: 'other_unique' }),
      'text',
      null,
      undefined,
    ]
    for (const error of others) expect(asProblem(error)).toBe(error)
  })
})
