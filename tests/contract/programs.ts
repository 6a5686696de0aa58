import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemCodes } from '../../src/core/problem.ts'
import { tools } from '../../src/http/mcp/tools.ts'
import { type Api, bodyOf } from './api.ts'

const ProblemKinds = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.enum(problemCodes),
      type: z.string(),
      status: z.int().min(400).max(599),
      title: z.string().min(1),
      meaning: z.string().min(10),
      whatToDo: z.string().min(10),
    }),
  ),
})

/** What a program reads before it asks: what can go wrong, and llms.txt. */
export const programContract = (api: Api): void => {
  describe('what programs read first', () => {
    it('is everything that can go wrong, each with a place that its documents link to', async () => {
      const { items } = bodyOf(await api.get('/v1/problems'), 200, ProblemKinds)
      expect(items.map(({ code }) => code)).toEqual(problemCodes)
      const { text: page } = await api.get('/docs')
      for (const { type } of items) {
        const [path, anchor] = type.split('#')
        expect(path).toBe('/docs')
        expect(page).toContain(`id="${anchor}"`)
      }
      const { text } = await api.get('/v1/questions/nothing')
      const met = z.object({ code: z.string(), type: z.string(), title: z.string() }).parse(JSON.parse(text))
      expect(items).toContainEqual(expect.objectContaining(met))
    })

    it('is llms.txt, true in every address and route', async () => {
      const answer = await api.get('/llms.txt')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain; *charset=utf-8/i)
      expect(answer.text).toMatch(/^# Hindcast\n\n> \S/)
      const addresses = [...answer.text.matchAll(/\]\((https?:\/\/[^)]+)\)/g)].map(
        ([, address = '']) => new URL(address),
      )
      expect(addresses.length).toBeGreaterThan(3)
      for (const { pathname } of addresses) expect((await api.get(pathname)).status, pathname).toBe(200)
      const { paths } = z
        .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
        .parse(JSON.parse((await api.get('/openapi.json')).text))
      const stated = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      )
      const named = answer.text.match(/\b(?:GET|POST|DELETE) \/[\w/{}.-]+/g)
      expect([...(named ?? [])].sort()).toEqual(stated.sort())
      for (const { name } of tools) expect(answer.text).toContain(`- ${name}: `)
    })
  })
}
