import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DeadLetter } from '../../src/core/deferred.ts'
import { WINDOW_RULES_VERSION, WindowRules } from '../../src/core/extraction/time/window-rules.ts'
import { cronOf, JobRun, JobStanding, jobNames, timetable } from '../../src/core/job.ts'
import { Lexicon, LexiconSummary } from '../../src/core/lexicon/lexicon.ts'
import { queueKinds } from '../../src/outside/queues/queue.ts'
import { type Api, apiOf, bodyOf, expectProblem, pageOf, type Subject } from './api.ts'
import { asOfContract } from './as-of.ts'
import { authorLinkContract } from './author-links.ts'
import { batchOutcomeContract } from './batch-outcomes.ts'
import { batchContract } from './batches.ts'
import { calibrationContract } from './calibration.ts'
import { calibrationFileContract } from './calibration-files.ts'
import { callContract } from './calls.ts'
import { changesContract } from './changes.ts'
import { clientContract } from './client.ts'
import { comparisonContract } from './comparisons.ts'
import { definitionContract } from './definitions.ts'
import { disputeContract } from './disputes.ts'
import { evidenceContract } from './evidence.ts'
import { exportContract } from './exports.ts'
import { fetchingContract } from './fetching.ts'
import { forecastingContract } from './forecasting.ts'
import { funnelContract } from './funnel.ts'
import { happeningContract } from './happenings.ts'
import { importContract } from './imports.ts'
import { keyContract } from './keys.ts'
import { ownLexiconContract } from './lexicon.ts'
import { listContract } from './lists.ts'
import { loopContract } from './loop.ts'
import { mcpContract } from './mcp.ts'
import { peopleContract } from './people.ts'
import { programContract } from './programs.ts'
import { questionContract } from './questions.ts'
import { readingContract } from './reading.ts'
import { recordContract } from './records.ts'
import { referenceContract } from './references.ts'
import { refusalContract } from './refusals.ts'
import { requestContract } from './requests.ts'
import { resolvingContract } from './resolving.ts'
import { respondAsyncContract } from './respond-async.ts'
import { restatingContract } from './restating.ts'
import { scopeContract } from './scopes.ts'
import { scoresContract } from './scores.ts'
import { scoringContract } from './scoring.ts'
import { searchContract } from './search.ts'
import { webhookContract } from './webhooks.ts'
import { workContract } from './work.ts'

const OpenApi = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.unknown()),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

const Readiness = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  jobs: z.array(
    JobStanding.pick({ name: true, state: true, missed: true })
      .extend({ lastSuccessAt: z.string().nullable() })
      .strict(),
  ),
})

const JobList = z.strictObject({
  items: z.array(JobStanding),
  queue: z.strictObject({ kind: z.enum(queueKinds), lacking: z.string().nullable() }),
})

