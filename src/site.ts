import type { MiddlewareHandler } from 'hono'
import type { Services } from './actions/context.ts'
import type { AnswerLater } from './core/deferred-request.ts'
import type { Watch } from './core/watch.ts'
import { createApp, type Provide } from './http/app.ts'
import type { Draws } from './http/draw.ts'
import { keptOf } from './http/idempotency.ts'
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

/**
 * Answers requests that were put off, as the API does, in the name of who sent them. It is an app of its own, made when the first is there:
 * nobody who asks from outside reaches it, and it is told who acts.
 */
export const lateAnswers = (watch?: Watch) => {
  let app: ReturnType<typeof createApp> | undefined
  return (services: Services): AnswerLater =>
    async ({ actor, address, ifMatch, body }) => {
      app ??= createApp((bindings) => bindings as Services, draws, watch)
      const headers = { 'content-type': 'application/json', ...(ifMatch === null ? {} : { 'if-match': ifMatch }) }
      const request = new Request(`http://hindcast${address}`, { method: 'POST', headers, body })
      const answer = await app.fetch(request, { ...services, acting: actor })
      return { status: answer.status, headers: keptOf(answer.headers), body: await answer.text() }
    }
}
