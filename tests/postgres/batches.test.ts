import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { setImmediate as nextTurn } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Serving, servicesHere, startServing, wayOutHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { apiOf, mark, type Subject } from '../contract/api.ts'
import { askForForecasts, linesOf, ndjson } from '../contract/batches.ts'
import { freshDatabase } from '../support/postgres.ts'
import { fetchingFrom, siteOver } from '../support/site.ts'

let database: OpenDatabase
let serving: Serving
let subject: Subject
let sql: postgres.Sql

beforeAll(async () => {
  const url = await freshDatabase(inject('postgresUrl'))
  database = openPostgres(url)
  sql = postgres(url, { max: 3, onnotice: () => undefined })
  const { press, ...site } = await siteOver(database, inject('press'))
  serving = await startServing(servicesHere(database, undefined, wayOutHere(fetchingFrom(press))), 0, '127.0.0.1')
  subject = { ...site, press, request: (path, init) => fetch(`${serving.url}${path}`, init) }
})

afterAll(async () => {
  await serving?.stop()
  await sql?.end()
  await database?.close()
})

const api = apiOf(() => subject)
const PATH = '/v1/predictions/batch'
const headers = () => ({ authorization: `Bearer ${subject.keys.submit}`, 'content-type': 'application/x-ndjson' })

/** Forecasts that all differ from the one before, so that each is recorded. */
const restated = ({ author, questions }: Awaited<ReturnType<typeof askForForecasts>>, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    author: author.slug,
    questionId: questions[0],
    probability: at / 10_000,
  }))

const countOf = async (authorId: string): Promise<number> => {
  const [row] = await sql`select count(*)::int as n from predictions where author_id = ${authorId}`
  return row?.['n']
}

describe('a batch that breaks off', () => {
  it('by its connection: what was acknowledged is there, and what was not is not', async () => {
    const asked = await askForForecasts(api)
    const items = restated(asked, 1500)
    const sending = httpRequest(`${serving.url}${PATH}`, { method: 'POST', headers: headers() })
    sending.on('error', () => undefined)
    sending.write(`${ndjson(items)}\n`)
    const [answer] = await once(sending, 'response')
    answer.on('error', () => undefined)
    await new Promise<void>((resolve) => {
      let acknowledged = ''
      answer.setEncoding('utf8').on('data', (text: string) => {
        acknowledged += text
        if (acknowledged.includes('"line":1000,')) resolve()
      })
    })
    const gone = once(sending, 'close')
    sending.destroy()
    await gone
    expect(await countOf(asked.author.id)).toBe(1000)

    // Sent again from the line after: were any of the 500 kept, the first of them would stand.
    const rest = await api.sendRaw(`${PATH}?from_line=1001`, 'submit', ndjson(items), 'application/x-ndjson')
    expect(linesOf(rest).at(-1)).toEqual({ done: true, through: 1500, recorded: 500, standing: 0, refused: 0 })
    expect(await countOf(asked.author.id)).toBe(1500)
  })

  it('by its database: the last line says up to where all is answered, and nothing after it is kept', async () => {
    const [asked, other] = [await askForForecasts(api), await askForForecasts(api)]
    const items = [
      ...restated(asked, 1000),
      ...restated(asked, 400).map((item) => ({ ...item, probability: 0.9 - item.probability })),
      { author: other.author.slug, questionId: other.questions[0], probability: 0.5 },
    ]
    // Somebody holds a question of the second thousand, so that its transaction waits, and is cancelled there.
    const answer = await sql.begin(async (holder) => {
      await holder`select 1 from questions where id = ${other.questions[0] ?? ''} for update`
      const sent = api.sendRaw(PATH, 'submit', ndjson(items), 'application/x-ndjson')
      for (;;) {
        const ended = await sql`select pg_cancel_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%for update%'`
        if (ended.length > 0) break
      }
      return sent
    })
    expect(linesOf(answer).at(-1)).toMatchObject({
      done: false,
      through: 1000,
      recorded: 1000,
      refused: 0,
      problem: { code: 'database-unavailable' },
      resume: expect.stringContaining('?from_line=1001'),
    })
    expect(await countOf(asked.author.id)).toBe(1000)
    expect(await countOf(other.author.id)).toBe(0)
  })

  it('by its key: what was sent before it was revoked stands, and nothing after', async () => {
    const asked = await askForForecasts(api)
    const made = await api.post('/v1/keys', 'admin', { name: mark(), scopes: ['submit', 'admin'] })
    const { key, secret } = JSON.parse(made.text)
    const sending = httpRequest(`${serving.url}${PATH}`, {
      method: 'POST',
      headers: { ...headers(), authorization: `Bearer ${secret}` },
    })
    const items = restated(asked, 1500)
    sending.write(`${ndjson(items.slice(0, 1200))}\n`)
    const [answer] = await once(sending, 'response')
    const lines: string[] = []
    for await (const line of createInterface({ input: answer })) {
      lines.push(line)
      if (lines.length !== 1000) continue
      await api.post(`/v1/keys/${key.id}/revocations`, 'admin', {})
      sending.end(ndjson(items.slice(1200)))
    }
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      done: false,
      through: 1000,
      problem: { code: 'unauthenticated' },
    })
    expect(await countOf(asked.author.id)).toBe(1000)
  })
})

