import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Person, personIdOf } from '../../core/person.ts'
import { PersonExport } from '../../core/person-export.ts'
import { missing, Problem } from '../../core/problem.ts'
import { personExport } from '../../queries/person-export.ts'
import { findPerson } from '../../storage/people.ts'
import { mustBeSignedIn } from '../auth.ts'
import { streamOf } from '../byte-stream.ts'
import { type Env, reading } from '../env.ts'
import { attachedFile } from '../file.ts'
import { createRouter, readAnswers, secured } from '../router.ts'

const tags = ['people']

const readOwn = createRoute({
  method: 'get',
  path: '/v1/people/me',
  operationId: 'readOwnPerson',
  tags,
  summary: 'Read who is signed in, or whose key is used',
  description: 'Nobody (404) where a key is used that no person made.',
  ...secured('any'),
  responses: readAnswers(Person, 'The person'),
})

const exportOwn = createRoute({
  method: 'get',
  path: '/v1/people/me/export',
  operationId: 'exportOwnPerson',
  tags,
  summary: 'Take all that is kept about who is signed in',
  description:
    'The account, its sessions, keys, links, webhooks and contacts, and all that was recorded by it; no secret, hash or token. Streamed: ' +
    'an answer that breaks off was cut. For who is signed in: with a key there is nothing (404), since whoever finds one must not ' +
    'learn from where its person signs in.',
  ...secured('any'),
  responses: readAnswers(PersonExport, 'All of it'),
})

const mustFind = async (c: Context<Env>, id: string): Promise<Person> => {
  const person = await findPerson(reading(c).reader, id)
  if (!person) throw missing('person', id)
  return person
}

async function* bytesOf(blocks: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const block of blocks) yield encoder.encode(`${block}\n`)
}

export const ownPersonRoutes = () =>
  createRouter()
    .openapi(readOwn, async (c) => {
      const { actor } = c.var
      const id = personIdOf(actor?.hand ?? actor?.name ?? '')
      if (id === null)
        throw new Problem('not-found', 'no person made the key that is used', 'GET /v1/keys/me tells of the key')
      return c.json(await mustFind(c, id), 200)
    })
    .openapi(exportOwn, async (c) => {
      const person = await mustFind(c, (await mustBeSignedIn(c)).personId)
      const { reader, now } = reading(c)
      // Streamed, so the types cannot see that it is the JSON of the schema: a test parses it by that.
      return c.body(streamOf(c, bytesOf(personExport(reader, person, now))), 200, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...attachedFile('hindcast-account.json'),
      }) as never
    })