const serviceContract = (api: Api): void => {
  describe('the service', () => {
    it('is up, and ready whether its jobs are on time or not', async () => {
      bodyOf(await api.get('/healthz'), 200, z.strictObject({ status: z.literal('ok') }))
      const { status, jobs } = bodyOf(await api.get('/readyz'), 200, Readiness)
      expect(jobs.map(({ name }) => name)).toEqual(jobNames)
      expect(status).toBe(jobs.every(({ state }) => state === 'on-time') ? 'ok' : 'degraded')
    })

    it('shows when its jobs run, and what became of the runs', async () => {
      const { items } = bodyOf(await api.get('/v1/jobs'), 200, JobList)
      expect(items.map(({ name, schedule }) => [name, schedule])).toEqual(
        jobNames.map((name) => [name, cronOf(timetable[name])]),
      )
      const done = await api.get('/v1/jobs/runs?job=poll-feeds&status=done&limit=1')
      for (const run of bodyOf(done, 200, pageOf(JobRun)).items)
        expect(run).toMatchObject({ job: 'poll-feeds', status: 'done', error: null })
      expectProblem(await api.get('/v1/jobs/runs?job=tea'), 422, 'invalid-input', ['job'])
    })

    it('shows what failed for good to admins alone, and puts back nothing that there is not', async () => {
      const path = '/v1/jobs/dead-letters'
      expectProblem(await api.get(path), 401, 'unauthenticated')
      expectProblem(await api.get(path, 'review'), 403, 'forbidden')
      bodyOf(await api.get(`${path}?replayed=false&limit=1`, 'admin'), 200, pageOf(DeadLetter))
      expectProblem(await api.get(`${path}?replayed=tea`, 'admin'), 422, 'invalid-input', ['replayed'])
      const nobody = 'ded_01m8n6g5354aza6r4nrsd4fsqw'
      expectProblem(await api.post(`${path}/${nobody}/replay`, 'admin', {}), 404, 'not-found', ['id'])
      expectProblem(await api.post(`${path}/${nobody}/replay`, 'resolve', {}), 403, 'forbidden')
    })

    it('serves its OpenAPI document', async () => {
      const { paths, components } = bodyOf(await api.get('/openapi.json'), 200, OpenApi)
      expect(Object.keys(paths)).toEqual(
        expect.arrayContaining(['/v1/commentaries', '/v1/candidates/{id}/reviews', '/v1/leaderboard']),
      )
      expect(Object.keys(components.schemas)).toEqual(
        expect.arrayContaining(['Problem', 'Question', 'CalibrationReport']),
      )
    })

    it('publishes the lexicons it reads words by', async () => {
      const { items } = bodyOf(await api.get('/v1/lexicons'), 200, z.object({ items: z.array(LexiconSummary) }))
      expect(items[0]?.id).toBe('hindcast')
      for (const { id } of items)
        expect(bodyOf(await api.get(`/v1/lexicons/${id}`), 200, Lexicon).entries.length).toBeGreaterThan(0)
      const ipcc = bodyOf(await api.get('/v1/lexicons/ipcc'), 200, Lexicon)
      expect(ipcc).toMatchObject({ kind: 'standard', version: items[0]?.version })
      expect(ipcc.entries[0]).toEqual({ term: 'virtually certain', low: 0.99, high: 1 })
      expect((await api.get('/v1/lexicons/kent')).status).toBe(404)
    })

    it('publishes the rules it reads words of time by', async () => {
      const { version, rules, readings, default: none } = bodyOf(await api.get('/v1/window-rules'), 200, WindowRules)
      expect(version).toBe(WINDOW_RULES_VERSION)
      expect(rules.map(({ id }) => id)).toContain('any-time-soon')
      expect(readings.length).toBeGreaterThan(0)
      expect(none).toEqual({ months: 12 })
      expect((await api.post('/v1/window-rules', 'admin', {})).status).toBe(405)
    })

    it.each(['/', '/docs', '/corrections', '/disputes/new'])('answers %s with a page', async (path) => {
      const answer = await api.get(path)
      expect(answer.status, answer.text).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/html\b/)
      expect(answer.text).toContain('Hindcast')
    })
  })
}

/** What every runtime promises: the same requests, the same answers. The subject is asked for when tests run. */
export const contract = (subject: () => Subject): void => {
  const api = apiOf(subject)
  serviceContract(api)
  loopContract(api)
  disputeContract(api)
  happeningContract(api)
  refusalContract(api)
  requestContract(api)
  keyContract(api)
  peopleContract(api)
  scopeContract(api)
  questionContract(api)
  recordContract(api)
  authorLinkContract(api)
  referenceContract(api)
  evidenceContract(api)
  forecastingContract(api)
  batchContract(api)
  batchOutcomeContract(api)
  exportContract(api)
  importContract(api)
  restatingContract(api)
  resolvingContract(api)
  respondAsyncContract(api)
  fetchingContract(api)
  funnelContract(api)
  readingContract(api)
  asOfContract(api)
  changesContract(api)
  webhookContract(api)
  scoringContract(api)
  calibrationFileContract(api)
  searchContract(api)
  listContract(api)
  workContract(api)
  clientContract(api)
  mcpContract(api)
  programContract(api)
  definitionContract(api)
  callContract(api)
  comparisonContract(api)
  ownLexiconContract(api)
  calibrationContract(api)
  scoresContract(api)
}
