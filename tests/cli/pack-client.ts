import { expect, test } from 'vitest'
import { compile, type Installed, node } from './pack-door.ts'

/** Asks a server that is a function: what it answers is told in `tests/contract/client.ts` by a real one. */
const PLAIN = `
import { createClient, HindcastProblem } from 'hindcast/client'
const asked = []
const page = (request) => {
  asked.push(request.url.slice(request.url.indexOf('/v1')) + ' ' + request.headers.get('authorization'))
  return Response.json({ items: [asked.length], next: asked.length < 2 ? 'further on' : null })
}
const hindcast = createClient({ server: 'https://example.org/', key: 'hck_x', fetch: async (request) => page(request) })
const items = []
for await (const item of hindcast.paginate('/v1/authors', { query: { limit: 1 } })) items.push(item)
const refusing = createClient({ server: 'https://example.org', fetch: async () => new Response('no', { status: 404 }) })
const refused = await refusing.get('/v1/authors/{id}', { path: { id: 'a/b' } }).catch((error) => error)
console.log(JSON.stringify([items, asked, refused instanceof HindcastProblem, refused.status]))
`

const CONSUMER = `
import { type components, createClient, HindcastProblem, type ItemAt, type ProblemCode } from 'hindcast/client'
const hindcast = createClient({ server: 'https://example.org' })
const question = await hindcast.get('/v1/questions/{id}', { path: { id: 'qst_x' }, query: { as_of: '7' } })
export const status: 'open' | 'due' | 'resolved' | 'void' = question.status
export const asked = async (): Promise<components['schemas']['Author'][]> => {
  const all: ItemAt<'/v1/authors'>[] = []
  for await (const author of hindcast.paginate('/v1/authors', { query: { limit: 200 } })) all.push(author)
  return all
}
export const code = (error: unknown): ProblemCode | null => (error instanceof HindcastProblem ? error.code : null)
export const made = await hindcast.post('/v1/predictions', {
  body: { author: 'aut_x', questionId: 'qst_x', probability: 0.7 },
})
export const { response } = await hindcast.raw.GET('/v1/authors')
// @ts-expect-error a question is asked for by its id
export const nowhere = hindcast.get('/v1/questions/{id}')
// @ts-expect-error there is nothing at that path
export const nothing = hindcast.get('/v1/horoscopes')
// @ts-expect-error no list knows that filter
export const misspelt = hindcast.get('/v1/questions', { query: { statuss: 'due' } })
// @ts-expect-error one question is no page
export const pages = hindcast.paginate('/v1/questions/{id}', { path: { id: 'qst_x' } })
`

/** The packed client: for a plain script, and for a compiler. */
export const clientPackage = (installed: () => Installed): void => {
  test('hindcast/client asks in a plain script', () => {
    expect(node(installed(), 'ask.mjs', PLAIN)).toEqual([
      [1, 2],
      ['/v1/authors?limit=1 Bearer hck_x', '/v1/authors?limit=1&cursor=further%20on Bearer hck_x'],
      true,
      404,
    ])
  })

  test.each([
    ['esnext', 'bundler'],
    ['nodenext', 'nodenext'],
  ])('the types of hindcast/client are found and hold: module %s, resolution %s', (module, resolution) => {
    expect(compile(installed(), CONSUMER, module, resolution)).toBe('')
  })
}
