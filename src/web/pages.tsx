import { Hono } from 'hono'
import type { Services } from '../actions/context.ts'

export const createPages = (_provide: (bindings: unknown) => Services, _document: () => unknown) => {
  const pages = new Hono()
  pages.get('/', (c) => c.html(<p>Hindcast</p>))
  return pages
}