/** The lines of an answer that is still coming. */
const linesIn = async (answer: IncomingMessage): Promise<{ line?: number; status?: string }[]> => {
  const lines: string[] = []
  for await (const line of createInterface({ input: answer })) lines.push(line)
  return lines.map((line) => JSON.parse(line))
}

describe('a client that is slow', () => {
  it('to send is heard out: rows are read wherever its pieces cut them, and a broken one costs itself alone', async () => {
    const { author, questions } = await askForForecasts(api, 3)
    const [a, b, c] = questions
    const rows = [
      'questionId,author,probability,rationale',
      `${a},${author.slug},0.3,"Die Brücke, „über“ den Fluß 🌧️"`,
      `${b},${author.slug},0.3,"closed" too early`,
      `${c},${author.slug},0.4,`,
    ]
    const sending = httpRequest(`${serving.url}${PATH}`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'text/csv' },
    })
    const answered = once(sending, 'response')
    const bytes = Buffer.from(rows.join('\r\n'))
    for (let at = 0; at < bytes.length; at += 3) {
      sending.write(bytes.subarray(at, at + 3))
      await nextTurn()
    }
    sending.end()
    const [answer] = await answered
    const lines = await linesIn(answer)
    expect(lines.slice(0, -1).map(({ line, status }) => `${line} ${status}`)).toEqual([
      '2 recorded',
      '3 refused',
      '4 recorded',
    ])
    expect(lines.at(-1)).toEqual({ done: true, through: 4, recorded: 2, standing: 0, refused: 1 })
    const kept = await sql`select quote from predictions where author_id = ${author.id} order by quote nulls last`
    expect(kept.map(({ quote }) => quote)).toEqual(['Die Brücke, „über“ den Fluß 🌧️', null])
  })

  it('to read gets every line once it reads, and what it has not read yet is kept all the same', async () => {
    const { author, questions } = await askForForecasts(api)
    const good = { author: author.slug, questionId: questions[0], probability: 0.5 }
    // More answers than lie between the two: the server has to wait for its reader.
    const broken = 30_000
    const sending = httpRequest(`${serving.url}${PATH}`, { method: 'POST', headers: headers() })
    const answered = once(sending, 'response')
    sending.end(ndjson([good, ...Array.from({ length: broken }, () => '{'), { ...good, probability: 0.6 }]))
    const [answer] = await answered
    while ((await countOf(author.id)) === 0);
    const lines = await linesIn(answer)
    expect(lines.slice(0, -1).map(({ line }) => line)).toEqual(Array.from({ length: broken + 2 }, (_, at) => at + 1))
    expect(lines.at(-1)).toMatchObject({ done: true, through: broken + 2, recorded: 2, refused: broken })
    expect(await countOf(author.id)).toBe(2)
  })
})

describe('batches at the same moment', () => {
  it('say one thing once between them', async () => {
    const asked = await askForForecasts(api, 40)
    const items = asked.questions.map((questionId) => ({ author: asked.author.slug, questionId, probability: 0.5 }))
    const answers = await Promise.all(
      [items, items.toReversed(), items].map((some) =>
        api.sendRaw(PATH, 'submit', ndjson(some), 'application/x-ndjson'),
      ),
    )
    const ends = answers.map((answer) => linesOf(answer).at(-1) as { recorded: number; standing: number })
    expect(ends.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(40)
    expect(ends.reduce((sum, { standing }) => sum + standing, 0)).toBe(80)
    expect(await countOf(asked.author.id)).toBe(40)
  })
})
