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
const read = (work: (html: string, document: ApiDocument, schemas: string) => void) => () =>
  inWorld(async (world) => {
    const { get } = siteOf(world)
    const { status, text } = await get('/docs')
    expect(status).toBe(200)
    const schemas = await get('/docs/schemas')
    expect(schemas.status).toBe(200)
    work(text, JSON.parse((await get('/openapi.json')).text) as ApiDocument, schemas.text)
  })

const operationsOf = ({ paths }: ApiDocument) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

/** The part of the page about one operation. */
const sectionOf = (html: string, id: string): string =>
  html.split('<div class="operation"').find((part) => part.includes(`id="op-${id}"`)) ?? ''

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
    'has an anchor for every schema, and no link into its pages that leads nowhere',
    read((html, document, schemas) => {
      for (const name of Object.keys(document.components.schemas)) expect(schemas).toContain(`id="schema-${name}"`)
      const idsOf = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      const ids = { '': idsOf(html), '/docs/schemas': idsOf(schemas) }
      for (const [, page = '', to] of `${html}${schemas}`.matchAll(/href="(\/docs\/schemas)?#([^"]+)"/g))
        if (to !== 'main') expect(ids[page as keyof typeof ids], to).toContain(to)
      for (const of of Object.values(ids)) expect(of).toHaveLength(new Set(of).size)
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
    read((html, _, schemas) => {
      const question = sectionOf(html, 'createQuestion')
      expect(question).toContain('<code>windowEnd</code>')
      expect(question).toContain('<a href="/docs/schemas#schema-Day">Day</a> or null')
      expect(question).toContain('<code>&quot;as-worded&quot;</code> or <code>&quot;opposite&quot;</code>')
      expect(sectionOf(html, 'resolveQuestion')).toContain('One of 3 shapes')
      expect(sectionOf(html, 'listQuestions')).toContain('1 to 200; default 50')
      expect(schemas).toContain('<code>curve.points[].p</code>')
    }),
  )
})
