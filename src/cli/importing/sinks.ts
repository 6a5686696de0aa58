import { importOutcomes } from '../../actions/predicting/import-outcomes.ts'
import { importPart } from '../../actions/predicting/import-part.ts'
import { openImport } from '../../actions/predicting/open-import.ts'
import { HindcastProblem } from '../../client/problem.ts'
import type { ImportForecast, ImportOutcome, OpenImport } from '../../core/importing/import-item.ts'
import type { ItemResult } from '../../core/item-result.ts'
import { askServer } from '../../outside/ask-server.ts'
import type { Host, Opened } from '../host.ts'
import { clientOf, type Place } from '../remote/server.ts'

/** What became of one item: why, where it was refused. */
export type Result = { status: ItemResult['status']; why: string | null }

/** Where an import goes: a database of this machine, or a server. Each part is kept once it is answered. */
export type Sink = {
  /** The slug of the collection in which it is ranked. */
  open: (about: OpenImport) => Promise<string>
  forecasts: (items: readonly ImportForecast[]) => Promise<Result[]>
  outcomes: (items: readonly ImportOutcome[]) => Promise<Result[]>
}

const resultOf = (result: ItemResult): Result => ({
  status: result.status,
  why: result.status === 'refused' ? result.problem.message : null,
})

/** Into the database that is open here. */
export const intoDatabase = (host: Host, { services }: Opened): Sink => {
  let importId = ''
  return {
    open: async (about) => {
      const opened = await openImport(host.context(services), about)
      importId = opened.import.id
      return opened.collection.slug
    },
    forecasts: async (items) => (await importPart(host.context(services), { importId, items })).map(resultOf),
    outcomes: async (items) => (await importOutcomes(host.context(services), { importId, items })).map(resultOf),
  }
}

type Answered = { line?: number; status?: Result['status']; problem?: { detail: string }; done?: boolean }

/** Sends a part as NDJSON and gives what became of each item. Throws where it broke off: what was answered is kept. */
const sendPart = async ({ server, key }: Place, path: string, items: readonly object[]): Promise<Result[]> => {
  const headers = { 'content-type': 'application/x-ndjson', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) }
  const body = items.map((item) => `${JSON.stringify(item)}\n`).join('')
  const response = await askServer(new Request(`${server}${path}`, { method: 'POST', headers, body }))
  if (!response.ok) throw new HindcastProblem(response, await response.json().catch(() => null))
  const lines: Answered[] = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const end = lines.at(-1)
  if (end?.done !== true) throw new Error(`the server broke off: ${end?.problem?.detail ?? 'the answer was cut off'}`)
  return lines.flatMap(({ status, problem }) =>
    status === undefined ? [] : [{ status, why: problem?.detail ?? null }],
  )
}

/** Into a server, by its API. */
export const intoServer = (place: Place): Sink => {
  let path = ''
  return {
    open: async (about) => {
      const opened = await clientOf(place).post('/v1/imports', { body: about })
      path = `/v1/imports/${opened.import.id}`
      return opened.collection.slug
    },
    forecasts: (items) => sendPart(place, `${path}/forecasts/batch`, items),
    outcomes: (items) => sendPart(place, `${path}/outcomes/batch`, items),
  }
}
