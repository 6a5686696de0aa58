import { env, exports } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { answering, DeadLetter, MOST_TRIES } from '../../src/core/deferred.ts'
import { DeferredRequest } from '../../src/core/deferred-request.ts'
import { cronOf, type JobName, JobRun, jobNames, timetable } from '../../src/core/job.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import worker from '../../src/worker.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from '../contract/api.ts'
import { ASYNC, sendAsync, untilEnded } from '../contract/respond-async.ts'
import { commentaryBody, forecast } from '../contract/steps.ts'

const PATIENCE = { timeout: 120_000, interval: 50 }

/** The runs of a job for a moment, the newest first. */
const runsOf = async (api: Api, job: JobName, at: string) => {
  const { items } = bodyOf(await api.get(`/v1/jobs/runs?job=${job}&limit=200`), 200, pageOf(JobRun))
  return items.filter(({ scheduledAt }) => scheduledAt === at)
}
const untilDone = (api: Api, job: JobName, at: string) =>
  vi.waitFor(async () => expect((await runsOf(api, job, at)).map(({ status }) => status)).toContain('done'), PATIENCE)

/** Tells the trigger of a moment, and waits until the queues have given its jobs out and they are done. */
export const triggered = async (api: Api, cron: string, scheduledTime: Date): Promise<void> => {
  await exports.default.scheduled({ scheduledTime, cron })
  for (const name of jobNames)
    if (cronOf(timetable[name]) === cron) await untilDone(api, name, scheduledTime.toISOString())
}

const waiting = async (api: Api) =>
  bodyOf(await api.get('/v1/jobs/dead-letters?replayed=false', 'admin'), 200, pageOf(DeadLetter)).items
const replay = (api: Api, id: string) => api.post(`/v1/jobs/dead-letters/${id}/replay`, 'admin', {})
const { connectionString } = z.object({ connectionString: z.string() }).parse(env['HYPERDRIVE'])

const execute = async (statement: string): Promise<void> => {
  const database = openPostgres(connectionString, { max: 1, says: false })
  await database.reader.execute(sql.raw(statement))
}
const piece = () => JSON.stringify(commentaryBody(forecast(`mill ${mark()}`)))
const send = (api: Api) => sendAsync(api, '/v1/commentaries', 'submit', JSON.parse(piece()))

