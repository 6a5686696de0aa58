import type { MiddlewareHandler } from 'hono'
import type { Watch } from './core/watch.ts'
import { createApp, type Provide } from './http/app.ts'
import type { Draws } from './http/draw.ts'
import { DIAGRAM_VERSION, drawDiagram } from './web/charts/draw-diagram.tsx'
import { createPages } from './web/pages.tsx'

/** What the API answers with pictures. */
export const draws: Draws = { drawDiagram, version: DIAGRAM_VERSION }

/** The API and the pages as one site: what both runtimes serve. `watch` is told of each request; `around` stands before all else. */
export const createSite = (provide: Provide, watch?: Watch, around?: MiddlewareHandler) => {
  const app = createApp(provide, draws, watch, around)
  app.route('/', createPages(app.apiDocument))
  return app
}
