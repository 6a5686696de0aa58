import type { Services } from '../../src/actions/context.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { answerWaiting } from '../../src/jobs/answer-requests.ts'
import { HOST, hostContext, servicesHere, wayOutHere } from '../../src/server.ts'
import { createSite, lateAnswers } from '../../src/site.ts'
import type { Database } from '../../src/storage/database.ts'
import type { Subject } from '../contract/api.ts'
import { makeKeys } from './keys.ts'

/** The settings of an installation that may ask a press of this machine, without a gap. */
export const fetchingFrom = (press: string) => ({
  HINDCAST_CONTACT: 'https://example.org/about',
  HINDCAST_HOST_GAP: '0',
  HINDCAST_FETCH_ALLOW: new URL(press).host,
})

/** The site over a database, asked in this process, with keys of that database. */
export const siteOver = async (database: Database, press: string, more: Partial<Services> = {}): Promise<Subject> => {
  const services: Services = { ...servicesHere(database, undefined, wayOutHere(fetchingFrom(press))), ...more }
  services.answerLater = lateAnswers()(services)
  const site = createSite(() => services)
  const seal = async () => {
    while (!(await sealFacts(hostContext(services), {})).done);
    if (!services.queue) await answerWaiting(services, HOST, () => false)
  }
  return { press, seal, keys: await makeKeys(services), request: async (path, init) => site.request(path, init) }
}
