import type { Services } from '../../src/actions/context.ts'
import { DeferredRequest } from '../../src/core/deferred-request.ts'
import { servicesHere, wayOutHere } from '../../src/server.ts'
import { createSite, lateAnswers } from '../../src/site.ts'
import type { Database } from '../../src/storage/database.ts'
import type { Keys } from '../contract/api.ts'
import { ASYNC } from '../contract/respond-async.ts'
import { makeKeys } from './keys.ts'
import { fetchingFrom } from './site.ts'

/** The services of a process that does what was put off, over a database. `press`: what it may fetch from. */
export const answeringServices = (database: Database, press?: string): Services => {
  const services = servicesHere(database, undefined, press ? wayOutHere(fetchingFrom(press)) : undefined)
  services.answerLater = lateAnswers()(services)
  return services
}

/** A site over services, whose requests are put off, with keys of its database. */
export const puttingOff = async (services: Services) => {
  const keys: Keys = await makeKeys(services)
  const site = createSite(() => services)
  const send = (path: string, by: keyof Keys, body: unknown, headers: Record<string, string> = {}) =>
    site.request(path, {
      method: 'POST',
      headers: { ...ASYNC, authorization: `Bearer ${keys[by]}`, ...headers },
      body: JSON.stringify(body),
    })
  /** The id of a request that was put off. */
  const sent = async (...asked: Parameters<typeof send>): Promise<string> => {
    const answer = await send(...asked)
    if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
    return DeferredRequest.parse(await answer.json()).id
  }
  const read = (id: string, by: keyof Keys) =>
    site.request(`/v1/deferred-requests/${id}`, { headers: { authorization: `Bearer ${keys[by]}` } })
  const standing = async (id: string): Promise<DeferredRequest> =>
    DeferredRequest.parse(await (await read(id, 'admin')).json())
  return { keys, site, send, sent, read, standing }
}