/** The queues as the runtime emulates them, with the consumers of `wrangler.toml`. */
export const queueTests = (api: Api): void => {
  describe('the queues', () => {
    it('are there', async () => {
      const { queue } = bodyOf(await api.get('/v1/jobs'), 200, z.object({ queue: z.unknown() }))
      expect(queue).toEqual({ kind: 'cloudflare', lacking: null })
    })

    it('give a run out again that fails; four times, then it is a dead letter, which goes back once', async () => {
      const at = '2025-03-03T00:10:00.000Z'
      const database = openPostgres(connectionString, { max: 1, says: false })
      const rename = (from: string, to: string) =>
        database.reader.execute(sql.raw(`alter table ${from} rename to ${to}`))
      await rename('feeds', 'feeds_away')
      try {
        await exports.default.scheduled({ scheduledTime: new Date(at), cron: '*/10 * * * *' })
        await vi.waitFor(async () => expect(await waiting(api)).toHaveLength(1), PATIENCE)
      } finally {
        await rename('feeds_away', 'feeds')
      }
      const [letter] = await waiting(api)
      const work = { work: 'run', job: 'poll-feeds', scheduledAt: at }
      expect(letter).toMatchObject({ work, tries: MOST_TRIES, times: 1, errorCode: 'internal', replayedAt: null })
      expect(letter?.error).toContain('42P01')
      const failed = await runsOf(api, 'poll-feeds', at)
      expect(failed.map(({ status }) => status)).toEqual(Array.from({ length: MOST_TRIES }, () => 'failed'))

      const answers = await Promise.all([replay(api, letter?.id ?? ''), replay(api, letter?.id ?? '')])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
      await untilDone(api, 'poll-feeds', at)
      expect(await runsOf(api, 'poll-feeds', at)).toHaveLength(MOST_TRIES + 1)
      expect(await waiting(api)).toEqual([])
      expect((await replay(api, letter?.id ?? '')).status).toBe(200)
    })

    it('give a request out again that fails; four times, then its sender is told, and it may be put back', async () => {
      await execute('alter table commentaries rename to commentaries_away')
      let sent: Awaited<ReturnType<typeof send>>
      try {
        sent = await send(api)
        expect(await untilEnded(api, sent)).toMatchObject({ state: 'failed', tries: MOST_TRIES, answer: null })
      } finally {
        await execute('alter table commentaries_away rename to commentaries')
      }
      const { id } = bodyOf(sent, 202, DeferredRequest)
      const [letter] = await waiting(api)
      expect(letter).toMatchObject({ work: answering(id), tries: MOST_TRIES, errorCode: 'internal' })
      expect((await replay(api, letter?.id ?? '')).status).toBe(201)
      expect(await untilEnded(api, sent)).toMatchObject({ state: 'answered', tries: 1, answer: { status: 201 } })
      expect(await waiting(api)).toEqual([])
    })

    it('take what a worker wrote down that died before it put it in, once a minute', async () => {
      const without = { ...env, ANSWERING: undefined }
      const headers = { ...ASYNC, authorization: `Bearer ${api.keyOf('submit')}` }
      const request = new Request('http://hindcast.test/v1/commentaries', { method: 'POST', headers, body: piece() })
      const answer = await worker.fetch(request, without)
      const sent = { status: answer.status, headers: answer.headers, text: await answer.text() }
      const { id } = bodyOf(sent, 202, DeferredRequest)
      await execute(`update deferred_requests set recorded_at = recorded_at - interval '1 minute' where id = '${id}'`)
      await triggered(api, '* * * * *', new Date('2025-03-05T00:00:00.000Z'))
      expect(await untilEnded(api, sent)).toMatchObject({ state: 'answered', tries: 1, answer: { status: 201 } })
    })

    it('list what nobody can read, and put it back nowhere', async () => {
      await (env['WORKING'] as { send: (body: unknown) => Promise<void> }).send({ work: 'tea' })
      await vi.waitFor(async () => expect(await waiting(api)).toMatchObject([{ work: null }]), PATIENCE)
      const [letter] = await waiting(api)
      expectProblem(await replay(api, letter?.id ?? ''), 409, 'illegal-step')
    })

    it('list what ended without a word each time, once', async () => {
      const work = { work: 'run', job: 'check-counts', scheduledAt: '2025-03-03T03:30:00.000Z' }
      const ack = vi.fn()
      const message = { id: 'one', body: work, attempts: 1, ack, retry: vi.fn() }
      for (let times = 0; times < 2; times++) await worker.queue({ queue: 'hindcast-dead', messages: [message] }, env)
      expect(ack).toHaveBeenCalledTimes(2)
      const own = (await waiting(api)).filter(({ work: dead }) => dead?.work === 'run' && dead.job === 'check-counts')
      expect(own).toMatchObject([{ work, times: 1, errorCode: null, error: null }])
    })

    it('may be missing: the jobs run within the trigger then, and it is said', async () => {
      const without = { ...env, SEALING: undefined }
      const at = '2025-03-04T00:00:00.000Z'
      await worker.scheduled({ scheduledTime: Date.parse(at), cron: '* * * * *' }, without)
      expect(await runsOf(api, 'seal-facts', at)).toMatchObject([{ status: 'done' }])
      const answer = await worker.fetch(new Request('http://hindcast.test/v1/jobs'), without)
      expect(await answer.json()).toMatchObject({
        queue: { kind: 'none', lacking: expect.stringContaining('SEALING') },
      })
    })
  })
}
