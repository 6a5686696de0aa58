import { inject } from 'vitest'
import type { Context, Services } from '../../src/actions/context.ts'
import { type Actor, contextOf } from '../../src/actions/context.ts'
import { acceptInvitation } from '../../src/actions/people/accept-invitation.ts'
import { invitePerson } from '../../src/actions/people/invite-person.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import type { Scope } from '../../src/core/key.ts'
import { mustSignIn } from '../../src/outside/accounts.ts'
import { newSecret } from '../../src/outside/random.ts'
import { HOST, servicesHere, startServing } from '../../src/server.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { day, instant, type World } from '../support/embedded.ts'
import { freshDatabase } from '../support/postgres.ts'

export const PASSWORD = 'correct horse battery'

/** A site of its own on a port of this machine, over a real Postgres, as it is served to people. */
export type Served = { url: string; services: Services; stop: () => Promise<void> }

export const serveSite = async (): Promise<Served> => {
  const database = openPostgres(await freshDatabase(inject('postgresUrl')))
  const services = servicesHere(database, undefined, undefined, 'of tests alone, known to everybody')
  const { url, stop } = await startServing(services, 0, '127.0.0.1')
  return {
    url,
    services,
    stop: async () => {
      await stop()
      await database.close()
    },
  }
}

/** What the makers of other tests ask for, over the database of a site: what they make is there for everybody. */
export const worldOf = ({ services }: Served): World => {
  const { database, newId, newSalt } = services
  const at = (when: string, actor: Actor = HOST): Context => ({
    ...contextOf(services, actor),
    now: instant(when.length === 10 ? `${when}T12:00:00.000Z` : when),
  })
  return { tx: database.reader as World['tx'], database, newId, newSalt, at }
}

/** Somebody who may sign in. */
export const invited = async ({ services }: Served, name: string, scopes: Scope[]): Promise<string> => {
  const context = contextOf(services, HOST)
  const email = `${name}@example.org`
  const { token } = await invitePerson(context, { email, scopes, expiresInHours: 1, secretBytes: newSecret() })
  const { accounts } = mustSignIn(services.signIn)
  await acceptInvitation(context, { token, name, password: PASSWORD, accounts })
  return email
}

const places = ['Velmark', 'Oster', 'Caldra', 'Hemsund', 'Torvik', 'Brenna', 'Lund', 'Askor', 'Melby', 'Sarn', 'Dorin']
const deeds = ['open its new harbour', 'close the old mill', 'join the rail treaty'] as const

/** An article of that many forecasts, of other places and deeds each, among sentences that forecast nothing. */
export const articleOf = (forecasts: number): string =>
  Array.from({ length: forecasts }, (_, at) => {
    const [place, deed] = [places[at % places.length], deeds[Math.floor(at / places.length) % deeds.length]]
    return `The town council met twice last month. ${place} will probably ${deed} by the end of ${2031 + (at % 5)}.`
  }).join('\n\n')

/** Records an article as a reader of commentaries does, with what the rules find in it. */
export const recorded = async (
  { services }: Served,
  text: string,
  { title, author, publishedOn }: { title: string; author: string; publishedOn: string },
): Promise<string> => {
  const extraction = await services.extract(text, day(publishedOn), 'en')
  const commentary = { text, title, publishedOn: day(publishedOn), bylines: [author], language: 'en' }
  return (await recordCommentary(contextOf(services, HOST), { commentary, extraction })).commentary.id
}

export const sealAll = async ({ services }: Served): Promise<void> => {
  while (!(await sealFacts(contextOf(services, HOST), {})).done);
}
