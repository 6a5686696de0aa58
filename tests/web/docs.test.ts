import { describe, expect, test } from 'vitest'
import { scopes } from '../../src/core/key.ts'
import { problemCodes } from '../../src/core/problem.ts'
import { inWorld } from '../support/embedded.ts'
import { siteOf } from './site.ts'

type Operation = { summary?: string; 'x-scope'?: string; operationId: string }
type ApiDocument = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

/** The reference as served, beside the document that it is made from. */
const read = (work: (html: string, document: ApiDocument) => void) => () =>
  inWorld(async (world) => {
    const { get } = siteOf(world)
    const { status, text } = await get('/docs')
    expect(status).toBe(200)
    work(text, JSON.parse((await get('/openapi.json')).text) as ApiDocument)
  })

const operationsOf = ({ paths }: ApiDocument) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

/** The part of the page about one operation. */
const sectionOf = (html: string, id: string): string =>
  html.split('<section class="operation"').find((part) => part.includes(`id="op-${id}"`)) ?? ''

describe('the API reference', () => {
  test(
    'lists every operation with its method, path, summary and scope',
    read((html, document) => {
      const operations = operationsOf(document)
      expect(operations.length).toBeGreaterThan(30)
      for (const { path, method, operation } of operations) {
        const section = sectionOf(html, operation.operationId)
        expect(section, operation.operationId).toContain(`<span class="method">${method}</span> ${path}</h3>`)
        expect(section).toContain(
          operation['x-scope'] ? `the scope <code>${operation['x-scope']}</code>` : 'Needs no key.',
        )
        expect(html).toContain(`href="#op-${operation.operationId}"`)
      }
    }),
  )

  test(
    'has an anchor for every schema, and no link into the page that leads nowhere',
    read((html, document) => {
      for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`id="schema-${name}"`)
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, to).toContain(to)
      expect([...html.matchAll(/ id="/g)]).toHaveLength(ids.size)
    }),
  )

  test(
    'explains every problem code at the address its documents link to, and every scope',
    read((html) => {
      for (const code of problemCodes) expect(html).toMatch(new RegExp(`<dt id="problem-${code}">.*?</dt><dd>\\w.{20}`))
      for (const scope of scopes) expect(html).toMatch(new RegExp(`<dt><code>${scope}</code></dt><dd>\\w.{5}`))
    }),
  )

  test(
    'shows bodies with their fields, nullable references and variants in words',
    read((html) => {
      const question = sectionOf(html, 'createQuestion')
      expect(question).toContain('<code>windowEnd</code>')
      expect(question).toContain('<a href="#schema-Day">Day</a> or null')
      expect(question).toContain('<code>&quot;as-worded&quot;</code> or <code>&quot;opposite&quot;</code>')
      expect(sectionOf(html, 'resolveQuestion')).toContain('One of 3 shapes')
      expect(sectionOf(html, 'listQuestions')).toContain('1 to 200; default 50')
      expect(html).toContain('<code>curve.points[].p</code>')
    }),
  )
})
