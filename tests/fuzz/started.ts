import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bury } from '../../src/actions/dead-letters.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { loadSample } from '../../src/cli/demo/sample.ts'
import { appointed, MOST_TRIES } from '../../src/core/deferred.ts'
import { host } from '../../src/host.ts'
import { jobs } from '../../src/jobs/jobs.ts'
import { snapshotFolder } from '../../src/outside/snapshot-folder.ts'
import { HOST, hostContext, MIGRATIONS, servicesHere, startServing, wayOutHere } from '../../src/server.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { type Api, apiOf } from '../contract/api.ts'
import { recordForecasts } from '../contract/steps.ts'
import { makeKeys } from '../support/keys.ts'
import { fetchingFrom } from '../support/site.ts'
import { type Caller, callersOf, type Headers, ownIds } from './callers.ts'
import { Memory } from './memory.ts'

const EXAMPLES = fileURLToPath(new URL('../../examples/commentary', import.meta.url))
/** What the press answers, and what it does not. */
const PAGES = [
  '/piece/bridge',
  '/piece/harbour',
  '/feed/council',
  '/moved/mill',
  '/hook/bell',
  '/robots.txt',
  '/reserved/x',
  '/',
]

/** A question whose figures are read by the clock: what was read is archived, and waits for somebody to decide. */
const askByFigures = async (api: Api, press: string): Promise<void> => {
  const answer = await api.post('/v1/questions', 'review', {
    wording: 'The level of the harbour reaches 2.',
    windowStart: '2024-01-01',
    windowEnd: '2031-12-31',
    resolvers: [
      {
        kind: 'feed',
        url: new URL('/figures/harbour', press).href,
        select: { format: 'json', value: '/rate', asOf: '/day' },
        operator: '>=',
        threshold: 2,
        when: 'by-deadline',
        settles: false,
      },
    ],
  })
  if (answer.status !== 201) throw new Error(answer.text)
}

/** Passages that who administers has decided on: only who decided can take it back, and of the sample somebody else did. */
const decideSome = async (api: Api): Promise<void> => {
  const { candidates } = await recordForecasts(
    api,
    Array.from({ length: 12 }, (_, at) => `mill number ${at + 1}`),
  )
  for (const { id } of candidates) {
    const answer = await api.post(`/v1/candidates/${id}/reviews`, 'admin', { decision: 'reject', reason: 'a wish' })
    if (answer.status !== 201) throw new Error(answer.text)
  }
}

export type Started = {
  url: string
  api: Api
  by: Record<Caller, Headers>
  memory: Memory
  stop: () => Promise<void>
}

/** A server over the sample, as it stands the morning after: with boards and exports that were kept in the night. */
export const startOverSample = async (press: string): Promise<Started> => {
  const folder = await mkdtemp(join(tmpdir(), 'hindcast-fuzz-'))
  const database = await openEmbedded(null, MIGRATIONS)
  const services = {
    ...servicesHere(database, undefined, wayOutHere(fetchingFrom(press))),
    snapshotFiles: snapshotFolder(folder),
  }
  const quiet = { now: services.clock, environment: {}, print: () => {}, note: () => {} }
  await loadSample(quiet, host, { services, close: database.close }, EXAMPLES)
  const seal = async () => {
    while (!(await sealFacts(hostContext(services), {})).done);
  }
  await seal()
  for (const name of ['write-reports', 'write-exports'] as const) await jobs[name](services, HOST, services.clock())
  const keys = await makeKeys(services)
  const serving = await startServing(services, 0, '127.0.0.1')
  const request = (path: string, init?: RequestInit) => fetch(serving.url + path, init)
  const api = apiOf(() => ({ press, seal, keys, request }))
  const by = await callersOf(api, keys)
  await askByFigures(api, press)
  await decideSome(api)
  await jobs['resolve-questions'](services, HOST, services.clock())
  // Work that failed as often as it is tried, to be put back.
  for (const job of ['poll-feeds', 'read-passages', 'close-due-questions'] as const) {
    const failure = { errorCode: 'internal' as const, error: 'the disk was full' }
    await bury(hostContext(services), { written: appointed(job, services.clock()), tries: MOST_TRIES, failure })
  }
  const memory = new Memory()
  for (const id of await ownIds(api, by)) memory.own.add(id)
  for (const path of PAGES) memory.tell('url', new URL(path, press).href)
  const stop = async () => {
    await serving.stop()
    await database.close()
    await rm(folder, { recursive: true })
  }
  return { url: serving.url, api, by, memory, stop }
}
